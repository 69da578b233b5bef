// SPDX-License-Identifier: MIT
// The last line of the screen: the prompt, or a message or what the current passage is, and the next keys.
#include <stdlib.h>

#include "diptych/cite.h"
#include "diptych/cluster.h"
#include "diptych/cut.h"
#include "diptych/order.h"
#include "view/frame/inside.h"

// Where the line that is typed has to end, so that what is said stands behind it.
static size_t prompt_end(const Grid *grid, Str said)
{
    size_t taken = said.len ? cluster_columns(said) + 3 : 0;
    return grid->columns > 2 * taken ? grid->columns - taken : grid->columns;
}

// What stands in front of the line that is typed.
static const char *prompt_sign(Reader *reader)
{
    if (reader->prompting == PROMPT_COMMAND)
        return ":";
    if (reader->prompting == PROMPT_SEARCH)
        return reader->prompts[0].regex ? "regex/" : "/";
    if (reader->prompting == PROMPT_WISH)
        return "only: ";
    if (!saving_is_topic(reader))
        return "save as: ";
    return reader->save_whole ? "save all as (TAB: this topic): " : "save this topic as (TAB: all): ";
}

// The part of the line around the cursor that fits into `room` columns.
typedef struct PromptPart {
    size_t from, to; // bytes
} PromptPart;

static PromptPart part_shown(Str line, size_t cursor, size_t room, size_t mark)
{
    PromptPart part = {0, line.len};
    if (cluster_columns(line) <= room)
        return part;
    size_t inside = room > 2 * mark ? room - 2 * mark : 1;
    while (cluster_columns(str_slice(line, part.from, cursor)) > inside)
        part.from += cluster_at(line, part.from).bytes;
    part.to = part.from + cluster_fit(str_slice(line, part.from, line.len), inside);
    return part;
}

static void paint_prompt(Reader *reader, Grid *grid, size_t row)
{
    const Prompt *prompt = &reader->prompts[reader->prompting - PROMPT_SEARCH];
    const char *sign = prompt_sign(reader);
    Str line = buffer_str(&prompt->text), said = buffer_str(&reader->said);
    // Only what is shown is put in order: words from right to left would lead the cursor off the screen.
    Str mark = str_of(cut_mark(reader->look.ascii));
    size_t column = grid_put(grid, row, 0, grid->columns, str_of(sign), STYLE_BOLD);
    size_t end = prompt_end(grid, said), room = end > column + 1 ? end - column - 1 : 1;
    PromptPart part = part_shown(line, prompt->cursor, room, cluster_columns(mark));
    Str shown = str_slice(line, part.from, part.to);
    if (part.from)
        column = grid_put(grid, row, column, end, mark, STYLE_DIM);
    grid->cursor_row = row;
    grid->cursor_column = column + order_column(shown, false, prompt->cursor - part.from);
    column = grid_put_line(grid, row, column, end, shown, false, STYLE_PLAIN);
    if (part.to < line.len)
        column = grid_put(grid, row, column, end, mark, STYLE_DIM);
    screen_put_right(grid, row, column < end ? column : end, said, STYLE_BOLD);
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
    size_t count = problems_count(reader->problems);
    if (count)
        buffer_addf(out, "%zu%s problem%s; run diptych check  ", count,
                    problems_complete(reader->problems) ? "" : "+", count == 1 ? "" : "s");
}

static void add_progress(const Reader *reader, Buffer *out)
{
    if (!skim_complete(reader->skim) && reader->dossier->account_count > 100)
        buffer_addf(out, "reading %zu/%zu  ", skim_done(reader->skim), reader->dossier->account_count);
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
    size_t column = 1, room = grid->columns - 2;
    Buffer line = {0};
    cut_add(&line, buffer_str(&left), room, reader->look.ascii);
    add_problems(reader, &notice);
    add_progress(reader, &notice);
    buffer_add(&notice, buffer_str(&typed));
    column = grid_put(grid, row, column, grid->columns, buffer_str(&line),
                      reader->said.len ? STYLE_BOLD : STYLE_DIM);
    room = grid->columns > column + 3 ? grid->columns - column - 3 : 0;
    Str warn = buffer_str(&notice);
    if (cluster_columns(warn) <= room) {
        column = grid_put(grid, row, column + 2, grid->columns, warn, STYLE_BOLD | STYLE_HUE_NOTICE);
        room = grid->columns > column + 3 ? grid->columns - column - 3 : 0;
    }
    screen_put_right(grid, row, column, fitting_hints(str_of(reader->view->type->hints), room), STYLE_DIM);
    buffer_free(&left);
    buffer_free(&line);
    buffer_free(&notice);
    buffer_free(&typed);
}

// Rows of the screen above a message, however long it is: the head, the heading of the band, a row of text.
#define ROWS_ABOVE 4

// A message that is too long for the last line takes the rows above it that it needs.
static void paint_message(const Reader *reader, Grid *grid, const Breaks *lines)
{
    Str said = buffer_str(&reader->said);
    size_t most = grid->rows > ROWS_ABOVE + 1 ? grid->rows - ROWS_ABOVE : 1;
    size_t count = lines->count < most ? lines->count : most, row = grid->rows - count;
    for (size_t i = 0; i < count; i++, row++) {
        Buffer line = {0};
        size_t to = i + 1 < count ? lines->lines[i].to : said.len;
        cut_add(&line, str_slice(said, lines->lines[i].from, to), grid->columns - 2, reader->look.ascii);
        screen_clear_row(grid, row);
        grid_put(grid, row, 1, grid->columns, buffer_str(&line), STYLE_BOLD);
        buffer_free(&line);
    }
}

// False: it fits the last line.
static bool paint_long_message(const Reader *reader, Grid *grid)
{
    Breaks lines = {0};
    break_lines(buffer_str(&reader->said), grid->columns - 2, 0, &lines);
    bool is_long = lines.count > 1;
    if (is_long)
        paint_message(reader, grid, &lines);
    free(lines.lines);
    return is_long;
}

void screen_paint_foot(Reader *reader, Grid *grid)
{
    if (reader->prompting)
        paint_prompt(reader, grid, grid->rows - 1);
    else if (!paint_long_message(reader, grid))
        paint_last(reader, grid, grid->rows - 1);
}
