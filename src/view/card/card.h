// SPDX-License-Identifier: MIT
// Pieces that cards are made of, and the cards by kind; private to the view room.
#ifndef DIPTYCH_VIEW_CARD_H
#define DIPTYCH_VIEW_CARD_H

#include "diptych/sheet.h"
#include "diptych/skim.h"
#include "diptych/standing.h"

// What the makers of cards work on.
typedef struct Card {
    Sheet *sheet;
    Dossier *dossier;
    Skim *skim;
} Card;

// A heading of the card.
void card_heading(const Card *card, Target target, Str title, const char *aside);
// A labelled text, left out when it is empty.
void card_text(const Card *card, const char *label, Str text);
// The same, opening `target` with ENTER.
void card_link(const Card *card, Target target, const char *label, Str text);
// The value of a key of a record.
void card_key(const Card *card, const Record *record, const char *key, const char *label);
// A reference to a passage or round, opened with ENTER: "wg1.34  Igor A. Rogachev: ", and so many columns of
// its words. `*unread` more accounts may be read for such words.
void card_reference(const Card *card, const char *label, Ref ref, size_t columns, size_t *unread);
// So many a card reads.
#define CARD_UNREAD ((size_t)8)
// Adds when it was, what it is called and what its record lacks: "1956, Third meeting (incomplete: ...)".
void card_account_add(const Card *card, Buffer *out, uint32_t account);
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
void card_source(const Card *card, uint32_t source);
void card_instrument(const Card *card, uint32_t instrument);
void card_discrepancy(const Card *card, uint32_t discrepancy);

// Adds the page of whatever it is: a round, person, topic, name, instrument, source, passage or
// discrepancy.
void card_add(Sheet *sheet, Dossier *dossier, Skim *skim, Target subject);

#endif
