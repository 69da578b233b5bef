// SPDX-License-Identifier: MIT
#include "diptych/splice.h"

#include "diptych/line.h"
#include "diptych/visible.h"

// Where a value goes and how its lines are written there.
typedef struct Splice {
    Str file;
    size_t from, to;      // bytes that are replaced
    const char *line_end; // the file's own
    const char *indent;   // of lines that go on
    bool paragraphs;      // an empty line is written " ."
    bool escaped;         // a line that begins with syntax takes a backslash
    bool quoted;          // the value stands in quotes
    Buffer *out;
} Splice;

// Looks at the first line end behind the place, or at the file's first.
static const char *line_end_of(Str file, size_t at)
{
    size_t end = str_find(file, '\n', at);
    if (end == file.len)
        end = str_find(file, '\n', 0);
    return end > 0 && end < file.len && file.at[end - 1] == '\r' ? "\r\n" : "\n";
}

static bool is_syntax(Str line)
{
    LineKind kind = line_kind(line);
    return kind == LINE_COMMENT || kind == LINE_BRACE || line_is_speech(line) ||
           (line.len && line.at[0] == '\\');
}

static void add_lines(const Splice *splice, Str value)
{
    Str rest = value, line;
    bool first = true, in_column = splice->from == 0 || splice->file.at[splice->from - 1] == '\n';
    while (str_next(&rest, "\n", &line)) {
        line = str_trim(line);
        if (!first && line.len == 0 && !splice->paragraphs)
            continue;
        if (!first) {
            buffer_add_text(splice->out, splice->line_end);
            buffer_add_text(splice->out, splice->indent);
        }
        if (splice->escaped && (!first || in_column) && is_syntax(line))
            buffer_add_byte(splice->out, '\\');
        buffer_add(splice->out, line.len || first ? line : str_of("."));
        first = false;
    }
}

// Comments that stood between the lines of the old value stay, behind the new one.
static bool add_comments(const Splice *splice)
{
    Lines lines = {.bytes = str_slice(splice->file, splice->from, splice->to), .number = 1};
    Line line;
    bool any = false;
    lines_next(&lines, &line); // the first is none
    while (lines_next(&lines, &line)) {
        if (line_kind(line.text) != LINE_COMMENT)
            continue;
        buffer_add_text(splice->out, splice->line_end);
        buffer_add(splice->out, line.text);
        any = true;
    }
    return any;
}

static void write_value(const Splice *splice, Str value)
{
    Str file = splice->file;
    buffer_add(splice->out, str_slice(file, 0, splice->from));
    char before = splice->from ? file.at[splice->from - 1] : '\n';
    if (splice->from == splice->to && value.len && (before == ':' || (before == ']' && splice->escaped)))
        buffer_add_byte(splice->out, ' ');
    if (splice->quoted)
        buffer_add_byte(splice->out, '"');
    add_lines(splice, value);
    if (add_comments(splice) && splice->quoted) {
        buffer_add_text(splice->out, splice->line_end);
        buffer_add_text(splice->out, splice->indent);
    }
    if (splice->quoted)
        buffer_add_byte(splice->out, '"');
    buffer_add(splice->out, str_slice(file, splice->to, file.len));
}

static bool check_characters(Str value, Error *error)
{
    Buffer shown = {0};
    Repairs repairs = visible_add(&shown, value, true);
    buffer_free(&shown);
    if (repairs.invalid || repairs.control || repairs.dropped) {
        size_t at = repairs.invalid + repairs.control ? repairs.first : repairs.first_dropped;
        return error_set(error, "the text holds a character that cannot be written at byte %zu", at + 1);
    }
    return true;
}

static bool has_any(Str value, const char *bytes)
{
    for (size_t i = 0; bytes[i]; i++)
        if (str_find(value, bytes[i], 0) < value.len)
            return true;
    return false;
}

// True when a line of the value, but for the first, is a full stop alone: that would be read as an empty
// line.
static bool has_stop(Str value)
{
    Str rest = value, line;
    bool first = true;
    while (str_next(&rest, "\n", &line)) {
        if (!first && str_equal(str_trim(line), str_of(".")))
            return true;
        first = false;
    }
    return false;
}

// True when nothing but blanks stands between the place and the separator of pairs.
static bool ends_pair(Str file, size_t at)
{
    while (at < file.len && (file.at[at] == ' ' || file.at[at] == '\t' || file.at[at] == '\r'))
        at++;
    return at == file.len || file.at[at] == ';' || file.at[at] == '}' || file.at[at] == '\n';
}

static bool splice_attribute(Splice *splice, const Pair *pair, Str value, Error *error)
{
    splice->quoted = has_any(value, ";}\n") || (value.len && value.at[0] == '"') ||
                     (pair->quoted && !has_any(value, "\""));
    if (splice->quoted && has_any(value, "\""))
        return error_set(error, "a value with a double quote and one of ; } or a line end cannot be written");
    if (pair->quoted) {
        if (splice->to >= splice->file.len || splice->file.at[splice->to] != '"')
            return error_set(error, "the old value has no closing quote; close it first");
        if (!splice->quoted && !ends_pair(splice->file, splice->to + 1))
            return error_set(error,
                             "behind the closing quote of the old value something follows; remove it first");
        splice->from--;
        splice->to++;
    }
    write_value(splice, value);
    return true;
}

static bool is_inside(Str file, Span span, Error *error)
{
    if ((size_t)span.at + span.len <= file.len)
        return true;
    return error_set(error, "the file has changed; read it again");
}

bool splice_pair(Str file, const Pair *pair, bool attribute, Str value, Buffer *out, Error *error)
{
    Splice splice = {.file = file,
                     .from = pair->span.at,
                     .to = (size_t)pair->span.at + pair->span.len,
                     .line_end = line_end_of(file, pair->span.at),
                     .indent = " ",
                     .paragraphs = !attribute,
                     .out = out};
    value = str_trim(value);
    if (!is_inside(file, pair->span, error) || !check_characters(value, error))
        return false;
    if (attribute)
        return splice_attribute(&splice, pair, value, error);
    if (has_stop(value))
        return error_set(error, "a line that is a full stop alone cannot be written");
    write_value(&splice, value);
    return true;
}

bool splice_text(Str file, Span text, Str value, Buffer *out, Error *error)
{
    Splice splice = {.file = file,
                     .from = text.at,
                     .to = (size_t)text.at + text.len,
                     .line_end = line_end_of(file, text.at),
                     .indent = "",
                     .escaped = true,
                     .out = out};
    value = str_trim(value);
    if (!is_inside(file, text, error) || !check_characters(value, error))
        return false;
    if (value.len == 0)
        return error_set(error, "a passage needs a text");
    write_value(&splice, value);
    return true;
}

void splice_edits(Str file, const Edit *edits, size_t count, Buffer *out)
{
    size_t at = 0;
    for (size_t i = 0; i < count; i++) {
        buffer_add(out, str_slice(file, at, edits[i].from));
        buffer_add(out, edits[i].with);
        at = edits[i].to;
    }
    buffer_add(out, str_slice(file, at, file.len));
}
