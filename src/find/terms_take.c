// SPDX-License-Identifier: MIT
// A line that somebody types for a search: which parts of it are terms, and which are words.
#include <stdlib.h>

#include "diptych/fold.h"
#include "diptych/likeness.h"
#include "diptych/meaning.h"
#include "find/term_values.h"

// So many colons of a line are looked at, and so many bytes in front of each.
#define COLONS_MAX 64
#define NAME_MAX_BYTES 200

// What stands in front of a colon.
typedef enum PrefixKind { PREFIX_NONE, PREFIX_KEY, PREFIX_SPEAKER, PREFIX_DOUBT } PrefixKind;

typedef struct Prefix {
    PrefixKind kind;
    TermKey key;
    Str name;   // of a speaker
    size_t len; // bytes, the colon among them
} Prefix;

// The line while it is taken apart.
typedef struct Taking {
    Dossier *dossier;
    Str line;
    size_t at;
    bool regex;
    bool apart;    // nothing stands in front, or a term: names may hold blanks without quotes
    size_t colons; // looked at
    Terms *terms;
    Buffer *words, *doubt;
    Error *error;
} Taking;

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\t';
}

static size_t skip_blanks(Str line, size_t at)
{
    while (at < line.len && is_blank(line.at[at]))
        at++;
    return at;
}

static size_t skip_word(Str line, size_t at)
{
    while (at < line.len && !is_blank(line.at[at]))
        at++;
    return at;
}

// Adds those of one kind that are called so; false: none is.
static bool add_called(Dossier *dossier, Str name, TargetKind kind, TermIds *ids)
{
    Meanings meanings = {0};
    meaning_find(dossier, name, NONE, MEANING_OF(kind), &meanings);
    bool called = meanings.best && meanings.items[0].fit == FIT_WHOLE;
    for (size_t i = 0; called && ids && i < meanings.best; i++)
        term_ids_add(ids, meanings.items[i].target.index);
    free(meanings.items);
    return called;
}

static bool is_speaker(Dossier *dossier, Str name)
{
    return add_called(dossier, name, TARGET_PARTY, NULL) || add_called(dossier, name, TARGET_PERSON, NULL);
}

static Prefix speaker_prefix(Str name, size_t len)
{
    return (Prefix){.kind = PREFIX_SPEAKER, .name = name, .len = len};
}

static bool is_like(Str typed, Str word)
{
    Folded a = {0}, b = {0};
    fold_text(typed, FOLD_ALL, &a);
    fold_text(word, FOLD_ALL, &b);
    size_t limit = likeness_limit(buffer_str(&a.text));
    bool is = likeness_distance(buffer_str(&a.text), buffer_str(&b.text), limit) <= limit;
    fold_free(&a);
    fold_free(&b);
    return is;
}

// A key or a party that has been misspelt.
static Prefix doubt_prefix(const Taking *taking, Str name, size_t len)
{
    if (name.len && name.at[0] == '\\')
        return (Prefix){0};
    for (int key = 0; key < TERM_KEY_COUNT; key++)
        if (is_like(name, str_of(term_word((TermKey)key))))
            return (Prefix){.kind = PREFIX_DOUBT, .name = str_of(term_word((TermKey)key)), .len = len};
    for (size_t i = 0; i < taking->dossier->party_count; i++)
        if (is_like(name, taking->dossier->parties[i].brief))
            return (Prefix){.kind = PREFIX_DOUBT, .name = taking->dossier->parties[i].brief, .len = len};
    return (Prefix){0};
}

// Up to the next colon, blanks and all.
static Prefix spaced_prefix(const Taking *taking, Str rest)
{
    size_t colon = str_find(str_slice(rest, 0, NAME_MAX_BYTES), ':', 0);
    Str name = str_slice(rest, 0, colon);
    if (colon == rest.len || colon == NAME_MAX_BYTES || !is_speaker(taking->dossier, name))
        return (Prefix){0};
    return speaker_prefix(name, colon + 1);
}

static Prefix quoted_prefix(const Taking *taking, Str rest)
{
    size_t quote = str_find(rest, '"', 1);
    Str name = str_slice(rest, 1, quote);
    if (quote + 1 >= rest.len || rest.at[quote + 1] != ':' || !is_speaker(taking->dossier, name))
        return (Prefix){0};
    return speaker_prefix(name, quote + 2);
}

