// SPDX-License-Identifier: MIT
// What a reader is made of; private to the files of the view room.
#ifndef DIPTYCH_VIEW_INSIDE_H
#define DIPTYCH_VIEW_INSIDE_H

#include "diptych/keys.h"
#include "diptych/problems.h"
#include "diptych/prompt.h"
#include "diptych/reader.h"
#include "diptych/search.h"
#include "diptych/ties.h"
#include "view/frame/choosing.h"
#include "view/frame/trail.h"

// How texts are laid out, as the reader set it.
typedef struct Look {
    bool stacked; // asked for; a narrow screen stacks all the same
    bool ascii;
    bool lens;
    size_t left; // columns of the left side; 0: half
    Apparatus apparatus;
} Look;

// What the open prompt asks for, if one is open.
typedef enum PromptKind { PROMPT_NONE, PROMPT_SEARCH, PROMPT_COMMAND, PROMPT_SAVE, PROMPT_WISH } PromptKind;

// A topic that is followed from round to round through one that lacks it: good while the reader is where that
// round was entered.
typedef struct Following {
    uint32_t topic;
    uint32_t account; // of the round that lacks it
    uint32_t landed;  // topic of the band that was entered there, or NONE
} Following;

// The last jump to a counterpart, which is undone by another one at once.
typedef struct Counterpart {
    Place from;
    PassageId to;
    size_t stop; // of the trail, where it ended; 0: nothing to be undone
} Counterpart;

// The search, and where in its hits the reader is.
typedef struct Finding {
    Search *search; // null: none
    size_t at;      // index of the current hit, when `on`
    bool on;        // a hit has been gone to
    int turn;       // it was gone to round from the last one (+1), or from the first (-1)
    bool waiting;   // for the first hit
    size_t pointed; // index + 1 of the one that the list of hits was last opened at; 0: none
    size_t listed;  // hits that the views of the search show
    bool told;      // the last line tells of the hit
    bool highlight;
} Finding;

// A search of the page that a view shows, and what it found last.
typedef struct Scanning {
    Query *query; // null: none
    View *view;
    bool on;      // something has been gone to
    size_t item;  // of the pane
    size_t shown; // the item that the pane was at then
} Scanning;

// All that a reader is at.
struct Reader {
    Dossier *dossier;
    Skim *skim;
    Problems *problems;   // counted with it
    size_t rows, columns; // of the screen

    View *views; // all there are
    size_t view_count;
    View *view;  // that is shown
    View *base;  // that closing comes back to
    View *words; // the last one of those of one account: passages are gone to in it

    uint32_t account;       // of the views of one account
    Selector columns_of[2]; // that are shown
    uint32_t chosen[2];     // the parties that the reader wants left and right; a round that lacks one shows
                            // another in its place
    Target subject;         // of the view of one thing
    Pane *apart[2];         // the sides of a view while they scroll apart, else null
    View *apart_of;         // the view
    Side apart_side;        // the one that moves act on
    Pane *third; // the third pane of wide screens: the page of the current passage; null: there is none
    Target third_of;
    uint32_t third_topic; // of the band that it stands in
    bool third_goes_on;   // below the screen
    Look look;
    bool restricted; // writes no files but its own
    ReaderSave save; // null: by file_write_shared()
    void *save_context;

    Trail trail;
    KeptMarks marks;
    Following following;
    Counterpart counterpart;
    Finding finding;
    Scanning scanning;
    KeyState keys;
    Prompt prompts[4]; // of searches, commands, names of files, and wishes
    PromptKind prompting;
    PromptKind escaped; // the one that the last press, an ESC, has left
    bool save_whole; // the prompt of names of files is for all of the view, not for the topic at hand alone
    Choices choices; // what is listed above the prompt of commands
    size_t link;     // of the current passage, selected by TAB; 0: none, else its index + 1

    Buffer said; // the message of the last line
    Buffer copy;
    Wish wish;
    bool changed;
    size_t skimmed; // accounts, when the screen was last painted
};

