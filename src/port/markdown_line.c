// SPDX-License-Identifier: MIT
#include "port/markdown_line.h"

static bool starts(Str s, size_t at, const char *with)
{
    return str_starts(str_slice(s, at, s.len), str_of(with));
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_letter_at(Str s, size_t at)
{
    return at < s.len && (str_continues(s.at[at]) || (unsigned char)s.at[at] >= 0xC0 || is_digit(s.at[at]) ||
                          (str_lower(s.at[at]) >= 'a' && str_lower(s.at[at]) <= 'z'));
}

// Quotes and the sign of a list or heading in front; the rest.
static Str strip_front(MarkdownLine *out, Str s)
{
    s = str_trim(s);
    while (s.len && s.at[0] == '>' && !starts(s, 0, ">>"))
        s = str_trim(str_slice(s, 1, s.len));
    size_t level = 0;
    while (level < s.len && s.at[level] == '#')
        level++;
    if (level > 0 && level <= 6 && level < s.len && s.at[level] == ' ') {
        out->kind = MARKDOWN_HEADING;
        out->level = (int)level;
        s = str_trim(str_slice(s, level, s.len));
        while (s.len && s.at[s.len - 1] == '#')
            s = str_trim(str_slice(s, 0, s.len - 1));
        return s;
    }
    size_t digits = 0;
    while (digits < s.len && digits < 4 && is_digit(s.at[digits]))
        digits++;
    if (digits && digits + 1 < s.len && (s.at[digits] == '.' || s.at[digits] == ')') &&
        s.at[digits + 1] == ' ' && !starts(s, digits + 2, "  ")) {
        out->item = true;
        return str_trim(str_slice(s, digits + 1, s.len));
    }
    if (s.len > 2 && strchr("-*+", s.at[0]) && s.at[1] == ' ' && !starts(s, 1, " -")) {
        out->item = true;
        return str_trim(str_slice(s, 1, s.len));
    }
    return s;
}

static bool is_rule(Str s)
{
    size_t count = 0;
    for (size_t i = 0; i < s.len; i++) {
        if (s.at[i] != s.at[0] && s.at[i] != ' ')
            return false;
        count += s.at[i] == s.at[0];
    }
    return count >= 3 && strchr("-*_=", s.at[0]) && s.at[0];
}

// "|---|:--|" below the head of a table.
static bool is_table_rule(Str s)
{
    for (size_t i = 0; i < s.len; i++)
        if (!strchr("|-: ", s.at[i]) || !s.at[i])
            return false;
    return s.len > 2;
}

static void add_mark(MarkdownLine *out, Str mark)
{
    if (out->marks.len)
        buffer_add_byte(&out->marks, ' ');
    buffer_add(&out->marks, mark);
}

// A mark of a note at `at`: gives its bytes, and the mark.
static size_t note_mark(Str s, size_t at, Str *mark)
{
    if (starts(s, at, "[^")) {
        const size_t end = str_find(s, ']', at);
        *mark = str_slice(s, at + 2, end);
        return end < s.len && mark->len && mark->len < 40 ? end + 1 - at : 0;
    }
    if (starts(s, at, "<sup>")) {
        const size_t end = str_find(s, '<', at + 1);
        *mark = str_trim(str_slice(s, at + 5, end));
        const bool number =
            mark->len && mark->len < 6 && is_digit(mark->at[0]) && is_digit(mark->at[mark->len - 1]);
        return number && starts(s, end, "</sup>") ? end + 6 - at : 0;
    }
    return 0;
}

static const struct {
    const char *name, *text;
} entities[] = {{"&amp;", "&"},
                {"&lt;", "<"},
                {"&gt;", ">"},
                {"&quot;", "\""},
                {"&nbsp;", " "},
                {"&#39;", "'"},
                {"&apos;", "'"},
                {"&mdash;", "\xE2\x80\x94"},
                {"&ndash;", "\xE2\x80\x93"}};

static size_t entity(MarkdownLine *out, Str s, size_t at)
{
    for (size_t i = 0; i < sizeof entities / sizeof *entities; i++) {
        if (starts(s, at, entities[i].name)) {
            buffer_add_text(&out->text, entities[i].text);
            return strlen(entities[i].name);
        }
    }
    return 0;
}

// A tag of HTML that is no word: its bytes.
static size_t tag(Str s, size_t at)
{
    static const char *const tags[] = {"b",   "i",    "em", "strong", "br", "u",      "sup",
                                       "sub", "span", "p",  "div",    "a",  "center", "small"};
    const size_t end = str_find(s, '>', at);
    Str name = str_slice(s, at + 1, end);
    if (end >= s.len || name.len > 200)
        return 0;
    name = str_starts(name, str_of("/")) ? str_slice(name, 1, name.len) : name;
    size_t letters = 0;
    while (letters < name.len && str_lower(name.at[letters]) >= 'a' && str_lower(name.at[letters]) <= 'z')
        letters++;
    for (size_t i = 0; i < sizeof tags / sizeof *tags; i++)
        if (str_is(str_slice(name, 0, letters), tags[i]))
            return end + 1 - at;
    return 0;
}

// "](address)" behind the words of a link: the address stays, in brackets.
static bool ends_link(Str s, size_t at)
{
    return starts(s, at, "](") && str_find(s, ')', at) < s.len;
}

static bool is_emphasis(Str s, size_t at)
{
    const char c = s.at[at];
    const bool before = at > 0 && is_letter_at(s, at - 1), behind = is_letter_at(s, at + 1);
    if (c == '_')
        return before != behind && at + 1 < s.len + 1;
    return c == '*' && (at == 0 || at + 1 == s.len || s.at[at - 1] != ' ' || s.at[at + 1] != ' ');
}

// The signs within the line; gives where the bold at its beginning ends, in bytes of the text.
static void inside(MarkdownLine *out, Str s, bool *bold)
{
    bool front = true; // nothing but bold has been met
    for (size_t at = 0; at < s.len;) {
        Str mark;
        size_t bytes = 0;
        if (starts(s, at, "**") || starts(s, at, "__")) {
            if (*bold && front) {
                out->bold = out->text.len;
                front = false;
            } else if (out->text.len > 0) {
                front = false;
            }
            *bold = !*bold;
            at += 2;
        } else if (s.at[at] == '\\' && at + 1 < s.len && strchr("\\`*_{}[]()#+-.!|<>~^&\"'", s.at[at + 1])) {
            buffer_add_byte(&out->text, s.at[at + 1]);
            at += 2;
        } else if ((bytes = note_mark(s, at, &mark))) {
            add_mark(out, mark);
            at += bytes;
        } else if ((s.at[at] == '<' && (bytes = tag(s, at))) ||
                   (s.at[at] == '&' && (bytes = entity(out, s, at)))) {
            at += bytes;
        } else if (is_emphasis(s, at)) {
            at++;
        } else if (ends_link(s, at)) {
            buffer_add_text(&out->text, "] (");
            at += 2;
        } else {
            buffer_add_byte(&out->text, s.at[at++]);
        }
    }
    if (*bold && front)
        out->bold = out->text.len;
}

// A footnote's own text: "[^1]: ..." or "<sup>1</sup> ...".
static Str strip_note(MarkdownLine *out, Str s)
{
    Str mark;
    const size_t bytes = note_mark(s, 0, &mark);
    const bool caret = bytes && s.at[0] == '[';
    if (!bytes || (caret && !starts(s, bytes, ":")))
        return s;
    out->kind = MARKDOWN_NOTE;
    buffer_add(&out->mark, mark);
    return str_trim(str_slice(s, bytes + caret, s.len));
}

void markdown_line(MarkdownLine *out, Str line, bool *open_bold)
{
    out->kind = MARKDOWN_TEXT;
    out->level = 0;
    out->item = false;
    out->bold = 0;
    buffer_clear(&out->text);
    buffer_clear(&out->marks);
    buffer_clear(&out->mark);
    Str s = str_trim(line);
    if (s.len && is_rule(s)) {
        out->kind = MARKDOWN_RULE;
        return;
    }
    if (s.len && s.at[0] == '|') {
        out->kind = MARKDOWN_TABLE;
        while (s.len && s.at[0] == '|')
            s = str_trim(str_slice(s, 1, s.len));
        while (s.len && s.at[s.len - 1] == '|')
            s = str_trim(str_slice(s, 0, s.len - 1));
        if (!is_table_rule(s))
            inside(out, s, open_bold);
        return;
    }
    s = strip_note(out, strip_front(out, s));
    if (s.len == 0 || out->kind == MARKDOWN_HEADING)
        *open_bold = false;
    inside(out, s, open_bold);
}

void markdown_line_free(MarkdownLine *line)
{
    buffer_free(&line->text);
    buffer_free(&line->marks);
    buffer_free(&line->mark);
}
