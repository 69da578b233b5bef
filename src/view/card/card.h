// SPDX-License-Identifier: MIT
// Pieces that cards are made of, and the cards by kind; private to the view room.
#ifndef DIPTYCH_VIEW_CARD_H
#define DIPTYCH_VIEW_CARD_H

#include "diptych/sheet.h"
#include "diptych/skim.h"
#include "diptych/standing.h"

// What is shown beside the page, and is not said again in it.
typedef struct Beside {
    uint32_t topic;      // of the band that the passage stands in; NONE: of none
    Selector columns[2]; // with their accounts
    bool links;          // those that tie it to the other column
} Beside;

// What the makers of cards work on.
typedef struct Card {
    Sheet *sheet;
    Dossier *dossier;
    Skim *skim;
    const Beside *beside; // null: nothing is
} Card;

// A heading of the card.
void card_heading(const Card *card, Target target, Str title, const char *aside);
// A labelled text, left out when it is empty.
void card_text(const Card *card, const char *label, Str text);
// The same, opening `target` with ENTER.
void card_link(const Card *card, Target target, const char *label, Str text);
// The value of a key of a record.
void card_key(const Card *card, const Record *record, const char *key, const char *label);
// A row for a reference to a passage or round, opened with ENTER: "wg1.34  rebutted by  USSR  Of all that
// ...".
// `*unread` more accounts may be read for its words.
void card_reference(const Card *card, Ref ref, const char *what, size_t *unread);
// The same to stand below rows of accounts: "wg1.103  Japan, put off  Of that another time.".
void card_reference_below(const Card *card, Ref ref, const char *what, size_t *unread);
// So many a card reads.
#define CARD_UNREAD ((size_t)8)
// A row for an account, opened with ENTER: its name, what is to be said of it, when it was, what it is called
// and what its record lacks: "wg2  USSR 7  21 Mar 1989, Third meeting (incomplete: ...)".
void card_account(const Card *card, uint32_t account, Str what);
// Adds "1 passage", "2 passages".
void card_count_add(Buffer *out, size_t passages);
// Adds a side and how many passages it has, or what its state is: "USSR 7", "Japan put off: 103".
void card_side_add(const Card *card, Buffer *out, uint32_t party, Standing standing);
// A sentence when the skim is not complete, since what follows is then only what is known so far.
void card_progress(const Card *card);

// Each adds the page of one thing.
void card_round(const Card *card, uint32_t round);
void card_passage(const Card *card, PassageId passage);
void card_topic(const Card *card, uint32_t topic);
void card_person(const Card *card, uint32_t person);
void card_name(const Card *card, uint32_t name);
// Adds what a person conceded to the other side, a line each, in all rounds.
void card_concessions(const Card *card, uint32_t person);
void card_source(const Card *card, uint32_t source);
void card_instrument(const Card *card, uint32_t instrument);
void card_discrepancy(const Card *card, uint32_t discrepancy);

// Adds the page of whatever it is: a round, person, topic, name, instrument, source, passage or
// discrepancy.
void card_add(Sheet *sheet, Dossier *dossier, Skim *skim, Target subject);
// That of a passage, which stands in one of the columns beside the page.
void card_add_beside(Sheet *sheet, Dossier *dossier, Skim *skim, PassageId passage, const Beside *beside);

#endif
