// SPDX-License-Identifier: MIT
// From options to what is printed: which accounts, which columns, how wide.
#ifndef CLI_PLAN_H
#define CLI_PLAN_H

#include "print.h"

// Options as they are given, for whatever prints accounts. A zeroed one is empty but for its width.
typedef struct PlanOptions {
    char *columns; // owned, as the next two are; null: not given
    char *round;
    char *topic;
    PrintWhat what;
    bool split;
    bool stacked;
    bool full;    // apparatus
    bool notes;   // footnotes
    size_t width; // columns
} PlanOptions;

// Prints what the options ask for of the dossier at `operand` (null: the shipped one) and returns the status
// to end with; what is wrong with them has been said.
int plan_print(Output *output, const PlanOptions *options, const char *operand);

// Sets an option of words to the value as it was given, in place of an earlier one.
void plan_set_words(char **words, const char *value);
// Frees what the options own.
void plan_options_free(PlanOptions *options);

#endif
