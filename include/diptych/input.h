// SPDX-License-Identifier: MIT
// What reading a file needs at hand: its bytes, where texts are kept, where problems go.
#ifndef DIPTYCH_INPUT_H
#define DIPTYCH_INPUT_H

#include "diptych/diagnostic.h"
#include "diptych/line.h"
#include "diptych/memory.h"
#include "diptych/record.h"

// What is read, and where what is made of it goes.
typedef struct Input {
    uint32_t file;
    Str bytes;    // spans count from here
    bool lasting; // the bytes live as long as the arena: text that needs no change is a view of them
    Arena *arena; // of texts and arrays
    DiagnosticList *problems;
    Buffer scratch, piece; // of joining
} Input;

void input_free(Input *input); // its scratch memory

// Reports `detail` at the line and column.
void input_problem(Input *input, DiagnosticKind kind, uint32_t line, uint32_t column, Str detail);
// The same of a word that may not stand there, and the key, attribute or kind of record whose it is.
void input_problem_about(Input *input, DiagnosticKind kind, uint32_t line, uint32_t column, Str detail,
                         Str about);
// Reports a line of more than a megabyte.
void input_check_line(Input *input, Line line);

// How lines become one text. Comments in column 0 are left out and blanks at both ends of a line dropped
// everywhere.
typedef enum Joining {
    JOINING_KEY,       // of a record: " ." is an empty line
    JOINING_ATTRIBUTE, // of a passage
    JOINING_PASSAGE    // the text itself: a "\" in column 0 is dropped
} Joining;

// The text for display of the bytes at `span`, whose place is `line` and `column` (1: column 0 counts as
// syntax there).
Str input_text(Input *input, Span span, uint32_t line, uint32_t column, Joining how);

// A piece of a list, and its place.
typedef struct Item {
    Str text; // trimmed, never empty
    uint32_t line;
    uint32_t column;
} Item;

// The pieces that are still to be pulled from a list, and where they stand.
typedef struct Items {
    Str rest;
    uint32_t line;
    uint32_t column; // of rest
    int end;         // the byte that ends the list, or -1
} Items;

// Pulls the pieces of a list of ids or references, between blanks, commas and line ends; comments in column 0
// are left out.
Items input_items(const Input *input, const Pair *pair);
// The same, up to the first `end` that is not in a comment.
Items input_items_before(const Input *input, const Pair *pair, char end);
bool items_next(Items *items, Item *item);

#endif
