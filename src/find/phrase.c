// SPDX-License-Identifier: MIT
#include "find/phrase.h"

#include <stdlib.h>
#include <string.h>

#include "diptych/bounds.h"
#include "diptych/fold.h"
#include "diptych/memory.h"
#include "diptych/sift.h"

// So many words for one thing are looked for at once.
#define WORDS_MAX 64

// The needle in one form, and where it was last found.
typedef struct Form {
    char *bytes; // folded
    size_t len;
    size_t next; // where it was found at or after the last place asked for; SIZE_MAX: nowhere
} Form;

typedef struct PhraseNeedle {
    Form plain;
    Form joined; // without hyphens, for text in which hyphens divide words
    Match found; // of ->joined.next, in bytes of the text
    bool whole;  // only as a word of its own: another name for what was typed
    Sift *sift;
} PhraseNeedle;

struct Phrase {
    unsigned keep;
    PhraseNeedle needles[WORDS_MAX];
    size_t count;
    Folded folded;   // the last text
    Divided divided; // the same with divided words joined; without places when there are none
    const char *at;
    size_t len;
    size_t asked; // where it was last searched from
};

static Str form_str(const Form *form)
{
    return (Str){form->bytes, form->len};
}

static bool has_needle(const Phrase *phrase, Str folded)
{
    for (size_t i = 0; i < phrase->count; i++)
        if (str_equal(form_str(&phrase->needles[i].plain), folded))
            return true;
    return false;
}

static void add_needle(Phrase *phrase, Str text, bool whole)
{
    fold_text(text, phrase->keep, &phrase->folded);
    Str folded = str_trim(buffer_str(&phrase->folded.text));
    if (folded.len == 0 || phrase->count == WORDS_MAX || has_needle(phrase, folded))
        return;
    fold_undivide(text, &phrase->folded, &phrase->divided);
    Str joined = str_trim(buffer_str(&phrase->divided.joined.text));
    phrase->needles[phrase->count++] = (PhraseNeedle){.plain = {mem_text(folded), folded.len, SIZE_MAX},
                                                      .joined = {mem_text(joined), joined.len, SIZE_MAX},
                                                      .whole = whole,
                                                      .sift = sift_new(folded, phrase->keep)};
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
            add_needle(phrase, name->namings[i].words[j], true);
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
    add_needle(phrase, text, false);
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
        free(phrase->needles[i].plain.bytes);
        free(phrase->needles[i].joined.bytes);
        sift_free(phrase->needles[i].sift);
    }
    fold_free(&phrase->folded);
    divided_free(&phrase->divided);
    free(phrase);
}

// Where the form is at or after `from`, up to the end of a letter.
static size_t find_form(const Form *form, const Folded *folded, size_t from)
{
    Str all = buffer_str(&folded->text);
    while (from < all.len) {
        const char *found = memmem(all.at + from, all.len - from, form->bytes, form->len);
        if (!found)
            break;
        from = (size_t)(found - all.at);
        if (!fold_goes_on(folded, from + form->len))
            return from;
        from++;
    }
    return SIZE_MAX;
}

static bool is_wanted(const Phrase *phrase, const PhraseNeedle *needle, Match match)
{
    Str text = {phrase->at, phrase->len};
    return !needle->whole || (bounds_word(text, match.from) && bounds_word(text, match.to));
}

static void find_plain(const Phrase *phrase, PhraseNeedle *needle, size_t from)
{
    const Folded *folded = &phrase->folded;
    Form *form = &needle->plain;
    do {
        form->next = find_form(form, folded, from);
        from = form->next + 1;
    } while (form->next != SIZE_MAX &&
             !is_wanted(phrase, needle, fold_origin(folded, form->next, form->next + form->len)));
}

