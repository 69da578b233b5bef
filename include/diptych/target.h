// SPDX-License-Identifier: MIT
// One thing of a dossier, of whatever kind: what an entry is about, what a reader names, what opens a card.
#ifndef DIPTYCH_TARGET_H
#define DIPTYCH_TARGET_H

#include "diptych/dossier.h"

// The kinds of things that a dossier holds.
typedef enum TargetKind {
    TARGET_NONE,
    TARGET_PASSAGE, // index: account, ordinal: its ordinal
    TARGET_ROUND,
    TARGET_ACCOUNT,
    TARGET_PERSON,
    TARGET_TOPIC,
    TARGET_NAME,
    TARGET_SOURCE,
    TARGET_DISCREPANCY,
    TARGET_INSTRUMENT,
    TARGET_PARTY
} TargetKind;

// A thing by its kind and its index in the dossier's array of that kind.
typedef struct Target {
    TargetKind kind;
    uint32_t index;
    uint32_t ordinal; // of a passage only
} Target;

#endif
