// SPDX-License-Identifier: MIT
// Of a dossier that is told as of a day: who and what was to come.
#ifndef DIPTYCH_TO_COME_H
#define DIPTYCH_TO_COME_H

#include "diptych/dossier.h"

// Each returns an array that marks, by person or topic, those that were to come: people who had taken part in
// no round, and topics dated later that nobody had spoken of. Null where all of the dossier is told: nothing
// is. Reads every round. The caller frees it.
bool *to_come_people(Dossier *dossier);
bool *to_come_topics(Dossier *dossier);

#endif
