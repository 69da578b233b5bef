// SPDX-License-Identifier: MIT
#include "port/stated.h"

#include "diptych/character.h"
#include "diptych/date.h"
#include "diptych/fold.h"

// The beginnings of the names of months, folded; longer ones first where one begins another.
static const struct {
    const char *word;
    unsigned month;
} months[] = {
    {"january", 1},   {"jan", 1},        {"february", 2},  {"feb", 2},        {"march", 3},
    {"mar", 3},       {"april", 4},      {"apr", 4},       {"may", 5},        {"june", 6},
    {"jun", 6},       {"july", 7},       {"jul", 7},       {"august", 8},     {"aug", 8},
    {"september", 9}, {"sept", 9},       {"sep", 9},       {"october", 10},   {"oct", 10},
    {"november", 11}, {"nov", 11},       {"december", 12}, {"dec", 12},       {"января", 1},
    {"февраля", 2},   {"марта", 3},      {"апреля", 4},    {"мая", 5},        {"маи", 5},
    {"июня", 6},      {"июля", 7},       {"августа", 8},   {"сентября", 9},   {"октября", 10},
    {"ноября", 11},   {"декабря", 12},   {"январь", 1},    {"февраль", 2},    {"март", 3},
    {"апрель", 4},    {"май", 5},        {"июнь", 6},      {"июль", 7},       {"август", 8},
    {"сентябрь", 9},  {"октябрь", 10},   {"ноябрь", 11},   {"декабрь", 12},   {"januar", 1},
    {"februar", 2},   {"marz", 3},       {"mai", 5},       {"juni", 6},       {"juli", 7},
    {"oktober", 10},  {"dezember", 12},  {"janvier", 1},   {"fevrier", 2},    {"mars", 3},
    {"avril", 4},     {"juin", 6},       {"juillet", 7},   {"aout", 8},       {"septembre", 9},
    {"octobre", 10},  {"novembre", 11},  {"decembre", 12}, {"enero", 1},      {"febrero", 2},
    {"marzo", 3},     {"abril", 4},      {"mayo", 5},      {"junio", 6},      {"julio", 7},
    {"agosto", 8},    {"septiembre", 9}, {"octubre", 10},  {"noviembre", 11}, {"diciembre", 12},
    {"gennaio", 1},   {"febbraio", 2},   {"aprile", 4},    {"maggio", 5},     {"giugno", 6},
    {"luglio", 7},    {"settembre", 9},  {"ottobre", 10},  {"dicembre", 12},
};

// A piece of a text: a number, a word, or another character.
typedef struct DatePiece {
    size_t from, to; // bytes of the text
    unsigned number;
    unsigned month; // 0: no name of one
    size_t digits;  // 0: no number
    char sign;
} DatePiece;

#define PIECES 5