// The files of the frame call only those that stand above them here.

// --- which view is meant (which.c)

// Null: there is none.
View *reader_view_named(const Reader *reader, Str name);
View *reader_view_by_letter(const Reader *reader, Press letter);
View *reader_view_by_action(const Reader *reader, Action action);
View *reader_view_by_word(const Reader *reader, Str word);
// The first one whose bands are the topics of an account; the one that shows the pages of things.
View *reader_view_by_topic(const Reader *reader);
View *reader_view_of_subject(const Reader *reader);
// The one of that type, which is among them.
View *reader_view_of_type(const Reader *reader, const ViewType *type);

// --- views and their panes (panes.c)

// The columns of the three parts of the screen.
typedef struct Widths {
    size_t text;  // of the pane
    size_t third; // of the third pane; 0: there is none
    bool stacked;
} Widths;
// Those of the screen and view that are shown.
Widths reader_widths(const Reader *reader, const View *view);
// How the view is laid out, whether it is shown or not.
Setting reader_setting(const Reader *reader, const View *view);
// The pane of the view, made when that has not been done since its content changed.
Pane *reader_build(Reader *reader, View *view);
// That of the view that is shown.
Pane *reader_pane(Reader *reader);
// The pane that moves act on: the focused side's when the sides scroll apart.
Pane *reader_active(Reader *reader);
// Rows of it that scroll.
size_t reader_height(const Reader *reader);
// Rows above the last one that tell of what is current: what the view does not show beside a passage, or what
// its foot_add() has to say.
size_t reader_foot_rows(const Reader *reader, const View *view);
// True while the sides scroll apart, which any jump ends.
bool reader_is_apart(const Reader *reader);
void reader_lock(Reader *reader);
// The content of the view has changed: it is made anew at its next use, or now, where it was left.
void reader_drop(View *view);
void reader_renew(Reader *reader, View *view);
// Lays all panes out anew, keeping places: after a change of size or look.
void reader_relayout(Reader *reader);
// The same when only links or highlights have changed, and each pane is as wide as it was.
void reader_refresh(Reader *reader);
void reader_close_third(Reader *reader);

// What is current, and the topic of its band, or NONE.
Target reader_current(Reader *reader);
uint32_t reader_current_topic(Reader *reader);
// The current passage, which is there. False: what is current is none.
bool reader_current_passage(Reader *reader, PassageId *passage);
// How to say that a topic does not occur: what a record that is not full lacks may have been said all the
// same.
const char *reader_lacking(const Reader *reader);

// --- places (places.c)

Place reader_place(Reader *reader);
// The columns of the account for the parties that the reader has chosen.
void reader_seat(Reader *reader, uint32_t account, Selector columns[2]);
// The reader chooses the parties of these columns, where they are two.
void reader_choose(Reader *reader, const Selector columns[2]);
// Shows the place without a trace in the trail.
void reader_restore(Reader *reader, Place place);
// Goes to a place, remembering this one.
void reader_visit(Reader *reader, Place place);
// Goes to a view as it was left, remembering this place.
void reader_visit_view(Reader *reader, View *view);
// Closes what was opened last, a view or a card, and comes back to where it was opened. False: nothing is
// left to be closed.
bool reader_leave_view(Reader *reader);

// --- going to things (visiting.c)

// Goes to a passage in the last view of one account, in the band of `topic` when it stands there.
void reader_visit_passage(Reader *reader, PassageId passage, uint32_t topic);
// Shows what is current, with byte `offset` of it in sight and a little of what stands before it.
void reader_show(Reader *reader, size_t offset);
// To the page of a thing.
void reader_visit_subject(Reader *reader, Target subject);
// From the page of one thing to that of another, which takes its place.
void reader_visit_beside(Reader *reader, Target subject);
// To that of the round at hand, or of what is under the cursor when that is something.
void reader_visit_round(Reader *reader);
void reader_visit_current(Reader *reader);
// To the account; in the band of `topic` when it is raised there, else at the beginning.
void reader_visit_account(Reader *reader, uint32_t account, uint32_t topic);
// To the topic in this round, passage by passage; where it is not raised, to its card, which tells where it
// is.
void reader_visit_topic(Reader *reader, uint32_t topic);
// To the band of the topic that is nearest to one that is not raised here: below it, beside it; if there is
// one.
void reader_near_topic(Reader *reader, uint32_t topic);
// To a passage, an account or the page of anything else: where ENTER leads, unless the view knows better.
void reader_visit_target(Reader *reader, Target target);

