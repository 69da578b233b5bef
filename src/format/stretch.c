// SPDX-License-Identifier: MIT
#include "diptych/format.h"

static bool goes_on(LineKind kind)
{
    return kind == LINE_TEXT || kind == LINE_INDENTED || kind == LINE_COMMENT;
}

Stretch stretch_read(Input *input, Lines *lines, Line line, size_t from)
{
    Str first = str_trim(str_slice(line.text, from, line.text.len));
    from = first.len ? (size_t)(first.at - line.text.at) : line.text.len;
    near_check(input, line, from);
    Stretch stretch = {{line.at + (uint32_t)from, (uint32_t)first.len}, line.number, (uint32_t)from + 1};
    for (;;) {
        Lines before = *lines;
        Line next;
        LineKind kind = lines_next(lines, &next) ? line_kind(next.text) : LINE_BLANK;
        if (!goes_on(kind)) {
            *lines = before;
            return stretch;
        }
        input_check_line(input, next);
        if (kind == LINE_COMMENT) {
            near_check_comment(input, next);
            continue;
        }
        near_check(input, next, 0);
        Str text = str_trim(next.text);
        if (stretch.span.len == 0) {
            uint32_t indent = (uint32_t)(text.at - next.text.at);
            stretch = (Stretch){{next.at + indent, 0}, next.number, indent + 1};
        }
        stretch.span.len =
            next.at + (uint32_t)(text.at - next.text.at + (ptrdiff_t)text.len) - stretch.span.at;
    }
}

Str stretch_text(Input *input, Stretch stretch)
{
    return input_text(input, stretch.span, stretch.line, stretch.column, JOINING_PASSAGE);
}
