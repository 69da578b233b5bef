// SPDX-License-Identifier: MIT
// The reader of plain text and Markdown: what its files share.
#ifndef PORT_PLAIN_H
#define PORT_PLAIN_H

#include "diptych/port.h"
#include "port/front.h"
#include "port/survey.h"

// What an open paragraph is.
typedef enum ParagraphKind {
    PARAGRAPH_NONE,
    PARAGRAPH_TURN,  // begins with a speaker
    PARAGRAPH_TEXT,  // goes on
    PARAGRAPH_ASIDE, // in brackets, or a line of a division or of procedure
    PARAGRAPH_TABLE,
    PARAGRAPH_NOTE,
} ParagraphKind;

// A paragraph as far as it has been read.
typedef struct Paragraph {
    ParagraphKind kind;
    Buffer text;
    Buffer form, remark, time; // of a turn
    Buffer marks;              // of notes
    Buffer page;               // on which it began
    size_t line;
    size_t indent;      // of its first line, columns
    size_t last_indent; // of the last
    size_t last_bytes;  // of the last line, as in the input
    int depth;          // brackets that are open
    bool cut;           // the last line is a piece
    bool part;          // an earlier part of it was told already
    size_t tail; // bytes in front of a line of brackets that may stand within the sentence; 0: none does
} Paragraph;

// The reader at work.
typedef struct Plain {
    const Port *port;
    PageLines lines;
    Survey survey;
    Paragraph open;
    bool gap;         // a blank line, or the end of a page, stands behind the open paragraph
    bool furniture;   // the end of a page does
    Buffer page;      // where the reader is; empty: there are no pages
    size_t count;     // paragraphs that were told
    Front front;      // lines outside of the speech
    bool in_front;    // it is taking lines
    bool in_document; // a turn has been told
    bool speaking;    // an unmarked paragraph goes on with what the last speaker says
    bool reports;     // the text has records in indirect speech
    bool by_report;   // the last turn was found by a verb of saying
    bool labelled;    // in this document speakers are marked
    Buffer speaker;   // the form of who speaks
    Buffer asker;     // who asks, by "BY MR. X:"
    Buffer waiting, waiting_remark, waiting_time; // a name alone on a line, whose words are to come
    bool waits;
    size_t waiting_line;
    WordMap marks; // of notes that stood in the text
    WordMap told;  // stamps and running heads, doubts: each once
} Plain;

// --- plain_paragraph.c: lines to paragraphs

// True when the line goes on with the open paragraph.
bool plain_goes_on(Plain *plain, const PageLine *line, const Label *label, Verdict verdict);
// Begins one with the text; what was open has been told.
void plain_begin(Plain *plain, ParagraphKind kind, const PageLine *line, Str text);
// Adds a line to the open one, joined as lines of one text are.
void plain_add(Plain *plain, const PageLine *line, Str text);
void plain_paragraph_free(Paragraph *paragraph);

// --- plain_tell.c: paragraphs to what they are

// Tells the open paragraph; none is open then.
void plain_tell(Plain *plain);
// Tells the lines that stand in front of a turn, which begins at `line`.
void plain_tell_front(Plain *plain, size_t line);
// True the first time that it is asked for this text.
bool plain_first_time(Plain *plain, Str text);

// --- plain_page.c: pages

// Takes the line when it is no text but the number of a page, a running head or a stamp.
bool plain_take_furniture(Plain *plain, const PageLine *line);
// Takes a form feed for the end of a page where pages have no numbers.
void plain_count_page(Plain *plain, const PageLine *line);
// Finds out what page the text begins on.
void plain_first_page(Plain *plain);

// --- plain.c

// Reads all of it.
bool plain_read(const Port *port, bool markdown, Error *error);

#endif
