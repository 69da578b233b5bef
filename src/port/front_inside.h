// SPDX-License-Identifier: MIT
// What telling the head of a conversation needs at hand.
#ifndef PORT_FRONT_INSIDE_H
#define PORT_FRONT_INSIDE_H

#include "port/field.h"
#include "port/front.h"

// Lines in front of a conversation that may all be its head; where there are more, an essay stands there.
#define HEAD_LINES ((size_t)60)

// What is at work: the lines, and what the next one may go on with.
typedef struct Teller {
    const Front *front;
    const Port *port;
    size_t at;        // the next line
    HeadField field;  // that was opened last
    bool filled;      // it has a value
    size_t indent;    // of its line
    bool titled;      // the title is told
    Buffer side;      // the heading in a list of people
    Buffer paragraph; // scratch
} Teller;

// The text of a line.
static inline Str front_text(const FrontLine *line)
{
    return (Str){line->text, line->len};
}

// True for the end of a sentence, or of a piece of one.
bool front_ends_sentence(Str text);

// True for a line that is a date, perhaps with a time and a place.
bool front_is_date(Str text);

// Tells a text as what it is, when there is any.
void teller_tell(const Teller *teller, PortKind kind, size_t line, Str text);
// Tells a field, or a line that goes on with the last one. False: the line is neither.
bool teller_take_field(Teller *teller, const FrontLine *line);
// Tells a line of a date, with the time and place beside it; `forced`: whatever else stands there. False: it
// is none.
bool teller_take_date(Teller *teller, const FrontLine *line, Str text, bool forced);

#endif
