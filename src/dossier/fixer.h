// SPDX-License-Identifier: MIT
// What the files share that find near misses of layout.
#ifndef DIPTYCH_DOSSIER_FIXER_H
#define DIPTYCH_DOSSIER_FIXER_H

#include "diptych/fix.h"
#include "diptych/format.h"
#include "diptych/reference.h"

// What the line before leaves open.
typedef enum Open {
    OPEN_NOTHING, // a blank line, or attributes: text would be stray
    OPEN_TURN,    // a turn: its attributes may follow
    OPEN_NUMBER,  // a passage without words so far
    OPEN_TEXT     // words of a passage: more of them, or its attributes, may follow
} Open;

// The lines of an account while they are gone through, as the parser does.
typedef struct Fixer {
    Dossier *dossier;
    const Speech *speech;
    FixList *out;
    Lines lines;
    Open open;
    bool doubtful;  // a line of the text may be meant for a passage or turn
    bool starts;    // a block
    uint32_t last;  // number of the passage before
    size_t passage; // how many passages of the speech begin before the line at hand
    PairList pairs; // scratch
} Fixer;

// Adds a fix, whose edit is of the bytes of the speech.
void fixer_add(Fixer *fixer, Fix fix);
// The text of the line from the byte on, blanks around it aside.
Str fixer_rest(Line line, size_t from);
// The next line that is no comment; a blank one at the end.
Line fixer_peek(const Fixer *fixer);

// --- fix_starts.c

// True when the line of text can only be meant for a passage, whose number stands behind blanks or between
// them; `*end` gets where its text begins.
bool fixer_is_passage(Fixer *fixer, Line line, uint32_t *number, size_t *end);
// The same for a turn, with its attributes or what must follow one behind it.
bool fixer_is_turn(Fixer *fixer, Line line);
// True when what stands next cannot be meant as text.
bool fixer_ends_text(Fixer *fixer);

// --- fix_attributes.c

// Puts attributes right that stand behind words, or behind blanks, of the line from byte `from` on, and goes
// behind them. False: there are none, or not for certain.
bool fixer_attributes(Fixer *fixer, Line line, size_t from);
// Goes behind the attributes at the brace of the line, which begins with it or is that of a turn; gives those
// of a line of their own the brace that they lack.
void fixer_pass_attributes(Fixer *fixer, Line line, size_t brace, bool turn);

#endif
