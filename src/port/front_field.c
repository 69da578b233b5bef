// SPDX-License-Identifier: MIT
#include "port/front_inside.h"

#include "diptych/character.h"
#include "diptych/fold.h"
#include "port/aside.h"
#include "port/label.h"
#include "port/stated.h"

void teller_tell(const Teller *teller, PortKind kind, size_t line, Str text)
{
    if (text.len)
        port_tell_text(teller->port, kind, line, text);
}

// A word in brackets or behind a comma is an office, unless it is initials that stand for the name later.
static void tell_participant(Teller *teller, size_t line, Str text)
{
    text = str_trim(text);
    while (text.len && strchr("-*,.;", text.at[text.len - 1]) && text.at[text.len - 1] != '.')
        text.len--;
    while (text.len && (text.at[0] == '-' || text.at[0] == '*'))
        text = str_trim(str_slice(text, 1, text.len));
    if (text.len == 0)
        return;
    const PortItem item = {
        .kind = PORT_PARTICIPANT, .line = line, .text = text, .side = buffer_str(&teller->side)};
    port_tell(teller->port, &item);
}

static void set_side(Teller *teller, Str text)
{
    Folded folded = {.text = {0}};
    fold_text(str_slice(text, 0, 8), FOLD_ALL, &folded);
    if (str_starts(buffer_str(&folded.text), str_of("for the ")))
        text = str_slice(text, 8, text.len);
    fold_free(&folded);
    buffer_clear(&teller->side);
    buffer_add(&teller->side, str_trim(text));
}

// "for the Soviet side: ...", or a heading above lines that stand farther in.
static Str take_side(Teller *teller, const FrontLine *line, Str text)
{
    const size_t colon = str_find(str_slice(text, 0, 60), ':', 0);
    if (colon < 60 && colon < text.len) {
        set_side(teller, str_slice(text, 0, colon));
        return str_trim(str_slice(text, colon + 1, text.len));
    }
    const FrontLine *next = teller->at < teller->front->count ? &teller->front->lines[teller->at] : NULL;
    if (next && !next->gap && next->indent >= line->indent + 2 && line->text == text.at && text.len < 40 &&
        str_find(text, ',', 0) == text.len) {
        set_side(teller, text);
        return (Str){NULL, 0};
    }
    return text;
}

static void tell_participants(Teller *teller, const FrontLine *line, Str text)
{
    Str piece;
    text = take_side(teller, line, text);
    const char *separators = str_find(text, ';', 0) < text.len ? ";" : "";
    const size_t comma = str_find(text, ',', 0);
    const bool two_names =
        comma < text.len && label_is_name(str_trim(str_slice(text, 0, comma))) &&
        str_find(str_trim(str_slice(text, comma + 1, text.len)), ' ', 0) + 1 < text.len - comma &&
        label_is_name(str_trim(str_slice(text, comma + 1, str_find(text, ',', comma + 1))));
    if (*separators == '\0' && two_names && line->text != text.at)
        separators = ",";
    while (text.len && str_next(&text, separators, &piece))
        tell_participant(teller, line->number, piece);
}

// Pieces of a line that wide gaps part.
static bool next_cell(Str *rest, Str *cell)
{
    *rest = str_trim(*rest);
    if (rest->len == 0)
        return false;
    const char *gap = memmem(rest->at, rest->len, "   ", 3);
    const size_t tab = str_find(*rest, '\t', 0);
    size_t end = gap ? (size_t)(gap - rest->at) : rest->len;
    end = tab < end ? tab : end;
    *cell = str_trim(str_slice(*rest, 0, end));
    *rest = str_slice(*rest, end, rest->len);
    return true;
}

// A line with a date, and perhaps a time and a place beside it.
bool teller_take_date(Teller *teller, const FrontLine *line, Str text, bool forced)
{
    Buffer date = {0};
    size_t from = 0, to = 0;
    const bool good = forced ? stated_date(text, &date, NULL, NULL) : front_is_date(text);
    buffer_free(&date);
    if (!good)
        return false;
    Str rest = text, cell;
    bool place = false;
    while (next_cell(&rest, &cell)) {
        Buffer day = {0};
        if (stated_date(cell, &day, &from, &to)) {
            Str before = str_trim(str_slice(cell, 0, from));
            while (before.len && before.at[before.len - 1] == ',')
                before.len--;
            teller_tell(teller, PORT_DATE, line->number, cell);
            if (before.len >= 3 && label_is_name(before) && !forced)
                teller_tell(teller, PORT_PLACE, line->number, before);
        } else if (stated_time(cell, NULL) > 0) {
            teller_tell(teller, PORT_DATE, line->number, cell);
        } else {
            teller_tell(teller, place ? PORT_FRONT : PORT_PLACE, line->number, cell);
            place = true;
        }
        buffer_free(&day);
    }
    return true;
}

static void tell_value(Teller *teller, const FrontLine *line, Str value)
{
    if (value.len == 0)
        return;
    teller->filled = true;
    switch (teller->field) {
    case FIELD_PARTICIPANTS:
        tell_participants(teller, line, value);
        break;
    case FIELD_DATE:
        if (!teller_take_date(teller, line, value, true))
            teller_tell(teller, PORT_DATE, line->number, value);
        break;
    case FIELD_PLACE:
        teller_tell(teller, PORT_PLACE, line->number, value);
        break;
    case FIELD_TITLE:
        teller_tell(teller, PORT_TITLE, line->number, value);
        break;
    case FIELD_CITATION:
        teller_tell(teller, PORT_CITATION, line->number, value);
        break;
    default:
        teller_tell(teller, PORT_FRONT, line->number, value);
    }
}

bool teller_take_field(Teller *teller, const FrontLine *line)
{
    Str value;
    const Str text = front_text(line);
    const HeadField field = field_of(text, &value);
    const bool goes_on = teller->field != FIELD_NONE && !(line->gap && teller->filled);
    if (field == FIELD_NONE && !goes_on)
        return false;
    if (field == FIELD_NONE) {
        tell_value(teller, line, text);
        return true;
    }
    teller->field = field;
    teller->filled = false;
    teller->indent = line->indent;
    buffer_clear(&teller->side);
    if (field == FIELD_OTHER)
        teller_tell(teller, PORT_FRONT, line->number, text);
    else {
        teller_tell(teller, PORT_FRONT, line->number, str_trim(str_slice(text, 0, text.len - value.len)));
        tell_value(teller, line, value);
    }
    teller->filled = teller->filled || value.len > 0;
    return true;
}
