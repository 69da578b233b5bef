// SPDX-License-Identifier: MIT
#include "port/label.h"

#include "diptych/character.h"
#include "port/name.h"
#include "port/stated.h"

#define WIDE_COLON "\xEF\xBC\x9A"
#define EM_DASH "\xE2\x80\x94"
#define EN_DASH "\xE2\x80\x93"
#define WIDE_BLANK "\xE3\x80\x80"

static bool starts(Str s, size_t at, const char *with)
{
    return str_starts(str_slice(s, at, s.len), str_of(with));
}

static Str from(Str s, size_t at)
{
    return str_trim(str_slice(s, at, s.len));
}

// Blanks of any width off both ends.
static Str trim_wide(Str s)
{
    s = str_trim(s);
    while (starts(s, 0, WIDE_BLANK))
        s = from(s, 3);
    while (s.len >= 3 && starts(s, s.len - 3, WIDE_BLANK))
        s = str_trim(str_slice(s, 0, s.len - 3));
    return s;
}

// Takes what stands in brackets and begins with a small letter for a remark, not a part of the name.
static void split_remark(Label *label)
{
    size_t open = label->form.len;
    for (size_t i = 0; i < label->form.len; i++)
        open = label->form.at[i] == '(' ? i : open; // the last one
    if (open == 0 || open + 1 >= label->form.len)
        return;
    const size_t close = str_find(label->form, ')', open);
    const Str inner = str_slice(label->form, open + 1, close);
    if (close + 1 == label->form.len && inner.len && stated_time(inner, NULL) == inner.len) {
        label->time = inner; // "Ann Other (0:05)"
        label->form = str_trim(str_slice(label->form, 0, open));
        return;
    }
    const Character c = character_at(label->form, open + 1);
    if (!character_is_lower(c.point) || str_trim(str_slice(label->form, close + 1, label->form.len)).len)
        return;
    label->remark = str_slice(label->form, open + 1, close);
    label->form = str_trim(str_slice(label->form, 0, open));
}

static bool is_good(Label *label, LabelStyle style, Str form, Str rest)
{
    form = trim_wide(form);
    Label found = *label;
    found.form = form;
    split_remark(&found);
    if (!label_is_name(found.form))
        return false;
    PersonName name = {.count = 0};
    name_parse(&name, found.form);
    found.marked = name.title.len > 0 || name.bracket.len > 0;
    found.caps = label_is_caps(name.bare);
    name_free(&name);
    found.style = style;
    found.rest = trim_wide(rest);
    *label = found;
    return true;
}

static bool is_between_digits(Str s, size_t at)
{
    return at > 0 && at + 1 < s.len && s.at[at - 1] >= '0' && s.at[at - 1] <= '9' && s.at[at + 1] >= '0' &&
           s.at[at + 1] <= '9';
}

// The colon that may end a name: not within brackets or a time.
static bool find_colon(Str s, size_t *at, size_t *bytes)
{
    int depth = 0;
    for (size_t i = 0; i < s.len && i < LABEL_BYTES; i++) {
        depth += s.at[i] == '(' || s.at[i] == '[';
        depth -= s.at[i] == ')' || s.at[i] == ']';
        const bool wide = (s.at[i] & 0x80) && starts(s, i, WIDE_COLON);
        if (depth > 0 || (s.at[i] != ':' && !wide) || is_between_digits(s, i))
            continue;
        *at = i;
        *bytes = wide ? 3 : 1;
        return true;
    }
    return false;
}

static bool parse_colon(Label *label, Str s)
{
    size_t at, bytes;
    if (!find_colon(s, &at, &bytes) ||
        !is_good(label, LABEL_COLON, str_slice(s, 0, at), str_slice(s, at + bytes, s.len)))
        return false;
    return true;
}

static bool parse_dash(Label *label, Str s)
{
    for (size_t i = 1; i < s.len && i < 60; i++) {
        if (s.at[i] != '-' && !(s.at[i] & 0x80))
            continue;
        const size_t bytes = starts(s, i, EM_DASH) || starts(s, i, EN_DASH) ? 3 : starts(s, i, "--") ? 2 : 0;
        if (bytes)
            return i + bytes < s.len &&
                   is_good(label, LABEL_DASH, str_slice(s, 0, i), str_slice(s, i + bytes, s.len));
    }
    return false;
}

static bool parse_angle(Label *label, Str s)
{
    const size_t at = str_find(str_slice(s, 0, 40), '>', 0);
    const size_t start = s.len && s.at[0] == '<';
    if (at >= 40 || at <= start || at + 1 >= s.len || s.at[at + 1] != ' ' ||
        str_find(str_slice(s, 0, at), ' ', 0) < at)
        return false;
    if (is_good(label, LABEL_ANGLE, str_slice(s, start, at), str_slice(s, at + 1, s.len)))
        return true;
    const Str nick = str_slice(s, start, at);
    if (!start || nick.len < 2 || str_find(nick, '/', 0) < nick.len || str_find(nick, '=', 0) < nick.len)
        return false;
    label->style = LABEL_ANGLE; // "<ann> ...", as in a chat
    label->form = nick;
    label->rest = from(s, at + 1);
    return true;
}

