// SPDX-License-Identifier: MIT
#include "diptych/cluster.h"
#include "diptych/search.h"

#define DOTS "..."
#define DOTS_COLUMNS ((size_t)3)
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

// Where the line begins: the match at a third of it, less when that is the beginning of the text.
static size_t line_start(Str text, size_t from, size_t columns, bool *cut)
{
    size_t begin = back_by(text, from, columns / 3);
    *cut = begin > 0 && columns / 3 >= DOTS_COLUMNS;
    if (*cut)
        return back_by(text, from, columns / 3 - DOTS_COLUMNS);
    return begin ? from : 0;
}

void search_context_add(Buffer *out, Str text, Match match, size_t columns, Match *keyword)
{
    bool cut;
    size_t start = out->len, from = cluster_start(text, match.from);
    size_t begin = line_start(text, from, columns, &cut);
    buffer_add_text(out, cut ? DOTS : "");
    size_t left = columns - (cut ? DOTS_COLUMNS : 0), words = out->len - start;
    Str rest = str_slice(text, begin, text.len);
    size_t fits = cluster_fit(rest, left);
    bool more = fits < rest.len && left >= 2 * DOTS_COLUMNS;
    if (more)
        fits = cluster_fit(rest, left - DOTS_COLUMNS);
    buffer_add(out, str_slice(rest, 0, fits));
    buffer_add_text(out, more ? DOTS : "");
    size_t end = begin + fits, to = match.to < end ? match.to : end;
    *keyword = from < to ? (Match){words + from - begin, words + to - begin} : (Match){words, words};
}
