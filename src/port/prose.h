// SPDX-License-Identifier: MIT
// Paragraphs of a document whose speakers are not marked up: put down as Markdown, and read as that.
#ifndef PORT_PROSE_H
#define PORT_PROSE_H

#include "diptych/port.h"

// Bytes that are kept at most: of one document.
#define PROSE_MAX ((size_t)64 << 20)

// What is kept. A zeroed one is empty.
typedef struct Prose {
    Buffer text;
    size_t *lines; // of the input, for each line of the text
    size_t count, capacity;
} Prose;

// Adds a paragraph, a heading, a row of a table or a note, in Markdown; line ends within it stay. False:
// there is too much.
bool prose_add(Prose *prose, Str markdown, size_t line);
void prose_clear(Prose *prose);
void prose_free(Prose *prose);

// How the sentences that are told are meant.
typedef enum ProseUse {
    PROSE_WHOLE, // it is the whole file: documents may begin in it
    PROSE_INSIDE // it is one document, whose beginning and title have been told
} ProseUse;

// Reads it and tells it to the sink of `port`, with the lines of the input.
bool prose_read(const Prose *prose, const Port *port, ProseUse use, Error *error);

// Tells it as what stands outside of speech that is marked up: headings, narration, notes, pages.
void prose_tell(const Prose *prose, const Port *port);

// Adds words so that Markdown reads them as they are. `begins`: they begin a line.
void prose_escape(Buffer *out, Str words, bool begins);

#endif
