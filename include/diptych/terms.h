// SPDX-License-Identifier: MIT
// What a passage has to be like to be found, beside its words: "act:concedes", "topic:yalta", "Japan:".
#ifndef DIPTYCH_TERMS_H
#define DIPTYCH_TERMS_H

#include "diptych/buffer.h"
#include "diptych/error.h"
#include "diptych/skim.h"

// What a term is about: what stands in front of its colon, unless that is who speaks.
typedef enum TermKey {
    TERM_ACT,
    TERM_STATUS,
    TERM_TOPIC, // with those below it
    TERM_ROUND, // or account
    TERM_VERDICT,
    TERM_TO,
    TERM_KEY_COUNT
} TermKey;

// "act".
const char *term_word(TermKey key);
// The words that a term may be followed by, from 0 on; null behind the last, and where it is followed by what
// a dossier names.
const char *term_value(TermKey key, size_t index);
// The kinds of things that it is followed by, as meaning_find() takes them; 0 where these are words.
unsigned term_kinds(TermKey key);

// Indices of one kind of thing. A zeroed one is empty: any will do.
typedef struct TermIds {
    uint32_t *items;
    size_t count, capacity;
} TermIds;

// What is wanted: of each kind that is named one has to fit. A zeroed one is empty and fits everything.
typedef struct Terms {
    uint32_t values[TERM_KEY_COUNT]; // of words: sums of 1 << Act, Status, Verb or Addressee; 0: any
    TermIds topics, accounts, parties, people;
} Terms;

// Takes the terms out of a line that somebody types, and adds what is left, the words that are looked for, to
// `words`, trimmed. Terms stand at the beginning, at the end, and between words: a key of those above, a
// colon, and values with commas between them; or what a party or a person is called, in full, and a colon.
// What holds blanks stands in double quotes, but for who speaks at the beginning and behind another term. A
// backslash in front of a term makes words of it, unless `regex`. `doubt` gets what may have been meant by
// words that look like a term ("act:"). Topics and rounds are what meaning_find() makes of the words, several
// where they fit equally well. False: a value is missing or means nothing, and `error` says which would be
// nearest. `terms` is zeroed first and freed by terms_free().
bool terms_take(Dossier *dossier, Str line, bool regex, Terms *terms, Buffer *words, Buffer *doubt,
                Error *error);
void terms_free(Terms *terms);

// Anything is wanted.
bool terms_any(const Terms *terms);
// What they say of an account as a whole, and of a passage in one that fits.
bool terms_fit_account(const Terms *terms, uint32_t account);
bool terms_fit_glance(const Terms *terms, const Dossier *dossier, const Glance *glance);
bool terms_fit(const Terms *terms, const Dossier *dossier, const Speech *speech, const Passage *passage);

#endif
