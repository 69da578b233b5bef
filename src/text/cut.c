// SPDX-License-Identifier: MIT
#include "diptych/cut.h"

#include <string.h>
#include <unictype.h>

#include "diptych/cluster.h"
#include "text/utf8.h"

const char *cut_mark(bool ascii)
{
    return ascii ? "..." : "\xe2\x80\xa6";
}

// Columns of the mark, of which in ASCII one dot has to do where there is little room.
static size_t mark_columns(size_t columns, bool ascii)
{
    return columns == 0 ? 0 : ascii && columns > 4 ? 3 : 1;
}

static bool is_one_of(char byte, const char *bytes)
{
    return byte && strchr(bytes, byte);
}

// True when a date or a name may begin or go on with the word.
static bool begins_high(Str word)
{
    if (!word.len)
        return false;
    uint32_t first = utf8_decode(word, 0).point;
    return (first >= '0' && first <= '9') || uc_is_upper(first);
}

// A sentence or a part of one ends with the word: not with an initial, or a short word that is cut short.
static bool ends_part(Str word)
{
    char last = word.len ? word.at[word.len - 1] : '\0';
    return is_one_of(last, ",;:!?)") || (last == '.' && word.len > 3);
}

bool cut_may_part(Str text, size_t at)
{
    size_t from = at;
    while (from > 0 && text.at[from - 1] != ' ')
        from--;
    while (from < at && is_one_of(text.at[from], "([\"'"))
        from++;
    Str before = str_slice(text, from, at), after = str_slice(text, at + 1, text.len);
    return ends_part(before) || !begins_high(before) || !begins_high(after);
}

// Without the blanks and signs at the end that lead on to what is cut.
static size_t without_end(Str text, size_t end)
{
    while (end > 0 && is_one_of(text.at[end - 1], " ,;:([-"))
        end--;
    return end;
}

size_t cut_length(Str text, size_t columns, bool ascii)
{
    if (cluster_fit(text, columns) == text.len)
        return text.len;
    size_t fits = cluster_fit(text, columns - mark_columns(columns, ascii)), best = 0, blank = 0;
    for (size_t at = 0; at < fits;) {
        Cluster cluster = cluster_at(text, at);
        at += cluster.bytes;
        bool is_blank = at < text.len && text.at[at] == ' ';
        if (cluster.columns == 2 || (is_blank && cut_may_part(text, at)))
            best = at;
        if (is_blank)
            blank = at;
    }
    if (without_end(text, best))
        return without_end(text, best);
    bool is_date = text.len && text.at[0] >= '0' && text.at[0] <= '9';
    return is_date ? 0 : without_end(text, blank ? blank : fits);
}

void cut_add(Buffer *out, Str text, size_t columns, bool ascii)
{
    size_t length = cut_length(text, columns, ascii), room = mark_columns(columns, ascii);
    buffer_add(out, str_slice(text, 0, length));
    if (length < text.len && room)
        buffer_add(out, str_slice(str_of(cut_mark(ascii)), 0, ascii ? room : SIZE_MAX));
}
