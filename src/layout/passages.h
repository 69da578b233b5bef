// SPDX-License-Identifier: MIT
// Passages as lines of trees.
#ifndef DIPTYCH_LAYOUT_PASSAGES_H
#define DIPTYCH_LAYOUT_PASSAGES_H

#include "diptych/skim.h"

// Adds who speaks, the reference, and what is to be said of it: "Igor A. Rogachev, wg1.58, put off".
void passages_label_add(Buffer *out, const Dossier *dossier, const Skim *skim, PassageId passage,
                        const char *what);

#endif
