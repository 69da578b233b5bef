// SPDX-License-Identifier: MIT
#include "port/front.h"

#include <stdlib.h>

#include "diptych/character.h"
#include "diptych/fold.h"
#include "diptych/memory.h"
#include "port/aside.h"
#include "port/field.h"
#include "port/label.h"
#include "port/stated.h"

// Lines in front of a conversation that may all be its head; where there are more, an essay stands there.
#define HEAD_LINES ((size_t)60)
// Paragraphs of prose that may be the record's own beginning.
#define PROSE_MAX 8

void front_add(Front *front, const PageLine *line, bool gap)
{
    front->lines = mem_grow(front->lines, &front->capacity, front->count + 1, sizeof *front->lines);
    front->lines[front->count++] = (FrontLine){.text = mem_text(line->text),
                                               .len = line->text.len,
                                               .number = line->number,
                                               .indent = line->indent,
                                               .bold = line->bold,
                                               .level = line->level,
                                               .gap = gap,
                                               .item = line->item};
    front->bytes += line->text.len + sizeof(FrontLine);
}

void front_clear(Front *front)
{
    for (size_t i = 0; i < front->count; i++)
        free(front->lines[i].text);
    front->count = front->bytes = 0;
}

void front_free(Front *front)
{
    front_clear(front);
    free(front->lines);
}

static Str text_of(const FrontLine *line)
{
    return (Str){line->text, line->len};
}

bool front_is_field(Str text)
{
    Str value;
    return field_of(text, &value) != FIELD_NONE;
}

static bool ends_sentence(Str text)
{
    return text.len && strchr(".?!;,", text.at[text.len - 1]) && text.at[text.len - 1];
}

bool front_is_title(Str text)
{
    static const char *const words[] = {
        "minutes",        "memorandum",    "transcript",      "notes",          "record of",
        "protocol",       "stenogram",     "stenographic",    "interview with", "conversation between",
        "basic contents", "meeting of",    "plenary meeting", "session of",     "протокол",
        "стенограмма",    "запись беседы", "беседа",          "интервью",       "заседание",
        "protokoll",      "aufzeichnung",  "niederschrift",   "proces-verbal",  "compte rendu",
        "会談",           "会議録",        "議事録",          "记录",           "纪要"};
    if (text.len > 160 || text.len < 5 || ends_sentence(text) || text.at[0] == '[' || text.at[0] == '(')
        return false;
    const Character c = character_at(text, 0);
    if (character_is_lower(c.point) || !character_is_letter(c.point) || str_find(text, ':', 0) < text.len)
        return false;
    Folded folded = {.text = {0}};
    fold_text(text, FOLD_ALL, &folded);
    bool found = false;
    for (size_t i = 0; i < sizeof words / sizeof *words && !found; i++)
        found = memmem(folded.text.bytes, folded.text.len, words[i], strlen(words[i])) != NULL;
    fold_free(&folded);
    return found;
}

bool front_is_new(const Front *front)
{
    Str value;
    if (front->count > HEAD_LINES)
        return true;
    for (size_t i = 0; i < front->count && i < 400; i++) {
        const Str text = text_of(&front->lines[i]);
        const HeadField field = field_of(text, &value);
        if (field == FIELD_PARTICIPANTS || field == FIELD_DATE || field == FIELD_PLACE ||
            front_is_title(text))
            return true;
        if (text.len <= 100 && text.at[0] != '[') {
            Buffer date = {0};
            const bool dated = !ends_sentence(text) && stated_date(text, &date, NULL, NULL);
            buffer_free(&date);
            if (dated)
                return true;
        }
    }
    return false;
}

bool front_lists_people(const Front *front, const PageLine *line, bool gap)
{
    Str value;
    if (gap)
        return false;
    for (size_t i = front->count; i > 0; i--) {
        const FrontLine *at = &front->lines[i - 1];
        const HeadField field = field_of(text_of(at), &value);
        if (field != FIELD_NONE)
            return field == FIELD_PARTICIPANTS;
        if (at->gap)
            return false;
    }
    (void)line;
    return false;
}

// --- telling

// What is at work: the lines, and what the next one may go on with.
typedef struct Teller {
    const Front *front;
    const Port *port;
    size_t at;        // the next line
    HeadField field;  // that was opened last
    bool filled;      // it has a value
    size_t indent;    // of its line
    bool titled;      // the title is told
    Buffer side;      // the heading in a list of people
    Buffer paragraph; // scratch
} Teller;

static void tell(const Teller *teller, PortKind kind, size_t line, Str text)
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

