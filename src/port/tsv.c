// SPDX-License-Identifier: MIT
// Tables with a line of names above their columns: who, what, when; and the same words in further languages.
#include <stdlib.h>

#include "diptych/date.h"
#include "diptych/fold.h"
#include "diptych/memory.h"
#include "port/label.h"
#include "port/readers.h"
#include "port/stated.h"
#include "port/tsv.h"

#define COLUMNS_MAX 64

// A row as it was read: its cells, without the quotes that a spreadsheet puts around some.
typedef struct Row {
    Str cells[COLUMNS_MAX];
    size_t count, line;
    Buffer text; // that the cells are views of
} Row;

// The table at work; one text column a pass.
typedef struct TsvTable {
    const Port *port;
    TsvColumn columns[COLUMNS_MAX];
    Buffer names[COLUMNS_MAX]; // as they stand
    size_t count;
    size_t texts[COLUMNS_MAX], text_count; // which columns are texts
    size_t pass;                           // which of them is told
    Buffer speaker, round;                 // of the row before
    Buffer said, form, time, at, extra, note, date, lang, status;
    size_t line;
    bool open, begun, turn;
    size_t number; // of passages told in this pass
} TsvTable;

// --- rows

// A cell that begins and ends with a quote, with quotes doubled within it, is what is between them.
static Str unquote(Buffer *out, Str cell)
{
    const Str inner = str_slice(cell, 1, cell.len > 1 ? cell.len - 1 : 0);
    bool quoted = cell.len >= 2 && cell.at[0] == '"' && cell.at[cell.len - 1] == '"';
    for (size_t i = 0; i < inner.len && quoted; i++)
        if (inner.at[i] == '"')
            quoted = ++i < inner.len && inner.at[i] == '"';
    if (!quoted)
        return cell;
    const size_t start = out->len;
    for (size_t i = 0; i < inner.len; i++) {
        buffer_add_byte(out, inner.at[i]);
        i += inner.at[i] == '"';
    }
    return str_slice(buffer_str(out), start, out->len);
}

static bool next_row(const Port *port, Row *row)
{
    Str line, rest, cell;
    bool whole;
    if (!intake_line(port->intake, &line, &whole))
        return false;
    row->line = intake_number(port->intake) + !whole;
    row->count = 0;
    buffer_clear(&row->text);
    buffer_fill(&row->text, ' ', line.len); // so that views stay where they are
    buffer_clear(&row->text);
    rest = line;
    while (row->count < COLUMNS_MAX && str_next(&rest, "\t", &cell))
        row->cells[row->count++] = str_trim(unquote(&row->text, str_trim(cell)));
    if (port->progress && row->line % 4096 == 0)
        port->progress(port->context);
    return true;
}

static Str cell_of(const TsvTable *table, const Row *row, TsvColumn wanted)
{
    for (size_t i = 0; i < table->count && i < row->count; i++)
        if (table->columns[i] == wanted)
            return row->cells[i];
    return (Str){NULL, 0};
}

static bool has_column(const TsvTable *table, TsvColumn wanted)
{
    for (size_t i = 0; i < table->count; i++)
        if (table->columns[i] == wanted)
            return true;
    return false;
}

static Str text_cell(const TsvTable *table, const Row *row, size_t pass)
{
    const size_t column = table->texts[pass];
    return column < row->count ? row->cells[column] : (Str){NULL, 0};
}

// --- telling

static void tell_beginning(TsvTable *table, size_t line, Str round)
{
    const Str name = buffer_str(&table->names[table->texts[table->pass]]);
    const PortItem item = {.kind = table->pass ? PORT_ACCOUNT : PORT_DOCUMENT,
                           .line = line,
                           .key = table->pass ? (Str){NULL, 0} : round,
                           .text = table->pass ? name : (Str){NULL, 0},
                           .lang = tsv_language(name)};
    port_tell(table->port, &item);
    if (round.len && !table->pass)
        port_tell_text(table->port, PORT_TITLE, line, round);
    table->begun = true;
}

