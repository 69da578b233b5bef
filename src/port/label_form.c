// SPDX-License-Identifier: MIT
// The form of names.
#include "diptych/character.h"
#include "port/among.h"
#include "port/label.h"
#include "port/name.h"

// Words of a form.
#define FORM_WORDS 12

bool label_is_caps(Str text)
{
    size_t capitals = 0;
    for (size_t at = 0; at < text.len;) {
        const Character c = character_at(text, at);
        if (character_is_lower(c.point))
            return false;
        capitals += character_is_upper(c.point);
        at += c.bytes;
    }
    return capitals >= 2;
}

bool label_is_particle(Str word)
{
    static const char *const particles[] = {
        "de",  "von",  "van", "der",     "den", "di",  "da",  "del", "della", "la", "le",  "el",  "al",
        "bin", "ibn",  "of",  "the",     "for", "and", "du",  "des", "y",     "e",  "zu",  "zur", "und",
        "et",  "и",    "по",  "im",      "des", "dos", "das", "do",  "af",    "av", "ter", "ten", "hon",
        "to",  "ould", "pro", "tempore", "abu", "&",   "für", "au",  "aux",   "a"};
    return AMONG(word, particles);
}

// Offices that names are given to in small letters: "M. le président", "The president".
static bool is_dignity(Str word)
{
    static const char *const words[] = {
        "president",  "presidente", "secretary",   "minister",     "chairman",  "speaker",   "chancellor",
        "premier",    "ministre",   "ministro",    "председатель", "министр",   "президент", "interpreter",
        "rapporteur", "chairwoman", "chairperson", "moderator",    "marszałek", "talman",    "voorzitter",
        "talmannen",  "puhemies",   "elnök",       "predsednik",   "announcer", "host"};
    SmallWord folded;
    small_word(str_slice(word, 0, 40), &folded);
    return AMONG(small_str(&folded), words);
}

// True for a word with a point behind it that does not end a name: "Dr.", "I.A.", "J."
bool label_is_abbreviation(Str word)
{
    const Str core = str_slice(word, 0, word.len - 1);
    SmallWord folded;
    small_word(str_slice(core, 0, 40), &folded);
    const bool found = name_is_short_title(small_str(&folded));
    size_t letters = 0;
    for (size_t i = 0; i < core.len && letters < 2; i++)
        letters = core.at[i] == '.' ? 0 : letters + !str_continues(core.at[i]);
    return found || letters < 2;
}

// "El señor PRESIDENTE": a title in small letters.
static bool is_small_title(Str word)
{
    SmallWord small;
    small_word(str_slice(word, 0, 40), &small);
    return name_is_title(small_str(&small));
}

bool label_is_small(Str word)
{
    return label_is_particle(word) || is_small_title(word) || is_dignity(word);
}

static bool is_numbered(Str word)
{
    static const char *const words[] = {
        "speaker", "participant", "voice",    "interviewee", "interviewer", "respondent", "person",
        "male",    "female",      "unknown",  "delegate",    "student",     "witness",    "juror",
        "member",  "спикер",      "участник", "голос",       "sprecher",    "guest",      "man",
        "woman",   "caller",      "reporter", "anf",         "q",           "a",          "moderator"};
    SmallWord folded;
    while (word.len && word.at[word.len - 1] == '.')
        word.len--;
    small_word(str_slice(word, 0, 40), &folded);
    return AMONG(small_str(&folded), words);
}

static bool is_all_digits(Str word)
{
    uint32_t number;
    return word.len <= 3 && str_number(word, 999, &number);
}

// A word of a name: 1 a name's own, 0 one that stands between them, -1 of a sentence.
static int word_kind(Str word, Str first, bool is_first)
{
    while (word.len && (word.at[0] == '"' || word.at[0] == '\''))
        word = str_slice(word, 1, word.len);
    if (word.len == 0)
        return 0;
    const Character c = character_at(word, 0);
    if (character_is_letter(c.point) && !character_is_lower(c.point))
        return 1;
    if (character_is_letter(c.point))
        return is_first                                          ? -1
               : is_dignity(word)                                ? 1
               : label_is_particle(word) || is_small_title(word) ? 0
                                                                 : -1;
    if (is_all_digits(word))
        return !is_first && is_numbered(first) ? 0 : -1;
    return !is_first && (str_is(word, "-") || str_is(word, "&") || str_is(word, "/")) ? 0 : -1;
}

static bool has_sentence_signs(Str s)
{
    for (size_t i = 0; i < s.len; i++)
        if (strchr("?!;<>=@\\{}|*", s.at[i]) && s.at[i])
            return true;
    return memmem(s.at, s.len, "://", 3) != NULL;
}

// What stands behind a comma is an office when it begins with a capital, or when the name before it is plain.
static bool is_office_behind(Str behind, size_t names, bool caps)
{
    if (behind.len == 0)
        return true;
    const Character c = character_at(behind, 0);
    if (character_is_lower(c.point) && names < 2 && !caps)
        return false;
    return behind.len <= 120 && !memmem(behind.at, behind.len, ". ", 2);
}

bool label_is_name(Str form)
{
    if (form.len == 0 || form.len > LABEL_BYTES || has_sentence_signs(form))
        return false;
    PersonName name = {.count = 0};
    name_cut(&name, form);
    if (name.broken)
        return false;
    const Str bare = name.bare, behind = name.behind;
    Str rest = bare, word, first = {NULL, 0};
    size_t names = 0, words = 0;
    while (str_next(&rest, " ", &word)) {
        if (word.len == 0)
            continue;
        const int kind = word_kind(word, first, words == 0);
        if (kind < 0 || ++words > FORM_WORDS)
            return false;
        if (word.at[word.len - 1] == '.' && rest.len && !label_is_abbreviation(word))
            return false;
        if (words == 1)
            first = word;
        names += (size_t)kind;
    }
    return names > 0 && is_office_behind(behind, names, label_is_caps(bare));
}
