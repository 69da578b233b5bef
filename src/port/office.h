// SPDX-License-Identifier: MIT
// A document of a word processor on its way to be read as Markdown: paragraphs, bold words in front, rows,
// notes.
#ifndef PORT_OFFICE_H
#define PORT_OFFICE_H

#include "port/prose.h"
#include "port/xml.h"

// What is being put down. A zeroed one is empty.
typedef struct Office {
    Prose prose;
    Buffer text;       // of the open paragraph, Markdown
    Buffer row;        // of the open row, Markdown
    Buffer first;      // its first cell
    Buffer due;        // notes of what is open, a line each
    size_t cells;      // of the row
    size_t paragraphs; // so far: they stand for lines
    size_t rows;       // that are open, within one another
    bool bold;         // the text is within bold
    bool full;         // there is too much
} Office;

// Adds words to the paragraph.
void office_text(Office *office, Str words, bool bold);
// A line ends within it.
void office_break(Office *office);
// A mark of a note stands here.
void office_mark(Office *office, Str mark);
// Ends it: a heading of that level, 1 to 6, a paragraph (0), or one of a list.
void office_end(Office *office, int level, bool item);

// A row of a table is open between these; paragraphs in it are parts of cells.
void office_row(Office *office);
void office_cell_end(Office *office);
void office_row_end(Office *office);

// The text of a note, plain: behind what is open.
void office_note(Office *office, Str mark, Str text);

// Reads it all and tells it. False: see prose_read(), or there is too much of it.
bool office_read(Office *office, const Port *port, Error *error);
void office_free(Office *office);

#endif
