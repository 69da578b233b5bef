// SPDX-License-Identifier: MIT
// The skim from inside: what it keeps of each passage and of each link, in as few bytes as will do.
#ifndef DIPTYCH_DOSSIER_SKIMMED_H
#define DIPTYCH_DOSSIER_SKIMMED_H

#include "diptych/ranges.h"
#include "diptych/skim.h"
#include "model.h"

// 24 bytes.
typedef struct SkimmedPassage {
    uint32_t number;
    uint32_t day;      // the first day of its date, so that days compare as numbers
    uint32_t topics;   // where its topics begin in the account's
    uint32_t speakers; // where its turn's speakers begin in the account's
    uint16_t topic_count;
    uint16_t link_count; // at most UINT16_MAX
    uint8_t speaker_count;
    uint8_t status : 4;
    uint8_t act : 4;
    uint8_t addressee : 4;
    uint8_t capacity : 3;
    uint8_t restates : 1; // some link of it does
    uint8_t verdicts;     // among its links: a sum of 1 << (Verb - VERB_SUPPORTED)
} SkimmedPassage;

// A link, kept with the account that it goes to. 20 bytes.
typedef struct SkimmedLink {
    NumberRange range; // numbers; 0: the whole account
    uint32_t account;  // it comes from
    uint32_t ordinal : 28;
    uint32_t verb : 4;
} SkimmedLink;

// What is kept of one account.
typedef struct SkimmedAccount {
    bool done;
    bool sorted; // the incoming links
    SkimmedPassage *passages;
    uint32_t count;
    uint16_t *topics;
    uint32_t *speakers;
    uint32_t *by_number; // as in Speech; null when it is the order of speaking
    size_t held;         // bytes of the arrays above
    SkimmedLink *incoming;
    size_t incoming_count, incoming_capacity;
} SkimmedAccount;

// The skim's own memory.
struct Skim {
    Dossier *dossier;
    SkimmedAccount *accounts;
    uint32_t next;   // account
    size_t problems; // that the parser met in those skimmed
    Backlink *found; // of the last question
    size_t found_count, found_capacity;
    size_t limit; // of it
};

// Takes in an account's speech.
void skim_take(Skim *skim, const Speech *speech);

#endif