// --- the third pane (third.c)

// Opens the third pane for the current passage, or closes it.
Pane *third_build(Reader *reader);

// --- what there must be (needing.c)

// Why there is not what is needed, in a sentence; null when there is.
const char *needing_lack(Reader *reader, Need need);

// --- links (links.c)

void links_select(Reader *reader, int direction, uint32_t count);
// ENTER in views of one account: follows the link that is selected, or the only one; else as elsewhere, but
// from a passage to its page.
void links_follow(Reader *reader, Target target);
// Adds the reference of the link that is selected. False: none is.
bool links_selected(Reader *reader, Buffer *out);
void links_counterpart(Reader *reader, Command command, int argument);
void links_really_said(Reader *reader, Command command, int argument);

// --- moving about (moving.c): what keys do; the last argument is -1 or +1, or a Side

void move_line(Reader *reader, Command command, int direction);
void move_half(Reader *reader, Command command, int direction);
void move_page(Reader *reader, Command command, int direction);
void move_end(Reader *reader, Command command, int direction);
// Scrolls what is current to the top (0), the middle (1) or the foot (2) of the screen.
void move_row(Reader *reader, Command command, int halves);
void move_focus(Reader *reader, Command command, int side);
void move_passage(Reader *reader, Command command, int direction);
void move_topic(Reader *reader, Command command, int direction);
void move_account(Reader *reader, Command command, int direction);
void move_trail(Reader *reader, Command command, int direction);
void move_last(Reader *reader, Command command, int direction);
void move_unanswered(Reader *reader, Command command, int direction);

// Lets the sides scroll apart, or together again; folds and unfolds.
void move_apart(Reader *reader, Command command, int argument);
void move_fold(Reader *reader, Command command, int argument);

// --- where the reader is (where.c)

// Says round, topic, passage, and how far on in the view this is.
void where_say(Reader *reader, Command command, int argument);
// Goes so many percent on from the beginning, or says where this is.
void where_percent(Reader *reader, Command command, int argument);

// --- from round to round (rounds.c)

void move_round(Reader *reader, Command command, int direction);
// This side here, and in the next round that has words of it on the topic at hand; again: in the one after.
void move_columns(Reader *reader, Command command, int argument);

// --- searching (finding.c)

void finding_start(Reader *reader, Str text, bool regex);
// To one of its hits.
void finding_go(Reader *reader, size_t at);
void finding_step(Reader *reader, int direction, uint32_t count);
void finding_clear(Reader *reader, Command command, int argument);
bool finding_work(Reader *reader, unsigned milliseconds);
// Brings the views that list hits up to the search.
void finding_relist(Reader *reader);
void finding_say(Reader *reader);
// "+" when there may be more hits than are known, else "".
const char *finding_more(const Finding *finding);

// --- searching a page (scanning.c)

// True where a search is one of what the view shows.
bool scanning_is_meant(const Reader *reader);
// True when the page that is shown is being searched.
bool scanning_is_on(const Reader *reader);
// Searches the page. False: the text asks for more than a page can tell, or is malformed.
bool scanning_start(Reader *reader, Str text, bool regex);
void scanning_step(Reader *reader, int direction, uint32_t count);
void scanning_close(Reader *reader);

// --- opening views (opening.c)

