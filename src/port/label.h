// SPDX-License-Identifier: MIT
// How a line says who speaks.
#ifndef PORT_LABEL_H
#define PORT_LABEL_H

#include "diptych/str.h"

// The ways in which speakers are marked.
typedef enum LabelStyle {
    LABEL_NONE,
    LABEL_COLON,   // "Dr. Example: ..."
    LABEL_STOP,    // "Kuriyama. ..."
    LABEL_DASH,    // "P— ..."
    LABEL_ANGLE,   // "KI> ..."
    LABEL_CHEVRON, // ">> ..." with or without a name
    LABEL_CIRCLE,  // "○外務大臣 ..."
    LABEL_GAP,     // "M.P.  ..."
    LABEL_ASKED,   // "Q. ..." and "A. ..."
    LABEL_BY,      // "BY MR. EXAMPLE:": who asks from here on
    LABEL_ALONE,   // the name has the line to itself
    LABEL_STYLE_COUNT
} LabelStyle;

// A line taken apart. The views are of the line.
typedef struct Label {
    LabelStyle style;
    bool bold;   // it was set in bold
    bool caps;   // every letter that could be is a capital
    bool marked; // a title or brackets stand beside the name
    Str form;    // the name as it stands; may be empty behind ">>"
    Str remark;  // what stands beside it and is no part of it
    Str time;    // that stands in front, as it stands
    Str rest;    // the words
} Label;

// What the line begins with, if it may be a speaker; LABEL_NONE: it cannot. `bold`: so many bytes at its
// beginning are in bold. Blanks at the ends of the line are no matter.
Label label_parse(Str line, size_t bold);

// True for words that look like a speaker and never are: "Note", "PLACE", "Re".
bool label_is_stopped(Str form);

// True when the words have the form of a name or an office: capitals, particles between them, no sentence.
bool label_is_name(Str form);

// Bytes of a form at most.
#define LABEL_BYTES ((size_t)160)

// True for a word that stands between those of a name, in small letters ("de", "von", "of"), and for one with
// a point behind it that does not end a name ("Dr.", "I.A.", "J.").
bool label_is_particle(Str word);
// The same, and for titles and offices in small letters.
bool label_is_small(Str word);
bool label_is_abbreviation(Str word);

// True when all letters that have a case are capitals, and there are at least two.
bool label_is_caps(Str text);

#endif
