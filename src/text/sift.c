// SPDX-License-Identifier: MIT
#include "diptych/sift.h"

#include <stdlib.h>
#include <string.h>

#include "diptych/fold.h"
#include "diptych/memory.h"
#include "diptych/script.h"
#include "diptych/visible.h"
#include "text/spotter.h"
#include "text/utf8.h"

// So many bytes are sifted before it is worth while to learn what all a keystone may come from.
#define LEARN_BEHIND ((size_t)1 << 20)

struct Sift {
    Needle needle;
    Spotter spotter;
    size_t sifted; // bytes
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
    sift->spotter = spotter_new(&sift->needle);
    return sift;
}

void sift_free(Sift *sift)
{
    if (!sift)
        return;
    needle_free(&sift->needle);
    free(sift);
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

// Looks at the text around a place where the keystone may come from; `*end` gets where to go on.
static bool place_might_match(const Sift *sift, Str raw, size_t at, Scratch *scratch, size_t *end)
{
    const NeedleVerdict verdict = needle_matches_around(&sift->needle, raw, at);
    *end = at + utf8_decode(raw, at).bytes;
    if (verdict != VERDICT_UNSURE)
        return verdict == VERDICT_YES;
    const Str text = lines_around(raw, at);
    *end = (size_t)(text.at - raw.at) + text.len;
    return folds_to_match(sift, text, scratch);
}

bool sift_might_match(Sift *sift, Str raw)
{
    // Bytes that are no text become U+FFFD, wherever they are.
    if (sift->needle.word.len == 0 || sift->needle.keystone.point == UTF8_REPLACEMENT)
        return true;
    Scratch scratch = {0};
    bool found = false;
    sift->sifted += raw.len;
    if (sift->sifted > LEARN_BEHIND && !sift->spotter.knows)
        spotter_learn(&sift->spotter);
    for (size_t at = 0; !found;) {
        const size_t place = spotter_next(&sift->spotter, raw, at);
        if (place >= raw.len)
            break;
        found = place_might_match(sift, raw, place, &scratch, &at);
    }
    buffer_free(&scratch.line);
    buffer_free(&scratch.visible);
    fold_free(&scratch.folded);
    divided_free(&scratch.divided);
    return found;
}
