// SPDX-License-Identifier: MIT
#include "layout/lens.h"

// Words longer than this, in bytes, are not put beside others, and a text gets at most so many: a dossier
// made to do harm would blow up otherwise.
#define WORD_MAX 200
#define INSERTS_MAX 1000

static bool has_word(const Naming *naming, Str word)
{
    for (size_t i = 0; i < naming->word_count; i++)
        if (str_equal(naming->words[i], word))
            return true;
    return false;
}

// What one of the parties says instead; empty when both use the word or none has another.
static Str other_word(const Name *name, Str word, const uint32_t parties[2])
{
    bool any = parties[0] == NONE && parties[1] == NONE;
    for (size_t i = 0; i < name->naming_count; i++) {
        const Naming *naming = &name->namings[i];
        bool wanted = any || naming->party == parties[0] || naming->party == parties[1];
        if (wanted && naming->word_count && !has_word(naming, word))
            return naming->words[0];
    }
    return (Str){NULL, 0};
}

static void add_other(Block *block, Str other, size_t at)
{
    Buffer words = {0};
    buffer_add_text(&words, " [");
    buffer_add(&words, other);
    buffer_add_byte(&words, ']');
    block_add_insert(block, at, buffer_str(&words));
    buffer_free(&words);
}

void lens_add(const Dossier *dossier, const Names *names, const uint32_t parties[2], Str text, Block *block)
{
    size_t done = 0, inserts = 0;
    NameFound found = {0};
    while (inserts < INSERTS_MAX && names_next(names, text, found.to, &found)) {
        Str other = other_word(&dossier->names[found.name], str_slice(text, found.from, found.to), parties);
        if (!other.len || other.len > WORD_MAX)
            continue;
        buffer_add(&block->words, str_slice(text, done, found.to));
        add_other(block, other, found.to);
        done = found.to;
        inserts++;
    }
    buffer_add(&block->words, str_slice(text, done, text.len));
}
