// SPDX-License-Identifier: MIT
#include "find/term_sifts.h"

#include <stdlib.h>

#include "diptych/fold.h"
#include "diptych/memory.h"
#include "diptych/sift.h"

// More words than this for one term are not worth looking for.
#define WORDS_MAX 16

// One of these words has to be in the file; none: it need not name any.
typedef struct TermWords {
    Sift *sifts[WORDS_MAX];
    size_t count;
} TermWords;

struct TermSifts {
    uint32_t statuses; // what is wanted of them
    TermWords words[TERM_KEY_COUNT];
};

static void add_word(TermWords *words, Str word)
{
    words->sifts[words->count++] = sift_new(word, FOLD_ALL);
}

// What passages are when nothing is said is not found by its word; and verdicts may be a layer's.
static bool is_named(const Dossier *dossier, TermKey key, uint32_t values)
{
    switch (key) {
    case TERM_ACT:
        return !(values & 1u << ACT_ASSERTS);
    case TERM_STATUS:
        return !(values & (1u << STATUS_NARRATION | 1u << STATUS_PARAPHRASE));
    case TERM_TO:
        return !(values & 1u << ADDRESSEE_OTHER);
    case TERM_VERDICT:
        return dossier->remark_count == 0;
    default:
        return false;
    }
}

static void add_values(TermSifts *sifts, const Dossier *dossier, const Terms *terms, TermKey key)
{
    unsigned first = key == TERM_VERDICT ? VERB_SUPPORTED : 0;
    if (!terms->values[key] || !is_named(dossier, key, terms->values[key]))
        return;
    for (size_t i = 0; term_value(key, i); i++)
        if (terms->values[key] >> (first + i) & 1 && sifts->words[key].count < WORDS_MAX)
            add_word(&sifts->words[key], str_of(term_value(key, i)));
}

static bool is_wanted(const Dossier *dossier, const Terms *terms, uint32_t topic)
{
    for (size_t i = 0; i < terms->topics.count; i++)
        if (topic_within(dossier, topic, terms->topics.items[i]))
            return true;
    return false;
}

// The ids of the topics and of those below them, unless they are many or a layer may give them.
static void add_topics(TermSifts *sifts, const Dossier *dossier, const Terms *terms)
{
    size_t count = 0;
    for (uint32_t topic = 0; topic < dossier->topic_count && terms->topics.count; topic++)
        count += is_wanted(dossier, terms, topic);
    if (count > WORDS_MAX || dossier->remark_count)
        return;
    for (uint32_t topic = 0; topic < dossier->topic_count && count; topic++)
        if (is_wanted(dossier, terms, topic))
            add_word(&sifts->words[TERM_TOPIC], dossier->topics[topic].record.id);
}

TermSifts *term_sifts_new(const Dossier *dossier, const Terms *terms)
{
    TermSifts *sifts = mem_new(1, sizeof *sifts);
    sifts->statuses = terms->values[TERM_STATUS];
    for (int key = 0; key < TERM_KEY_COUNT; key++)
        add_values(sifts, dossier, terms, (TermKey)key);
    add_topics(sifts, dossier, terms);
    return sifts;
}

void term_sifts_free(TermSifts *sifts)
{
    for (int key = 0; sifts && key < TERM_KEY_COUNT; key++)
        for (size_t i = 0; i < sifts->words[key].count; i++)
            sift_free(sifts->words[key].sifts[i]);
    free(sifts);
}

static bool has_one(const TermWords *words, Str raw)
{
    for (size_t i = 0; i < words->count; i++)
        if (sift_might_match(words->sifts[i], raw))
            return true;
    return words->count == 0;
}

bool term_sifts_might_match(const TermSifts *sifts, const Dossier *dossier, uint32_t account, Str raw)
{
    bool inherited = sifts->statuses >> dossier->accounts[account].status & 1;
    for (int key = 0; key < TERM_KEY_COUNT; key++)
        if (!(key == TERM_STATUS && inherited) && !has_one(&sifts->words[key], raw))
            return false;
    return true;
}
