// SPDX-License-Identifier: MIT
// What can be wrong with a reference when all passages are known: the one place that says so.
#ifndef DIPTYCH_DOSSIER_JUDGE_H
#define DIPTYCH_DOSSIER_JUDGE_H

#include "skimmed.h"

// True when the link from the passage is wrong, and how. The skim must be complete, and have the passage.
bool judge_link(const Skim *skim, PassageId from, Verb verb, Ref ref, DiagnosticKind *kind);

// True when the passages at both ends of the reference exist, or it means a whole account.
bool judge_ref(const Skim *skim, Ref ref);

// True when the reference is no ground for what the party holds, on the topic (NONE: on any), and how: every
// passage must be one of its side, under the topic or one below it.
bool judge_ground(const Skim *skim, Ref ref, uint32_t party, uint32_t topic, DiagnosticKind *kind);

#endif