static PortKind kind_of(const TsvTable *table, Status *status)
{
    *status = STATUS_VERBATIM;
    if (!status_parse(buffer_str(&table->status), status))
        return table->turn ? PORT_TURN : PORT_PASSAGE;
    if (*status == STATUS_NARRATION)
        return PORT_NARRATION;
    if (*status == STATUS_OMITTED)
        return PORT_OMITTED;
    if (*status == STATUS_SUMMARY)
        return PORT_SUMMARY;
    return table->turn ? PORT_TURN : PORT_PASSAGE;
}

// Tells the row that is open.
static void tell(TsvTable *table)
{
    if (!table->open || table->said.len == 0)
        return;
    PortItem item = {.line = table->line,
                     .text = buffer_str(&table->said),
                     .speaker = buffer_str(&table->form),
                     .time = buffer_str(&table->time),
                     .at = buffer_str(&table->at),
                     .extra = buffer_str(&table->extra),
                     .note = buffer_str(&table->note),
                     .lang = buffer_str(&table->lang)};
    Buffer same = {0};
    item.kind = kind_of(table, &item.status);
    table->number++;
    if (table->pass) {
        buffer_addf(&same, "%zu", table->number);
        item.same = buffer_str(&same);
    }
    port_tell(table->port, &item);
    buffer_free(&same);
    buffer_clear(&table->said);
    table->open = false;
}

// Columns that are attributes by another name, or nobody's: kept as they are.
static void set_extra(TsvTable *table, const Row *row)
{
    buffer_clear(&table->extra);
    for (size_t i = 0; i < table->count && i < row->count; i++) {
        if (table->columns[i] != TSV_OTHER || row->cells[i].len == 0)
            continue;
        tsv_attribute_name(buffer_str(&table->names[i]), row->cells[i], &table->extra);
        buffer_add_text(&table->extra, ": ");
        for (size_t k = 0; k < row->cells[i].len; k++)
            buffer_add_byte(&table->extra, row->cells[i].at[k] == '\n' ? ' ' : row->cells[i].at[k]);
        buffer_add_byte(&table->extra, '\n');
    }
}

// The forms of one row in two languages are one person's.
static void call_alike(TsvTable *table, const Row *row, Str form)
{
    PeopleMatch match;
    for (size_t i = 1; i < table->text_count && form.len; i++) {
        const Label label = label_parse(text_cell(table, row, i), 0);
        if (label.style == LABEL_COLON)
            people_call(table->port->people, label.form,
                        people_take(table->port->people, form, &match, NULL));
    }
}

static void take_row(TsvTable *table, const Row *row)
{
    Str text = text_cell(table, row, table->pass), form = cell_of(table, row, TSV_SPEAKER);
    const Str time = cell_of(table, row, TSV_TIME), round = cell_of(table, row, TSV_ROUND);
    if (text.len == 0)
        return;
    if (form.len == 0 && !has_column(table, TSV_SPEAKER)) {
        const Label label = label_parse(text, 0);
        if (label.style == LABEL_COLON && !label_is_stopped(label.form) && label.rest.len) {
            form = label.form;
            text = label.rest;
        }
    }
    if (form.len == 0 && time.len == 0 && table->open && has_column(table, TSV_TIME)) {
        buffer_add_byte(&table->said, ' ');
        buffer_add(&table->said, text);
        return;
    }
    tell(table);
    if (!table->begun || (round.len && !str_equal(round, buffer_str(&table->round)) && table->pass == 0))
        tell_beginning(table, row->line, round);
    buffer_set(&table->round, round);
    if (table->pass == 0)
        call_alike(table, row, form);
    table->turn = form.len > 0 && !str_equal(form, buffer_str(&table->speaker));
    if (form.len)
        buffer_set(&table->speaker, form);
    buffer_set(&table->form, form);
    buffer_set(&table->said, text);
    buffer_clear(&table->time);
    if (stated_time(time, &table->time) == 0)
        buffer_add(&table->time, time);
    buffer_set(&table->at, cell_of(table, row, TSV_AT));
    buffer_set(&table->note, cell_of(table, row, TSV_NOTE));
    buffer_set(&table->status, cell_of(table, row, TSV_STATUS));
    buffer_set(&table->lang, cell_of(table, row, TSV_LANG));
    if (table->lang.len == 0 && table->text_count > 1)
        buffer_add(&table->lang, tsv_language(buffer_str(&table->names[table->texts[table->pass]])));
    set_extra(table, row);
    table->line = row->line;
    table->open = true;
}

