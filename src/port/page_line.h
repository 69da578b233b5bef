// SPDX-License-Identifier: MIT
// A line of a text or of Markdown, as its words and what is known of its looks.
#ifndef PORT_PAGE_LINE_H
#define PORT_PAGE_LINE_H

#include "diptych/port.h"
#include "port/markdown_line.h"

// A line that was read. Valid until the next one.
typedef struct PageLine {
    Str text;          // trimmed, without signs of Markdown
    size_t number;     // of the input
    size_t indent;     // columns in front of the text, a tab being up to the next eighth
    size_t bytes;      // of the line without blanks at its end
    size_t bold;       // so many bytes at its beginning are in bold
    bool feeds;        // a form feed stands in front of it
    bool item;         // of a list
    bool cut;          // a piece of a line that is too long: the next one goes on
    MarkdownKind kind; // MARKDOWN_TEXT in a plain text
    int level;         // of a heading
    Str marks, mark;   // of notes
} PageLine;

// The lines of a document. Zeroed but for the first two.
typedef struct PageLines {
    const Port *port; // its intake is read
    bool markdown;
    MarkdownLine clean;
    bool open_bold;
    size_t count; // of lines
    bool begun;   // a line has been read
    bool matter;  // within what Markdown has in front between two "---"
} PageLines;

// False at the end, and when reading fails.
bool page_lines_next(PageLines *lines, PageLine *line);
void page_lines_free(PageLines *lines);

#endif
