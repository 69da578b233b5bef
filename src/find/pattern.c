// SPDX-License-Identifier: MIT
#include "find/pattern.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <stdlib.h>
#include <string.h>

#include "diptych/clock.h"
#include "diptych/fold.h"
#include "diptych/memory.h"
#include "diptych/sift.h"
#include "diptych/visible.h"
#include "find/literal.h"

// A text is looked at in windows of so many bytes, each beginning half a window behind the last one, so that
// a pattern whose time grows with the square of the text has an end; longer matches are cut. Before a window
// stand some bytes for what looks behind.
#define WINDOW ((size_t)16384)
#define BEHIND ((size_t)64)
// Steps in one window, by PCRE2's own count, and milliseconds in one text. What takes longer is given up.
#define STEPS_MAX 200000
#define TIME_MAX 250
#define HEAP_KIB_MAX 4096
#define JIT_STACK_MAX ((size_t)1 << 20)
#define PATTERN_MAX 4096

struct Pattern {
    pcre2_code *code;
    pcre2_match_data *data;
    pcre2_match_context *context;
    pcre2_jit_stack *stack;
    Sift *sift; // of what every match holds; null: nothing is known
    bool gave_up;
    bool folds;    // texts are matched without accents and compatibility forms: the pattern has none
    Folded folded; // the last text, told by its place
    const char *at;
    size_t len;
};

#define KEEP (FOLD_KEEP_CASE | FOLD_KEEP_QUOTES | FOLD_KEEP_BLANKS)

// A capital that is no class like \W or \p{Lu} asks for case to be kept.
static bool has_capital(Str text)
{
    Buffer plain = {0};
    for (size_t i = 0; i < text.len; i++) {
        if (text.at[i] != '\\')
            buffer_add_byte(&plain, text.at[i]);
        else if (++i + 1 < text.len && (text.at[i] == 'p' || text.at[i] == 'P') && text.at[i + 1] == '{')
            i = str_find(text, '}', i);
    }
    bool capital = fold_keep_of(buffer_str(&plain)) & FOLD_KEEP_CASE;
    buffer_free(&plain);
    return capital;
}

// True when the pattern names a character by its code.
static bool has_code(Str text)
{
    for (size_t i = 0; i + 1 < text.len; i++)
        if (text.at[i] == '\\') {
            i++;
            if (memchr("xoNpP0123456789", text.at[i], sizeof "xoNpP0123456789" - 1))
                return true;
        }
    return false;
}

// True when folding leaves the pattern as it is: it has no accent and nothing else that folded texts have
// lost.
static bool is_folded(Str text)
{
    Folded folded = {0};
    fold_text(text, KEEP, &folded);
    bool same = str_equal(buffer_str(&folded.text), text) && !has_code(text);
    fold_free(&folded);
    return same;
}

static unsigned characters_before(Str text, size_t at)
{
    unsigned count = 0;
    for (size_t i = 0; i < at && i < text.len; i++)
        count += !str_continues(text.at[i]);
    return count;
}

static pcre2_code *compile(Str text, Error *error)
{
    int reason = 0;
    PCRE2_SIZE at = 0;
    uint32_t options =
        PCRE2_UTF | PCRE2_UCP | PCRE2_NEVER_BACKSLASH_C | (has_capital(text) ? 0 : PCRE2_CASELESS);
    if (text.len > PATTERN_MAX) {
        error_set(error, "the pattern is longer than %d bytes", PATTERN_MAX);
        return NULL;
    }
    pcre2_code *code = pcre2_compile((PCRE2_SPTR)text.at, text.len, options, &reason, &at, NULL);
    if (code)
        return code;
    char sentence[200] = "";
    pcre2_get_error_message(reason, (PCRE2_UCHAR *)sentence, sizeof sentence);
    error_set(error, "the pattern is malformed behind character %u: %s", characters_before(text, at),
              sentence);
    return NULL;
}

// Folding leaves less of a text than any pattern can tell apart.
static Sift *sift_of(Str text)
{
    Buffer literal = {0};
    Folded folded = {0};
    Sift *sift = NULL;
    if (literal_add(&literal, text)) {
        fold_text(buffer_str(&literal), FOLD_ALL, &folded);
        sift = sift_new(buffer_str(&folded.text), FOLD_ALL);
    }
    buffer_free(&literal);
    fold_free(&folded);
    return sift;
}

