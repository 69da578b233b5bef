// SPDX-License-Identifier: MIT
// What can be wrong with a link when all passages are known.
#ifndef DIPTYCH_DOSSIER_CHECK_LINK_H
#define DIPTYCH_DOSSIER_CHECK_LINK_H

#include "skimmed.h"

// True when the link from the passage is wrong, and how. The skim must be complete.
bool check_link(const Skim *skim, PassageId from, Verb verb, Ref ref, DiagnosticKind *kind);

// True when the passages at both ends of the reference exist, or it means a whole account.
bool check_ref(const Skim *skim, Ref ref);

// How many links to the account are wrong.
size_t check_count_links(const Skim *skim, uint32_t account);
// How many readings of discrepancies, and remarks of layers, name a passage that there is not.
size_t check_count_records(const Skim *skim);

#endif
