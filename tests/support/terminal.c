// SPDX-License-Identifier: MIT
#include "terminal.h"

#include <fribidi.h>
#include <stdlib.h>
#include <string.h>

#include "diptych/memory.h"

void terminal_take(Terminal *terminal, const char *bytes)
{
    for (; (bytes = strstr(bytes, "\x1b[8")); bytes += 3)
        if (bytes[3] == 'l' || bytes[3] == 'h')
            terminal->implicit = bytes[3] == 'h';
}

static bool is_isolate(FriBidiChar point)
{
    return point >= 0x2066 && point <= 0x2069;
}

void terminal_show(const Terminal *terminal, Str row, Buffer *out)
{
    FriBidiChar *points = mem_new(row.len + 1, sizeof *points), *shown = mem_new(row.len + 1, sizeof *shown);
    char *bytes = mem_new(row.len * 4 + 1, 1);
    FriBidiStrIndex count =
        fribidi_charset_to_unicode(FRIBIDI_CHAR_SET_UTF8, row.at, (FriBidiStrIndex)row.len, points);
    FriBidiParType base = FRIBIDI_PAR_LTR;
    memcpy(shown, points, (size_t)count * sizeof *points);
    if (terminal->reorders && terminal->implicit &&
        !fribidi_log2vis(points, count, &base, shown, NULL, NULL, NULL))
        abort();
    FriBidiStrIndex kept = 0;
    for (FriBidiStrIndex i = 0; i < count; i++)
        if (!is_isolate(shown[i]))
            shown[kept++] = shown[i];
    FriBidiStrIndex len = fribidi_unicode_to_charset(FRIBIDI_CHAR_SET_UTF8, shown, kept, bytes);
    buffer_add(out, (Str){bytes, (size_t)len});
    free(points);
    free(shown);
    free(bytes);
}
