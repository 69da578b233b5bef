// SPDX-License-Identifier: MIT
#include "diptych/ledger_words.h"

#include "diptych/meaning.h"

// What a word says something about.
typedef enum WishKind {
    WISH_STATE,
    WISH_ACT,
    WISH_AS,
    WISH_LINK,
    WISH_SIDE,
    WISH_BY,
    WISH_TOPIC,
    WISH_KINDS
} WishKind;

static const char *const keys[WISH_KINDS] = {"state", "act", "as", "link", "side", "by", "topic"};

// States have a word more: all but answered.
#define STATE_WORDS 5
static const char *const state_words[STATE_WORDS] = {"answered", "put-off", "open", "undecided",
                                                     "unanswered"};

// A word that is fixed.
typedef struct Fixed {
    WishKind kind;
    unsigned value;
    const char *word;
} Fixed;

static bool fixed_at(size_t index, Fixed *fixed)
{
    if (index < STATE_WORDS) {
        *fixed = (Fixed){WISH_STATE, (unsigned)index, state_words[index]};
        return true;
    }
    index -= STATE_WORDS;
    if (index <= VERB_CONTRADICTS) {
        *fixed = (Fixed){WISH_LINK, (unsigned)index, verb_word((Verb)index)};
        return true;
    }
    index -= VERB_CONTRADICTS + 1;
    if (index < ACT_COUNT) {
        *fixed = (Fixed){WISH_ACT, (unsigned)index, act_word((Act)index)};
        return true;
    }
    index -= ACT_COUNT;
    if (index >= CAPACITY_COUNT)
        return false;
    *fixed = (Fixed){WISH_AS, (unsigned)index, capacity_word((Capacity)index)};
    return true;
}

const char *ledger_word(size_t index)
{
    Fixed fixed;
    return fixed_at(index, &fixed) ? fixed.word : NULL;
}

static void wish_fixed(LedgerFilter *filter, Fixed fixed)
{
    static const uint32_t states[STATE_WORDS] = {
        1u << CLAIM_ANSWERED, 1u << CLAIM_PUT_OFF, 1u << CLAIM_OPEN, 1u << CLAIM_UNDECIDED,
        1u << CLAIM_PUT_OFF | 1u << CLAIM_OPEN | 1u << CLAIM_UNDECIDED};
    if (fixed.kind == WISH_STATE)
        filter->states |= states[fixed.value];
    else if (fixed.kind == WISH_LINK)
        filter->verbs |= 1u << fixed.value;
    else if (fixed.kind == WISH_ACT)
        filter->acts |= 1u << fixed.value;
    else
        filter->capacities |= 1u << fixed.value;
}

// Shorter beginnings of fixed words mean nothing: they are those of sides.
#define BEGUN_MIN 2

// The fixed words of the kind (WISH_KINDS: of any) that the word is, or begins. Returns how many; the first
// is in `*found`.
static size_t find_fixed(Str word, WishKind kind, Fixed *found)
{
    size_t count = 0;
    Fixed fixed;
    for (size_t i = 0; fixed_at(i, &fixed); i++) {
        if (kind != WISH_KINDS && fixed.kind != kind)
            continue;
        if (str_is(word, fixed.word)) {
            *found = fixed;
            return 1;
        }
        if (word.len < BEGUN_MIN || !str_starts(str_of(fixed.word), word))
            continue;
        if (count++ == 0)
            *found = fixed;
    }
    return count;
}

static bool refuse_several(Str word, WishKind kind, Error *error)
{
    Buffer all = {0};
    Fixed fixed;
    for (size_t i = 0; fixed_at(i, &fixed); i++)
        if ((kind == WISH_KINDS || fixed.kind == kind) && str_starts(str_of(fixed.word), word))
            buffer_addf(&all, "%s%s", all.len ? ", " : "", fixed.word);
    error_set(error, "%.*s: several begin so: %.*s", (int)word.len, word.at, (int)all.len, all.bytes);
    buffer_free(&all);
    return false;
}

