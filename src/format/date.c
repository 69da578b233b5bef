// SPDX-License-Identifier: MIT
#include "diptych/date.h"

static const char *const month_names[] = {"",        "January",  "February", "March",  "April",
                                          "May",     "June",     "July",     "August", "September",
                                          "October", "November", "December"};

const char *date_month(unsigned month)
{
    return month_names[month];
}

static uint32_t days_in(int32_t year, uint32_t month)
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

#define YEAR_DIGITS 4
#define YEAR_DIGITS_BARE 5 // six without a sign are a year and a month that lack their hyphen
#define YEAR_DIGITS_MOST 7

// Takes the year from the front of `*text`.
static bool take_year(Str *text, int32_t *year)
{
    bool sign = text->len && (text->at[0] == '-' || text->at[0] == '+');
    size_t end = sign, most = sign ? YEAR_DIGITS_MOST : YEAR_DIGITS_BARE;
    while (end < text->len && text->at[end] >= '0' && text->at[end] <= '9')
        end++;
    size_t digits = end - sign;
    uint32_t number;
    if (digits < YEAR_DIGITS || digits > most ||
        !str_number(str_slice(*text, sign, end), YEAR_MAX, &number) ||
        (!sign && digits > YEAR_DIGITS && text->at[0] == '0'))
        return false;
    *year = text->at[0] == '-' ? -(int32_t)number : (int32_t)number;
    *text = str_slice(*text, end, text->len);
    return true;
}

static bool parse_day(Str text, Day *day)
{
    Day found = {.known = true};
    if (!take_year(&text, &found.year))
        return false;
    if (take_part(&text, 12, &found.month))
        take_part(&text, days_in(found.year, found.month), &found.day);
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
    if (a.known != b.known)
        return a.known - b.known;
    if (a.year != b.year)
        return a.year - b.year;
    int month = (a.month ? a.month : missing) - (b.month ? b.month : missing);
    if (month)
        return month;
    return (a.day ? a.day : missing) - (b.day ? b.day : missing);
}

// True when the span ends no earlier than it begins, as far as its last day is known.
static bool is_in_order(Day from, Day to)
{
    if (!to.month)
        from.month = 0;
    if (!to.month || !to.day)
        from.day = 0;
    return compare_days(from, to, 1) <= 0;
}

// Takes "[25 April]" from the end of `*text`.
static Str take_note(Str *text)
{
    size_t open = str_find(*text, '[', 0);
    if (open == 0 || open == text->len || text->at[text->len - 1] != ']')
        return (Str){NULL, 0};
    Str note = str_trim(str_slice(*text, open + 1, text->len - 1));
    if (note.len)
        *text = str_trim(str_slice(*text, 0, open));
    return note;
}

bool date_parse(Str text, Date *date)
{
    Date found = {.note = take_note(&text)};
    size_t slash = str_find(text, '/', 0);
    if (str_equal(text, str_of("?"))) {
        *date = found;
        return true;
    }
    if (!parse_day(str_slice(text, 0, slash), &found.from))
        return false;
    found.to = found.from;
    if (slash < text.len &&
        (!parse_day(str_slice(text, slash + 1, text.len), &found.to) || !is_in_order(found.from, found.to)))
        return false;
    *date = found;
    return true;
}

bool date_known(Date date)
{
    return date.from.known;
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
        buffer_addf(out, "%s%d%s", day.month ? " " : "", day.year > 0 ? day.year : 1 - day.year,
                    day.year > 0 ? "" : " BC");
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
    if (date.note.len) {
        buffer_add_text(out, " [");
        buffer_add(out, date.note);
        buffer_add_byte(out, ']');
    }
}

static void add_written_day(Buffer *out, Day day)
{
    buffer_addf(out, day.year > 99999 ? "+%d" : day.year < 0 ? "%05d" : "%04d", day.year);
    if (day.month)
        buffer_addf(out, "-%02u", day.month);
    if (day.day)
        buffer_addf(out, "-%02u", day.day);
    buffer_add_text(out, day.doubt == DOUBT_ABOUT ? "~" : day.doubt == DOUBT_UNSURE ? "?" : "");
}

void date_add_written(Buffer *out, Date date)
{
    if (!date_known(date)) {
        buffer_add_byte(out, '?');
        return;
    }
    add_written_day(out, date.from);
    if (same_day(date.from, date.to))
        return;
    buffer_add_byte(out, '/');
    add_written_day(out, date.to);
}
