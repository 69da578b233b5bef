// SPDX-License-Identifier: MIT
// What a view shows, before it has a width: strips of entries, one or two columns.
#ifndef DIPTYCH_SHEET_H
#define DIPTYCH_SHEET_H

#include "diptych/align.h"
#include "diptych/grid.h"
#include "diptych/query.h"
#include "diptych/skim.h"
#include "diptych/target.h"

// What an entry is.
typedef enum EntryKind {
    ENTRY_PASSAGE, // number, act, status and links in the margin, its text, its other topics
    ENTRY_HEADING, // a title with a rule to the margin, and an aside at its end
    ENTRY_TEXT,    // prose, wrapped; with a label in the margin when there is one
    ENTRY_TITLE,   // one line: a title, and an aside at its end
    ENTRY_HIT,     // one line: the words around a place in a passage
    ENTRY_ROW,     // cells in one line, under those of the rows around it
    ENTRY_SILENCE, // why a column is empty
    ENTRY_SENTENCE // what a side holds
} EntryKind;

// Where an entry stands.
typedef enum Side { SIDE_LEFT, SIDE_RIGHT, SIDE_WHOLE } Side;

// What the cursor may rest on, or a piece of text beside it.
typedef struct Entry {
    EntryKind kind : 8;
    Side side : 8;
    uint16_t indent; // levels that it is set in, as far as there is room
    Style style;
    Target target;  // the cursor rests on it, ENTER opens it
    uint32_t topic; // the one that a passage stands under; NONE: none
    Str label;      // of a passage: who speaks and when, where the column has not said so; of a silence
                    // or sentence: whose
    Str text;       // empty for a passage and a hit, cells behind line feeds; the label and these are the
                    // sheet's
    union {
        Str aside;     // of a heading or title
        Match keyword; // of a hit: bytes of the passage's text
    };
} Entry;

// Why the first passages of the two sides of a strip begin on one row.
typedef enum Pairing {
    PAIRING_NONE,   // they do not: the one that was said later begins further down
    PAIRING_SPOKEN, // they are an exchange: one side's turn, and the other's that follows it
    PAIRING_LINKED  // they are an anchor
} Pairing;

// Entries laid out together: those of the left side beside those of the right, or one over the whole width.
typedef struct Strip {
    uint32_t first; // index of its first entry; the left ones come first
    uint32_t left;  // entries on the left
    uint32_t right; // entries on the right
    uint32_t whole; // entries over the whole width; then the others are 0
    Pairing pairing;
    uint32_t band;        // which band or section it belongs to, counted from 0
    uint32_t parties[2];  // the sides that face each other in it; NONE: none
    uint32_t accounts[2]; // where they speak, of those that there are
} Strip;

// The content of a view, before it is laid out: strips of entries, one below the other.
typedef struct Sheet {
    Entry *entries;
    size_t entry_count, entry_capacity;
    Strip *strips;
    size_t strip_count, strip_capacity;
    uint32_t bands;
    uint32_t topic;      // of the passages that are added next; NONE: none
    uint32_t indent;     // of the entries that are added next, in levels
    uint32_t parties[2]; // of the strips that are added next, as are the accounts
    uint32_t accounts[2];
    bool plain; // what is said about a side that has no words names no passages
    struct Arena *arena;
} Sheet;

// An empty sheet. The caller frees it.
Sheet *sheet_new(void);
void sheet_free(Sheet *sheet);

// Begin the next band; strips that follow belong to it.
void sheet_band(Sheet *sheet);
// Each adds one strip over the whole width. Texts are visible (visible.h) and are copied; only that of
// sheet_text() may hold line feeds.
void sheet_heading(Sheet *sheet, Target target, Str title, Str aside);
void sheet_title(Sheet *sheet, Target target, Str title, Str aside);
void sheet_text(Sheet *sheet, Target target, Str label, Str text, Style style);
// Up to ROW_CELLS cells, which may be empty, of which the last is cut to the room that it has; line feeds in
// them are not shown.
#define ROW_CELLS 4
void sheet_row(Sheet *sheet, Target target, const Str *cells, size_t count);
void sheet_hit(Sheet *sheet, PassageId passage, Str label, Match keyword);
void sheet_passage(Sheet *sheet, PassageId passage, Str label); // over the whole width
// Opens a strip of two columns; sheet_put() and its like fill it, the left side before the right.
// `label`: see Entry; where there are no columns each passage names its speaker anyway.
void sheet_pair(Sheet *sheet);
// Says of the open strip why its passages begin on one row; PAIRING_NONE unless it is said.
void sheet_set_pairing(Sheet *sheet, Pairing pairing);
void sheet_put(Sheet *sheet, Side side, PassageId passage, Str label);
void sheet_put_silence(Sheet *sheet, Side side, Str whose, Str reason);
void sheet_put_sentence(Sheet *sheet, Side side, Str whose, Str sentence);

// The overview: for each topic that either column raises in its account (without one in `account`) a title
// with how much is said, and beside each other what the sides hold. Topics of substance first, by group;
// procedure behind them, and last what is noted of the record. The skim is the dossier's. Of topics `only`
// those that have it in these lines, or all when it is null.
void sheet_add_overview(Sheet *sheet, Dossier *dossier, Skim *skim, const Selector columns[2],
                        uint32_t account, Query *only);

// Where accounts differ: first what concerns the round, then all else, under the first round that each
// concerns.
void sheet_add_discrepancies(Sheet *sheet, const Dossier *dossier, uint32_t round);
// For paper: what concerns the round, or all of them (NONE), each with its readings. False: there is none.
bool sheet_add_all_readings(Sheet *sheet, const Dossier *dossier, uint32_t round);

// What each side said in the account that the other had said, by side and verdict: the passages judged, the
// reason, and the words. False: there is none.
bool sheet_add_attributions(Sheet *sheet, Dossier *dossier, uint32_t account);

// The compare view and `show` alike: a heading for each band, a strip for each stretch from anchor to anchor,
// asides where the record has them; of a side that has no words, its standing. The skim is the dossier's.
void sheet_add_alignment(Sheet *sheet, Dossier *dossier, Skim *skim, const Alignment *alignment);
// The spoken view: the account turn by turn, in the order of speaking, each turn a band and in its speaker's
// column; joint texts, narration and other parties over the whole width.
void sheet_add_spoken(Sheet *sheet, Dossier *dossier, Skim *skim, uint32_t account,
                      const uint32_t parties[2]);
// Footnotes to the passages of the sheet `of`, another one: the notes, reasons and terms of each, and on what
// accounts differ, numbered, with the passage's reference; once for each passage, in the order of `of`.
// Nothing where there are none.
void sheet_add_notes(Sheet *sheet, Dossier *dossier, const Sheet *of);

// Marks the sources of the passages of the sheet in `cited`, which has an item for each of the dossier's; and
// adds a list of those that are marked, with their citations. Nothing where none is.
void sheet_mark_sources(const Sheet *sheet, Dossier *dossier, bool *cited);
void sheet_add_sources(Sheet *sheet, const Dossier *dossier, const bool *cited);

#endif
