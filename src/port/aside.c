// SPDX-License-Identifier: MIT
#include "port/aside.h"

#include "diptych/fold.h"

static bool holds(Str folded, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (memmem(folded.at, folded.len, words[i], strlen(words[i])))
            return true;
    return false;
}

#define HOLDS(folded, words) holds(folded, words, sizeof(words) / sizeof *(words))

static int step(Str text, size_t at)
{
    const char c = text.at[at];
    if (c == '[' || c == '(')
        return 1;
    if (c == ']' || c == ')')
        return -1;
    if (!(c & 0x80))
        return 0;
    const Str rest = str_slice(text, at, at + 3);
    if (str_equal(rest, str_of("（")) || str_equal(rest, str_of("【")))
        return 1;
    return str_equal(rest, str_of("）")) || str_equal(rest, str_of("】")) ? -1 : 0;
}

bool aside_opens(Str text, int *depth)
{
    const bool opens = text.len && (step(text, 0) > 0 || text.at[0] == '<' || str_starts(text, str_of("〈")));
    if (depth) {
        *depth = 0;
        for (size_t i = 0; i < text.len; i++)
            *depth += step(text, i);
    }
    return opens;
}

// Nothing but dots, dashes, stars and brackets around them.
static bool is_dots(Str text)
{
    size_t dots = 0;
    for (size_t i = 0; i < text.len; i++) {
        const Str rest = str_slice(text, i, text.len);
        if (str_starts(rest, str_of("\xE2\x80\xA6"))) {
            dots += 3;
            i += 2;
        } else if (text.at[i] == '.' || text.at[i] == '*') {
            dots++;
        } else if (!strchr("[]()<> ", text.at[i]) || !text.at[i]) {
            return false;
        }
    }
    return dots >= 2;
}

// All of it is in brackets: those that open at its beginning close at its end.
static bool is_enclosed(Str text)
{
    int depth = 0;
    while (text.len && (text.at[text.len - 1] == '.' || text.at[text.len - 1] == ' '))
        text.len--;
    if (text.len && text.at[0] == '<')
        return text.at[text.len - 1] == '>';
    for (size_t i = 0; i < text.len; i++) {
        depth += step(text, i);
        if (depth == 0 && i > 0 && i + 3 < text.len) {
            const Str rest = str_trim(str_slice(text, i + 1, text.len));
            if (rest.len && step(rest, 0) <= 0)
                return false;
        }
    }
    return depth <= 0;
}

PortKind aside_kind(Str text, bool *sure)
{
    static const char *const omitted[] = {"not declassified", "omitted",  "declassified",   "inaudible",
                                          "illegible",        "missing",  "unintelligible", "not audible",
                                          "lines deleted",    "excised",  "unverstandlich", "неразборчиво",
                                          "не слышно",        "опущено",  "пропуск",        "not translated",
                                          "deleted",          "redacted", "page torn",      "indistinct",
                                          "ellipsis",         "omission", "gap in",         "auslassung",
                                          "聴取不能",         "省略"};
    static const char *const summary[] = {
        "follows",   "discuss",         "disquisition", "presentation",  "expatiat",           "summar",
        "monologue", "reproduced",      "then speaks",  "goes on to",    "continues to",       "talks about",
        "explains",  "describes",       "exchange of",  "there follows", "conversation turns", "recounts",
        "sets out",  "further remarks", "повестку"};
    static const char *const source[] = {"[source:", "(source:", "[источник:", "[quelle:", "[sources:"};
    static const char *const note[] = {"note:", "note.", "editor"};
    *sure = true;
    if (is_dots(text))
        return PORT_OMITTED;
    if (!aside_opens(text, NULL) || !is_enclosed(text))
        return PORT_KIND_COUNT;
    Folded folded = {.text = {0}};
    fold_text(str_slice(text, 0, 1000), FOLD_ALL, &folded);
    const Str words = buffer_str(&folded.text);
    PortKind kind = PORT_NARRATION;
    if (HOLDS(str_slice(words, 0, 14), source))
        kind = PORT_CITATION;
    else if (HOLDS(str_slice(words, 0, 24), note))
        kind = PORT_NARRATION;
    else if (HOLDS(words, omitted))
        kind = PORT_OMITTED;
    else if (text.at[0] == '[' && text.len > 30 && HOLDS(words, summary))
        kind = PORT_SUMMARY;
    *sure = kind != PORT_SUMMARY && !(kind == PORT_NARRATION && text.len > 60);
    fold_free(&folded);
    return kind;
}

bool aside_is_vote(Str text)
{
    static const char *const words[] = {"house divided",
                                        "committee divided",
                                        "ayes ",
                                        "ayes:",
                                        "yeas ",
                                        "yeas:",
                                        "noes ",
                                        "результаты голосования",
                                        "проголосовало",
                                        "воздержалось",
                                        "не голосовало",
                                        "the vote was",
                                        "vote:",
                                        "in favour:",
                                        "in favor:",
                                        "abstentions:",
                                        "abstaining:",
                                        "votes for",
                                        "голосовало",
                                        "кворум",
                                        "pour :",
                                        "contre :",
                                        "abstimmungsergebnis"};
    static const char *const figures[] = {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"};
    if (text.len > 300)
        return false;
    Folded folded = {.text = {0}};
    fold_text(text, FOLD_ALL, &folded);
    const Str whole = buffer_str(&folded.text), start = str_slice(whole, 0, 70);
    const bool found = HOLDS(start, words) && HOLDS(whole, figures);
    fold_free(&folded);
    return found;
}

bool aside_is_procedure(Str text)
{
    static const char *const starts[] = {"question put",
                                         "note:",
                                         "ed. note",
                                         "editor's note",
                                         "translator's note",
                                         "question proposed",
                                         "question agreed",
                                         "question accordingly",
                                         "several hon. members",
                                         "motion made",
                                         "ordered, that",
                                         "bill read",
                                         "amendment proposed",
                                         "amendment agreed",
                                         "resolved, that",
                                         "resolved,",
                                         "the house having divided",
                                         "division number",
                                         "sitting suspended",
                                         "the meeting adjourned",
                                         "the meeting was called to order",
                                         "the meeting rose",
                                         "the sitting was",
                                         "on resuming",
                                         "debate resumed",
                                         "in the chair",
                                         "the committee adjourned",
                                         "it being ",
                                         "action:",
                                         "action item",
                                         "adjourned at",
                                         "the meeting opened"};
    Folded folded = {.text = {0}};
    fold_text(str_slice(text, 0, 60), FOLD_ALL, &folded);
    bool found = false;
    for (size_t i = 0; i < sizeof starts / sizeof *starts && !found; i++)
        found = str_starts(buffer_str(&folded.text), str_of(starts[i]));
    found = found || memmem(folded.text.bytes, folded.text.len, "duly sworn", 10);
    fold_free(&folded);
    return found;
}
