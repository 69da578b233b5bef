// SPDX-License-Identifier: MIT
// What became of a side's words, as a tree.
#ifndef DIPTYCH_CHANGE_TREE_H
#define DIPTYCH_CHANGE_TREE_H

#include "diptych/change.h"
#include "diptych/tree.h"

// A node for each kind that there is, with how many; below it the earlier words, and below these the later
// ones that come back to them. The caller frees it.
Tree *change_tree(Dossier *dossier, const Skim *skim, const Change *change);

// Adds whose words, from which account to which, and on what: "USSR, wg1 (20 Dec 1988, a summary) to wg2 (21
// Mar 1989, incomplete): Letters of September 1956"; without the days unless `dated`.
void change_caption_add(Buffer *out, const Dossier *dossier, const Change *change, bool dated);

#endif
