// SPDX-License-Identifier: MIT
// The screen around the pane: the head that says where the reader is, and the last line that says what is
// next.
#include <string.h>

#include "cite.h"
#include "diptych/caption.h"
#include "diptych/cluster.h"
#include "inside.h"

// A smaller screen than this shows a line that says so.
#define ROWS_LEAST 6
#define COLUMNS_LEAST 20

static void put_right(Grid *grid, size_t row, size_t left, Str text, Style style)
{
    size_t width = cluster_columns(text);
    if (width + left + 1 < grid->columns)
        grid_put(grid, row, grid->columns - width - 1, grid->columns, text, style);
}

// --- the head

// The forms of the head, the fullest first: each but the last is for when there is room.
typedef enum Head { HEAD_FULL, HEAD_SHORT, HEAD_WITHOUT_PLACE, HEAD_SHORTEST, HEAD_COUNT } Head;

static void add_round(const Round *round, Buffer *out, Head head)
{
    bool brief = head == HEAD_SHORT || head == HEAD_SHORTEST;
    Str name = brief ? record_value(&round->record, "Short") : (Str){0};
    buffer_add(out, name.len ? name : round->record.title);
}

static void add_where(const Dossier *dossier, Buffer *out, uint32_t index, Head head)
{
    if (index >= dossier->account_count) {
        buffer_add_text(out, "no rounds");
        return;
    }
    const Account *account = dossier->accounts + index;
    const Round *round = dossier->rounds + account->round;
    buffer_addf(out, "%u/%zu ", (unsigned)account->round + 1, dossier->round_count);
    add_round(round, out, head);
    if (round->account_count > 1)
        buffer_addf(out, " · account %u/%u", (unsigned)(index - round->account + 1),
                    (unsigned)round->account_count);
    Buffer when = {0};
    if (head < HEAD_WITHOUT_PLACE)
        caption_place_add(&when, dossier, account->round);
    else if (date_known(round->date))
        date_add(&when, round->date);
    if (when.len)
        buffer_add_text(out, " · ");
    buffer_add(out, buffer_str(&when));
    buffer_free(&when);
}

// The fullest form that fits into `room` columns.
static void add_fitting_where(const Dossier *dossier, Buffer *out, uint32_t index, size_t room)
{
    for (int head = HEAD_FULL; head < HEAD_COUNT; head++) {
        buffer_clear(out);
        add_where(dossier, out, index, (Head)head);
        if (cluster_columns(buffer_str(out)) <= room)
            return;
    }
}

// That something is missing, without saying which part.
static Str brief_lack(Str lack)
{
    bool incomplete = str_starts(lack, str_of("incomplete"));
    return str_slice(lack, 0, incomplete ? strlen("incomplete") : strlen("not recorded"));
}

// Columns that are left of `columns` beside what is missing, which stands at the right end.
static size_t room_beside(Str lack, size_t columns)
{
    size_t taken = lack.len ? cluster_columns(lack) + 3 : 1;
    return columns > taken ? columns - taken : 0;
}

// That something is missing is said in any case, and where the reader is as fully as there is room; whose
// record it is and the name of the dossier come last.
static void paint_title(Reader *reader, Grid *grid)
{
    const Dossier *dossier = reader->dossier;
    Buffer where = {0}, record = {0}, missing = {0};
    add_where(dossier, &where, reader->account, HEAD_FULL);
    if (dossier->account_count) {
        caption_record_add(&record, dossier, reader->account);
        caption_missing_add(&missing, dossier, reader->account);
    }
    Str lack = buffer_str(&missing);
    size_t column = 1;
    if (lack.len && column + cluster_columns(buffer_str(&where)) > room_beside(lack, grid->columns))
        lack = brief_lack(lack);
    size_t room = room_beside(lack, grid->columns);
    add_fitting_where(dossier, &where, reader->account, room - column);
    if (cluster_columns(dossier->brief) + cluster_columns(buffer_str(&where)) + 4 < room)
        column = grid_put(grid, 0, column, room, dossier->brief, STYLE_DIM) + 3;
    column = grid_put(grid, 0, column, room, buffer_str(&where), STYLE_BOLD);
    if (column + cluster_columns(buffer_str(&record)) + 3 < room) {
        column = grid_put(grid, 0, column, room, str_of(" · "), STYLE_DIM);
        grid_put(grid, 0, column, room, buffer_str(&record), STYLE_PLAIN);
    }
    put_right(grid, 0, 0, lack, STYLE_BOLD | STYLE_HUE_NOTICE);
    buffer_free(&where);
    buffer_free(&record);
    buffer_free(&missing);
}

