// SPDX-License-Identifier: MIT
#include "port/reported.h"

#include "diptych/character.h"
#include "diptych/fold.h"
#include "port/among.h"
#include "port/label.h"
#include "port/name.h"

// Words before the verb.
#define SUBJECT_WORDS 9

static const char *const verbs[] = {
    "said",        "replied",     "asked",      "stated",      "noted",        "remarked",    "explained",
    "inquired",    "enquired",    "observed",   "added",       "agreed",       "continued",   "pointed",
    "thought",     "felt",        "believed",   "suggested",   "proposed",     "expressed",   "wondered",
    "answered",    "responded",   "declared",   "insisted",    "emphasized",   "emphasised",  "stressed",
    "recalled",    "referred",    "commented",  "indicated",   "mentioned",    "told",        "thanked",
    "welcomed",    "repeated",    "concluded",  "opened",      "urged",        "warned",      "objected",
    "promised",    "hoped",       "considered", "wished",      "acknowledged", "admitted",    "assured",
    "reiterated",  "maintained",  "argued",     "claimed",     "complained",   "confirmed",   "denied",
    "demanded",    "doubted",     "raised",     "reviewed",    "offered",      "invited",     "intervened",
    "interrupted", "interjected", "countered",  "protested",   "rejoined",     "retorted",    "summarized",
    "summarised",  "turned",      "began",      "outlined",    "described",    "reported",    "informed",
    "requested",   "submitted",   "supported",  "opposed",     "reserved",     "regretted",   "congratulated",
    "laughed",     "read",        "announced",  "asserted",    "affirmed",     "conceded",    "cautioned",
    "clarified",   "advised",     "appealed",   "apologized",  "apologised",   "called",      "closed",
    "spoke",       "went",        "presented",  "put",         "rejected",     "accepted",    "drew",
    "gave",        "quoted",      "cited",      "queried",     "questioned",   "recommended", "underlined",
    "underscored", "voiced",      "nodded",     "joked",       "jokingly",     "says",        "replies",
    "asks",        "states",      "adds",       "agrees",      "stresses",     "notes",       "сказал",
    "сказала",     "ответил",     "ответила",   "заявил",      "заявила",      "отметил",     "отметила",
    "спросил",     "спросила",    "подчеркнул", "подчеркнула", "добавил",      "добавила",    "предложил",
    "предложила",  "возразил",    "возразила",  "говорит",     "согласился",   "согласилась", "объяснил",
    "объяснила",   "напомнил",    "напомнила",  "выразил",     "выразила",     "указал",      "sagte",
    "antwortete",  "erklarte",    "fragte",     "betonte",     "bemerkte",     "erwiderte",   "meinte",
    "stellte",     "fugte",       "wies",       "schlug",      "hob",          "dit",         "repond",
    "declare",     "demande",     "repondit",   "declara",     "demanda",      "ajouta",      "ajoute",
    "souligne",    "dijo",        "respondio",  "declaro",     "pregunto",     "anadio",      "disse",
    "rispose",     "chiese",
};

static bool is_verb(Str word)
{
    SmallWord folded;
    small_word(str_slice(word, 0, 40), &folded);
    return AMONG(small_str(&folded), verbs);
}

// "then", "also", "again", "has": between who speaks and the verb.
static bool is_between(Str word)
{
    static const char *const words[] = {"then",     "also",    "again",     "now",  "next", "in",
                                        "turn",     "had",     "has",       "once", "more", "finally",
                                        "jokingly", "further", "thereupon", "a",    "hat",  "habe"};
    return AMONG(word, words) || (word.len > 4 && (str_is(str_slice(word, word.len - 2, word.len), "ly") ||
                                                   str_is(str_slice(word, word.len - 3, word.len), "ing")));
}

// A name, or an office behind an article: not a treaty, not a country's name alone.
static bool is_person(Str subject)
{
    PersonName name = {.count = 0};
    name_parse(&name, subject);
    const bool article = str_is(str_slice(subject, 0, 4), "the ");
    const bool caps = label_is_caps(name.bare);
    const bool good =
        name.office || name.title.len > (article ? 3 : 0) || (!article && name.count > 0) || caps;
    const bool only_article = article && !name.office && !caps && name.title.len == 3;
    name_free(&name);
    return good && !only_article && label_is_name(subject) && !label_is_stopped(subject);
}

// Words that begin sentences, and no name.
static bool is_adverb(Str word)
{
    static const char *const words[] = {
        "then",       "thereafter", "incidentally", "concisely",    "here",     "now",       "finally",
        "later",      "afterwards", "meanwhile",    "however",      "moreover", "today",     "yesterday",
        "thus",       "instead",    "nevertheless", "indeed",       "perhaps",  "still",     "only",
        "even",       "also",       "further",      "furthermore",  "first",    "secondly",  "thirdly",
        "again",      "next",       "soon",         "subsequently", "recently", "once",      "so",
        "but",        "and",        "or",           "yet",          "nor",      "since",     "while",
        "although",   "though",     "because",      "where",        "who",      "which",     "how",
        "why",        "some",       "many",         "most",         "several",  "others",    "another",
        "no",         "yes",        "to",           "by",           "from",     "of",        "under",
        "over",       "before",     "during",       "upon",         "my",       "our",       "his",
        "her",        "their",      "its",          "your",         "one",      "such",      "each",
        "every",      "a",          "an",           "nobody",       "somebody", "everybody", "nothing",
        "concerning", "regarding"};
    char small[16];
    if (word.len < sizeof small) {
        for (size_t i = 0; i < word.len; i++)
            small[i] = str_lower(word.at[i]);
        if (AMONG(((Str){small, word.len}), words))
            return true;
    }
    return word.len > 4 && str_is(str_slice(word, word.len - 2, word.len), "ly");
}