Pattern *pattern_new(Str text, Error *error)
{
    pcre2_code *code = compile(text, error);
    if (!code)
        return NULL;
    Pattern *pattern = mem_new(1, sizeof *pattern);
    pattern->code = code;
    pattern->folds = is_folded(text);
    pattern->sift = sift_of(text);
    pattern->data = pcre2_match_data_create(1, NULL);
    pattern->context = pcre2_match_context_create(NULL);
    pcre2_set_match_limit(pattern->context, STEPS_MAX);
    pcre2_set_depth_limit(pattern->context, STEPS_MAX);
    pcre2_set_heap_limit(pattern->context, HEAP_KIB_MAX);
    // Where there is no compiling to machine code, the pattern is interpreted.
    if (pcre2_jit_compile(code, PCRE2_JIT_COMPLETE) == 0) {
        pattern->stack = pcre2_jit_stack_create(JIT_STACK_MAX / 32, JIT_STACK_MAX, NULL);
        pcre2_jit_stack_assign(pattern->context, NULL, pattern->stack);
    }
    return pattern;
}

void pattern_free(Pattern *pattern)
{
    if (!pattern)
        return;
    pcre2_match_context_free(pattern->context);
    pcre2_match_data_free(pattern->data);
    pcre2_jit_stack_free(pattern->stack);
    pcre2_code_free(pattern->code);
    sift_free(pattern->sift);
    fold_free(&pattern->folded);
    free(pattern);
}

bool pattern_might_match(const Pattern *pattern, Str raw)
{
    return !pattern->sift || sift_might_match(pattern->sift, raw);
}

bool pattern_gave_up(const Pattern *pattern)
{
    return pattern->gave_up;
}

// The first match in the window that begins at or after `from`; false when there is none. Empty ones are
// passed over.
static bool match_window(Pattern *pattern, Str text, size_t from, size_t to, Match *match)
{
    size_t base = str_character_start(text, from > BEHIND ? from - BEHIND : 0);
    Str window = str_slice(text, base, to);
    uint32_t options =
        PCRE2_NO_UTF_CHECK | PCRE2_NOTEMPTY | (base ? PCRE2_NOTBOL : 0) | (to < text.len ? PCRE2_NOTEOL : 0);
    int found = pcre2_match(pattern->code, (PCRE2_SPTR)window.at, window.len, from - base, options,
                            pattern->data, pattern->context);
    if (found < 0 && found != PCRE2_ERROR_NOMATCH)
        pattern->gave_up = true;
    if (found < 0)
        return false;
    const PCRE2_SIZE *ends = pcre2_get_ovector_pointer(pattern->data);
    *match = (Match){base + ends[0], base + ends[1]};
    // \K may set the beginning before where the search began, or behind the end.
    return match->from >= from && match->from < match->to;
}

// The first match in text as the pattern wants it.
static bool match_text(Pattern *pattern, Str text, size_t from, Match *match)
{
    int64_t start = text.len > WINDOW ? clock_milliseconds() : 0;
    from = str_character_from(text, from);
    while (from < text.len) {
        size_t to = text.len - from > WINDOW ? str_character_start(text, from + WINDOW) : text.len;
        size_t next = to < text.len ? str_character_start(text, from + WINDOW / 2) : text.len;
        if (match_window(pattern, text, from, to, match) && (match->from < next || to == text.len))
            return true;
        if (to < text.len && clock_milliseconds() - start > TIME_MAX) {
            pattern->gave_up = true;
            return false;
        }
        from = next;
    }
    return false;
}

// The text is told from the last one by its place, and anew whenever a search in it begins.
static const Folded *folded_text(Pattern *pattern, Str text, size_t from)
{
    if (from == 0 || text.at != pattern->at || text.len != pattern->len)
        fold_text(text, KEEP, &pattern->folded);
    pattern->at = text.at;
    pattern->len = text.len;
    return &pattern->folded;
}

bool pattern_match(Pattern *pattern, Str text, size_t from, Match *match)
{
    if (!pattern->folds || visible_is_plain(text))
        return match_text(pattern, text, from, match);
    const Folded *folded = folded_text(pattern, text, from);
    Match found;
    if (!match_text(pattern, buffer_str(&folded->text), fold_at(folded, from), &found))
        return false;
    *match = fold_origin(folded, found.from, found.to);
    return true;
}
