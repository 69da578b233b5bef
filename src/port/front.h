// SPDX-License-Identifier: MIT
// What stands in front of a conversation: title, date, place, participants, where it is from.
#ifndef PORT_FRONT_H
#define PORT_FRONT_H

#include "diptych/port.h"
#include "port/page_line.h"

// A line that is kept.
typedef struct FrontLine {
    char *text; // owned
    size_t len, number, indent;
    size_t bold; // bytes at its beginning
    int level;   // of a heading; 0
    bool gap;    // a blank line stands in front of it
    bool item;
} FrontLine;

// Lines outside of the speech. A zeroed one is empty.
typedef struct Front {
    FrontLine *lines;
    size_t count, capacity;
    size_t bytes;
} Front;

// Bytes of lines that are kept at most.
#define FRONT_KEPT ((size_t)1 << 19)

// `gap`: a blank line stands in front of it.
void front_add(Front *front, const PageLine *line, bool gap);
void front_clear(Front *front);
void front_free(Front *front);

// True when the lines begin another conversation, and not a section of the same: a date, fields, or the name
// of a kind of record stand there.
bool front_is_new(const Front *front);
// True when one of the last lines is a field, a date or the title of a record.
bool front_has_head(const Front *front);
// True for a line that has the words of such a name, and is no sentence.
bool front_is_title(Str text);
// True for "PARTICIPANTS: ..." and its like.
bool front_is_field(Str text);
// True when the last lines are a list of participants that may go on with `line`.
bool front_lists_people(const Front *front, const PageLine *line, bool gap);

// Tells what still belongs to the conversation before as matter outside of it; gives the line that the head
// of the next one begins with, for front_tell().
size_t front_tell_behind(const Front *front, const Port *port);
// Tells what stands from the line on as what it is, and empties it.
void front_tell(Front *front, size_t from, const Port *port);
// Tells all of it as headings and narration between turns, and empties it.
void front_tell_between(Front *front, const Port *port);
// Tells all of it as matter that stands outside, and empties it.
void front_tell_outside(Front *front, const Port *port);

#endif
