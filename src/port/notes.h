// SPDX-License-Identifier: MIT
// Footnotes of plain text: their marks in it, and the paragraphs that begin with one.
#ifndef PORT_NOTES_H
#define PORT_NOTES_H

#include "diptych/buffer.h"

// Adds the marks that stand in the text to `*out`, separated by blanks: "[3]", raised digits, and digits
// behind the sign that ends a sentence ("so.3").
void notes_marks_add(Str text, Buffer *out);

// The mark that a paragraph begins with ("[3] See ...", "3 See ...", raised digits), digits alone, into
// `*mark`; gives where the words behind it begin, 0: it begins with none.
size_t notes_begin(Str text, Buffer *mark);

#endif
