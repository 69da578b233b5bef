// SPDX-License-Identifier: MIT
// A pane of the screen: what a view shows, how far it is scrolled, what is current in it; behind one table,
// of whatever kind it is.
#ifndef DIPTYCH_VIEW_PANE_H
#define DIPTYCH_VIEW_PANE_H

#include "diptych/page.h"

// What a pane is laid out for and shown with. All of it must outlive the pane, or its next measuring.
typedef struct Setting {
    Dossier *dossier;
    Skim *skim;
    Query *query; // whose matches are highlighted; null: none
    Measure measure;
    size_t height; // rows that scroll, 1 and more; above them is one for a heading that stays
} Setting;

// Where a pane is: enough to come back to it when its content was made anew, or at another width.
typedef struct Spot {
    Target target; // of what is current; TARGET_NONE: nothing is, or nothing that could be named
    Target across; // of the column that the cursor is in, where there is a table
    uint32_t topic;
    uint32_t band; // the band that it stands in, for panes whose bands are no topics
    size_t offset; // bytes of its text above the screen
    size_t row;    // of the screen, from the first one that scrolls
} Spot;

// What shows the content of a view, and moves in it.
typedef struct Pane Pane;

// What a kind of pane does. What says that it may be null is for those kinds alone that have it.
typedef struct PaneType {
    // Takes over the content, which is of the type's own sort, and begins at its first entry. Returns a pane
    // with `type` and `setting` set.
    Pane *(*open)(void *content, const Setting *setting);
    void (*close)(Pane *pane);
    // Lays out anew for pane->setting; the place stays.
    void (*measure)(Pane *pane);
    // Takes over what the reader did to an older pane of the same view (folded parts), before place(). May be
    // null.
    void (*inherit)(Pane *pane, const Pane *older);

    // A line down or up is to the next entry or the one before, as long as there is one: entries are rows.
    bool lines_are_entries;
    // Scrolls by rows, down when positive; what is current follows. False: nothing moved.
    bool (*scroll)(Pane *pane, long rows);
    // To the beginning (-1) or the end (+1).
    void (*to_end)(Pane *pane, int direction);
    // Goes `count` entries on (+1) or back (-1), on the side in focus or on any. False: there are not so
    // many.
    bool (*step)(Pane *pane, int direction, size_t count, bool any_side);
    // The same by bands.
    bool (*step_band)(Pane *pane, int direction, size_t count);
    // To the side, next to what is current, in this band or in any. False: there is nothing.
    bool (*focus)(Pane *pane, Side side, bool any_band);
    // Folds what is current, or unfolds it. False: it has nothing to fold. May be null.
    bool (*fold)(Pane *pane);

    // What is current; TARGET_NONE: nothing.
    Target (*target)(const Pane *pane);
    // How many bands there are, which one is current, the topic of one (NONE: of none).
    uint32_t (*bands)(const Pane *pane);
    uint32_t (*band)(const Pane *pane);
    uint32_t (*topic)(const Pane *pane, uint32_t band);
    Spot (*spot)(const Pane *pane);
    // Makes what the spot names current, where it was on the screen. False: it is not there, and nothing
    // moved.
    bool (*place)(Pane *pane, const Spot *spot);
    // To the first entry of the band. False: there is none.
    bool (*to_band)(Pane *pane, uint32_t band);
    // Shows what is current, whole where that goes, and byte `offset` of it in any case, with up to `above`
    // rows of what stands before it and no row left empty below the last one.
    void (*show)(Pane *pane, size_t offset, size_t above);

    // What it holds, one after the other, each with a text: entries, nodes, or headings of rows and cells.
    // How many there are; which one is current, or where nothing can be, topmost on the screen, at the end
    // the last; makes one current, if it can be, and shows it as show() does.
    size_t (*items)(const Pane *pane);
    size_t (*item)(const Pane *pane);
    void (*to_item)(Pane *pane, size_t item, size_t offset, size_t above);
    // Adds what one of them says; offsets of to_item() are bytes of the beginning of it.
    void (*item_add)(const Pane *pane, size_t item, Buffer *out);

    // Paints the heading into row `row` of the grid and what is below it into the rows after, from `column`
    // on; and the mark of what is current, with the grid's cursor on it, unless it is `quiet`.
    void (*paint)(const Pane *pane, Grid *grid, size_t row, size_t column, bool quiet);
    // Adds in one line what there is to know of what is current and is not shown beside it. May be null.
    void (*rest)(const Pane *pane, Buffer *out);
    // Adds a band, or all of it (NONE), as text, as wide as it is on the screen, with footnotes to passages.
    // Where there are no bands it is always all.
    void (*print)(const Pane *pane, uint32_t band, Buffer *out);
    // Opens what the pane has on one side as a pane of its own, at the same place, over the columns of that
    // side. May be null: there are no sides.
    Pane *(*side)(const Pane *pane, Side side);
    // The side in focus, left or right. Null when side() is.
    Side (*focused)(const Pane *pane);
} PaneType;

// What panes of all types begin with.
struct Pane {
    const PaneType *type;
    Setting setting;
};

// Each does nothing, or gives nothing, where there is no pane.
void pane_close(Pane *pane);
// How many items it holds; 0 where its type has none.
size_t pane_items(const Pane *pane);
// Lays out anew for another width, height or skim.
void pane_measure(Pane *pane, const Setting *setting);
// The same where only links and highlights have changed.
void pane_refresh(Pane *pane, Skim *skim, Query *query);

// Sheets of strips, one or two columns: the content is a Sheet.
extern const PaneType pane_strips;
// Strips that fold: the content is a Tree.
extern const PaneType pane_tree;
// Cells under headings that stay, while the cells scroll both ways: the content is a Table.
extern const PaneType pane_table;

// True when both are the same thing.
bool target_equal(Target a, Target b);

#endif
