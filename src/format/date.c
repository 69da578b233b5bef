// SPDX-License-Identifier: MIT
#include "diptych/date.h"

static const char *const month_names[] = {"",        "January",  "February", "March",  "April",
                                          "May",     "June",     "July",     "August", "September",
                                          "October", "November", "December"};

const char *date_month(unsigned month)
{
    return month_names[month];
}

static uint32_t days_in(uint32_t year, uint32_t month)
{
    static const uint8_t days[] = {0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return month == 2 && leap ? 29 : days[month];
}

// Takes "-DD" from the front of `*text`: a number of two digits from 1 to `last`.
static bool take_part(Str *text, uint32_t last, uint8_t *part)
{
    uint32_t value;
    if (text->len < 3 || text->at[0] != '-' || !str_number(str_slice(*text, 1, 3), last, &value) ||
        value == 0)
        return false;
    *part = (uint8_t)value;
    *text = str_slice(*text, 3, text->len);
    return true;
}

static bool parse_day(Str text, Day *day)
{
    Day found = {0};
    uint32_t year;
    if (!str_number(str_slice(text, 0, 4), 9999, &year) || text.len < 4 || year == 0)
        return false;
    found.year = (uint16_t)year;
    text = str_slice(text, 4, text.len);
    if (take_part(&text, 12, &found.month))
        take_part(&text, days_in(year, found.month), &found.day);
    if (text.len == 1 && (text.at[0] == '~' || text.at[0] == '?')) {
        found.doubt = text.at[0] == '~' ? DOUBT_ABOUT : DOUBT_UNSURE;
        text.len = 0;
    }
    if (text.len)
        return false;
    *day = found;
    return true;
}

// Missing parts count as `missing`, so that a span may end in the month or year in which it begins.
static int compare_days(Day a, Day b, int missing)
{
    if (a.year != b.year)
        return (int)a.year - (int)b.year;
    int month = (a.month ? a.month : missing) - (b.month ? b.month : missing);
    if (month)
        return month;
    return (a.day ? a.day : missing) - (b.day ? b.day : missing);
}

bool date_parse(Str text, Date *date)
{
    Date found;
    size_t slash = str_find(text, '/', 0);
    if (!parse_day(str_slice(text, 0, slash), &found.from))
        return false;
    found.to = found.from;
    if (slash < text.len) {
        if (!parse_day(str_slice(text, slash + 1, text.len), &found.to))
            return false;
        Day from = found.from;
        if (!found.to.month)
            from.month = 0;
        if (!found.to.month || !found.to.day)
            from.day = 0;
        if (compare_days(from, found.to, 1) > 0)
            return false;
    }
    *date = found;
    return true;
}

bool date_known(Date date)
{
    return date.from.year != 0;
}

int date_compare(Date a, Date b)
{
    return compare_days(a.from, b.from, 1);
}

bool date_ends_before(Date a, Date b)
{
    Day last = a.to, first = b.from;
    last.month = last.month ? last.month : 12;
    last.day = last.day ? last.day : 31;
    return compare_days(last, first, 1) < 0;
}

// The parts of a day that are printed: in a span the first day leaves out what it shares with the last.
typedef enum Parts { PARTS_DAY, PARTS_MONTH, PARTS_ALL } Parts;

static void add_day(Buffer *out, Day day, Parts parts)
{
    if (day.doubt == DOUBT_ABOUT)
        buffer_add_text(out, "about ");
    if (day.day)
        buffer_addf(out, "%u", day.day);
    if (day.month && parts != PARTS_DAY) {
        Str name = str_of(month_names[day.month]);
        if (day.day)
            buffer_add_byte(out, ' ');
        buffer_add(out, day.day ? str_slice(name, 0, 3) : name);
    }
    if (parts == PARTS_ALL)
        buffer_addf(out, "%s%u", day.month ? " " : "", day.year);
    if (day.doubt == DOUBT_UNSURE)
        buffer_add_byte(out, '?');
}

static bool same_day(Day a, Day b)
{
    return a.year == b.year && a.month == b.month && a.day == b.day && a.doubt == b.doubt;
}

void date_add(Buffer *out, Date date)
{
    Day from = date.from, to = date.to;
    if (!date_known(date))
        return;
    if (!same_day(from, to)) {
        Parts parts = PARTS_ALL;
        bool alike = from.year == to.year && from.month && to.month && !from.doubt && !to.doubt;
        if (alike && from.day && to.day && from.month == to.month)
            parts = PARTS_DAY;
        else if (alike && (from.day == 0) == (to.day == 0) && from.month != to.month)
            parts = PARTS_MONTH;
        add_day(out, from, parts);
        buffer_add_text(out, " to ");
    }
    add_day(out, to, PARTS_ALL);
}
