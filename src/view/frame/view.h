// SPDX-License-Identifier: MIT
// What a view is: everything that the frame knows about one. A view is a file of its own and a line in
// views.c.
#ifndef DIPTYCH_VIEW_VIEW_H
#define DIPTYCH_VIEW_VIEW_H

#include "diptych/keys.h"
#include "diptych/reader.h"
#include "view/pane/pane.h"

// A view of a reader.
typedef struct View View;

// What may be null is marked so.
typedef struct ViewType {
    const char *name;  // one word: in sessions, and in lists of views
    Press letter;      // that opens it behind v; 0: none does
    const char *about; // said beside the letter; null: the name
    const char *title; // of the second line of the screen; null: the two sides stand there
    const char *hints; // keys for the last line, two blanks between them, the most needed last
    Action action;     // a key of its own that opens it; ACTION_NONE: it has none
    const char *word;  // that does it in the ":" prompt; null: none does
    Need need;         // what there must be for it to show anything

    // What it is like. False where nothing is said.
    bool is_base; // a view that was opened from none comes back to the last one of these when it is closed;
                  // one of these, to the first of the list, and that is left
    bool is_kept; // a session that ends in it begins in it
    bool of_account;    // shows one account: made anew for another one, or for other columns
    bool has_words;     // shows the passages of that account, so that they can be gone to there
    bool of_subject;    // the page of one thing: made anew for another one
    bool of_search;     // lists what is found: made anew for a new search, and as hits come in
    bool of_skim;       // tells what the skim finds: made anew when that is complete
    bool by_topic;      // its bands are topics: a place is found again by its topic
    bool keeps_side;    // next and previous keep to the side in focus
    bool takes_columns; // what follows its word in the ":" prompt names columns
    bool has_third;     // the current passage's page stands beside it on a wide screen

    const PaneType *pane;
    // Makes the content that the pane takes over.
    void *(*fill)(Reader *reader);
    // Opens it by its letter (ACTION_VIEW), its own key or its word. May be null: it is gone to, as it was
    // left.
    void (*open)(Reader *reader, View *view, Action action);
    // Moves to where the reader is to find it when it is opened. May be null: it keeps its place.
    void (*point)(Reader *reader);
    // ENTER. May be null: passages, accounts and the pages of things are gone to.
    void (*follow)(Reader *reader, Target target);
    // Its word with what was typed behind it, the name of a thing or (`takes_columns`) columns. May be null:
    // the word opens it, and nothing may follow.
    void (*obey)(Reader *reader, View *view, Str rest);
    // Makes what the view has of its own, beside its pane, before it is first filled, and frees it with the
    // reader. Both null: it has nothing.
    void *(*begin)(Reader *reader);
    void (*end)(void *own);
    // Goes on for about so many milliseconds with what the view shows, between keys, while it is on the
    // screen. False: nothing is left to do. May be null.
    bool (*work)(Reader *reader, View *view, unsigned milliseconds);
    // Puts what it shows in another order, leaves something out of it, folds what is current. Each may be
    // null: the view does not do that, or leaves folding to its pane.
    void (*sort)(Reader *reader, View *view);
    void (*filter)(Reader *reader, View *view);
    bool (*fold)(Reader *reader, View *view);
    // Takes what was typed behind "only:", which filter() has asked for with reader_ask().
    void (*wish)(Reader *reader, View *view, Str words);
    // The words that it understands there and behind its own word, beside sides, people and topics: from 0
    // on; null behind the last. May be null.
    const char *(*wishes)(size_t index);
    // One round on (+1) or back (-1) in what it shows. False: there is none. May be null: another round is
    // gone to.
    bool (*step_round)(Reader *reader, int direction);
    // So many things are told of what is current above the last line, on a screen of some height: the first
    // takes a row, the others share what there is. foot_add() adds one, in a line of any length.
    size_t foot;
    void (*foot_add)(Reader *reader, size_t index, Buffer *out);
    // Adds to the title. May be null.
    void (*title_add)(const Reader *reader, Buffer *out);
    // Makes the page of one thing as content of its pane, for the third pane. Null but for one view.
    void *(*fill_third)(Reader *reader, PassageId passage);
} ViewType;

// A view of one reader.
struct View {
    const ViewType *type;
    Pane *pane; // null: not open, or its content has changed
    void *own;  // what begin() made; null: not yet
};

// The views, the first one is begun with.
typedef struct ViewList {
    const ViewType *const *types;
    size_t count;
} ViewList;

// Those of the program (views.c).
ViewList views_all(void);

// reader_open() with other views than those of the program. The types must outlive the reader.
Reader *reader_open_with(Dossier *dossier, ViewList views, bool ascii, bool restricted);

#endif
