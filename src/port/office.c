// SPDX-License-Identifier: MIT
#include "port/office.h"

#include "port/label.h"

// Bytes of a cell that may be a name.
#define NAME_MAX_BYTES 80

void office_text(Office *office, Str words, bool bold)
{
    const bool blank = str_trim(words).len == 0;
    if (office->text.len + office->row.len > PROSE_MAX) {
        office->full = true;
        return;
    }
    if (bold && !office->bold && office->text.len == 0 && !blank) {
        buffer_add_text(&office->text, "**");
        office->bold = true;
    } else if (!bold && office->bold && !blank) {
        buffer_add_text(&office->text, "**");
        office->bold = false;
    }
    prose_escape(&office->text, words, office->text.len == 0);
}

void office_break(Office *office)
{
    buffer_add_byte(&office->text, office->rows ? ' ' : '\n');
}

void office_mark(Office *office, Str mark)
{
    buffer_addf(&office->text, "[^%.*s]", (int)mark.len, mark.at);
}

static void keep(Office *office, Str markdown)
{
    if (!office->full && markdown.len && !prose_add(&office->prose, markdown, office->paragraphs))
        office->full = true;
}

static void keep_notes(Office *office)
{
    Str due = buffer_str(&office->due), note;
    while (str_next_word(&due, "\n", &note))
        keep(office, note);
    buffer_clear(&office->due);
}

void office_end(Office *office, int level, bool item)
{
    Buffer line = {0};
    if (office->bold)
        buffer_add_text(&office->text, "**");
    const Str text = str_trim(buffer_str(&office->text));
    if (office->rows) {
        if (text.len && office->row.len && office->row.bytes[office->row.len - 1] != ' ')
            buffer_add_byte(&office->row, ' ');
        buffer_add(&office->row, text);
    } else {
        office->paragraphs++;
        if (text.len && !str_is(text, "****")) {
            buffer_fill(&line, '#', (size_t)level);
            buffer_add_text(&line, level ? " " : item ? "- " : "");
            buffer_add(&line, text);
            keep(office, buffer_str(&line));
        }
        keep_notes(office);
    }
    buffer_clear(&office->text);
    office->bold = false;
    buffer_free(&line);
}

void office_row(Office *office)
{
    if (office->rows++ > 0)
        return;
    buffer_clear(&office->row);
    buffer_clear(&office->first);
    office->cells = 0;
}

void office_cell_end(Office *office)
{
    if (office->rows != 1)
        return;
    if (office->cells++ == 0)
        buffer_add(&office->first, buffer_str(&office->row));
    buffer_add_text(&office->row, " | ");
}

// A name, and beside it what was said.
static bool is_speech(const Office *office, Str words)
{
    Str name = buffer_str(&office->first);
    while (name.len && (name.at[name.len - 1] == ':' || name.at[name.len - 1] == '*'))
        name = str_trim(str_slice(name, 0, name.len - 1));
    while (name.len && name.at[0] == '*')
        name = str_slice(name, 1, name.len);
    return office->cells == 2 && name.len && name.len < NAME_MAX_BYTES && words.len && label_is_name(name) &&
           !label_is_stopped(name);
}

void office_row_end(Office *office)
{
    if (--office->rows > 0)
        return;
    Buffer line = {0};
    const Str row = str_slice(buffer_str(&office->row), 0, office->row.len - (office->cells ? 3 : 0));
    const Str words = str_trim(str_slice(row, office->first.len + 3, row.len));
    office->paragraphs++;
    if (is_speech(office, words)) {
        Str name = buffer_str(&office->first);
        const bool marked = strchr("*:", name.at[name.len - 1]);
        buffer_addf(&line, marked ? "%.*s %.*s" : "**%.*s:** %.*s", (int)name.len, name.at, (int)words.len,
                    words.at);
    } else if (office->cells == 1) {
        buffer_add(&line, row);
    } else if (str_trim(row).len > 1) {
        buffer_addf(&line, "| %.*s |", (int)row.len, row.at);
    }
    keep(office, buffer_str(&line));
    keep_notes(office);
    buffer_free(&line);
}

void office_note(Office *office, Str mark, Str text)
{
    buffer_addf(&office->due, "[^%.*s]: ", (int)mark.len, mark.at);
    prose_escape(&office->due, text, false);
    buffer_add_byte(&office->due, '\n');
}

bool office_read(Office *office, const Port *port, Error *error)
{
    keep_notes(office);
    if (office->full)
        return error_set(error, "%s: holds more than 64 MB of text: such are not read",
                         intake_name(port->intake));
    return prose_read(&office->prose, port, PROSE_WHOLE, error);
}

void office_free(Office *office)
{
    prose_free(&office->prose);
    buffer_free(&office->text);
    buffer_free(&office->row);
    buffer_free(&office->first);
    buffer_free(&office->due);
}
