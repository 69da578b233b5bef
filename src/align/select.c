// SPDX-License-Identifier: MIT
#include "select.h"

#include "diptych/fold.h"

// So many candidates are listed in an error.
#define LISTED_MAX 8

// How well a thing fits what was typed.
typedef bool Fits(const Choice *choice, uint32_t index, Str text);

static bool is_id(const Choice *choice, uint32_t index, Str text)
{
    return str_equal_ascii_case(choice->id(choice->dossier, index), text);
}

static bool id_starts(const Choice *choice, uint32_t index, Str text)
{
    Str id = choice->id(choice->dossier, index);
    return id.len > text.len && str_equal_ascii_case(str_slice(id, 0, text.len), text);
}

static bool is_word_byte(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (unsigned char)c >= 0x80;
}

// `folded` and `text` are both folded, so that letters are small.
static bool has_word(Str folded, Str text)
{
    for (size_t i = 0; i + text.len <= folded.len; i++)
        if ((i == 0 || !is_word_byte(folded.at[i - 1])) && str_starts(str_slice(folded, i, folded.len), text))
            return true;
    return false;
}

static bool word_starts(const Choice *choice, uint32_t index, Str text)
{
    const Record *record = choice->record(choice->dossier, index);
    const Str places[] = {record->title, record_value(record, "Words")};
    Folded folded = {0};
    bool found = false;
    for (size_t i = 0; i < sizeof places / sizeof *places && !found; i++) {
        fold_text(places[i], FOLD_ALL, &folded);
        found = has_word(buffer_str(&folded.text), text);
    }
    fold_free(&folded);
    return found;
}

// How many fit; `*first` gets the first of them.
static size_t count_fitting(const Choice *choice, Fits *fits, Str text, uint32_t *first)
{
    size_t count = 0;
    for (uint32_t i = 0; i < choice->count; i++) {
        if (!choice->id(choice->dossier, i).len || !fits(choice, i, text))
            continue;
        if (count++ == 0)
            *first = i;
    }
    return count;
}

// Adds the ids of those that fit, or with a null `fits` of all.
static void add_ids(const Choice *choice, Fits *fits, Str text, Buffer *out)
{
    size_t listed = 0;
    for (uint32_t i = 0; i < choice->count; i++) {
        Str id = choice->id(choice->dossier, i);
        if (!id.len || (fits && !fits(choice, i, text)))
            continue;
        if (listed == LISTED_MAX) {
            buffer_add_text(out, ", ...");
            return;
        }
        buffer_add_text(out, listed++ ? ", " : "");
        buffer_add(out, id);
    }
}

// At most so many bytes of what was typed stand in an error.
#define QUOTED_MAX 60

static uint32_t fail(const Choice *choice, Fits *fits, Str text, Error *error)
{
    Buffer ids = {0};
    Str quoted = str_slice(text, 0, QUOTED_MAX);
    add_ids(choice, fits, text, &ids);
    if (fits)
        error_set(error, "\"%.*s\" may mean %.*s: type more of it", (int)quoted.len, quoted.at, (int)ids.len,
                  ids.bytes);
    else if (ids.len)
        error_set(error, "there is no %s \"%.*s\": there are %.*s", choice->word, (int)quoted.len, quoted.at,
                  (int)ids.len, ids.bytes);
    else
        error_set(error, "there is no %s \"%.*s\"", choice->word, (int)quoted.len, quoted.at);
    buffer_free(&ids);
    return NONE;
}

// By a word of the title or of Words:, all folded.
static uint32_t find_word(const Choice *choice, Str text, Error *error)
{
    Folded folded = {0};
    uint32_t found = NONE;
    fold_text(text, FOLD_ALL, &folded);
    Str word = buffer_str(&folded.text);
    size_t count = word.len ? count_fitting(choice, word_starts, word, &found) : 0;
    if (count == 0)
        fail(choice, NULL, text, error);
    else if (count > 1)
        found = fail(choice, word_starts, word, error);
    fold_free(&folded);
    return found;
}

uint32_t choice_find(const Choice *choice, Str text, Error *error)
{
    uint32_t found = NONE;
    if (!text.len) {
        error_set(error, "the name of a %s is missing", choice->word);
        return NONE;
    }
    if (count_fitting(choice, is_id, text, &found))
        return found;
    size_t count = count_fitting(choice, id_starts, text, &found);
    if (count == 1)
        return found;
    if (count > 1)
        return fail(choice, id_starts, text, error);
    if (choice->record)
        return find_word(choice, text, error);
    return fail(choice, NULL, text, error);
}
