// SPDX-License-Identifier: MIT
// The state of a side on a topic in a round: the one place that judges it, and the words for it.
#ifndef DIPTYCH_STANDING_H
#define DIPTYCH_STANDING_H

#include "diptych/skim.h"

// The first that holds. A side is called silent only where a record would show its words.
typedef enum StandingState {
    STANDING_SPOKE,    // it has a passage there that is neither omitted nor an editor's summary
    STANDING_ANSWERED, // a passage of its elsewhere answers, rebuts, distinguishes or agrees with one there
    STANDING_PUT_OFF,  // a passage of its elsewhere defers one there
    STANDING_OMITTED,  // an omitted or summary passage of its carries the topic
    STANDING_TOLD,     // another account of the round has its words there
    STANDING_ABSENT,   // it was not at the table: no participant, and no speaker in any account
    STANDING_SILENT,   // the account is full, and fully tagged
    STANDING_NOT_IN_MINUTES, // the account is the whole course of the meeting in summary, and fully tagged
    STANDING_NOT_IN_RECORD,  // the account is not complete, or not fully tagged
    STANDING_NOT_RECORDED,   // no account of the round holds speech
    STANDING_COUNT
} StandingState;

// A passage that is why.
typedef struct Reason {
    PassageId passage;
    uint32_t number;
    uint32_t topic; // that it stands under: within the one asked about where its own words are meant, else
                    // its first; NONE: none
} Reason;

// A state, and why it is so.
typedef struct Standing {
    StandingState state;
    uint32_t round;        // it is about
    const Reason *reasons; // each passage once, in the order of the record; none of the states from ABSENT
                           // on. Valid as long as the standings
    size_t count;
} Standing;

// What a side has in a round, gathered once and asked about any account and topic.
typedef struct Standings Standings;

// Words under a topic count for those above it, up to so many levels.
#define STANDING_LEVELS 32

// Gathers what `party` (NONE: nobody) has in `round`, on every topic or with `topic` other than NONE for
// questions about that one alone. Takes the round into the skim when it is not there yet. The caller frees it
// before the skim.
Standings *standings_new(Dossier *dossier, Skim *skim, uint32_t round, uint32_t party, uint32_t topic);
void standings_free(Standings *standings);

// The state in an account of the round.
Standing standings_of(const Standings *standings, uint32_t account, uint32_t topic);

// The topics on which it has something to give a reason for, from SPOKE to TOLD, in the account, each once
// and in the order of the dossier; on all others its state is standings_lack(). `*count` gets how many; the
// caller frees the array.
uint32_t *standings_topics(const Standings *standings, uint32_t account, size_t *count);
// The state on every topic that it has nothing on: one of those from ABSENT on, without reasons.
Standing standings_lack(const Standings *standings, uint32_t account);

// True when a passage of the account, whoever's, stands under the topic or under one below it, as far as the
// skim goes.
bool standing_is_raised(const Dossier *dossier, const Skim *skim, uint32_t account, uint32_t topic);

// Marks the parties that were at the table of the round in `seated`, which has an item for each of the
// dossier's: the participants, and the speakers of any account. Returns how many it marks that were not
// marked before.
size_t standing_seat(Dossier *dossier, Skim *skim, uint32_t round, bool *seated);

// What it means that a side which was at the table has no words in the account that anything points to: one
// of the states from SILENT on, without reasons.
Standing standing_of_lack(Dossier *dossier, Skim *skim, uint32_t account);

// What the state is called: "put off". For lists and legends.
const char *standing_word(StandingState state);
// What it says on the screen, without its reasons: "not at the table".
const char *standing_phrase(StandingState state);
// What it means, for a legend.
const char *standing_meaning(StandingState state);
// Adds what it says on the screen, with its reasons: "put off: 103", "told by panov: 7, 9". Of SPOKE where
// the words stand: "under The northern landing: 3". Of NOT_RECORDED where a record is printed, if that is
// known.
void standing_add(Buffer *out, const Dossier *dossier, Standing standing);
// The same without the numbers of passages: "put off", "told by panov".
void standing_add_plain(Buffer *out, const Dossier *dossier, Standing standing);

#endif
