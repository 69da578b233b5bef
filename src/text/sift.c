// SPDX-License-Identifier: MIT
#include "diptych/sift.h"

#include <stdlib.h>
#include <string.h>

#include "diptych/fold.h"
#include "diptych/memory.h"
#include "diptych/script.h"
#include "diptych/visible.h"
#include "text/needle.h"
#include "text/probe.h"
#include "text/utf8.h"

struct Sift {
    Needle needle;
    Probe probe; // of a word that is ASCII
};

typedef struct Scratch {
    Buffer line;
    Buffer visible;
    Folded folded;
    Divided divided;
} Scratch;

Sift *sift_new(Str folded_phrase, unsigned keep)
{
    Sift *sift = mem_new(1, sizeof *sift);
    sift->needle = needle_new(folded_phrase, keep);
    const Str word = sift->needle.ascii ? sift->needle.word : (Str){NULL, 0};
    sift->probe = probe_new(word, keep & FOLD_KEEP_CASE);
    return sift;
}

void sift_free(Sift *sift)
{
    if (!sift)
        return;
    needle_free(&sift->needle);
    free(sift);
}

// True when the control character at `at` is white space in a text: a tab, or the first half of a line end.
static bool is_white(Str raw, size_t at)
{
    return raw.at[at] == '\t' || (raw.at[at] == '\r' && at + 1 < raw.len && raw.at[at + 1] == '\n');
}

static bool minds_at(const Sift *sift, Str raw, size_t at, uint32_t point)
{
    if (point == '-')
        return needle_may_be_divided(&sift->needle, raw, at);
    if (point < 0x7F && (point >= ' ' || point == '\n' || is_white(raw, at)))
        return false;
    return needle_minds(&sift->needle, point) ||
           ((point | 1) == 0x2011 && needle_may_be_divided(&sift->needle, raw, at)); // U+2010 is a hyphen too
}

// The first character in [from, to) that the needle minds, or a place at or after `to`.
static size_t next_minded(const Sift *sift, Str raw, size_t from, size_t to)
{
    size_t at = from;
    while (at < to) {
        const Decoded decoded = utf8_decode_shown(raw, at);
        if (minds_at(sift, raw, at, decoded.point))
            break;
        at += decoded.bytes;
    }
    return at;
}

// The same up to the end of the bytes; `*found` is set when the word is there as it is, in ASCII.
static size_t next_doubt(const Sift *sift, Str raw, size_t from, bool *found)
{
    const Probe *probe = &sift->probe;
    size_t seen = from; // characters before this one have been looked at
    size_t at = from;
    for (; at < raw.len && raw.len - at >= probe->reach; at += PROBE_BLOCK) {
        const ProbeLook look = probe_look(probe, raw.at + at);
        *found = look.likely && probe_occurs(probe, raw, at, at + PROBE_BLOCK);
        if (*found)
            return at;
        if (!look.odd)
            continue;
        seen = next_minded(sift, raw, seen > at ? seen : at, at + PROBE_BLOCK);
        if (seen < at + PROBE_BLOCK)
            return seen;
    }
    *found = probe_occurs(probe, raw, at, raw.len);
    return next_minded(sift, raw, seen > at ? seen : at, raw.len);
}

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\n' || byte == '\t';
}

// The word around `at`, with the blank before it.
static Str word_around(Str raw, size_t at)
{
    size_t start = at, end = at;
    while (start > 0 && !is_blank(raw.at[start]))
        start--;
    while (end < raw.len && !is_blank(raw.at[end]))
        end++;
    return str_slice(raw, start, end);
}

static bool is_empty_line(Str raw, size_t line)
{
    return raw.at[line] == '\n' || (raw.at[line] == '\r' && line + 1 < raw.len && raw.at[line + 1] == '\n');
}

// The lines around `at` up to the next empty ones: no text goes over those.
static Str lines_around(Str raw, size_t at)
{
    size_t start = at;
    while (start > 0 && !(raw.at[start - 1] == '\n' && is_empty_line(raw, start)))
        start--;
    size_t end = at;
    while (end < raw.len && !(raw.at[end] == '\n' && end + 1 < raw.len && is_empty_line(raw, end + 1)))
        end++;
    return str_slice(raw, start, end);
}

// The text that the lines make: without comments and the escapes that begin them, joined and made visible.
static void join_lines(Str lines, Scratch *scratch)
{
    Buffer *out = &scratch->visible;
    buffer_clear(out);
    Str line;
    while (str_next(&lines, "\n", &line)) {
        if (str_starts(line, str_of("#")))
            continue;
        buffer_clear(&scratch->line);
        visible_add(&scratch->line, str_trim(str_slice(line, str_starts(line, str_of("\\")), line.len)),
                    false);
        const Str shown = str_trim(buffer_str(&scratch->line));
        if (script_lines_part(buffer_str(out), shown))
            buffer_add_byte(out, ' ');
        buffer_add(out, shown);
    }
}

static bool is_in(const Sift *sift, const Folded *folded)
{
    const Str text = buffer_str(&folded->text), word = sift->needle.word;
    return memmem(text.at, text.len, word.at, word.len) != NULL;
}

// True when the word is in the lines once they are folded, or once the words that hyphens divide are whole.
static bool folds_to_match(const Sift *sift, Str lines, Scratch *scratch)
{
    join_lines(lines, scratch);
    const Str visible = buffer_str(&scratch->visible);
    fold_text(visible, sift->needle.keep, &scratch->folded);
    if (is_in(sift, &scratch->folded))
        return true;
    if (!fold_has_division(&scratch->folded))
        return false;
    fold_undivide(visible, &scratch->folded, &scratch->divided);
    return is_in(sift, &scratch->divided.joined);
}

// True when a hyphen at the end of the word may divide the one that is looked for.
static bool ends_divided(const Sift *sift, Str raw, Str word)
{
    const size_t end = (size_t)(word.at - raw.at) + word.len;
    return (word.len >= 1 && needle_may_be_divided(&sift->needle, raw, end - 1)) ||
           (word.len >= 3 && needle_may_be_divided(&sift->needle, raw, end - 3));
}

// Looks at the text around a doubtful place; `*end` gets where to go on.
static bool doubt_might_match(const Sift *sift, Str raw, size_t at, Scratch *scratch, size_t *end)
{
    const Needle *needle = &sift->needle;
    const Str word =
        needle->ascii ? word_around(raw, at) : str_slice(raw, at, at + utf8_decode(raw, at).bytes);
    const bool divided = needle_may_be_divided(needle, raw, at) || ends_divided(sift, raw, word);
    const NeedleVerdict verdict = divided         ? VERDICT_UNSURE
                                  : needle->ascii ? needle_is_in(needle, word)
                                                  : needle_matches_at(needle, raw, at);
    const Str text = verdict == VERDICT_UNSURE ? lines_around(raw, at) : word;
    *end = (size_t)(text.at - raw.at) + text.len;
    return verdict == VERDICT_UNSURE ? folds_to_match(sift, text, scratch) : verdict == VERDICT_YES;
}

bool sift_might_match(const Sift *sift, Str raw)
{
    if (sift->needle.word.len == 0)
        return true;
    Scratch scratch = {0};
    bool found = false;
    for (size_t at = 0; !found;) {
        const size_t doubt = next_doubt(sift, raw, at, &found);
        if (found || doubt >= raw.len)
            break;
        found = doubt_might_match(sift, raw, doubt, &scratch, &at);
    }
    buffer_free(&scratch.line);
    buffer_free(&scratch.visible);
    fold_free(&scratch.folded);
    divided_free(&scratch.divided);
    return found;
}
