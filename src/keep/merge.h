// SPDX-License-Identifier: MIT
// What is written of a session, merged with what another one has written.
#ifndef DIPTYCH_KEEP_MERGE_H
#define DIPTYCH_KEEP_MERGE_H

#include "diptych/session.h"

// The version of the file.
#define SESSION_FORMAT 1

// The text for the file. `there` is what it holds now, in that state; `before` what this session knows of it.
// Null when there are no words for it. The caller frees it.
char *merge_sessions(const Session *session, const Session *before, const Session *there, SessionState state);

#endif