// Opens the view by its letter or word (ACTION_VIEW) or its own key, if there is what it needs.
void opening_open(Reader *reader, View *view, Action action);
// The view whose letter or key it is.
void opening_obey(Reader *reader, Command command, int argument);
// Adds "compare, spoken" of all that have a letter; with it: "vc compare, vs spoken".
void opening_list_add(const Reader *reader, Buffer *out, bool letters);

// --- choosing from a list above the prompt (choosing.c)

void choosing_add(Reader *reader, Choice choice);
void choosing_close(Reader *reader);
// Lists the best meanings of the line that has been typed, and has the prompt go on.
void choosing_open(Reader *reader, const Meanings *meanings);
// Chooses that one of the list and puts what it is named by into the line.
void choosing_choose(Reader *reader, size_t at);
// Takes a press while there is a list. False: it is not one of the list.
bool choosing_take(Reader *reader, Press press);

// --- columns (columns.c)

// Offers all that may stand in a column: the left one, or behind the line `before` that names it the right
// one.
void columns_offer(Reader *reader, Str before);

// --- beginning (beginning.c)

// Begins at the reader's dossier, and lets go of all that was made of it.
void reader_begin(Reader *reader);
void reader_end(Reader *reader);

// --- the prompts (going.c, completing.c, saving.c), copying (copying.c)

// Goes to what is meant, which the last line then says.
void going_to(Reader *reader, Meaning meaning);
// Does what the line says, or goes to what it means; where that is several things, they are listed.
void going_obey(Reader *reader, Str line);
// Lists what completes the line up to the cursor, and takes the first one, or with `back` the last.
void completing_complete(Reader *reader, bool back);
// The same of what somebody wants to be shown only, in a view that takes such wishes.
void completing_complete_wish(Reader *reader, const ViewType *type, bool back);
// The same for the term in a search.
void completing_complete_term(Reader *reader, bool back);
// Has the prompt ask for the left column, or behind the words that name it for the right one, and lists what
// there is.
void completing_ask_column(Reader *reader, Str words);
// Adds to what is copied both sides on the topic that the passage stands under, in the order of speaking
// (copying_sides.c).
void copying_add_sides(Reader *reader, PassageId id);
void copying_copy(Reader *reader, Action action);
// True where that is the topic at hand, unless the reader asks for all.
bool saving_is_topic(Reader *reader);
void saving_save(Reader *reader, Str name);
// Opens the prompt for what the view that is shown is to show only.
void reader_ask(Reader *reader);

// --- marks (keeping.c, marking.c)

// What is kept of this place; the caller owns it. And going there.
KeptMark keeping_mark(Reader *reader, Str letter);
void keeping_visit(Reader *reader, const KeptMark *mark);
// Sets the mark of the letter, goes to it, says which there are.
void marking_set(Reader *reader, Command command, int argument);
void marking_go(Reader *reader, Command command, int argument);
void marking_list(Reader *reader);

// --- ":set" (setting.c)

// Does what the words say, or without any says how things are.
void setting_obey(Reader *reader, Str words);
// What may be typed there, from 0 on; null behind the last.
const char *setting_word(size_t index);

// --- keys (obey.c)

void reader_obey(Reader *reader, Command command);

// --- the screen (screen.c, screen_head.c, screen_list.c, screen_foot.c)

// The first two lines, the rest of the current passage, what a prompt may mean, and the last line.
void screen_paint_head(Reader *reader, Grid *grid);
void screen_paint_rest(Reader *reader, Grid *grid);
void screen_paint_choices(Reader *reader, Grid *grid);
// Puts the cursor on the link that is selected.
void screen_point_link(Reader *reader, Grid *grid);
// Marks what is found on the page.
void screen_mark_found(Reader *reader, Grid *grid);
void screen_paint_foot(Reader *reader, Grid *grid);
// Puts the text at the right end of the row, when there is room for it behind `left` columns.
void screen_put_right(Grid *grid, size_t row, size_t left, Str text, Style style);
// Blanks the row.
void screen_clear_row(Grid *grid, size_t row);
void screen_paint(Reader *reader, Grid *grid);

#endif
