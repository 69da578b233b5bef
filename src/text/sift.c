// SPDX-License-Identifier: MIT
#include "diptych/sift.h"

#include <stdlib.h>
#include <string.h>

#include "diptych/fold.h"
#include "diptych/memory.h"
#include "diptych/visible.h"
#include "text/needle.h"
#include "text/probe.h"
#include "text/utf8.h"

struct Sift {
    Needle needle;
    Probe probe; // of a word that is ASCII
};

typedef struct Scratch {
    Buffer lines;
    Buffer visible;
    Folded folded;
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

// The first character in [from, to) that the needle minds, or a place at or after `to`.
static size_t next_minded(const Sift *sift, Str raw, size_t from, size_t to)
{
    size_t at = from;
    while (at < to) {
        const Decoded decoded = utf8_decode_shown(raw, at);
        if (decoded.point >= 0x7F || (decoded.point < ' ' && decoded.point != '\n' && !is_white(raw, at)))
            if (needle_minds(&sift->needle, decoded.point))
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
        const Look look = probe_look(probe, raw.at + at);
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

static Str line_around(Str raw, size_t at)
{
    size_t start = at;
    while (start > 0 && raw.at[start - 1] != '\n')
        start--;
    return str_slice(raw, start, str_find(raw, '\n', at));
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

// The lines without comments, without the escapes that begin them and without blanks at their ends.
static void take_lines(Str lines, Buffer *out)
{
    buffer_clear(out);
    Str line;
    while (str_next(&lines, "\n", &line)) {
        if (str_starts(line, str_of("#")))
            continue;
        buffer_add(out, str_trim(str_slice(line, str_starts(line, str_of("\\")), line.len)));
        buffer_add_byte(out, '\n');
    }
}

static void drop_blanks(Buffer *text)
{
    size_t len = 0;
    for (size_t i = 0; i < text->len; i++)
        if (text->bytes[i] != ' ')
            text->bytes[len++] = text->bytes[i];
    text->len = len;
}

// True when the word is in the lines once they are folded. In a wide word a line may end, so blanks do not
// count there.
static bool folds_to_match(const Sift *sift, Str lines, Scratch *scratch)
{
    take_lines(lines, &scratch->lines);
    buffer_clear(&scratch->visible);
    visible_add(&scratch->visible, buffer_str(&scratch->lines), true);
    fold_text(buffer_str(&scratch->visible), sift->needle.keep, &scratch->folded);
    if (sift->needle.wide)
        drop_blanks(&scratch->folded.text);
    const Str folded = buffer_str(&scratch->folded.text), word = sift->needle.word;
    return memmem(folded.at, folded.len, word.at, word.len) != NULL;
}

// Looks at the text around a doubtful place; `*end` gets where to go on.
static bool doubt_might_match(const Sift *sift, Str raw, size_t at, Scratch *scratch, size_t *end)
{
    const Needle *needle = &sift->needle;
    const Str word =
        needle->ascii ? word_around(raw, at) : str_slice(raw, at, at + utf8_decode(raw, at).bytes);
    const Verdict verdict = needle->ascii ? needle_is_in(needle, word) : needle_matches_at(needle, raw, at);
    const Str text = verdict != VERDICT_UNSURE ? word
                     : needle->wide            ? lines_around(raw, at)
                                               : line_around(raw, at);
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
    buffer_free(&scratch.lines);
    buffer_free(&scratch.visible);
    fold_free(&scratch.folded);
    return found;
}