// The first place where a word is divided behind byte `at` of the joined text; SIZE_MAX when there is none.
static size_t place_behind(const Divided *divided, size_t at)
{
    size_t low = 0, high = divided->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (divided->places[middle] <= at)
            low = middle + 1;
        else
            high = middle;
    }
    return low < divided->count ? divided->places[low] : SIZE_MAX;
}

// What of the text the joined needle at `at` is, letter for letter but for the places where words are
// divided; nothing when it is not.
static Match check_divided(const Phrase *phrase, const PhraseNeedle *needle, size_t at)
{
    const Folded *folded = &phrase->folded;
    Str text = {phrase->at, phrase->len};
    size_t begin = fold_at(folded, phrase->divided.joined.from[at]);
    size_t end = fold_divided_end(text, folded, begin, form_str(&needle->plain));
    return end ? fold_origin(folded, begin, end) : (Match){0, 0};
}

// Finds the joined needle at or after `from`, over a place where a word is divided: others are found without.
static void find_divided(const Phrase *phrase, PhraseNeedle *needle, size_t from)
{
    const Divided *divided = &phrase->divided;
    Form *form = &needle->joined;
    for (;; from = form->next + 1) {
        size_t place = place_behind(divided, from);
        form->next = SIZE_MAX;
        if (place == SIZE_MAX)
            return;
        size_t first = place > form->len ? place - form->len + 1 : 0;
        form->next = find_form(form, &divided->joined, first > from ? first : from);
        if (form->next == SIZE_MAX)
            return;
        needle->found = check_divided(phrase, needle, form->next);
        if (needle->found.to > 0 && is_wanted(phrase, needle, needle->found) &&
            place_behind(divided, form->next) < form->next + form->len)
            return;
    }
}

// The text is told from the last one by its place, and anew whenever a search in it begins.
static void set_text(Phrase *phrase, Str text, size_t from)
{
    bool goes_on = from && text.at == phrase->at && text.len == phrase->len && from >= phrase->asked;
    phrase->asked = from;
    if (goes_on)
        return;
    fold_text(text, phrase->keep, &phrase->folded);
    phrase->divided.count = 0;
    if (fold_has_division(&phrase->folded))
        fold_undivide(text, &phrase->folded, &phrase->divided);
    phrase->at = text.at;
    phrase->len = text.len;
    for (size_t i = 0; i < phrase->count; i++) {
        PhraseNeedle *needle = &phrase->needles[i];
        find_plain(phrase, needle, 0);
        find_divided(phrase, needle, 0);
    }
}

// Takes the match for `*best` when it begins before, or at the same byte and is longer.
static void prefer(Match *best, Match match)
{
    if (match.from < best->from || (match.from == best->from && match.to > best->to))
        *best = match;
}

bool phrase_match(Phrase *phrase, Str text, size_t from, Match *match)
{
    set_text(phrase, text, from);
    const Folded *folded = &phrase->folded, *joined = &phrase->divided.joined;
    bool divided = phrase->divided.count > 0;
    size_t at = fold_at(folded, from), joined_at = divided ? fold_at(joined, from) : 0;
    Match best = {SIZE_MAX, 0};
    for (size_t i = 0; i < phrase->count; i++) {
        PhraseNeedle *needle = &phrase->needles[i];
        if (needle->plain.next < at)
            find_plain(phrase, needle, at);
        if (needle->plain.next != SIZE_MAX)
            prefer(&best, fold_origin(folded, needle->plain.next, needle->plain.next + needle->plain.len));
        if (divided && needle->joined.next < joined_at)
            find_divided(phrase, needle, joined_at);
        if (needle->joined.next != SIZE_MAX)
            prefer(&best, needle->found);
    }
    if (best.from == SIZE_MAX)
        return false;
    *match = best;
    return true;
}

bool phrase_might_match(const Phrase *phrase, Str raw)
{
    for (size_t i = 0; i < phrase->count; i++)
        if (sift_might_match(phrase->needles[i].sift, raw))
            return true;
    return false;
}
