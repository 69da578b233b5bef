// SPDX-License-Identifier: MIT
// What each unit test program defines; main.c runs it.
#ifndef DIPTYCH_UNIT_H
#define DIPTYCH_UNIT_H

#include <check.h>

// The tests of one room.
Suite *unit_suite(void);

#endif
