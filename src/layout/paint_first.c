// SPDX-License-Identifier: MIT
// The first row of an entry painted: headings, titles, labels, hits.
#include "diptych/order.h"
#include "diptych/search.h"
#include "layout/canvas.h"

// Puts the title into `limit` columns, with dots where it is cut. Returns the column behind it.
static size_t put_title(const Canvas *canvas, Str title, size_t limit, size_t row, Style style)
{
    Buffer cut = {0};
    cluster_cut_add(&cut, title, limit);
    size_t column = canvas_put(canvas, row, 1, buffer_str(&cut), style);
    buffer_free(&cut);
    return column;
}

// Columns of the aside, which is left out when it is wider than all there are.
static size_t aside_columns(const Entry *entry, size_t columns)
{
    return cluster_columns(str_slice(entry->aside, 0, cluster_fit(entry->aside, columns)));
}

// A title, a rule to the margin, and near its end the aside, when there is room for it.
static void paint_heading(const Canvas *canvas, const Entry *entry, size_t row)
{
    bool ascii = canvas->page->measure.ascii;
    Str rule = str_of(ascii ? "-" : "\xe2\x94\x80");
    size_t columns = canvas->limit - canvas->column, aside = aside_columns(entry, columns) + 4;
    size_t at = put_title(canvas, entry->text, columns - 5, row, STYLE_HEADING);
    for (size_t i = at + 1; i < columns; i++)
        canvas_put(canvas, row, i, rule, STYLE_DIM);
    if (!entry->aside.len || at + 2 + aside > columns)
        return;
    at = canvas_put(canvas, row, columns - aside, str_of(" "), STYLE_DIM);
    at = canvas_put(canvas, row, at, entry->aside, STYLE_DIM);
    canvas_put(canvas, row, at, str_of(" "), STYLE_DIM);
}

// A title, and at its end the aside, for which the title makes room as far as half of the columns.
static void paint_title(const Canvas *canvas, const Entry *entry, size_t row)
{
    size_t columns = canvas->limit - canvas->column, aside = aside_columns(entry, columns);
    bool fits = aside + 2 < columns / 2;
    Style style = canvas->current ? STYLE_BOLD | STYLE_REVERSE : STYLE_BOLD;
    put_title(canvas, entry->text, fits ? columns - aside - 3 : columns - 2, row, style);
    if (fits)
        canvas_put(canvas, row, columns - aside - 1, entry->aside, STYLE_DIM);
}

static void paint_label(const Canvas *canvas, const Entry *entry, size_t row)
{
    canvas_put(canvas, row, 1, label_cut(canvas->page, entry), STYLE_DIM);
}

static void paint_hit(const Canvas *canvas, const Entry *entry, size_t row)
{
    PassageId id = {entry->target.index, entry->target.ordinal};
    Str text;
    size_t column = label_end(canvas->page, entry), end = canvas->limit - canvas->column;
    paint_label(canvas, entry, row);
    if (column >= end || !hit_text(canvas->page->dossier, id, entry->keyword, &text))
        return;
    Buffer line = {0};
    Match keyword;
    search_context_add(&line, text, entry->keyword, end - column, &keyword);
    Str words = buffer_str(&line);
    bool rtl = order_turns(words) && order_is_rtl(words);
    canvas_put_line(canvas, row, column, words, rtl, entry->style);
    canvas_mark(canvas, row, column, words, rtl, keyword);
    buffer_free(&line);
}

void first_row_paint(const Canvas *canvas, const Entry *entry, size_t row)
{
    if (entry->kind == ENTRY_HEADING)
        paint_heading(canvas, entry, row);
    else if (entry->kind == ENTRY_TITLE)
        paint_title(canvas, entry, row);
    else if (entry->kind == ENTRY_HIT)
        paint_hit(canvas, entry, row);
    else if (entry->kind == ENTRY_TEXT)
        paint_label(canvas, entry, row);
}
