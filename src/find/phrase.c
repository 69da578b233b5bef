// SPDX-License-Identifier: MIT
#include "find/phrase.h"

#include <stdlib.h>
#include <string.h>

#include "diptych/fold.h"
#include "diptych/memory.h"
#include "diptych/sift.h"

// So many words for one thing are looked for at once.
#define WORDS_MAX 64

typedef struct Needle {
    char *bytes; // folded
    size_t len;
    Sift *sift;
    size_t next; // where it was found at or after the last place asked for; SIZE_MAX: nowhere
} Needle;

struct Phrase {
    unsigned keep;
    Needle needles[WORDS_MAX];
    size_t count;
    Folded folded; // the last text
    const char *at;
    size_t len;
    size_t asked; // where it was last searched from
};

static bool has_needle(const Phrase *phrase, Str folded)
{
    for (size_t i = 0; i < phrase->count; i++)
        if (str_equal((Str){phrase->needles[i].bytes, phrase->needles[i].len}, folded))
            return true;
    return false;
}

static void add_needle(Phrase *phrase, Str text)
{
    fold_text(text, phrase->keep, &phrase->folded);
    Str folded = str_trim(buffer_str(&phrase->folded.text));
    if (folded.len == 0 || phrase->count == WORDS_MAX || has_needle(phrase, folded))
        return;
    phrase->needles[phrase->count++] =
        (Needle){mem_text(folded), folded.len, sift_new(folded, phrase->keep), SIZE_MAX};
}

// Whether the name has the word, both folded all the way.
static bool is_word_of(const Name *name, Str word, Folded *folded)
{
    for (size_t i = 0; i < name->naming_count; i++)
        for (size_t j = 0; j < name->namings[i].word_count; j++) {
            fold_text(name->namings[i].words[j], FOLD_ALL, folded);
            if (str_equal(buffer_str(&folded->text), word))
                return true;
        }
    return false;
}

static void add_name(Phrase *phrase, const Name *name)
{
    for (size_t i = 0; i < name->naming_count; i++)
        for (size_t j = 0; j < name->namings[i].word_count; j++)
            add_needle(phrase, name->namings[i].words[j]);
}

static void add_other_words(Phrase *phrase, const Dossier *dossier, Str text)
{
    Folded word = {0}, other = {0};
    fold_text(text, FOLD_ALL, &word);
    for (size_t i = 0; i < dossier->name_count; i++)
        if (is_word_of(&dossier->names[i], str_trim(buffer_str(&word.text)), &other))
            add_name(phrase, &dossier->names[i]);
    fold_free(&word);
    fold_free(&other);
}

Phrase *phrase_new(const Dossier *dossier, Str text, bool lens)
{
    Phrase *phrase = mem_new(1, sizeof *phrase);
    phrase->keep = fold_keep_of(text);
    add_needle(phrase, text);
    if (lens && phrase->count)
        add_other_words(phrase, dossier, text);
    if (phrase->count)
        return phrase;
    phrase_free(phrase);
    return NULL;
}

void phrase_free(Phrase *phrase)
{
    if (!phrase)
        return;
    for (size_t i = 0; i < phrase->count; i++) {
        free(phrase->needles[i].bytes);
        sift_free(phrase->needles[i].sift);
    }
    fold_free(&phrase->folded);
    free(phrase);
}

// The first byte of the folded text that comes from byte `from` of the text or from behind it.
static size_t folded_at(const Folded *folded, size_t from)
{
    size_t low = 0, high = folded->text.len;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (folded->from[middle] < from)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static size_t find_bytes(const Needle *needle, Str folded, size_t from)
{
    if (from >= folded.len)
        return SIZE_MAX;
    const char *found = memmem(folded.at + from, folded.len - from, needle->bytes, needle->len);
    return found ? (size_t)(found - folded.at) : SIZE_MAX;
}

// The text is told from the last one by its place, and anew whenever a search in it begins.
static void set_text(Phrase *phrase, Str text, size_t from)
{
    bool goes_on = from && text.at == phrase->at && text.len == phrase->len && from >= phrase->asked;
    phrase->asked = from;
    if (goes_on)
        return;
    fold_text(text, phrase->keep, &phrase->folded);
    phrase->at = text.at;
    phrase->len = text.len;
    for (size_t i = 0; i < phrase->count; i++)
        phrase->needles[i].next = find_bytes(&phrase->needles[i], buffer_str(&phrase->folded.text), 0);
}

// The bytes of the text that the folded bytes [at, at + len) come from, whole characters.
static Match match_of(const Folded *folded, size_t at, size_t len)
{
    size_t end = at + len;
    while (end < folded->text.len && folded->from[end] == folded->from[end - 1])
        end++;
    return (Match){folded->from[at], folded->from[end]};
}

bool phrase_match(Phrase *phrase, Str text, size_t from, Match *match)
{
    set_text(phrase, text, from);
    Str folded = buffer_str(&phrase->folded.text);
    size_t at = folded_at(&phrase->folded, from), best = SIZE_MAX, len = 0;
    for (size_t i = 0; i < phrase->count; i++) {
        Needle *needle = &phrase->needles[i];
        if (needle->next < at)
            needle->next = find_bytes(needle, folded, at);
        if (needle->next < best || (needle->next == best && best != SIZE_MAX && needle->len > len)) {
            best = needle->next;
            len = needle->len;
        }
    }
    if (best == SIZE_MAX)
        return false;
    *match = match_of(&phrase->folded, best, len);
    return true;
}

bool phrase_might_match(const Phrase *phrase, Str raw)
{
    for (size_t i = 0; i < phrase->count; i++)
        if (sift_might_match(phrase->needles[i].sift, raw))
            return true;
    return false;
}
