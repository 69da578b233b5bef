// SPDX-License-Identifier: MIT
#include "find/written_date.h"

// Months are told apart by so many letters.
#define LETTERS_MIN 3

// 1 to 12; 0: it is no month.
static unsigned month_of(Str word)
{
    for (unsigned month = 1; month <= 12 && word.len >= LETTERS_MIN; month++) {
        Str name = str_of(date_month(month));
        if (word.len <= name.len && str_equal_ascii_case(str_slice(name, 0, word.len), word))
            return month;
    }
    return 0;
}

// The parts of a date while it is read; 0: not seen yet.
typedef struct WrittenParts {
    Str year;
    unsigned month;
    uint32_t day;
    bool before; // our era
} WrittenParts;

static bool take_word(WrittenParts *parts, Str word)
{
    uint32_t number;
    if (str_equal_ascii_case(word, str_of("BC")) || str_equal_ascii_case(word, str_of("BCE")))
        return parts->before = true;
    if (!parts->month && (parts->month = month_of(word)))
        return true;
    if (word.len <= 2 && !parts->day)
        return str_number(word, 99, &parts->day) && parts->day;
    if (parts->year.len || !str_number(word, UINT32_MAX, &number))
        return false;
    parts->year = word;
    return true;
}

bool written_date(Str text, Date *date)
{
    WrittenParts parts = {0};
    Str rest = text, word;
    if (date_parse(text, date))
        return true;
    while (str_next(&rest, " ,.", &word))
        if (word.len && !take_word(&parts, word))
            return false;
    uint32_t year = 0;
    if (parts.before && !parts.year.len) { // two digits are a year there
        year = parts.day;
        parts.day = 0;
    } else if ((parts.year.len <= 2 && !parts.before) || !str_number(parts.year, YEAR_MAX, &year)) {
        return false;
    }
    if ((!parts.month && (!parts.before || parts.day)) || year == 0)
        return false;
    Buffer iso = {0};
    buffer_addf(&iso, "%s%04u", parts.before && year > 1 ? "-" : "", (unsigned)(year - parts.before));
    if (parts.month)
        buffer_addf(&iso, "-%02u", parts.month);
    if (parts.day)
        buffer_addf(&iso, "-%02u", (unsigned)parts.day);
    bool read = date_parse(buffer_str(&iso), date);
    date->note = (Str){NULL, 0};
    buffer_free(&iso);
    return read;
}

bool written_day(Str text, unsigned *month, uint32_t *day)
{
    WrittenParts parts = {0};
    Str rest = text, word;
    while (str_next(&rest, " ,.", &word))
        if (word.len && !take_word(&parts, word))
            return false;
    *month = parts.month;
    *day = parts.day;
    return parts.month && parts.day && parts.day <= 31 && !parts.year.len && !parts.before;
}