static unsigned month_of(Str word)
{
    Folded folded = {.text = {0}};
    fold_text(word, FOLD_ALL, &folded);
    unsigned month = 0;
    for (size_t i = 0; i < sizeof months / sizeof *months && !month; i++)
        if (str_equal(buffer_str(&folded.text), str_of(months[i].word)))
            month = months[i].month;
    fold_free(&folded);
    return month;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static DatePiece next_piece(Str text, size_t at)
{
    while (at < text.len && (text.at[at] == ' ' || text.at[at] == '\t'))
        at++;
    DatePiece piece = {.from = at, .to = at};
    if (at == text.len)
        return piece;
    if (is_digit(text.at[at])) {
        for (; piece.to < text.len && is_digit(text.at[piece.to]) && piece.digits < 6;
             piece.to++, piece.digits++)
            piece.number = piece.number * 10 + (unsigned)(text.at[piece.to] - '0');
        return piece;
    }
    size_t letters = 0;
    while (piece.to < text.len && letters < 24) {
        const Character c = character_at(text, piece.to);
        if (!character_is_letter(c.point) || (letters && c.point >= 0x2E80 && c.point < 0xA000))
            break;
        piece.to += c.bytes;
        letters++;
    }
    if (letters >= 3)
        piece.month = month_of(str_slice(text, piece.from, piece.to));
    if (letters == 0) {
        piece.sign = text.at[at];
        piece.to = at + character_at(text, at).bytes;
    }
    return piece;
}

static bool is_word(Str text, DatePiece piece, const char *word)
{
    return str_is(str_slice(text, piece.from, piece.to), word);
}

static bool put(Buffer *out, unsigned year, unsigned month, unsigned day)
{
    Buffer date = {0};
    buffer_addf(&date, day ? "%04u-%02u-%02u" : "%04u-%02u", year, month, day);
    Date parsed;
    const bool good = year >= 1000 && year < 2200 && date_parse(buffer_str(&date), &parsed);
    if (good)
        buffer_add(out, buffer_str(&date));
    buffer_free(&date);
    return good;
}

// Takes pieces from `at` on, passing over commas, points and what is in `words` between them.
static size_t take_pieces(Str text, size_t at, DatePiece pieces[PIECES])
{
    size_t count = 0;
    while (count < PIECES) {
        const DatePiece piece = next_piece(text, at);
        if (piece.from == piece.to)
            break;
        at = piece.to;
        const bool filler = piece.sign == ',' || piece.sign == '.' || is_word(text, piece, "of") ||
                            is_word(text, piece, "de") || is_word(text, piece, "st") ||
                            is_word(text, piece, "nd") || is_word(text, piece, "rd") ||
                            is_word(text, piece, "th") || is_word(text, piece, "er");
        if (!filler || count == 0)
            pieces[count++] = piece;
    }
    return count;
}

// A date that begins with the first piece; gives where it ends.
static bool date_here(Str text, size_t at, Buffer *out, size_t *from, size_t *to)
{
    DatePiece p[PIECES] = {{.from = 0}};
    const size_t count = take_pieces(text, at, p);
    if (count < 2)
        return false;
    *from = p[0].from;
    *to = p[2].to;
    if (count >= 3 && p[0].month && p[1].digits && p[1].digits <= 2 && p[2].digits == 4)
        return put(out, p[2].number, p[0].month, p[1].number);
    if (count >= 3 && p[0].digits && p[0].digits <= 2 && p[1].month && p[2].digits == 4)
        return put(out, p[2].number, p[1].month, p[0].number);
    if (count >= 3 && p[0].digits && p[0].digits <= 2 && p[1].digits && p[1].digits <= 2 &&
        p[2].digits == 4 && str_find(str_slice(text, p[0].to, p[1].from), '.', 0) == 0)
        return put(out, p[2].number, p[1].number, p[0].number);
    *to = p[4].to;
    if (count >= 5 && p[0].digits == 4 && p[1].sign == '-' && p[2].digits == 2 && p[3].sign == '-')
        return put(out, p[0].number, p[2].number, p[4].number);
    if (count >= 5 && p[0].digits == 4 && is_word(text, p[1], "年") && p[2].digits &&
        is_word(text, p[3], "月"))
        return put(out, p[0].number, p[2].number, p[4].number);
    *to = p[1].to;
    return p[0].month && p[1].digits == 4 && put(out, p[1].number, p[0].month, 0);
}

bool stated_date(Str text, Buffer *out, size_t *from, size_t *to)
{
    size_t start, end;
    text = str_slice(text, 0, 1000);
    for (size_t at = 0; at < text.len;) {
        const DatePiece piece = next_piece(text, at);
        if ((piece.digits || piece.month) && date_here(text, at, out, &start, &end)) {
            if (from)
                *from = start;
            if (to)
                *to = end;
            return true;
        }
        at = piece.to > at ? piece.to : at + 1;
    }
    return false;
}

static size_t take_number(Str text, size_t at, size_t most, unsigned *number)
{
    size_t digits = 0;
    *number = 0;
    for (; digits < most && at + digits < text.len && is_digit(text.at[at + digits]); digits++)
        *number = *number * 10 + (unsigned)(text.at[at + digits] - '0');
    return digits;
}

// "pm", "p.m.", "P.M." behind a time; gives its bytes.
static size_t half_of_day(Str text, size_t at, bool *noon)
{
    size_t end = at;
    while (end < text.len && text.at[end] == ' ')
        end++;
    if (end + 1 >= text.len || (str_lower(text.at[end]) != 'a' && str_lower(text.at[end]) != 'p'))
        return 0;
    *noon = str_lower(text.at[end++]) == 'p';
    end += text.at[end] == '.';
    if (end >= text.len || str_lower(text.at[end]) != 'm')
        return 0;
    end++;
    end += end < text.len && text.at[end] == '.';
    return end - at;
}

size_t stated_time(Str text, Buffer *out)
{
    const char open = text.len ? text.at[0] : '\0';
    const char close = open == '[' ? ']' : open == '(' ? ')' : '\0';
    size_t at = close != '\0';
    unsigned hour, minute, second = 0, part = 0;
    size_t digits = take_number(text, at, 3, &hour);
    const char sign = at + digits < text.len ? text.at[at + digits] : '\0';
    if (digits == 0 || (sign != ':' && sign != '.') || take_number(text, at + digits + 1, 2, &minute) != 2)
        return 0;
    at += digits + 3;
    size_t seconds = 0, parts = 0;
    if (at < text.len && text.at[at] == sign && sign == ':')
        seconds = take_number(text, at + 1, 2, &second);
    at += seconds == 2 ? 3 : 0;
    if (at + 1 < text.len && (text.at[at] == '.' || text.at[at] == ',') && is_digit(text.at[at + 1]) &&
        sign == ':')
        parts = take_number(text, at + 1, 3, &part);
    const size_t fraction = at + 1;
    at += parts ? parts + 1 : 0;
    bool noon = false;
    const size_t half = half_of_day(text, at, &noon);
    at += half;
    if ((sign == '.' && !half) || minute > 59 || second > 59 ||
        (close && (at >= text.len || text.at[at] != close)))
        return 0;
    at += close != '\0';
    if (at < text.len && (is_digit(text.at[at]) || text.at[at] == ':'))
        return 0;
    if (half && hour <= 12)
        hour = hour % 12 + (noon ? 12 : 0);
    if (out) {
        buffer_addf(out, seconds == 2 ? "%u:%02u:%02u" : "%u:%02u", hour, minute, second);
        while (parts && text.at[fraction + parts - 1] == '0')
            parts--;
        if (parts && seconds == 2)
            buffer_addf(out, ".%.*s", (int)parts, text.at + fraction);
    }
    return at;
}
