// SPDX-License-Identifier: MIT
// The "/" prompt: what completes the term that is typed.
#include <stdlib.h>

#include "view/frame/inside.h"

// Where the part of the line that is completed begins: behind the last blank or comma that no quotes hold, or
// behind the colon of a key.
typedef struct TermStem {
    size_t from;
    bool valued; // a key stands in front
    TermKey key;
} TermStem;

// The key whose word it is; false: none.
static bool is_key(Str word, TermKey *key)
{
    for (int i = 0; i < TERM_KEY_COUNT; i++) {
        *key = (TermKey)i;
        if (str_is(word, term_word(*key)))
            return true;
    }
    return false;
}

static TermStem stem_of(Str line)
{
    TermStem stem = {0};
    bool quoted = false;
    for (size_t at = 0; at < line.len; at++) {
        if (line.at[at] == '"')
            quoted = !quoted;
        else if (quoted)
            continue;
        else if (line.at[at] == ' ')
            stem = (TermStem){.from = at + 1};
        else if (line.at[at] == ',' && stem.valued)
            stem.from = at + 1;
        else if (line.at[at] == ':' && !stem.valued && is_key(str_slice(line, stem.from, at), &stem.key))
            stem = (TermStem){at + 1, true, stem.key};
    }
    return stem;
}

static void offer_values(Reader *reader, TermKey key, Str typed)
{
    for (size_t i = 0; term_value(key, i); i++)
        if (str_starts(str_of(term_value(key, i)), typed))
            choosing_add(reader,
                         (Choice){.kind = CHOICE_VALUE, .key = key, .word = str_of(term_value(key, i))});
}

// Things of the kinds that are called so, or all of the kind.
static void offer_things(Reader *reader, unsigned kinds, Str typed, ChoiceKind how)
{
    Meanings meanings = {0};
    meaning_find(reader->dossier, typed, NONE, kinds, &meanings);
    for (size_t i = 0; i < meanings.count; i++)
        if (meanings.items[i].fit != FIT_NEAR)
            choosing_add(reader, (Choice){.kind = how, .meaning = meanings.items[i]});
    free(meanings.items);
    for (int kind = TARGET_PASSAGE; kind <= TARGET_PARTY && !typed.len; kind++)
        for (uint32_t i = 0; kinds & MEANING_OF(kind) && i < meaning_count(reader->dossier, (TargetKind)kind);
             i++)
            choosing_add(reader, (Choice){.kind = how, .meaning = {.target = {(TargetKind)kind, i, 0}}});
}

static void offer_keys(Reader *reader, Str typed)
{
    for (int key = 0; key < TERM_KEY_COUNT; key++)
        if (str_starts(str_of(term_word((TermKey)key)), typed))
            choosing_add(reader, (Choice){.kind = CHOICE_KEY, .key = (TermKey)key});
}

void completing_complete_term(Reader *reader, bool back)
{
    const Prompt *prompt = &reader->prompts[0];
    Str line = str_slice(buffer_str(&prompt->text), 0, prompt->cursor);
    TermStem stem = stem_of(line);
    Str typed = str_slice(line, stem.from, line.len);
    choosing_close(reader);
    reader->choices.from = stem.from;
    reader->choices.whole = false;
    if (typed.len && typed.at[0] == '"')
        typed = str_slice(typed, 1, typed.len);
    if (!stem.valued) {
        offer_keys(reader, typed);
        offer_things(reader, MEANING_OF(TARGET_PARTY), typed, CHOICE_SPEAKER);
        if (typed.len)
            offer_things(reader, MEANING_OF(TARGET_PERSON), typed, CHOICE_SPEAKER);
    } else if (term_kinds(stem.key)) {
        offer_things(reader, term_kinds(stem.key), typed, CHOICE_THING);
    } else {
        offer_values(reader, stem.key, typed);
    }
    if (reader->choices.count)
        choosing_choose(reader, back ? reader->choices.count - 1 : 0);
    else
        reader_say(reader, "nothing completes this");
}