// A side and who speaks for it, and the account when the column names one.
static void add_side(const Reader *reader, Buffer *out, Selector column)
{
    const Dossier *dossier = reader->dossier;
    uint32_t account = column.account == NONE ? reader->account : column.account;
    if (column.party != NONE)
        caption_side_add(out, dossier, dossier->accounts[account].round, column.party);
    if (column.account == NONE)
        return;
    buffer_add_text(out, " in ");
    buffer_add(out, dossier->accounts[account].name);
    size_t end = out->len;
    buffer_add_text(out, ", ");
    caption_missing_add(out, dossier, account);
    if (out->len == end + 2)
        out->len = end;
}

static void paint_sides(Reader *reader, Grid *grid)
{
    const Pager *pane = reader_pane(reader);
    Buffer sides[2] = {{0}, {0}};
    for (int side = 0; side < 2; side++)
        add_side(reader, &sides[side], reader->columns_of[side]);
    size_t right = measure_field(&pane->measure, SIDE_RIGHT).column, column = 1;
    size_t limit = reader_widths(reader).text;
    if (right == 0) {
        column = grid_put(grid, 1, column, limit, buffer_str(&sides[0]), STYLE_BOLD | STYLE_HUE_LEFT);
        column = grid_put(grid, 1, column, limit, str_of("  /  "), STYLE_DIM);
        grid_put(grid, 1, column, limit, buffer_str(&sides[1]), STYLE_BOLD | STYLE_HUE_RIGHT);
    } else {
        grid_put(grid, 1, column, right - 1, buffer_str(&sides[0]), STYLE_BOLD | STYLE_HUE_LEFT);
        grid_put(grid, 1, right + 1, limit, buffer_str(&sides[1]), STYLE_BOLD | STYLE_HUE_RIGHT);
    }
    buffer_free(&sides[0]);
    buffer_free(&sides[1]);
}

static void paint_view_name(Reader *reader, Grid *grid)
{
    static const char *const names[VIEW_COUNT] = {"compare", "spoken", "card", "results", "keys"};
    Buffer text = {0};
    buffer_addf(&text, "%s", names[reader->view]);
    if (reader->view == VIEW_RESULTS && reader->finding.search) {
        size_t count;
        search_hits(reader->finding.search, &count);
        buffer_addf(&text, ": %zu%s", count, finding_more(&reader->finding));
    }
    grid_put(grid, 1, 1, grid->columns, buffer_str(&text), STYLE_BOLD);
    buffer_free(&text);
}

// --- the last line

static void paint_prompt(const Reader *reader, Grid *grid, size_t row)
{
    const Prompt *prompt = &reader->prompts[reader->prompting - PROMPT_SEARCH];
    static const char *const signs[] = {
        [PROMPT_SEARCH] = "/", [PROMPT_COMMAND] = ":", [PROMPT_SAVE] = "save as: "};
    const char *sign = prompt->regex ? "regex/" : signs[reader->prompting];
    size_t column = grid_put(grid, row, 0, grid->columns, str_of(sign), STYLE_BOLD);
    Str line = buffer_str(&prompt->text);
    size_t from = 0, room = grid->columns > column + 1 ? grid->columns - column - 1 : 1;
    while (cluster_columns(str_slice(line, from, prompt->cursor)) > room)
        from += cluster_at(line, from).bytes;
    grid_put(grid, row, column, grid->columns, str_slice(line, from, line.len), STYLE_PLAIN);
    grid->cursor_row = row;
    grid->cursor_column = column + cluster_columns(str_slice(line, from, prompt->cursor));
    put_right(grid, row, column + cluster_columns(str_slice(line, from, line.len)) + 2,
              buffer_str(&reader->said), STYLE_BOLD);
}

static void add_status(Reader *reader, Buffer *out)
{
    PassageId id;
    if (!reader_current_passage(reader, &id))
        return;
    const Passage *passage = passage_at(reader->dossier, id);
    passage_reference_add(reader->dossier, out, id.account, passage->number);
    buffer_add_text(out, "  ");
    cite_status_add(out, reader->dossier, passage);
}

static void add_problems(const Reader *reader, Buffer *out)
{
    size_t problems = skim_problems(reader->skim);
    if (problems)
        buffer_addf(out, "%zu%s problem%s; run diptych check  ", problems,
                    skim_complete(reader->skim) ? "" : "+", problems == 1 ? "" : "s");
}

static void add_progress(const Reader *reader, Buffer *out)
{
    if (!skim_complete(reader->skim) && reader->dossier->account_count > 100)
        buffer_addf(out, "reading %zu/%zu  ", skim_done(reader->skim), reader->dossier->account_count);
}