// Where the point stands that ends a name at the beginning; 0: nowhere.
static size_t find_stop(Str s)
{
    size_t at = 0;
    for (int words = 0; at < s.len && at < LABEL_BYTES && words < 9; words++) {
        size_t end = str_find(s, ' ', at);
        if (end > at && s.at[end - 1] == '.' && !label_is_abbreviation(str_slice(s, at, end)))
            return end - 1;
        at = end + 1;
    }
    return 0;
}

static bool parse_stop(Label *label, Str s)
{
    const size_t at = find_stop(s);
    if (at == 0)
        return false;
    Str rest = from(s, at + 1);
    const bool dash = starts(rest, 0, EM_DASH) || starts(rest, 0, EN_DASH);
    while (starts(rest, 0, EM_DASH) || starts(rest, 0, EN_DASH))
        rest = from(rest, 3);
    if (!is_good(label, LABEL_STOP, str_slice(s, 0, at), rest))
        return false;
    label->marked = label->marked || dash;
    if (rest.len == 0) // a name alone may have a point behind it
        label->style = label->caps && label->form.len > 4 ? LABEL_ALONE : LABEL_NONE;
    return label->style != LABEL_NONE;
}

// "M.P.  ...", "JD\t...": capitals, and more than one blank.
static bool parse_gap(Label *label, Str s)
{
    const size_t tab = str_find(str_slice(s, 0, 40), '\t', 0);
    const char *blanks = memmem(s.at, s.len < 40 ? s.len : 40, "  ", 2);
    size_t at = blanks ? (size_t)(blanks - s.at) : s.len;
    at = tab < at ? tab : at;
    if (at == 0 || at >= s.len || at > 12)
        return false;
    const Str form = str_slice(s, 0, at);
    if (str_find(form, ' ', 0) < form.len || !label_is_caps(form))
        return false;
    return is_good(label, LABEL_GAP, form, str_slice(s, at, s.len));
}

static bool parse_asked(Label *label, Str s)
{
    if (s.len < 4 || (s.at[0] != 'Q' && s.at[0] != 'A'))
        return false;
    const bool gap = s.at[1] == '\t' || (s.at[1] == ' ' && s.at[2] == ' ');
    const bool sign = (s.at[1] == '.' || s.at[1] == ':') && s.at[2] != '.';
    if (!gap && !sign)
        return false;
    label->style = LABEL_ASKED;
    label->form = str_slice(s, 0, 1);
    label->rest = from(s, 2);
    return label->rest.len > 0;
}

static bool parse_by(Label *label, Str s)
{
    if (!str_is(str_slice(s, 0, 3), "BY ") || s.at[0] != 'B' || s.at[s.len - 1] != ':')
        return false;
    const Str form = str_trim(str_slice(s, 3, s.len - 1));
    return label_is_caps(form) && is_good(label, LABEL_BY, form, (Str){NULL, 0});
}

static bool parse_circle(Label *label, Str s)
{
    static const char *const circles[] = {"○", "◯", "〇", "●", "◆", "◇"};
    size_t at = 0;
    for (size_t i = 0; i < sizeof circles / sizeof *circles; i++)
        at = starts(s, 0, circles[i]) ? 3 : at;
    if (at == 0)
        return false;
    size_t end = at;
    int depth = 0;
    const char *wide = memmem(s.at, s.len < 90 ? s.len : 90, "  ", 2); // ends a name with blanks in it
    while (end < s.len) {
        if (wide && s.at + end < wide && s.at[end] == ' ') {
            end++;
            continue;
        }
        depth += starts(s, end, "（") - starts(s, end, "）");
        if (depth <= 0 && (s.at[end] == ' ' || starts(s, end, WIDE_BLANK) || starts(s, end, WIDE_COLON)))
            break;
        end += character_at(s, end).bytes;
    }
    const Str rest = str_slice(s, end, s.len);
    label->style = LABEL_CIRCLE;
    label->form = str_slice(s, at, end);
    label->rest = trim_wide(starts(rest, 0, WIDE_COLON) ? str_slice(rest, 3, rest.len) : rest);
    label->marked = true;
    return label->form.len > 0 && label->form.len < 120;
}

static bool parse_chevron(Label *label, Str s)
{
    if (!starts(s, 0, ">>"))
        return false;
    size_t at = 2;
    while (at < s.len && s.at[at] == '>')
        at++;
    const Str rest = from(s, at);
    if (!parse_colon(label, rest)) {
        label->form = (Str){NULL, 0};
        label->rest = rest;
    }
    label->style = LABEL_CHEVRON;
    return rest.len > 0;
}

