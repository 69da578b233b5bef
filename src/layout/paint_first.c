// SPDX-License-Identifier: MIT
// What an entry has beside its words: the rule of a heading, the aside of a title, labels, hits.
#include "diptych/cluster.h"
#include "diptych/cut.h"
#include "diptych/order.h"
#include "diptych/search.h"
#include "layout/canvas.h"

// Columns of a heading beside its title and aside: in front of the title, of the rule between, around the
// aside and behind it.
#define HEADING_COLUMNS ((size_t)7)
// Without an aside.
#define BARE_HEADING_COLUMNS ((size_t)4)

static void put_rule(const Canvas *canvas, size_t row, size_t from, size_t to)
{
    Buffer line = {0};
    for (size_t i = from; i < to; i++)
        buffer_add_text(&line, canvas->page->measure.ascii ? "-" : "\xe2\x94\x80");
    canvas_put(canvas, row, from, buffer_str(&line), STYLE_DIM);
    buffer_free(&line);
}

// A title, a rule to the margin, and near its end the aside, when there is room for it.
static void paint_heading(const Canvas *canvas, const Entry *entry, size_t row)
{
    size_t columns = canvas->limit - canvas->column, aside = cluster_columns(entry->aside);
    size_t room = columns > aside + HEADING_COLUMNS ? columns - aside - HEADING_COLUMNS : 0;
    Buffer title = {0};
    bool fits = entry->aside.len && title_add(canvas->page, entry, room, &title);
    if (!fits) {
        buffer_clear(&title);
        title_add(canvas->page, entry, columns - BARE_HEADING_COLUMNS, &title);
    }
    size_t at = canvas_put(canvas, row, PAD_COLUMNS, buffer_str(&title), STYLE_HEADING);
    put_rule(canvas, row, at + 1, columns);
    if (fits) {
        at = canvas_put(canvas, row, columns - aside - 4, str_of(" "), STYLE_DIM);
        at = canvas_put(canvas, row, at, entry->aside, STYLE_DIM);
        canvas_put(canvas, row, at, str_of(" "), STYLE_DIM);
    }
    buffer_free(&title);
}

// The aside of a title, at the end of its last line.
static void paint_aside(const Canvas *canvas, const Entry *entry, const Block *block)
{
    size_t columns = canvas->limit - canvas->column;
    Buffer aside = {0};
    if (canvas_lines(canvas, block).to < block->line_count)
        return;
    cut_add(&aside, entry->aside, columns - 2, canvas->page->measure.ascii);
    canvas_put(canvas, canvas_row(canvas, block, block->line_count - 1),
               columns - cluster_columns(buffer_str(&aside)) - 1, buffer_str(&aside), STYLE_DIM);
    buffer_free(&aside);
}

static void paint_label(const Canvas *canvas, const Entry *entry, size_t row)
{
    if (under_has_room(&canvas->page->under, entry->label))
        canvas_put(canvas, row, PAD_COLUMNS, entry->label, STYLE_DIM);
}

static void paint_hit(const Canvas *canvas, const Entry *entry, size_t row)
{
    PassageId id = {entry->target.index, entry->target.ordinal};
    Str text;
    bool ascii = canvas->page->measure.ascii;
    size_t column = canvas->page->under.text, end = canvas->limit - canvas->column;
    Buffer line = {0};
    cut_add(&line, entry->label, column - PAD_COLUMNS - APART_COLUMNS, ascii);
    canvas_put(canvas, row, PAD_COLUMNS, buffer_str(&line), STYLE_DIM);
    buffer_clear(&line);
    if (column < end && hit_text(canvas->page->dossier, id, entry->keyword, &text)) {
        Match keyword;
        search_context_add(&line, text, entry->keyword, end - column, ascii, &keyword);
        Str words = buffer_str(&line);
        bool rtl = order_turns(words) && order_is_rtl(words);
        canvas_put_line(canvas, row, column, words, rtl, entry->style);
        canvas_mark(canvas, row, column, words, rtl, keyword);
    }
    buffer_free(&line);
}

void beside_paint(const Canvas *canvas, const Entry *entry, const Block *block)
{
    bool first = canvas_lines(canvas, block).from == 0;
    size_t row = canvas_row(canvas, block, 0);
    if (entry->kind == ENTRY_HEADING && first)
        paint_heading(canvas, entry, row);
    else if (entry->kind == ENTRY_TITLE)
        paint_aside(canvas, entry, block);
    else if (entry->kind == ENTRY_HIT && first)
        paint_hit(canvas, entry, row);
    else if (entry->kind == ENTRY_TEXT && first)
        paint_label(canvas, entry, row);
    else if (entry->kind == ENTRY_ROW)
        row_paint(canvas, entry, block);
}
