// SPDX-License-Identifier: MIT
#include "matrix_files.h"

// The cell of a round; with ->state of no meaning for the row of all topics.
static MatrixCell cell_at(const Matrix *matrix, const Table *table, size_t row, size_t column)
{
    Target about = table->rows[row].target, of = table->columns[column].target;
    return matrix_cell(matrix, of.index, of.ordinal, about.kind == TARGET_TOPIC ? about.index : NONE);
}

static void add_line(Buffer *out, const Dossier *dossier, Target about, Target of, MatrixCell cell)
{
    buffer_add(out, dossier->topics[about.index].record.id);
    buffer_add_byte(out, '\t');
    buffer_add(out, dossier->rounds[of.index].record.id);
    buffer_add_byte(out, '\t');
    buffer_add(out, record_value(&dossier->rounds[of.index].record, "Date"));
    buffer_add_byte(out, '\t');
    buffer_add(out, dossier->parties[of.ordinal].record.id);
    buffer_addf(out, "\t%s\t%u\t%u\t%u\t%s\n", standing_word(cell.state), (unsigned)cell.anew,
                (unsigned)cell.repeated, (unsigned)cell.inferred, cell.alone ? "alone" : "");
}

void matrix_print_tsv(Output *output, const Dossier *dossier, const Matrix *matrix, const Table *table)
{
    output_add_text(output, "topic\tround\tdate\tparty\tstate\tanew\trepeated\tinferred\talone\n");
    for (size_t row = 0; row < table->row_count && !output_failed(output); row++) {
        Buffer lines = {0};
        for (size_t i = 0; i < table->column_count && table->rows[row].target.kind == TARGET_TOPIC; i++)
            if (table->columns[i].target.kind == TARGET_ROUND)
                add_line(&lines, dossier, table->rows[row].target, table->columns[i].target,
                         cell_at(matrix, table, row, i));
        output_add(output, buffer_str(&lines));
        buffer_free(&lines);
    }
}

static void add_escaped(Buffer *out, Str text)
{
    for (size_t i = 0; i < text.len; i++) {
        if (text.at[i] == '&')
            buffer_add_text(out, "&amp;");
        else if (text.at[i] == '<')
            buffer_add_text(out, "&lt;");
        else if (text.at[i] == '>')
            buffer_add_text(out, "&gt;");
        else if (text.at[i] == '"')
            buffer_add_text(out, "&quot;");
        else
            buffer_add_byte(out, text.at[i]);
    }
}

static size_t group_end(const Table *table, size_t column)
{
    size_t end = column + 1;
    while (end < table->column_count && str_equal(table->columns[end].group, table->columns[column].group))
        end++;
    return end;
}

static void add_head(Buffer *out, const Dossier *dossier, const Table *table)
{
    buffer_add_text(out, "<!DOCTYPE html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<title>");
    add_escaped(out, dossier->record.title);
    buffer_add_text(out, "</title>\n<table border=\"1\">\n<caption>");
    add_escaped(out, dossier->record.title);
    buffer_add_text(out, ": topics by rounds and sides</caption>\n<thead>\n<tr><th rowspan=\"2\">topic</th>");
    for (size_t i = 0; i < table->column_count; i = group_end(table, i)) {
        buffer_addf(out, "<th scope=\"colgroup\" colspan=\"%zu\">", group_end(table, i) - i);
        add_escaped(out, table->columns[i].group);
        buffer_add_text(out, "</th>");
    }
    buffer_add_text(out, "</tr>\n<tr>");
    for (size_t i = 0; i < table->column_count; i++) {
        buffer_add_text(out, "<th scope=\"col\">");
        add_escaped(out, table->columns[i].title);
        buffer_add_text(out, "</th>");
    }
    buffer_add_text(out, "</tr>\n</thead>\n<tbody>\n");
}

// What the sign means, for a cell of a topic in a round.
static void add_meaning(Buffer *out, const Matrix *matrix, const Table *table, size_t row, size_t column)
{
    if (table->rows[row].target.kind != TARGET_TOPIC || table->columns[column].target.kind != TARGET_ROUND)
        return;
    buffer_add_text(out, " title=\"");
    add_escaped(out, str_of(standing_word(cell_at(matrix, table, row, column).state)));
    buffer_add_byte(out, '"');
}

static void add_row(Buffer *out, const Matrix *matrix, const Table *table, size_t row)
{
    Buffer text = {0};
    Str title = table->rows[row].title;
    buffer_add_text(out, "<tr><th scope=\"row\" align=\"left\">");
    for (; title.len && title.at[0] == ' '; title = str_slice(title, 1, title.len))
        buffer_add_text(out, "&#160;");
    add_escaped(out, title);
    buffer_add_text(out, "</th>");
    for (size_t i = 0; i < table->column_count; i++) {
        buffer_add_text(out, "<td");
        add_meaning(out, matrix, table, row, i);
        buffer_add_byte(out, '>');
        add_escaped(out, table_at(table, row, i, &text).text);
        buffer_add_text(out, "</td>");
    }
    buffer_add_text(out, "</tr>\n");
    buffer_free(&text);
}

static void print_notes(Output *output, const Table *table)
{
    Buffer notes = {0};
    buffer_add_text(&notes, "</tbody>\n</table>\n<pre>\n");
    for (size_t row = 0; row < table->row_count; row++) {
        if (!table->rows[row].is_note || !table->rows[row].title.len)
            continue;
        add_escaped(&notes, table->rows[row].title);
        buffer_add_byte(&notes, '\n');
    }
    buffer_add_text(&notes, "</pre>\n</html>\n");
    output_add(output, buffer_str(&notes));
    buffer_free(&notes);
}

void matrix_print_html(Output *output, const Dossier *dossier, const Matrix *matrix, const Table *table)
{
    Buffer out = {0};
    add_head(&out, dossier, table);
    for (size_t row = 0; row < table->row_count && !output_failed(output); row++) {
        if (!table->rows[row].is_section)
            add_row(&out, matrix, table, row);
        output_add(output, buffer_str(&out));
        buffer_clear(&out);
    }
    buffer_free(&out);
    print_notes(output, table);
}