// The bold words at the beginning are the name when a colon or point ends them, or when they have the line.
static bool parse_bold(Label *label, Str s, size_t bold)
{
    Str form = str_trim(str_slice(s, 0, bold)), rest = from(s, bold);
    const bool alone = rest.len == 0;
    bool ended = false;
    while (form.len && (form.at[form.len - 1] == ':' || form.at[form.len - 1] == '.')) {
        if (form.at[form.len - 1] == '.' && str_find(form, ' ', 0) < form.len &&
            label_is_abbreviation(str_slice(form, form.len > 4 ? form.len - 4 : 0, form.len)) &&
            rest.len == 0)
            break;
        form.len--;
        ended = true;
    }
    if (rest.len && (rest.at[0] == ':' || rest.at[0] == '.')) {
        rest = from(rest, 1);
        ended = true;
    } else if (starts(rest, 0, WIDE_COLON)) {
        rest = from(rest, 3);
        ended = true;
    }
    label->bold = true;
    return (ended || alone) && is_good(label, rest.len ? LABEL_COLON : LABEL_ALONE, form, rest);
}

static bool parse_alone(Label *label, Str s)
{
    for (size_t i = 0; i < s.len; i++)
        if (s.at[i] >= '0' && s.at[i] <= '9')
            return false;
    return s.len <= 90 && s.at[s.len - 1] != ':' && s.at[s.len - 1] != ',' &&
           is_good(label, LABEL_ALONE, s, (Str){NULL, 0});
}

// "10:05:11 From Ann Other to Everyone: ..."
static void pass_over_chat(Label *label)
{
    const Str form = label->form;
    const char *to = memmem(form.at, form.len, " to ", 4);
    if (label->time.len == 0 || !starts(form, 0, "From ") || !to || to <= form.at + 4)
        return;
    const size_t at = (size_t)(to - form.at);
    label->remark = str_slice(form, at + 1, form.len);
    label->form = str_trim(str_slice(form, 5, at));
}

// "Mic: Ken Ito (K2): ..." is Ken Ito's.
static void pass_over_microphone(Label *label)
{
    static const char *const places[] = {"mic", "jabber", "remote", "floor", "chat", "zulip", "meetecho"};
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        Label inner = {.time = label->time};
        if (!str_is(label->form, places[i]) || !parse_colon(&inner, label->rest))
            continue;
        inner.remark = label->form;
        *label = inner;
        return;
    }
}

// A capital, a blank and a small word that stands in no name: most other lines begin so.
static bool is_sentence(Str s)
{
    const size_t blank = str_find(str_slice(s, 0, 40), ' ', 0);
    if (blank == 0 || blank + 1 >= s.len || blank >= 40 || strchr(".:,>)", s.at[blank - 1]) ||
        s.at[blank - 1] & 0x80)
        return false;
    const char next = s.at[blank + 1];
    const size_t end = str_find(str_slice(s, 0, blank + 30), ' ', blank + 1);
    return next >= 'a' && next <= 'z' && !label_is_small(str_slice(s, blank + 1, end)) &&
           str_find(str_slice(s, 0, end), '\xE2', 0) == end && str_find(str_slice(s, 0, end), ':', 0) == end;
}

// "12. Mr. Example: ...": a paragraph with a number, which is said beside the name.
static bool parse_numbered(Label *label, Str s)
{
    size_t digits = 0;
    while (digits < s.len && digits < 4 && s.at[digits] >= '0' && s.at[digits] <= '9')
        digits++;
    if (digits == 0 || digits == 4 || digits + 2 >= s.len || (s.at[digits] != '.' && s.at[digits] != ')') ||
        s.at[digits + 1] != ' ' || !parse_colon(label, from(s, digits + 1)))
        return false;
    if (label->remark.len == 0)
        label->remark = str_slice(s, 0, digits);
    return true;
}

Label label_parse(Str line, size_t bold)
{
    Label label = {.style = LABEL_NONE};
    Str s = trim_wide(line);
    if (s.len == 0)
        return label;
    const size_t time = bold == 0 ? stated_time(s, NULL) : 0;
    if (time && time < s.len) {
        label.time = str_slice(s, 0, time);
        s = from(s, time);
        while (s.len && (s.at[0] == '-' || s.at[0] == '|'))
            s = from(s, 1);
    }
    const Label none = {.style = LABEL_NONE};
    if (s.len == 0 || character_is_lower(character_at(s, 0).point)) // most lines of most texts
        return none;
    if (bold)
        return parse_bold(&label, s, bold) ? label : none;
    if (parse_chevron(&label, s) || parse_circle(&label, s) || parse_asked(&label, s) || parse_by(&label, s))
        return label;
    if (parse_numbered(&label, s))
        return label;
    if (is_sentence(s))
        return none;
    if (parse_colon(&label, s)) {
        pass_over_microphone(&label);
        pass_over_chat(&label);
        return label;
    }
    if (parse_angle(&label, s) || parse_gap(&label, s) || parse_stop(&label, s) || parse_dash(&label, s) ||
        parse_alone(&label, s))
        return label;
    return none;
}