static size_t count_letters(Str text)
{
    size_t count = 0;
    for (size_t i = 0; i < text.len; i++)
        count += text.at[i] != ' ' && !str_continues(text.at[i]);
    return count;
}

// A line with a date, and perhaps a time and a place beside it.
static bool tell_date_line(Teller *teller, const FrontLine *line, Str text, bool forced)
{
    Buffer date = {0};
    size_t from = 0, to = 0;
    const bool dated = stated_date(text, &date, &from, &to);
    const bool good =
        dated && (forced || (!ends_sentence(text) &&
                             count_letters(text) < count_letters(str_slice(text, from, to)) + 40));
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
            tell(teller, PORT_DATE, line->number, cell);
            if (before.len >= 3 && label_is_name(before) && !forced)
                tell(teller, PORT_PLACE, line->number, before);
        } else if (stated_time(cell, NULL) > 0) {
            tell(teller, PORT_DATE, line->number, cell);
        } else {
            tell(teller, place ? PORT_FRONT : PORT_PLACE, line->number, cell);
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
        if (!tell_date_line(teller, line, value, true))
            tell(teller, PORT_DATE, line->number, value);
        break;
    case FIELD_PLACE:
        tell(teller, PORT_PLACE, line->number, value);
        break;
    case FIELD_TITLE:
        tell(teller, PORT_TITLE, line->number, value);
        break;
    case FIELD_CITATION:
        tell(teller, PORT_CITATION, line->number, value);
        break;
    default:
        tell(teller, PORT_FRONT, line->number, value);
    }
}

static bool take_field(Teller *teller, const FrontLine *line)
{
    Str value;
    const Str text = text_of(line);
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
        tell(teller, PORT_FRONT, line->number, text);
    else {
        tell(teller, PORT_FRONT, line->number, str_trim(str_slice(text, 0, text.len - value.len)));
        tell_value(teller, line, value);
    }
    teller->filled = teller->filled || value.len > 0;
    return true;
}

// "(ME)" behind a name in a title: what the name is shortened to.
static void tell_initials(Teller *teller, size_t line, Str text)
{
    for (size_t open = str_find(text, '(', 0); open < text.len; open = str_find(text, '(', open + 1)) {
        const size_t close = str_find(text, ')', open);
        const Str key = str_slice(text, open + 1, close);
        if (key.len < 2 || key.len > 5 || !label_is_caps(key) || str_find(key, ' ', 0) < key.len)
            continue;
        size_t start = open;
        int words = 0;
        while (start > 0 && words < 4) {
            size_t word = start - 1;
            while (word > 0 && text.at[word - 1] != ' ')
                word--;
            const Str here = str_trim(str_slice(text, word, start));
            if (here.len &&
                (!character_is_upper(character_at(text, word).point) || here.at[here.len - 1] == ','))
                break;
            words += here.len > 0;
            start = word;
        }
        const Str name = str_trim(str_slice(text, start, open));
        const PortItem item = {.kind = PORT_PERSON, .line = line, .text = name, .key = key};
        if (name.len)
            port_tell(teller->port, &item);
    }
}

static void tell_title(Teller *teller, const FrontLine *line, Str text)
{
    Buffer date = {0};
    size_t from, to;
    tell(teller, PORT_TITLE, line->number, text);
    tell_initials(teller, line->number, text);
    if (stated_date(text, &date, &from, &to))
        tell(teller, PORT_DATE, line->number, str_slice(text, from, to));
    buffer_free(&date);
    teller->titled = true;
}

// Takes lines from teller->at on that belong together: one title over several lines, or one paragraph.
static Str take_block(Teller *teller, bool title)
{
    const Front *front = teller->front;
    const FrontLine *first = &front->lines[teller->at];
    buffer_clear(&teller->paragraph);
    buffer_add(&teller->paragraph, text_of(first));
    for (teller->at++; teller->at < front->count; teller->at++) {
        const FrontLine *line = &front->lines[teller->at];
        Buffer date = {0};
        const bool dated =
            title && !line->bold && line->len < 60 && stated_date(text_of(line), &date, NULL, NULL);
        buffer_free(&date);
        if (line->gap || line->level || line->item || front_is_field(text_of(line)) || dated ||
            (title && !line->bold != !first->bold))
            break;
        buffer_add_text(&teller->paragraph, title && !line->bold ? " / " : " ");
        buffer_add(&teller->paragraph, text_of(line));
    }
    return buffer_str(&teller->paragraph);
}

static bool is_heading(const FrontLine *line)
{
    return line->level || (line->bold && line->bold >= line->len) || label_is_caps(text_of(line));
}

