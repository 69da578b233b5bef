// SPDX-License-Identifier: MIT
// A line of Markdown as the words it stands for.
#ifndef PORT_MARKDOWN_LINE_H
#define PORT_MARKDOWN_LINE_H

#include "diptych/buffer.h"

// What the line is, by its beginning.
typedef enum MarkdownKind {
    MARKDOWN_TEXT,
    MARKDOWN_HEADING,
    MARKDOWN_RULE,  // "---"
    MARKDOWN_TABLE, // a row of one
    MARKDOWN_NOTE,  // "[^1]: ..." or "<sup>1</sup> ...": ->mark is its mark
} MarkdownKind;

// A line without its signs. The texts are in the buffers, which are used again.
typedef struct MarkdownLine {
    MarkdownKind kind;
    int level;    // of a heading
    bool item;    // of a list: a paragraph begins
    size_t bold;  // so many bytes at the beginning are in bold
    Buffer text;  // the words
    Buffer marks; // of notes that stood in it, separated by blanks
    Buffer mark;  // of a note
} MarkdownLine;

// Reads one line. `open_bold` tells, and is told, whether bold goes on over its end.
void markdown_line(MarkdownLine *out, Str line, bool *open_bold);
void markdown_line_free(MarkdownLine *line);

#endif
