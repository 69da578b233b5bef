// SPDX-License-Identifier: MIT
#include "port/write.h"

#include "diptych/line.h"
#include "diptych/script.h"
#include "diptych/visible.h"

// Bytes of a line, about.
#define LINE_BYTES ((size_t)110)

static bool is_syntax(Str line)
{
    const LineKind kind = line_kind(line);
    return kind == LINE_COMMENT || kind == LINE_BRACE || line_is_speech(line) ||
           (line.len && line.at[0] == '\\');
}

// The blank at which a line of the text from `at` on is best broken; the length when nowhere. Where joining
// the lines would not bring the blank back, none is broken.
static size_t find_break(Str text, size_t at)
{
    size_t wanted = at + LINE_BYTES;
    if (wanted >= text.len)
        return text.len;
    while (wanted > at && text.at[wanted] != ' ')
        wanted--;
    if (wanted == at)
        wanted = str_find(text, ' ', at + 1);
    while (wanted < text.len &&
           !(wanted + 1 < text.len && text.at[wanted - 1] != ' ' && text.at[wanted + 1] != ' ' &&
             script_lines_part(str_slice(text, at, wanted), str_slice(text, wanted + 1, text.len))))
        wanted = str_find(text, ' ', wanted + 1);
    return wanted;
}

// `escaped`: lines but the first stand in the first column; else `indent` stands before them.
static void add_lines(Buffer *out, Str text, bool escaped, const char *indent)
{
    for (size_t at = 0; at < text.len;) {
        const size_t end = find_break(text, at);
        const Str line = str_slice(text, at, end);
        if (at > 0) {
            buffer_add_text(out, indent);
            if (escaped && is_syntax(line))
                buffer_add_byte(out, '\\');
        }
        buffer_add(out, line);
        buffer_add_byte(out, '\n');
        at = end + 1;
    }
}

static bool is_blank(Str text)
{
    for (size_t i = 0; i < text.len; i++)
        if (text.at[i] != ' ')
            return false;
    return true;
}

bool write_passage(Buffer *out, uint32_t number, Str text)
{
    Buffer shown = {0};
    visible_add(&shown, str_trim(text), false);
    const Str seen = str_trim(buffer_str(&shown));
    const bool any = !is_blank(seen);
    if (any) {
        buffer_addf(out, "[%u] ", number);
        add_lines(out, seen, true, "");
    }
    buffer_free(&shown);
    return any;
}

void write_key(Buffer *out, const char *name, Str value)
{
    Buffer shown = {0};
    Str line, rest;
    visible_add(&shown, str_trim(value), true);
    rest = buffer_str(&shown);
    bool first = true;
    while (!is_blank(buffer_str(&shown)) && str_next(&rest, "\n", &line)) {
        line = str_trim(line);
        if (!first && line.len == 0) {
            buffer_add_text(out, " .\n");
            continue;
        }
        if (first)
            buffer_addf(out, "%s: ", name);
        else
            buffer_add_byte(out, ' ');
        if (str_equal(line, str_of(".")))
            line = str_of("...");
        add_lines(out, line.len ? line : str_of("-"), false, " ");
        first = false;
    }
    buffer_free(&shown);
}

static bool needs_quotes(Str value)
{
    for (size_t i = 0; i < value.len; i++)
        if (value.at[i] == ';' || value.at[i] == '}' || (i == 0 && value.at[i] == '"'))
            return true;
    return false;
}

void write_attribute(Buffer *out, bool *any, const char *name, Str value)
{
    Buffer shown = {0};
    visible_add(&shown, str_trim(value), false);
    const Str seen = str_trim(buffer_str(&shown));
    const bool quoted = needs_quotes(seen);
    if (seen.len) {
        buffer_addf(out, "%s%s: %s", *any ? "; " : "", name, quoted ? "\"" : "");
        *any = true;
        for (size_t i = 0; i < seen.len; i++) {
            if (quoted && seen.at[i] == '"')
                buffer_add_text(out, "\xE2\x80\x9D");
            else
                buffer_add_byte(out, seen.at[i]);
        }
        if (quoted)
            buffer_add_byte(out, '"');
    }
    buffer_free(&shown);
}

void write_page(Buffer *out, Str page)
{
    const bool number = page.len && page.at[0] >= '0' && page.at[0] <= '9';
    buffer_add_text(out, number ? "p. " : "");
    buffer_add(out, page);
}