static void take_names(TsvTable *table, const Row *row)
{
    bool text = false;
    table->count = row->count;
    for (size_t i = 0; i < row->count; i++) {
        table->columns[i] = tsv_column(row->cells[i]);
        buffer_add(&table->names[i], row->cells[i]);
        text = text || table->columns[i] == TSV_TEXT;
    }
    for (size_t i = 0; i < row->count; i++) {
        const bool language =
            table->columns[i] == TSV_OTHER && (!text || tsv_language(row->cells[i]).len > 0);
        if (language)
            table->columns[i] = TSV_TEXT;
        if (table->columns[i] == TSV_TEXT)
            table->texts[table->text_count++] = i;
    }
}

static void read_pass(TsvTable *table, Row *row)
{
    bool first = true;
    while (next_row(table->port, row)) {
        if (row->count == 0 || (row->count == 1 && row->cells[0].len == 0))
            continue;
        if (first && table->pass == 0)
            take_names(table, row);
        else if (!first && table->text_count)
            take_row(table, row);
        first = false;
    }
    tell(table);
}

static void free_table(TsvTable *table)
{
    Buffer *const buffers[] = {&table->speaker, &table->round, &table->said,  &table->form,
                               &table->time,    &table->at,    &table->extra, &table->note,
                               &table->date,    &table->lang,  &table->status};
    for (size_t i = 0; i < sizeof buffers / sizeof *buffers; i++)
        buffer_free(buffers[i]);
    for (size_t i = 0; i < COLUMNS_MAX; i++)
        buffer_free(&table->names[i]);
    free(table);
}

static bool read_tsv(const Port *port, Error *error)
{
    TsvTable *table = mem_new(1, sizeof *table);
    Row row = {.count = 0};
    table->port = port;
    read_pass(table, &row);
    for (table->pass = 1; table->pass < table->text_count && intake_rewind(port->intake); table->pass++) {
        if (table->pass == 1)
            port_unsure(port, 1, "columns in two languages are taken for two accounts of one speech");
        table->begun = table->open = false;
        table->number = 0;
        buffer_clear(&table->speaker);
        read_pass(table, &row);
    }
    free_table(table);
    buffer_free(&row.text);
    return !intake_failed(port->intake, error);
}

// A line of short names, at least one of them known, and another line with tabs below it.
static bool recognises(Str beginning)
{
    Str line, cell;
    size_t cells = 0, known = 0;
    if (!str_next(&beginning, "\n", &line))
        return false;
    while (str_next(&line, "\t", &cell)) {
        cell = str_trim(cell);
        if (cell.len > 40 || cell.len == 0)
            return false;
        const TsvColumn column = tsv_column(cell);
        known +=
            column == TSV_TEXT || column == TSV_SPEAKER || column == TSV_TIME || tsv_language(cell).len > 0;
        cells++;
    }
    return cells >= 2 && known >= 1 && str_next(&beginning, "\n", &line) &&
           str_find(line, '\t', 0) < line.len;
}

const PortReader reader_tsv = {
    .name = "tsv",
    .told = "a table",
    .recognises = recognises,
    .read = read_tsv,
    .looked_for = "columns called \"speaker\" and \"text\", or texts that begin with a name and a colon"};
