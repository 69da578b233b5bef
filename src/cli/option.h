// SPDX-License-Identifier: MIT
// Options and operands as tables: getopt_long(), the help and the completions of shells are made from them.
#ifndef CLI_OPTION_H
#define CLI_OPTION_H

#include <stdbool.h>

// What may stand for the value of an option, or for an operand.
typedef enum ValueKind {
    VALUE_WORDS, // one of those that the table gives, or words of any kind
    VALUE_ROUND, // what names a thing of the dossier, as behind ':' in the reader
    VALUE_TOPIC,
    VALUE_PARTY,
    VALUE_COLUMNS, // two of them, A,B
    VALUE_PATH
} ValueKind;

// One option. A table of them ends in a zeroed one; "--help" is understood by all and stands in none.
typedef struct Option {
    int value;         // what arguments_next() returns: OPTION_FIRST and up
    const char *name;  // "round", behind "--"
    char letter;       // 'r', behind "-"; '\0': none
    const char *takes; // what its value is called in the help; null: it takes none
    ValueKind kind;    // of its value
    const char *words; // those that the value may be, blanks between them; null: any
    bool repeats;      // it may be given several times
    bool or_next;      // it and the next one exclude each other
    const char *help;  // what it does, up to 60 columns a line
} Option;

// What stands behind the options. A table of them ends in a zeroed one.
typedef struct Operand {
    const char *name; // "DOSSIER"
    ValueKind kind;
    const char *words; // as for an option
    bool optional;
    bool repeats; // only the last one
} Operand;

// The options that several subcommands have, the values apart.
#define OPTION_WIDTH_ROW(number)                                         \
    {                                                                    \
        .value = (number), .name = "width", .letter = 'w', .takes = "N", \
        .help = "columns to fill (terminal's width, COLUMNS, or 80)"     \
    }

#endif