// A heading or title that is no field.
static bool begins_head(const FrontLine *line)
{
    return !front_is_field(text_of(line)) &&
           (is_heading(line) || (line->gap && front_is_title(text_of(line))));
}

// The last heading begins what is the conversation's own; its lines may be several.
static size_t find_head(const Front *front)
{
    size_t head = front->count;
    while (head > 0 && !begins_head(&front->lines[head - 1]))
        head--;
    head -= head > 0;
    while (head > 0 && is_heading(&front->lines[head - 1]) && !front->lines[head].gap)
        head--;
    return head;
}

// How many paragraphs of whole sentences there are from the line on.
static size_t count_prose(const Front *front, size_t from)
{
    size_t count = 0;
    for (size_t i = from; i < front->count; i++)
        count += front->lines[i].gap && front->lines[i].len > 100;
    return count;
}

static void tell_paragraph(Teller *teller, const FrontLine *line, bool essay)
{
    bool sure;
    const bool heading = is_heading(line);
    Buffer time = {0};
    if (!line->level && tell_date_line(teller, line, text_of(line), false)) {
        teller->at++;
        return;
    }
    const bool title = !teller->titled && (heading || line->len <= 160) && text_of(line).at[0] != '[';
    const Str text = take_block(teller, title && !(ends_sentence(text_of(line)) && line->len > 60));
    const PortKind aside = aside_kind(text, &sure);
    if (stated_time(text, &time) == text.len)
        tell(teller, PORT_TIME, line->number, buffer_str(&time));
    else if (aside == PORT_CITATION)
        tell(teller, PORT_CITATION, line->number, text);
    else if (title && (heading || !ends_sentence(text)) && text.len < 400)
        tell_title(teller, line, text);
    else if (essay)
        tell(teller, PORT_FRONT, line->number, text);
    else if (heading)
        tell(teller, PORT_HEAD, line->number, text);
    else
        tell(teller,
             ends_sentence(text) || text.at[text.len - 1] == ':' || aside != PORT_KIND_COUNT ? PORT_NARRATION
                                                                                             : PORT_FRONT,
             line->number, text);
    buffer_free(&time);
}

// A line of prose: no title, field, date or name.
static bool is_prose(const FrontLine *line)
{
    const Str text = text_of(line);
    return !is_heading(line) && !front_is_field(text) &&
           (text.len > 160 || ends_sentence(text) || text.at[0] == '[');
}

size_t front_tell_behind(const Front *front, const Port *port)
{
    const Teller teller = {.front = front, .port = port};
    size_t head = find_head(front), prose = front->count;
    while (head == 0 && prose > 0 && !is_prose(&front->lines[prose - 1]))
        prose--;
    head = head > 0 || (front->count && begins_head(&front->lines[0])) ? head : prose;
    for (size_t i = 0; i < head; i++)
        tell(&teller, PORT_FRONT, front->lines[i].number, text_of(&front->lines[i]));
    return head;
}

void front_tell(Front *front, size_t from, const Port *port)
{
    Teller teller = {.front = front, .port = port};
    size_t head = front->count > HEAD_LINES ? find_head(front) : 0;
    head = head > from ? head : from;
    for (size_t i = from; i < head; i++)
        tell(&teller, PORT_FRONT, front->lines[i].number, text_of(&front->lines[i]));
    const bool essay = count_prose(front, head) > PROSE_MAX;
    for (teller.at = head; teller.at < front->count;) {
        const FrontLine *line = &front->lines[teller.at];
        teller.at++;
        if (!line->level && take_field(&teller, line))
            continue;
        teller.at--;
        teller.field = FIELD_NONE;
        tell_paragraph(&teller, line, essay);
    }
    buffer_free(&teller.side);
    buffer_free(&teller.paragraph);
    front_clear(front);
}

void front_tell_between(Front *front, const Port *port)
{
    Teller teller = {.front = front, .port = port, .titled = true};
    while (teller.at < front->count) {
        const FrontLine *line = &front->lines[teller.at];
        const bool heading = is_heading(line);
        tell(&teller, heading ? PORT_HEAD : PORT_NARRATION, line->number, take_block(&teller, false));
    }
    buffer_free(&teller.paragraph);
    front_clear(front);
}

void front_tell_outside(Front *front, const Port *port)
{
    Teller teller = {.front = front, .port = port};
    for (size_t i = 0; i < front->count; i++)
        tell(&teller, PORT_FRONT, front->lines[i].number, text_of(&front->lines[i]));
    front_clear(front);
}