static const char *hints(const Reader *reader)
{
    switch (reader->view) {
    case VIEW_COMPARE:
        return "i:card  TAB:links  }:round  /:search  ]:topic  ?:help";
    case VIEW_SPOKEN:
        return "}:round  /:search  vc:compare  J:next  ?:help";
    case VIEW_CARD:
        return "BACKSPACE:back  J:next  ]:part  ENTER:open  q:close  ?:help";
    case VIEW_RESULTS:
        return "J:next  ENTER:open  q:close  ?:help";
    default:
        return "SPACE:more  q:close";
    }
}

// As many hints as fit behind `left` columns, the last ones first: help is never left out.
static Str fitting_hints(Str text, size_t room)
{
    while (cluster_columns(text) > room) {
        size_t at = 0;
        while (at + 1 < text.len && !(text.at[at] == ' ' && text.at[at + 1] == ' '))
            at++;
        if (at + 1 >= text.len)
            return (Str){0};
        text = str_slice(text, at + 2, text.len);
    }
    return text;
}

static void paint_last(Reader *reader, Grid *grid, size_t row)
{
    Buffer left = {0}, notice = {0}, typed = {0};
    keys_state_add(&typed, &reader->keys);
    if (reader->said.len)
        buffer_add(&left, buffer_str(&reader->said));
    else
        add_status(reader, &left);
    add_problems(reader, &notice);
    add_progress(reader, &notice);
    buffer_add(&notice, buffer_str(&typed));
    size_t column =
        grid_put(grid, row, 1, grid->columns, buffer_str(&left), reader->said.len ? STYLE_BOLD : STYLE_DIM);
    size_t room = grid->columns > column + 3 ? grid->columns - column - 3 : 0;
    Str warn = buffer_str(&notice);
    if (cluster_columns(warn) <= room) {
        column = grid_put(grid, row, column + 2, grid->columns, warn, STYLE_BOLD | STYLE_HUE_NOTICE);
        room = grid->columns > column + 3 ? grid->columns - column - 3 : 0;
    }
    put_right(grid, row, column, fitting_hints(str_of(hints(reader)), room), STYLE_DIM);
    buffer_free(&left);
    buffer_free(&notice);
    buffer_free(&typed);
}

// --- the whole

static void paint_line(const Reader *reader, Grid *grid, size_t column)
{
    Str line = str_of(reader->look.ascii ? "|" : "│");
    for (size_t row = 1; row + 1 < grid->rows; row++)
        grid_put(grid, row, column, column + 1, line, STYLE_DIM);
}

static void paint_pane(Reader *reader, Grid *grid)
{
    const Pager *pane = reader_pane(reader);
    if (!reader_is_apart(reader)) {
        pager_paint(pane, grid, 2, 0);
        return;
    }
    Side other = reader->apart_side == SIDE_LEFT ? SIDE_RIGHT : SIDE_LEFT;
    size_t right = measure_field(&pane->measure, SIDE_RIGHT).column;
    paint_line(reader, grid, right - 2);
    pager_paint(&reader->apart[other], grid, 2, measure_field(&pane->measure, other).column);
    pager_paint(&reader->apart[reader->apart_side], grid, 2,
                measure_field(&pane->measure, reader->apart_side).column);
}

static void paint_beside(Reader *reader, Grid *grid, Widths widths)
{
    reader_build_beside(reader);
    if (!pager_is_open(&reader->beside))
        return;
    paint_line(reader, grid, widths.text);
    size_t cursor_row = grid->cursor_row, cursor_column = grid->cursor_column;
    Pager still = reader->beside;
    still.current = ENTRY_NONE;
    pager_paint(&still, grid, 1, widths.text + 2);
    grid->cursor_row = cursor_row;
    grid->cursor_column = cursor_column;
}

void screen_paint(Reader *reader, Grid *grid)
{
    grid_clear(grid);
    if (grid->rows < ROWS_LEAST || grid->columns < COLUMNS_LEAST) {
        grid_put(grid, 0, 0, grid->columns, str_of("too small; 20x6 is needed"), STYLE_PLAIN);
        return;
    }
    Widths widths = reader_widths(reader);
    paint_title(reader, grid);
    paint_pane(reader, grid);
    if (reader->view <= VIEW_SPOKEN)
        paint_sides(reader, grid);
    else
        paint_view_name(reader, grid);
    if (widths.beside)
        paint_beside(reader, grid, widths);
    if (reader->prompting)
        paint_prompt(reader, grid, grid->rows - 1);
    else
        paint_last(reader, grid, grid->rows - 1);
}
