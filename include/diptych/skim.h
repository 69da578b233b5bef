// SPDX-License-Identifier: MIT
// The whole dossier at a glance: at most 64 bytes a passage, filled in slices.
#ifndef DIPTYCH_SKIM_H
#define DIPTYCH_SKIM_H

#include "diptych/speech.h"

// A little of every passage of the dossier: what views of many rounds need.
typedef struct Skim Skim;

// An empty skim of the dossier, which must outlive it. The caller frees it.
Skim *skim_new(Dossier *dossier);
void skim_free(Skim *skim);

// Goes on for about `milliseconds` (0: one account), one account at the least; texts it read for itself alone
// are let go. Pointers from dossier_speech() stay valid. False when there is nothing left to do.
bool skim_step(Skim *skim, unsigned milliseconds);
bool skim_complete(const Skim *skim);
// Takes all accounts of a round at once, for what cannot wait for its turn.
void skim_take_round(Skim *skim, uint32_t round);
// Accounts done and in all.
size_t skim_done(const Skim *skim);

// What is known of a passage without its text.
typedef struct Glance {
    uint32_t number;
    uint32_t speaker;  // the first: person, or party + SKIM_PARTY, or NONE
    uint8_t status;    // Status
    uint8_t act;       // Act
    uint8_t addressee; // Addressee
    uint8_t capacity;  // Capacity
    uint16_t topic_count;
    const uint16_t *topics;   // its own; valid as long as the skim
    const uint32_t *speakers; // all of them, as `speaker` is written; several in a joint text
    size_t speaker_count;
    uint32_t link_count;
    uint16_t verdicts; // among its links: a sum of 1 << Verb
    bool restates;     // its own side's earlier words
} Glance;
// The bit of a speaker that is a party and no person.
#define SKIM_PARTY 0x80000000u
// Topics from this one on are left out of the skim.
#define SKIM_TOPICS_MAX UINT16_MAX
// The party of one of the speakers, or NONE.
uint32_t glance_party(const Dossier *dossier, uint32_t speaker);
// True when the party (NONE: never) is one of them.
bool glance_is_by(const Dossier *dossier, const Glance *glance, uint32_t party);
// True when it stands under the topic or under one below it.
bool glance_is_on(const Dossier *dossier, const Glance *glance, uint32_t topic);

// Passages of the account, 0 when it is not skimmed yet; skim_has() tells the difference.
size_t skim_count(const Skim *skim, uint32_t account);
bool skim_has(const Skim *skim, uint32_t account);
// Of one that is not there as far as is known: words of nobody's without a number.
Glance skim_glance(const Skim *skim, uint32_t account, uint32_t ordinal);

// The ordinal of the passage of that number, as far as is known, or NONE.
uint32_t skim_find(const Skim *skim, uint32_t account, uint32_t number);

// A link that goes to an account, as it is written.
typedef struct Arrow {
    PassageId from;
    uint32_t first, last; // numbers; first is 0 when the whole account is meant
    Verb verb;
} Arrow;

// The links to the account that are known so far, in no order.
size_t skim_arrow_count(const Skim *skim, uint32_t account);
Arrow skim_arrow(const Skim *skim, uint32_t account, size_t index);

// A link found from its other end.
typedef struct Backlink {
    PassageId from;
    uint32_t number; // of `from`
    Verb verb;
    uint32_t layer; // it is from; NONE: the passage's own
} Backlink;

// In order of the passages, of the verbs, and of the layers; for qsort().
int backlink_compare(const void *a, const void *b);

// More links to one passage than this are not told one by one.
#define BACKLINKS_SHOWN ((size_t)256)

// The passages' own links to passage `number` of `account` (0: to the account as a whole) known so far, in
// order of their passages; where there are more than `limit` (1 and up), some of them. The array is valid
// until the next call; `*count` gets its length.
const Backlink *skim_backlinks(Skim *skim, uint32_t account, uint32_t number, size_t limit, size_t *count);

// Bytes held.
size_t skim_bytes(const Skim *skim);

#endif
