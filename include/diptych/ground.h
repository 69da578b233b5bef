// SPDX-License-Identifier: MIT
// Common ground: what is conceded to the other side and agreed with it. The one place that judges it.
#ifndef DIPTYCH_GROUND_H
#define DIPTYCH_GROUND_H

#include "diptych/skim.h"

// What a passage adds to the common ground. What a side tells its own people, the public, a third state or
// the readers of a memoir adds nothing, nor do courtesies and points of order.
typedef enum GroundKind {
    GROUND_NONE,
    GROUND_CONCESSION, // it concedes
    GROUND_AGREEMENT,  // it agrees with words of another side
    GROUND_JOINT       // a text of several sides
} GroundKind;

// What a passage adds, and to whose words.
typedef struct Ground {
    GroundKind kind;
    const Link *object; // to the words that it concedes or agrees to; null where no link names them. Valid
                        // as layered_links() is
} Ground;

// True when the passage concedes something to the other side: for counting, from a glance alone. A joint text
// that does is nobody's concession.
bool ground_is_concession(const Dossier *dossier, const Glance *glance);

// What the passage, whose account is in the skim, adds. The words that it links to are known as far as the
// skim goes.
Ground ground_of(const Dossier *dossier, const Skim *skim, const Speech *speech, const Passage *passage);

#endif
