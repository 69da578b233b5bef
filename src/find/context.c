// SPDX-License-Identifier: MIT
#include "diptych/cluster.h"
#include "diptych/cut.h"
#include "diptych/search.h"

// Bytes that a column may take: a long text is not read from its beginning for the words around a hit.
#define COLUMN_BYTES 8

static bool is_between(Str text, size_t at)
{
    return at <= text.len && str_character_start(text, at) == at;
}

bool hit_text(Dossier *dossier, PassageId id, Match match, Str *text)
{
    const Passage *passage = passage_at(dossier, id);
    if (!passage || !is_between(passage->text, match.from) || !is_between(passage->text, match.to))
        return false;
    *text = passage->text;
    return true;
}

// The start of the cluster that holds byte `at`.
static size_t cluster_start(Str text, size_t at)
{
    at = str_character_start(text, at);
    if (at == 0 || at >= text.len)
        return at;
    size_t before = cluster_before(text, at);
    return before + cluster_at(text, before).bytes > at ? before : at;
}

// Where the words before `at` begin that take at most `columns`.
static size_t back_by(Str text, size_t at, size_t columns)
{
    size_t from = at, used = 0, floor = at > columns * COLUMN_BYTES ? at - columns * COLUMN_BYTES : 0;
    while (from > floor) {
        size_t before = cluster_before(text, from);
        size_t wide = cluster_at(text, before).columns;
        if (used + wide > columns)
            break;
        used += wide;
        from = before;
    }
    return from;
}

// Behind the first blank from `from` on where the text may be cut, in front of `to`; `from` where there is
// none.
static size_t next_part(Str text, size_t from, size_t to)
{
    for (size_t at = from ? from - 1 : 0; at < to; at++)
        if (text.at[at] == ' ' && cut_may_part(text, at))
            return at + 1;
    return from;
}

// Where the line begins: the match at a third of it, less when that is the beginning of the text.
static size_t line_start(Str text, size_t from, size_t columns, size_t mark, bool *cut)
{
    size_t begin = back_by(text, from, columns / 3);
    *cut = begin > 0 && columns / 3 >= mark;
    if (*cut)
        return next_part(text, back_by(text, from, columns / 3 - mark), from);
    return begin ? from : 0;
}

// How much of the rest of the text is shown: whole words, as long as the match is.
static size_t line_length(Str rest, size_t match, size_t columns, size_t mark, bool ascii)
{
    size_t length = cut_length(rest, columns, ascii);
    return length < rest.len && length < match ? cluster_fit(rest, columns - mark) : length;
}

void search_context_add(Buffer *out, Str text, Match match, size_t columns, bool ascii, Match *keyword)
{
    bool cut;
    size_t start = out->len, from = cluster_start(text, match.from), mark = ascii ? 3 : 1;
    size_t begin = line_start(text, from, columns, mark, &cut);
    buffer_add_text(out, cut ? cut_mark(ascii) : "");
    size_t left = columns - (cut ? mark : 0), words = out->len - start;
    Str rest = str_slice(text, begin, text.len);
    size_t fits = cluster_fit(rest, left);
    bool more = fits < rest.len && left >= 2 * mark;
    if (more)
        fits = line_length(rest, match.to > begin ? match.to - begin : 0, left, mark, ascii);
    buffer_add(out, str_slice(rest, 0, fits));
    buffer_add_text(out, more ? cut_mark(ascii) : "");
    size_t end = begin + fits, to = match.to < end ? match.to : end;
    *keyword = from < to ? (Match){words + from - begin, words + to - begin} : (Match){words, words};
}
