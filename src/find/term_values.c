// SPDX-License-Identifier: MIT
// What stands behind the colon of a term: words that are fixed, or what the dossier names.
#include "find/term_values.h"

#include <stdlib.h>

#include "diptych/fold.h"
#include "diptych/likeness.h"
#include "diptych/meaning.h"
#include "diptych/memory.h"

// So many bytes of what was typed are quoted.
#define QUOTED_MAX 60

const char *term_word(TermKey key)
{
    static const char *const words[TERM_KEY_COUNT] = {
        [TERM_ACT] = "act",     [TERM_STATUS] = "status",   [TERM_TOPIC] = "topic",
        [TERM_ROUND] = "round", [TERM_VERDICT] = "verdict", [TERM_TO] = "to"};
    return words[key];
}

// What its values are called.
static const char *value_noun(TermKey key)
{
    return key == TERM_TO ? "addressee" : term_word(key);
}

unsigned term_kinds(TermKey key)
{
    if (key == TERM_TOPIC)
        return MEANING_OF(TARGET_TOPIC);
    return key == TERM_ROUND ? MEANING_OF(TARGET_ROUND) | MEANING_OF(TARGET_ACCOUNT) : 0;
}

// The verdicts are a part of the verbs.
static unsigned first_value(TermKey key)
{
    return key == TERM_VERDICT ? VERB_SUPPORTED : 0;
}

const char *term_value(TermKey key, size_t index)
{
    size_t value = first_value(key) + index;
    switch (key) {
    case TERM_ACT:
        return value < ACT_COUNT ? act_word((Act)value) : NULL;
    case TERM_STATUS:
        return value < STATUS_COUNT ? status_word((Status)value) : NULL;
    case TERM_VERDICT:
        return value <= VERB_NOT_IN_RECORD ? verb_word((Verb)value) : NULL;
    case TERM_TO:
        return value < ADDRESSEE_COUNT ? addressee_word((Addressee)value) : NULL;
    default:
        return NULL;
    }
}

static Str quoted(Str value)
{
    return str_slice(value, 0, str_character_start(value, QUOTED_MAX));
}

// "asserts, proposes, ...".
static void add_values(Buffer *out, TermKey key)
{
    for (size_t i = 0; term_value(key, i); i++)
        buffer_addf(out, "%s%s", i ? ", " : "", term_value(key, i));
}

// The word that is most like what was typed; null: none is like it.
static const char *nearest_word(TermKey key, Str typed)
{
    const char *nearest = NULL;
    size_t least = likeness_limit(typed) + 1;
    Folded folded = {0};
    fold_text(typed, FOLD_ALL, &folded);
    for (size_t i = 0; term_value(key, i); i++) {
        size_t distance = likeness_distance(buffer_str(&folded.text), str_of(term_value(key, i)), least);
        if (distance < least) {
            least = distance;
            nearest = term_value(key, i);
        }
    }
    fold_free(&folded);
    return nearest;
}

static bool no_such_word(TermKey key, Str value, Error *error)
{
    Buffer all = {0};
    add_values(&all, key);
    const char *nearest = nearest_word(key, value);
    Str typed = quoted(value);
    if (nearest)
        error_set(error, "%s:%.*s: there is no such %s; the nearest is %s (of %.*s)", term_word(key),
                  (int)typed.len, typed.at, value_noun(key), nearest, (int)all.len, all.bytes);
    else
        error_set(error, "%s:%.*s: there is no such %s; it is one of %.*s", term_word(key), (int)typed.len,
                  typed.at, value_noun(key), (int)all.len, all.bytes);
    buffer_free(&all);
    return false;
}

static bool no_such_thing(Dossier *dossier, TermKey key, Str value, Error *error)
{
    Target nearest;
    Str typed = quoted(value);
    if (meaning_nearest(dossier, value, term_kinds(key), &nearest)) {
        Buffer title = {0};
        meaning_id_add(&title, dossier, nearest);
        buffer_add_text(&title, " (");
        meaning_title_add(&title, dossier, nearest);
        buffer_add_byte(&title, ')');
        error_set(error, "%s:%.*s: there is no such %s; the nearest is %.*s", term_word(key), (int)typed.len,
                  typed.at, term_word(key), (int)title.len, title.bytes);
        buffer_free(&title);
    } else {
        error_set(error, "%s:%.*s: there is no such %s; TAB in the prompt and 'diptych list' name them",
                  term_word(key), (int)typed.len, typed.at, term_word(key));
    }
    return false;
}

void term_ids_add(TermIds *ids, uint32_t id)
{
    ids->items = mem_grow(ids->items, &ids->capacity, ids->count + 1, sizeof *ids->items);
    ids->items[ids->count++] = id;
}

// A round is all that tells of it.
static void add_target(Terms *terms, const Dossier *dossier, Target target)
{
    if (target.kind == TARGET_TOPIC)
        term_ids_add(&terms->topics, target.index);
    else if (target.kind == TARGET_ACCOUNT)
        term_ids_add(&terms->accounts, target.index);
    for (uint32_t i = 0; target.kind == TARGET_ROUND && i < dossier->rounds[target.index].account_count; i++)
        term_ids_add(&terms->accounts, dossier->rounds[target.index].account + i);
}

static bool take_things(Dossier *dossier, Terms *terms, TermKey key, Str value, Error *error)
{
    Meanings meanings = {0};
    meaning_find(dossier, value, NONE, term_kinds(key), &meanings);
    bool found = meanings.best && meanings.items[0].fit != FIT_NEAR;
    for (size_t i = 0; found && i < meanings.best; i++)
        add_target(terms, dossier, meanings.items[i].target);
    free(meanings.items);
    return found || no_such_thing(dossier, key, value, error);
}

bool term_value_take(Dossier *dossier, Terms *terms, TermKey key, Str value, Error *error)
{
    if (term_kinds(key))
        return take_things(dossier, terms, key, value, error);
    for (size_t i = 0; term_value(key, i); i++) {
        if (!str_is(value, term_value(key, i)))
            continue;
        terms->values[key] |= 1u << (first_value(key) + i);
        return true;
    }
    return no_such_word(key, value, error);
}

bool term_value_lacks(TermKey key, Error *error)
{
    Buffer all = {0};
    add_values(&all, key);
    if (term_kinds(key))
        error_set(error, "%s: what follows is missing: the name of a %s", term_word(key), term_word(key));
    else
        error_set(error, "%s: what follows is missing: one of %.*s", term_word(key), (int)all.len, all.bytes);
    buffer_free(&all);
    return false;
}
