// SPDX-License-Identifier: MIT
// What a reader is made of; private to the files of the view room.
#ifndef DIPTYCH_VIEW_INSIDE_H
#define DIPTYCH_VIEW_INSIDE_H

#include "diptych/keys.h"
#include "diptych/prompt.h"
#include "diptych/reader.h"
#include "diptych/search.h"
#include "diptych/skim.h"
#include "diptych/ties.h"
#include "view/frame/trail.h"
#include "view/pane/pager.h"

// How texts are laid out, as the reader set it.
typedef struct Look {
    bool stacked; // asked for; a narrow screen stacks all the same
    bool ascii;
    bool lens;
    size_t left; // columns of the left side; 0: half
} Look;

typedef enum PromptKind { PROMPT_NONE, PROMPT_SEARCH, PROMPT_COMMAND, PROMPT_SAVE } PromptKind;

// A topic that is followed from round to round through one that lacks it: good while the reader is where that
// round was entered.
typedef struct Following {
    uint32_t topic;
    uint32_t account; // of the round that lacks it
    uint32_t landed;  // topic of the band that was entered there, or NONE
} Following;

// The search, and where in its hits the reader is.
typedef struct Finding {
    Search *search; // null: none
    size_t at;      // index of the current hit, when `on`
    bool on;        // a hit has been gone to
    bool waiting;   // for the first hit
    size_t listed;  // hits in the results view, when it is open
    bool told;      // the last line tells of the hit
    bool highlight;
} Finding;

struct Reader {
    Dossier *dossier;
    Skim *skim;
    size_t rows, columns; // of the screen

    ViewKind view;
    ViewKind base;    // the text view that closing comes back to
    uint32_t account; // of the compare and spoken views
    Selector columns_of[2];
    Target subject; // of the card
    Pager panes[VIEW_COUNT];
    Pager apart[2];  // the sides of the compare view while they scroll apart, else closed
    Side apart_side; // the one that moves act on
    Pager beside;    // the third pane of wide screens: the card of the current passage
    Target beside_of;
    Look look;
    bool restricted; // writes no files but its own

    Trail trail;
    Following following;
    Finding finding;
    KeyState keys;
    Prompt prompts[3]; // of searches, commands, and names of files
    PromptKind prompting;
    size_t link; // of the current passage, selected by TAB; 0: none, else its index + 1

    Buffer said; // the message of the last line
    Buffer copy;
    Wish wish;
    bool changed;
    size_t skimmed; // accounts, when the screen was last painted
};

// --- the panes (panes.c)

// The columns of the three parts of the screen.
typedef struct Widths {
    size_t text;   // of the pane
    size_t beside; // of the third pane; 0: there is none
    bool stacked;
} Widths;
Widths reader_widths(const Reader *reader);
// The pane of the view that is shown.
Pager *reader_pane(Reader *reader);
// The pane that moves act on: the focused side's when the sides scroll apart.
Pager *reader_active(Reader *reader);
// Opens the pane of `view` if that has not been done since its content changed.
void reader_build(Reader *reader, ViewKind view);
// The content of the view has changed: it is built anew at its next use, or now, where it was left.
void reader_drop(Reader *reader, ViewKind view);
void reader_renew(Reader *reader, ViewKind view);
// True while the sides scroll apart, which any jump ends.
bool reader_is_apart(const Reader *reader);
void reader_lock(Reader *reader);
// Lets the sides scroll apart, or together again.
void reader_unlock(Reader *reader, Command command, int argument);
// Lays all panes out anew, keeping places: after a change of size or look.
void reader_relayout(Reader *reader);
// The same when only links or highlights have changed, and each pane is as wide as it was.
void reader_refresh(Reader *reader);
// Opens the third pane for the current passage, or closes it.
void reader_build_beside(Reader *reader);

// --- places (places.c)

Place reader_place(Reader *reader);
// Shows the place without a trace in the trail.
void reader_restore(Reader *reader, Place place);
// Goes to a place, remembering this one.
void reader_visit(Reader *reader, Place place);
// Goes to a passage in the text view that is the base, in the band of `topic` when it stands there.
void reader_visit_passage(Reader *reader, PassageId passage, uint32_t topic);
void reader_visit_card(Reader *reader, Target subject);
void reader_visit_view(Reader *reader, ViewKind view);
// To the account; in the band of `topic` when it is raised there, else at the beginning.
void reader_visit_account(Reader *reader, uint32_t account, uint32_t topic);
// To the band of the topic that is nearest to one that is not raised here: below it, beside it; if there is
// one.
void reader_near_topic(Reader *reader, uint32_t topic);
// The current passage, which is there. False: the current entry is none.
bool reader_current_passage(Reader *reader, PassageId *passage);
// The topic of the band that the current entry stands in, or NONE.
uint32_t reader_current_topic(Reader *reader);
// How to say that a topic does not occur: what a record that is not full lacks may have been said all the
// same.
const char *reader_lacking(const Reader *reader);

// --- what is shown (card.c, lists.c)

void results_add(Sheet *sheet, const Dossier *dossier, const Search *search);
void help_add(Sheet *sheet);

// --- links (links.c)

void links_select(Reader *reader, int direction, uint32_t count);
void links_follow(Reader *reader, Command command, int argument);
void links_counterpart(Reader *reader, Command command, int argument);
void links_really_said(Reader *reader, Command command, int argument);
// True when another party's passage answers, rebuts, distinguishes or agrees with it, as far as is known.
bool links_answered(Dossier *dossier, Skim *skim, PassageId passage);

// --- moving about (moving.c): what keys do; the last argument is -1 or +1, or a Side

void move_line(Reader *reader, Command command, int direction);
void move_half(Reader *reader, Command command, int direction);
void move_page(Reader *reader, Command command, int direction);
void move_end(Reader *reader, Command command, int direction);
void move_focus(Reader *reader, Command command, int side);
void move_passage(Reader *reader, Command command, int direction);
void move_topic(Reader *reader, Command command, int direction);
void move_round(Reader *reader, Command command, int direction);
void move_account(Reader *reader, Command command, int direction);
void move_trail(Reader *reader, Command command, int direction);
void move_last(Reader *reader, Command command, int direction);
void move_unanswered(Reader *reader, Command command, int direction);

// --- keys, searching, commands, copying (obey.c, finding.c, going.c, copying.c, saving.c)

void reader_obey(Reader *reader, Command command);
void finding_start(Reader *reader, Str text, bool regex);
void finding_step(Reader *reader, int direction, uint32_t count);
void finding_clear(Reader *reader, Command command, int argument);
bool finding_work(Reader *reader, unsigned milliseconds);
// The results view: fills a new sheet; brings the open one up to the search.
void finding_list(Reader *reader, Sheet *sheet);
void finding_relist(Reader *reader);
// In the results: to the hit that the reader is at.
void finding_point(Reader *reader);
void finding_say(Reader *reader);
// "+" when there may be more hits than are known, else "".
const char *finding_more(const Finding *finding);
void going_obey(Reader *reader, Str line);
void going_complete(Reader *reader, Prompt *prompt, bool back);
void copying_copy(Reader *reader, Action action);
void saving_save(Reader *reader, Str name);

// --- the screen (screen.c, screen_head.c, screen_foot.c)

// The first two lines, and the last.
void screen_paint_head(Reader *reader, Grid *grid);
void screen_paint_foot(Reader *reader, Grid *grid);
// Puts the text at the right end of the row, when there is room for it behind `left` columns.
void screen_put_right(Grid *grid, size_t row, size_t left, Str text, Style style);
void screen_paint(Reader *reader, Grid *grid);

#endif
