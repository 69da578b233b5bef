// SPDX-License-Identifier: MIT
// Dates as historians have them: a year, a month or a day, sometimes doubtful, sometimes a span.
#ifndef DIPTYCH_DATE_H
#define DIPTYCH_DATE_H

#include "diptych/buffer.h"

// How sure a date is.
typedef enum Doubt {
    DOUBT_NONE,
    DOUBT_ABOUT, // "~"
    DOUBT_UNSURE // "?"
} Doubt;

// Years reach so far from the beginning of our era, either way.
#define YEAR_MAX 4000000

// A day, or as much of one as is known.
typedef struct Day {
    int32_t year;  // by astronomers' count: 0 is 1 BC, -416 is 417 BC
    uint8_t month; // 1 to 12; 0: not known
    uint8_t day;   // 1 to the month's last; 0: not known
    bool known;    // false: no date
    Doubt doubt;
} Day;

// A day or a span of days; a zeroed one is no date.
typedef struct Date {
    Day from;
    Day to;   // equal to `from` when the date is no span
    Str note; // what the source says beside it, the other calendar's day for instance; a part of what was
              // parsed
} Date;

// "1988-12-20", "1955-06", "1955~", "1956-01?/1956-03", "-0416" (417 BC), "1875-05-07 [25 April]", and "?"
// alone: it is known that the day is not. A year has four digits, five where it needs them, and with a sign
// in front up to seven. False: it is not a date; `*date` is untouched.
bool date_parse(Str text, Date *date);

// True when there is a date at all, and not just "?".
bool date_known(Date date);

// Orders by the first day, a missing month or day counting as the first: negative, 0, positive. No date comes
// first.
int date_compare(Date a, Date b);

// True when the last day of `a` is before the first of `b`: a missing part counts as the last, and as the
// first.
bool date_ends_before(Date a, Date b);

// The English name of a month, 1 to 12.
const char *date_month(unsigned month);

// For the reader: "20 Dec 1988", "June 1955", "about 1955", "June to September 1955", "23 Sep 1956 to 2 Oct
// 1956", "about July 417 BC", "7 May 1875 [25 April]"; nothing when there is none.
void date_add(Buffer *out, Date date);
// As date_parse() reads it, the note aside: "1956-01?/1956-03"; "?" when there is none.
void date_add_written(Buffer *out, Date date);

#endif
