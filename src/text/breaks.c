// SPDX-License-Identifier: MIT
#include <stdlib.h>
#include <string.h>
#include <unictype.h>
#include <unigbrk.h>
#include <unilbrk.h>

#include "diptych/cluster.h"
#include "diptych/memory.h"
#include "text/chances.h"
#include "text/utf8.h"

#define SOFT_HYPHEN "\xc2\xad"

// A place where the line may end.
typedef struct LineEnd {
    size_t to;      // bytes: the end of the line, without trailing blanks
    size_t columns; // of the line up to there
    size_t next;    // bytes: where the next line begins
    bool hyphen;    // one is shown at the end of the line
} LineEnd;

typedef struct Filler {
    Str s;
    char *chances; // for each byte a value of unilbrk.h
    Breaks *out;
    size_t limit;   // columns of this line
    size_t from;    // bytes: its start
    size_t columns; // so far, with trailing blanks
    LineEnd solid;  // so far, without trailing blanks
    LineEnd soft;   // the last opportunity; none when ->next is ->from
} Filler;

static void start_line(Filler *filler, size_t from)
{
    filler->from = from;
    filler->columns = 0;
    filler->solid = filler->soft = (LineEnd){from, 0, from, false};
}

static void end_line(Filler *filler, LineEnd end)
{
    Breaks *out = filler->out;
    out->lines = mem_grow(out->lines, &out->capacity, out->count + 1, sizeof *out->lines);
    out->lines[out->count++] =
        (Break){(uint32_t)filler->from, (uint32_t)end.to, (uint32_t)end.columns, end.hyphen};
}

static bool is_blank(Str s, size_t at)
{
    const uint32_t point = utf8_decode(s, at).point;
    if (point < 0x80)
        return point == ' ';
    return uc_is_property_white_space(point) && point != 0xA0 && point != 0x2007 && point != 0x202F;
}

static bool is_grapheme_break(Str s, size_t at)
{
    return uc_is_grapheme_break(utf8_decode(s, str_character_before(s, at)).point, utf8_decode(s, at).point);
}

// The last place up to `at` where a word may be cut; `at` itself when it is all one grapheme.
static LineEnd cut(const Filler *filler, size_t at)
{
    size_t next = at;
    while (next > filler->from && !is_grapheme_break(filler->s, next))
        next = cluster_before(filler->s, next);
    if (next == at || next == filler->from)
        return (LineEnd){filler->solid.to, filler->solid.columns, at, false};
    const Str line = str_slice(filler->s, filler->from, next);
    return (LineEnd){next, cluster_columns(line), next, false};
}

// Where to end a line that the cluster at `at` does not fit into.
static LineEnd choose(const Filler *filler, size_t at, bool shortened)
{
    return filler->soft.next > filler->from || shortened ? filler->soft : cut(filler, at);
}

// The line may end before `at`: with a hyphen, when there is room for it, behind a soft one.
static void note_chance(Filler *filler, size_t at)
{
    const Str before = str_slice(filler->s, filler->from, at);
    const size_t len = sizeof SOFT_HYPHEN - 1;
    const bool hyphen = before.len > len && memcmp(before.at + before.len - len, SOFT_HYPHEN, len) == 0;
    if (!hyphen || filler->solid.columns < filler->limit)
        filler->soft = (LineEnd){filler->solid.to, filler->solid.columns + hyphen, at, hyphen};
}

// Fills lines up to the next line feed or the end of the text, from `at`; returns where it stopped.
static size_t fill_paragraph(Filler *filler, size_t at, size_t columns)
{
    const Str s = filler->s;
    start_line(filler, at);
    while (at < s.len && s.at[at] != '\n') {
        if (filler->chances[at] == UC_BREAK_POSSIBLE && at > filler->from)
            note_chance(filler, at);
        const Cluster cluster = cluster_at(s, at);
        const bool blank = is_blank(s, at);
        const bool shortened = filler->limit < columns;
        if (!blank && filler->columns + cluster.columns > filler->limit && (at > filler->from || shortened)) {
            const LineEnd end = choose(filler, at, shortened);
            end_line(filler, end);
            filler->limit = columns;
            start_line(filler, end.next);
            at = end.next;
            continue;
        }
        filler->columns += cluster.columns;
        at += cluster.bytes;
        if (!blank)
            filler->solid = (LineEnd){at, filler->columns, at, false};
    }
    end_line(filler, filler->solid);
    filler->limit = columns;
    return at;
}

void break_lines(Str s, size_t columns, size_t first, Breaks *out)
{
    out->count = 0;
    Filler filler = {.s = s, .out = out, .limit = columns > first ? columns - first : 0};
    filler.chances = mem_new(s.len, 1);
    chances_find(s, filler.chances);
    size_t at = fill_paragraph(&filler, 0, columns);
    while (at < s.len)
        at = fill_paragraph(&filler, at + 1, columns);
    free(filler.chances);
}
