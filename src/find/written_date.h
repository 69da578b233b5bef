// SPDX-License-Identifier: MIT
// Dates as people write them.
#ifndef DIPTYCH_FIND_WRITTEN_DATE_H
#define DIPTYCH_FIND_WRITTEN_DATE_H

#include "diptych/date.h"

// Reads what date_parse() reads, and "20 December 1988", "December 20, 1988", "Dec 1988": a month by its
// English name or three letters and more of it, in any case. False: it is no date.
bool written_date(Str text, Date *date);

// Reads a day without its year, "20 Dec" or "December 20": the month is 1 to 12, the day 1 to 31. False: it
// is none.
bool written_day(Str text, unsigned *month, uint32_t *day);

#endif
