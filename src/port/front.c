// SPDX-License-Identifier: MIT
#include "port/front.h"

#include <stdlib.h>

#include "diptych/character.h"
#include "diptych/fold.h"
#include "diptych/memory.h"
#include "port/aside.h"
#include "port/front_inside.h"
#include "port/label.h"
#include "port/stated.h"

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

bool front_is_field(Str text)
{
    Str value;
    return field_of(text, &value) != FIELD_NONE;
}

bool front_ends_sentence(Str text)
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
    if (text.len > 160 || text.len < 5 || front_ends_sentence(text) || text.at[0] == '[' || text.at[0] == '(')
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

static size_t count_letters(Str text)
{
    size_t count = 0;
    for (size_t i = 0; i < text.len; i++)
        count += text.at[i] != ' ' && !str_continues(text.at[i]);
    return count;
}

bool front_is_date(Str text)
{
    Buffer date = {0};
    size_t from, to;
    const bool dated = text.len <= 200 && !front_ends_sentence(text) && stated_date(text, &date, &from, &to);
    buffer_free(&date);
    return dated && count_letters(text) < count_letters(str_slice(text, from, to)) + 40 &&
           !character_is_lower(character_at(text, 0).point);
}

// True for a field, a date or a title in the lines from the given one on.
static bool has_head(const Front *front, size_t from)
{
    Str value;
    for (size_t i = from; i < front->count && i < from + 400; i++) {
        const Str text = front_text(&front->lines[i]);
        const HeadField field = field_of(text, &value);
        if (field == FIELD_PARTICIPANTS || field == FIELD_DATE || field == FIELD_PLACE ||
            front_is_title(text) || (text.at[0] != '[' && front_is_date(text)))
            return true;
    }
    return false;
}

bool front_has_head(const Front *front)
{
    return has_head(front, front->count > 12 ? front->count - 12 : 0);
}

bool front_is_new(const Front *front)
{
    return front->count > HEAD_LINES || has_head(front, 0);
}

bool front_lists_people(const Front *front, const PageLine *line, bool gap)
{
    Str value;
    if (gap)
        return false;
    for (size_t i = front->count; i > 0; i--) {
        const FrontLine *at = &front->lines[i - 1];
        const HeadField field = field_of(front_text(at), &value);
        if (field != FIELD_NONE)
            return field == FIELD_PARTICIPANTS;
        if (at->gap)
            return false;
    }
    (void)line;
    return false;
}
