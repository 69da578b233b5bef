// SPDX-License-Identifier: MIT
#include "port/front_inside.h"

#include "diptych/character.h"
#include "diptych/fold.h"
#include "port/aside.h"
#include "port/label.h"
#include "port/stated.h"

// Paragraphs of prose that may be the record's own beginning.
#define PROSE_MAX 8

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
    teller_tell(teller, PORT_TITLE, line->number, text);
    tell_initials(teller, line->number, text);
    if (stated_date(text, &date, &from, &to))
        teller_tell(teller, PORT_DATE, line->number, str_slice(text, from, to));
    buffer_free(&date);
    teller->titled = true;
}

// Takes lines from teller->at on that belong together: one title over several lines, or one paragraph.
static Str take_block(Teller *teller, bool title)
{
    const Front *front = teller->front;
    const FrontLine *first = &front->lines[teller->at];
    buffer_clear(&teller->paragraph);
    buffer_add(&teller->paragraph, front_text(first));
    for (teller->at++; teller->at < front->count; teller->at++) {
        const FrontLine *line = &front->lines[teller->at];
        Buffer date = {0};
        const bool dated =
            title && !line->bold && line->len < 60 && stated_date(front_text(line), &date, NULL, NULL);
        buffer_free(&date);
        if (line->gap || line->level || line->item || front_is_field(front_text(line)) || dated ||
            (title && !line->bold != !first->bold))
            break;
        buffer_add_text(&teller->paragraph, title && !line->bold ? " / " : " ");
        buffer_add(&teller->paragraph, front_text(line));
    }
    return buffer_str(&teller->paragraph);
}

static bool is_heading(const FrontLine *line)
{
    return line->level || (line->bold && line->bold >= line->len) || label_is_caps(front_text(line));
}

// A heading or title that is no field.
static bool begins_head(const FrontLine *line)
{
    return !front_is_field(front_text(line)) &&
           (is_heading(line) || (line->gap && front_is_title(front_text(line))));
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

// How many lines stand together.
static size_t count_block(const Teller *teller)
{
    size_t at = teller->at + 1;
    while (at < teller->front->count && !teller->front->lines[at].gap)
        at++;
    return at - teller->at;
}

static void tell_paragraph(Teller *teller, const FrontLine *line, bool essay)
{
    bool sure;
    const bool heading = is_heading(line);
    Buffer time = {0};
    if (!line->level && teller_take_date(teller, line, front_text(line), false)) {
        teller->at++;
        return;
    }
    const bool title = !teller->titled && (heading || count_block(teller) <= 4) &&
                       (heading || line->len <= 160) && front_text(line).at[0] != '[';
    const Str text = take_block(teller, title && !(front_ends_sentence(front_text(line)) && line->len > 60));
    const PortKind aside = aside_kind(text, &sure);
    if (stated_time(text, &time) == text.len)
        teller_tell(teller, PORT_TIME, line->number, buffer_str(&time));
    else if (aside == PORT_CITATION)
        teller_tell(teller, PORT_CITATION, line->number, text);
    else if (title && (heading || !front_ends_sentence(text)) && text.len < 400)
        tell_title(teller, line, text);
    else if (essay)
        teller_tell(teller, PORT_FRONT, line->number, text);
    else if (heading)
        teller_tell(teller, PORT_HEAD, line->number, text);
    else
        teller_tell(teller,
                    front_ends_sentence(text) || text.at[text.len - 1] == ':' || aside != PORT_KIND_COUNT
                        ? PORT_NARRATION
                        : PORT_FRONT,
                    line->number, text);
    buffer_free(&time);
}

// A line of prose: no title, field, date or name.
static bool is_prose(const FrontLine *line)
{
    const Str text = front_text(line);
    return !is_heading(line) && !front_is_field(text) &&
           (text.len > 160 || front_ends_sentence(text) || text.at[0] == '[');
}

size_t front_tell_behind(const Front *front, const Port *port)
{
    const Teller teller = {.front = front, .port = port};
    size_t head = find_head(front), prose = front->count;
    while (head == 0 && prose > 0 && !is_prose(&front->lines[prose - 1]))
        prose--;
    head = head > 0 || (front->count && begins_head(&front->lines[0])) ? head : prose;
    for (size_t i = 0; i < head; i++)
        teller_tell(&teller, PORT_FRONT, front->lines[i].number, front_text(&front->lines[i]));
    return head;
}

void front_tell(Front *front, size_t from, const Port *port)
{
    Teller teller = {.front = front, .port = port};
    size_t head = front->count > HEAD_LINES ? find_head(front) : 0;
    head = head > from ? head : from;
    for (size_t i = from; i < head; i++)
        teller_tell(&teller, PORT_FRONT, front->lines[i].number, front_text(&front->lines[i]));
    const bool essay = count_prose(front, head) > PROSE_MAX;
    for (teller.at = head; teller.at < front->count;) {
        const FrontLine *line = &front->lines[teller.at];
        teller.at++;
        if (!line->level && teller_take_field(&teller, line))
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
        teller_tell(&teller, heading ? PORT_HEAD : PORT_NARRATION, line->number, take_block(&teller, false));
    }
    buffer_free(&teller.paragraph);
    front_clear(front);
}

void front_tell_outside(Front *front, const Port *port)
{
    Teller teller = {.front = front, .port = port};
    for (size_t i = 0; i < front->count; i++)
        teller_tell(&teller, PORT_FRONT, front->lines[i].number, front_text(&front->lines[i]));
    front_clear(front);
}
