// SPDX-License-Identifier: MIT
// What became of a side's words between two rounds.
#ifndef DIPTYCH_CHANGE_H
#define DIPTYCH_CHANGE_H

#include "diptych/selector.h"
#include "diptych/standing.h"

// Of words of the earlier account, and of the later one.
typedef enum ChangeKind {
    CHANGE_CONTRADICTED, // later words contradict earlier ones,
    CHANGE_RETREATED,    // retreat from them
    CHANGE_RESTATED,     // or restate them: themselves, or what restated them in between
    CHANGE_NEW,          // later words come back to none of the earlier account
    CHANGE_DROPPED,      // no later words come back to earlier ones, and the record would show them
    CHANGE_NOT_THERE,    // none come back to them, and the record is not complete
    CHANGE_KINDS
} ChangeKind;

// Words, and what they became.
typedef struct ChangeItem {
    ChangeKind kind;
    PassageId earlier; // its account NONE for NEW
    PassageId later;   // its account NONE for DROPPED and NOT_THERE
} ChangeItem;

// A side in two accounts.
typedef struct Change {
    uint32_t party; // and those of its side
    uint32_t from, to;
    uint32_t topic;    // it, or those below it; NONE: all of substance
    ChangeItem *items; // by kind, then by earlier and later words
    size_t count;
    size_t counts[CHANGE_KINDS]; // earlier words of the kind, or later ones of NEW
    bool cut;                    // there was too much to be followed
} Change;

// What was said to the other side: claims, concessions and refusals that stand on the topic, and whatever
// comes back to them. Takes both rounds into the skim; what lies between is known as far as it goes. The
// account of the earlier round is `from`, whichever is given first. The caller frees it.
Change *change_new(Dossier *dossier, Skim *skim, uint32_t party, const uint32_t accounts[2], uint32_t topic);
void change_free(Change *change);

// True when the two columns are of one side.
bool change_sides_match(const Dossier *dossier, const Selector columns[2]);

// "restated", "not in the later record".
const char *change_word(ChangeKind kind);

#endif