static bool starts_pronoun(Str text)
{
    static const char *const pronouns[] = {"he ",    "she ",  "they ",  "it ",   "i ",    "we ",   "you ",
                                           "this ",  "that ", "er ",    "sie ",  "il ",   "elle ", "these ",
                                           "there ", "what ", "as ",    "if ",   "when ", "in ",   "on ",
                                           "at ",    "both ", "after ", "with ", "for ",  "all "};
    for (size_t i = 0; i < sizeof pronouns / sizeof *pronouns; i++) {
        const Str word = str_of(pronouns[i]);
        if (str_equal_ascii_case(str_slice(text, 0, word.len), word))
            return true;
    }
    return false;
}

bool reported_goes_on(Str text)
{
    static const char *const pronouns[] = {"he ", "she ", "он ", "она ", "er ", "il ", "elle "};
    for (size_t i = 0; i < sizeof pronouns / sizeof *pronouns; i++) {
        const Str word = str_of(pronouns[i]);
        if (str_equal_ascii_case(str_slice(text, 0, word.len), word))
            return true;
    }
    return false;
}

// Without "12. " in front.
static Str without_number(Str text)
{
    size_t digits = 0;
    while (digits < text.len && digits < 4 && text.at[digits] >= '0' && text.at[digits] <= '9')
        digits++;
    const bool numbered = digits > 0 && digits < 4 && digits + 2 < text.len &&
                          (text.at[digits] == '.' || text.at[digits] == ')') && text.at[digits + 1] == ' ';
    return numbered ? str_trim(str_slice(text, digits + 1, text.len)) : text;
}

Str reported_subject(Str text)
{
    const Str none = {NULL, 0};
    text = without_number(text);
    if (text.len < 6 || !character_is_upper(character_at(text, 0).point) || starts_pronoun(text))
        return none;
    Str first = str_slice(text, 0, str_find(text, ' ', 0));
    while (first.len && (first.at[first.len - 1] == ',' || first.at[first.len - 1] == ':'))
        first.len--;
    if (is_adverb(first))
        return none;
    size_t at = 0, end_of_name = 0;
    for (int words = 0; words < SUBJECT_WORDS && at < text.len && at < 120; words++) {
        size_t end = str_find(text, ' ', at);
        Str word = str_slice(text, at, end);
        if (word.len == 0)
            return none;
        const Character c = character_at(word, 0);
        const bool upper =
            (character_is_upper(c.point) || word.at[0] == '(') && !str_equal(word, str_of("I"));
        if (!upper && words > 0) {
            while (word.len && strchr(",.:;", word.at[word.len - 1]))
                word.len--;
            if ((end + 1 < text.len || text.at[end - 1] == '.') && is_verb(word)) {
                Str subject = str_slice(text, 0, end_of_name ? end_of_name : at);
                subject = str_trim(subject);
                while (subject.len && subject.at[subject.len - 1] == ',')
                    subject.len--;
                return is_person(subject) ? subject : none;
            }
            if (is_between(word)) {
                if (end_of_name == 0)
                    end_of_name = at;
            } else if (!(word.len <= 3 && end_of_name == 0)) { // "of", "the", "for"
                return none;
            }
        } else if (end_of_name) {
            return none;
        }
        at = end + 1;
    }
    return none;
}

// True when the point at `at` ends a word that is written with one.
static bool is_abbreviated(Str text, size_t at)
{
    size_t start = at;
    while (start > 0 && text.at[start - 1] != ' ' && text.at[start - 1] != '(')
        start--;
    const Str word = str_slice(text, start, at);
    size_t letters = 0;
    for (size_t i = 0; i < word.len; i++)
        letters = word.at[i] == '.' ? 0 : letters + !str_continues(word.at[i]);
    if (letters <= 1)
        return true;
    Folded folded = {.text = {0}};
    fold_text(str_slice(word, 0, 20), FOLD_ALL, &folded);
    const bool found = name_is_short_title(buffer_str(&folded.text));
    fold_free(&folded);
    return found;
}

size_t reported_sentence_end(Str text, size_t from)
{
    for (size_t at = from; at < text.len; at++) {
        const char c = text.at[at];
        if (c != '.' && c != '?' && c != '!')
            continue;
        size_t end = at + 1;
        while (end < text.len && (strchr("\")]'", text.at[end]) || (unsigned char)text.at[end] == 0xE2)) {
            if ((unsigned char)text.at[end] != 0xE2) {
                end++;
                continue;
            }
            const Str quote = str_slice(text, end, end + 3);
            if (!str_equal(quote, str_of("\xE2\x80\x9D")) && !str_equal(quote, str_of("\xE2\x80\x99")))
                break;
            end += 3;
        }
        if (end >= text.len)
            return text.len;
        if (text.at[end] != ' ' || (c == '.' && is_abbreviated(text, at)))
            continue;
        while (end < text.len && text.at[end] == ' ')
            end++;
        if (end < text.len && !character_is_lower(character_at(text, end).point))
            return end;
    }
    return text.len;
}

bool reported_is_titled(Str text, size_t at)
{
    size_t end = at;
    while (end > 0 && (text.at[end - 1] == ' ' || text.at[end - 1] == '.'))
        end--;
    size_t start = end;
    while (start > 0 && text.at[start - 1] != ' ' && text.at[start - 1] != '(')
        start--;
    Folded folded = {.text = {0}};
    fold_text(str_slice(text, start, end), FOLD_ALL, &folded);
    const Str word = buffer_str(&folded.text);
    const bool found = word.len && (name_is_title(word) || name_is_office(word)) && !str_is(word, "the");
    fold_free(&folded);
    return found;
}
