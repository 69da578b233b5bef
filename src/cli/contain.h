// SPDX-License-Identifier: MIT
// What is kept open to a process that reads dossiers.
#ifndef DIPTYCH_CLI_CONTAIN_H
#define DIPTYCH_CLI_CONTAIN_H

#include "diptych/dossier.h"
#include "diptych/sandbox.h"

// Adds what reading the dossier takes: its directory, and what links in it lead to.
void contain_dossier(Sandbox *sandbox, const Located *located);
// Adds the directory in which the file is, or that of what it leads to, for the file to be made or replaced.
void contain_file(Sandbox *sandbox, const char *path);
// The same for writing the dossier's files in their places, wherever links lead.
void contain_writing(Sandbox *sandbox, const Located *located);
// Adds the directory that places are kept in, which is made where there is none, and what links in it lead
// to.
void contain_state(Sandbox *sandbox);

#endif