// The term that begins there, if one does.
static Prefix find_prefix(Taking *taking, size_t at)
{
    Str rest = str_slice(taking->line, at, taking->line.len);
    if (rest.len && rest.at[0] == '"')
        return quoted_prefix(taking, rest);
    Str chunk = str_slice(rest, 0, skip_word(rest, 0));
    size_t colon = str_find(chunk, ':', 0);
    Str name = str_slice(chunk, 0, colon);
    if (taking->colons >= COLONS_MAX || name.len > NAME_MAX_BYTES)
        return (Prefix){0};
    if (colon == chunk.len) {
        taking->colons += taking->apart;
        return taking->apart ? spaced_prefix(taking, rest) : (Prefix){0};
    }
    taking->colons++;
    for (int key = 0; key < TERM_KEY_COUNT; key++)
        if (str_is(name, term_word((TermKey)key)))
            return (Prefix){.kind = PREFIX_KEY, .key = (TermKey)key, .len = colon + 1};
    if (name.len && is_speaker(taking->dossier, name))
        return speaker_prefix(name, colon + 1);
    return doubt_prefix(taking, name, colon + 1);
}

// The next value: in quotes, or up to a comma or blank.
static Str next_value(Taking *taking)
{
    Str line = taking->line;
    size_t from = taking->at, to = from;
    if (from < line.len && line.at[from] == '"') {
        to = str_find(line, '"', from + 1);
        taking->at = to < line.len ? to + 1 : to;
        return str_slice(line, from + 1, to);
    }
    while (to < line.len && line.at[to] != ',' && !is_blank(line.at[to]))
        to++;
    taking->at = to;
    return str_slice(line, from, to);
}

static bool take_values(Taking *taking, TermKey key)
{
    taking->at = skip_blanks(taking->line, taking->at);
    for (;;) {
        Str value = next_value(taking);
        if (!str_trim(value).len)
            return term_value_lacks(key, taking->error);
        if (!term_value_take(taking->dossier, taking->terms, key, value, taking->error))
            return false;
        if (taking->at >= taking->line.len || taking->line.at[taking->at] != ',')
            return true;
        taking->at++;
    }
}

// A side before people that are called so.
static void take_speaker(Taking *taking, Str name)
{
    if (!add_called(taking->dossier, name, TARGET_PARTY, &taking->terms->parties))
        add_called(taking->dossier, name, TARGET_PERSON, &taking->terms->people);
}

// Takes what is no term up to the next blank, with the blanks before it as they are between words.
static void take_word(Taking *taking, size_t blanks_from)
{
    Str line = taking->line;
    size_t from = taking->at, to = skip_word(line, from);
    if (line.at[from] == '"') {
        size_t quote = str_find(line, '"', from + 1);
        to = quote < line.len ? skip_word(line, quote) : to;
    }
    if (taking->words->len && taking->apart)
        buffer_add_byte(taking->words, ' ');
    else if (taking->words->len)
        buffer_add(taking->words, str_slice(line, blanks_from, from));
    if (!taking->regex && line.at[from] == '\\' && find_prefix(taking, from + 1).kind != PREFIX_NONE)
        from++;
    buffer_add(taking->words, str_slice(line, from, to));
    taking->at = to;
    taking->apart = false;
}

bool terms_take(Dossier *dossier, Str line, bool regex, Terms *terms, Buffer *words, Buffer *doubt,
                Error *error)
{
    Taking taking = {.dossier = dossier,
                     .line = str_trim(line),
                     .regex = regex,
                     .apart = true,
                     .terms = terms,
                     .words = words,
                     .doubt = doubt,
                     .error = error};
    *terms = (Terms){0};
    while (taking.at < taking.line.len) {
        size_t blanks_from = taking.at;
        taking.at = skip_blanks(taking.line, taking.at);
        Prefix prefix = find_prefix(&taking, taking.at);
        if (prefix.kind == PREFIX_NONE || prefix.kind == PREFIX_DOUBT) {
            if (prefix.kind == PREFIX_DOUBT && !doubt->len) {
                buffer_add(doubt, prefix.name);
                buffer_add_byte(doubt, ':');
            }
            take_word(&taking, blanks_from);
            continue;
        }
        taking.at += prefix.len;
        if (prefix.kind == PREFIX_SPEAKER)
            take_speaker(&taking, prefix.name);
        else if (!take_values(&taking, prefix.key))
            return false;
        taking.apart = true;
    }
    return true;
}
