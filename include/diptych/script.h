// SPDX-License-Identifier: MIT
// How lines of a text are put together again, by the scripts that meet there.
#ifndef DIPTYCH_SCRIPT_H
#define DIPTYCH_SCRIPT_H

#include "diptych/str.h"

// True when a blank belongs between the lines `before` and `behind` of one text (both visible). Chinese and
// Japanese have none, neither among themselves nor beside a Latin letter or digit; Korean has. There is none
// either where a soft hyphen or a zero-width space stands at the line end. Of an empty line nothing is
// parted.
bool script_lines_part(Str before, Str behind);

#endif
