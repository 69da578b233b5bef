// SPDX-License-Identifier: MIT
#include "port/furniture.h"

#include "diptych/character.h"
#include "port/label.h"

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static Str trim_signs(Str s)
{
    for (;;) {
        const Str before = s = str_trim(s);
        static const char *const signs[] = {"-", "~", "*", "\xE2\x80\x93", "\xE2\x80\x94", "|"};
        for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
            const Str sign = str_of(signs[i]);
            if (str_starts(s, sign))
                s = str_slice(s, sign.len, s.len);
            if (s.len >= sign.len && str_equal(str_slice(s, s.len - sign.len, s.len), sign))
                s = str_slice(s, 0, s.len - sign.len);
        }
        if (s.len == before.len)
            return s;
    }
}

static bool is_number(Str s)
{
    if (s.len == 0 || s.len > 4)
        return false;
    for (size_t i = 0; i < s.len; i++)
        if (!is_digit(s.at[i]))
            return false;
    return true;
}

// "xii": small letters, as pages in front of a book are counted.
static bool is_roman(Str s)
{
    if (s.len == 0 || s.len > 7)
        return false;
    for (size_t i = 0; i < s.len; i++)
        if (!strchr("ivxlc", s.at[i]) || !s.at[i])
            return false;
    return true;
}

static Str unwrap(Str s)
{
    if (s.len >= 2 &&
        ((s.at[0] == '[' && s.at[s.len - 1] == ']') || (s.at[0] == '(' && s.at[s.len - 1] == ')') ||
         (s.at[0] == '{' && s.at[s.len - 1] == '}')))
        return str_trim(str_slice(s, 1, s.len - 1));
    return s;
}

// "Page 79", "p. 3 of 12", "Seite 4": the number.
static Str numbered(Str s, bool *column)
{
    static const char *const words[] = {"page",   "pages", "p.",   "pp.",      "pg", "pg.",
                                        "seite",  "s.",    "стр.", "страница", "с.", "página",
                                        "pagina", "pág.",  "f.",   "folio"};
    static const char *const columns[] = {"column", "col.", "spalte", "sp."};
    const size_t blank = str_find(s, ' ', 0);
    const Str word = str_slice(s, 0, blank);
    Str number = str_trim(str_slice(s, blank, s.len));
    bool found = false;
    *column = false;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        found = found || str_is(word, words[i]) || (str_is(word, "Стр.") && i == 0);
    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++)
        *column = *column || str_is(word, columns[i]);
    const size_t end = str_find(number, ' ', 0);
    const Str behind = str_trim(str_slice(number, end, number.len));
    number = str_slice(number, 0, end);
    if (number.len && (number.at[number.len - 1] == ',' || number.at[number.len - 1] == '.'))
        number.len--;
    if ((!found && !*column) ||
        !(is_number(number) || is_roman(number) || (*column && number.len && is_digit(number.at[0]))))
        return (Str){NULL, 0};
    if (behind.len && !str_is(str_slice(behind, 0, 3), "of ") && !str_is(str_slice(behind, 0, 4), "von ") &&
        behind.at[0] != '/')
        return (Str){NULL, 0};
    return number;
}

static bool is_stamp(Str s)
{
    static const char *const words[] = {
        "SECRET",     "CONFIDENTIAL", "EYES ONLY", "NODIS",  "EXDIS",  "UNCLASSIFIED",      "SENSITIVE",
        "RESTRICTED", "DECLASSIFIED", "СЕКРЕТНО",  "NOFORN", "LIMDIS", "OFFICIAL USE ONLY", "VERTRAULICH",
        "GEHEIM",     "СЕКРЕТНО",     "CLASSIFIED"};
    if (s.len > 100)
        return false;
    const bool russian = memmem(s.at, s.len, "овершенно секретно", strlen("овершенно секретно")) != NULL;
    if (russian && s.len < 60)
        return true;
    if (!label_is_caps(s) || str_find(s, ':', 0) < s.len)
        return false;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (memmem(s.at, s.len, words[i], strlen(words[i])))
            return true;
    return false;
}

// Words, a wide gap, and a number at one of the ends.
static Furniture running(Str s, Buffer *page, Str *head)
{
    size_t first = 0, last = s.len;
    while (first < s.len && first < 5 && is_digit(s.at[first]))
        first++;
    while (last > 0 && s.len - last < 5 && is_digit(s.at[last - 1]))
        last--;
    const bool in_front = first > 0 && first < 5 && first + 3 <= s.len && memcmp(s.at + first, "   ", 3) == 0;
    const bool behind =
        last < s.len && s.len - last < 5 && last >= 3 && memcmp(s.at + last - 3, "   ", 3) == 0;
    if (in_front == behind)
        return FURNITURE_NONE;
    *head = str_trim(in_front ? str_slice(s, first, s.len) : str_slice(s, 0, last));
    const Str gap = {"  ", 2};
    if (head->len == 0 || head->len > 120 || memmem(head->at, head->len, gap.at, gap.len) ||
        str_find(*head, '\t', 0) < head->len)
        return FURNITURE_NONE;
    buffer_add(page, in_front ? str_slice(s, 0, first) : str_slice(s, last, s.len));
    return FURNITURE_RUNNING;
}

Furniture furniture_of(Str line, Buffer *page, Str *head, bool *doubtful)
{
    *doubtful = false;
    if (line.len == 0 || line.len > 200)
        return FURNITURE_NONE;
    const bool words = line.len > 24 && str_lower(line.at[0]) >= 'a' && str_lower(line.at[0]) <= 'z' &&
                       line.at[1] >= 'a' && line.at[1] <= 'z';
    if (words) // as most lines are
        return is_digit(line.at[line.len - 1]) ? running(line, page, head) : FURNITURE_NONE;
    if (line.len == 3 && line.at[0] == '(' && line.at[2] == ')' && line.at[1] >= 'A' && line.at[1] <= 'D') {
        buffer_add(page, line);
        return FURNITURE_COLUMN;
    }
    const Str bare = trim_signs(line), inner = unwrap(bare);
    bool column;
    const Str number = line.len <= 60 ? numbered(inner, &column) : (Str){NULL, 0};
    if (number.len) {
        buffer_add_text(page, column ? "col. " : "");
        buffer_add(page, number);
        return FURNITURE_PAGE;
    }
    if (is_number(inner) || (is_roman(inner) && inner.len < bare.len + 1 && bare.len <= 7)) {
        *doubtful = bare.len == line.len && inner.len == 4 && inner.at[0] <= '2' && inner.at[0] != '0';
        buffer_add(page, inner);
        return FURNITURE_PAGE;
    }
    if (is_stamp(line))
        return FURNITURE_STAMP;
    return line.len > 4 && (is_digit(line.at[0]) || is_digit(line.at[line.len - 1]))
               ? running(line, page, head)
               : FURNITURE_NONE;
}