static bool wish_thing(Dossier *dossier, Str word, unsigned kinds, LedgerFilter *filter, Error *error)
{
    Meaning meaning;
    if (!meaning_one(dossier, word, kinds, &meaning, error))
        return false;
    if (meaning.target.kind == TARGET_PARTY)
        filter->party = meaning.target.index;
    else if (meaning.target.kind == TARGET_PERSON)
        filter->person = meaning.target.index;
    else
        filter->topic = meaning.target.index;
    return true;
}

static unsigned kinds_of(WishKind kind)
{
    switch (kind) {
    case WISH_SIDE:
        return MEANING_OF(TARGET_PARTY);
    case WISH_BY:
        return MEANING_OF(TARGET_PERSON);
    case WISH_TOPIC:
        return MEANING_OF(TARGET_TOPIC);
    default:
        return MEANING_OF(TARGET_PARTY) | MEANING_OF(TARGET_PERSON) | MEANING_OF(TARGET_TOPIC);
    }
}

// What stands in front of a colon; WISH_KINDS: nothing that is known.
static WishKind take_key(Str *word)
{
    size_t colon = str_find(*word, ':', 0);
    for (int kind = 0; kind < WISH_KINDS && colon < word->len; kind++)
        if (str_is(str_slice(*word, 0, colon), keys[kind])) {
            *word = str_slice(*word, colon + 1, word->len);
            return (WishKind)kind;
        }
    return WISH_KINDS;
}

static bool is_party(Dossier *dossier, Str word)
{
    Meaning meaning;
    return meaning_one(dossier, word, MEANING_OF(TARGET_PARTY), &meaning, NULL) && meaning.fit == FIT_WHOLE;
}

static bool take_word(Dossier *dossier, Str word, LedgerFilter *filter, Error *error)
{
    WishKind kind = take_key(&word);
    Fixed fixed = {0};
    if (kind >= WISH_SIDE && kind < WISH_KINDS)
        return wish_thing(dossier, word, kinds_of(kind), filter, error);
    size_t count = kind == WISH_KINDS && is_party(dossier, word) ? 0 : find_fixed(word, kind, &fixed);
    if (count > 1)
        return refuse_several(word, kind, error);
    if (count == 1)
        wish_fixed(filter, fixed);
    else if (kind == WISH_KINDS)
        return wish_thing(dossier, word, kinds_of(kind), filter, error);
    else
        return error_set(error, "%s:%.*s: there is no such %s", keys[kind], (int)word.len, word.at,
                         keys[kind]);
    return true;
}

bool ledger_words_take(Dossier *dossier, Str words, LedgerFilter *filter, Error *error)
{
    Str word;
    *filter = ledger_filter_none();
    while (str_next(&words, " ", &word))
        if (word.len && !take_word(dossier, word, filter, error))
            return false;
    return true;
}

static void add_words(Buffer *out, size_t start, WishKind kind, uint32_t mask)
{
    Fixed fixed;
    for (size_t i = 0; fixed_at(i, &fixed); i++)
        if (fixed.kind == kind && i != STATE_WORDS - 1 && mask >> fixed.value & 1)
            buffer_addf(out, "%s%s", out->len > start ? ", " : "", fixed.word);
}

static void add_title(Buffer *out, size_t start, Str title)
{
    buffer_add_text(out, out->len > start ? ", " : "");
    buffer_add(out, title);
}

void ledger_words_add(Buffer *out, const Dossier *dossier, LedgerFilter filter)
{
    size_t start = out->len;
    if (filter.party != NONE)
        add_title(out, start, dossier->parties[filter.party].brief);
    if (filter.person != NONE)
        add_title(out, start, dossier->people[filter.person].record.title);
    add_words(out, start, WISH_STATE, filter.states);
    add_words(out, start, WISH_LINK, filter.verbs);
    add_words(out, start, WISH_ACT, filter.acts);
    add_words(out, start, WISH_AS, filter.capacities);
    if (filter.topic != NONE)
        add_title(out, start, dossier->topics[filter.topic].record.title);
}
