// SPDX-License-Identifier: MIT
// What the files of the reader of markup share.
#ifndef PORT_MARKUP_INSIDE_H
#define PORT_MARKUP_INSIDE_H

#include "port/markup.h"

// An element that is open.
typedef struct MarkupFrame {
    MarkupRole role;
    char name[24];  // as much of it as fits
    bool collects;  // text in it is kept
    bool deaf;      // text in it is dropped
    bool escaped;   // the text is Markdown
    bool blank;     // a blank stands behind the text
    bool line_end;  // and it was a line end
    bool told;      // SPEECH: its turn has been told; DOCUMENT: its title has
    bool outer;     // DOCUMENT: the file's
    bool joined;    // no blank belongs behind the text
    size_t line;    // of the input, where the text begins
    size_t italics; // bytes at the beginning of the text that are in italics
    Buffer text;    // with single blanks
    Buffer marks;   // of notes in it
    Buffer page;    // on which it begins
    Buffer id;      // as the source gives it
    Buffer lang;    //
    Buffer speaker; // SPEECH: who; PERSON: the name
    Buffer remark;  // SPEECH: what is said of the speaker; PERSON: the office
    Buffer side;    // PERSON, PARTICIPANTS
} MarkupFrame;

// A group that people belong to.
typedef struct MarkupGroup {
    char *name; // owned
    bool party; // it is one, as far as its role says
} MarkupGroup;

// The reader at work.
struct Markup {
    const Port *port;
    MarkupRoles *roles;
    MarkupFrame *frames; // [0] is the file
    size_t depth;        // the innermost
    size_t skipped;      // elements that are open within one that is skipped, with it
    Prose prose;
    bool speaks;    // in this document speech is marked up
    bool page_due;  // within a word: the page begins behind it
    Buffer page;    // where the reader is
    Buffer title;   // of the file
    Buffer speaker; // called in front of a speech
    Buffer due;     // notes of the paragraph that is open, a line each: mark, tab, text
    size_t notes;   // without a mark of their own
    size_t outside; // paragraphs that stand outside of documents
    WordMap group_ids, person_ids;
    MarkupGroup *groups;
    size_t group_count, group_capacity;
    bool halves; // it was said that speeches go on
    bool nested; // documents stand within the file's
    bool failed; // `*error` is set
    Error *error;
};

// --- markup_frame.c

// The innermost element that keeps text.
MarkupFrame *markup_collector(Markup *markup);
// The innermost element of that role; null.
MarkupFrame *markup_open(Markup *markup, MarkupRole role);
// A reference without what stands in front of "#".
Str markup_key(Str reference);
// Text begins in the element, on this page.
void markup_begin_text(const Markup *markup, MarkupFrame *frame, size_t line);

// --- markup_start.c, markup_end.c

// The element has just been opened.
void markup_element_starts(Markup *markup, MarkupFrame *frame, const XmlTag *tag);
// It has just been closed: what it stood in is the innermost now.
void markup_element_ends(Markup *markup, MarkupFrame *frame);

// --- markup_tell.c

// Tells what the element has collected, or keeps it as prose, and empties it.
void markup_deliver(Markup *markup, MarkupFrame *frame);
// Tells a text that is none of a speaker's paragraphs.
void markup_aside(Markup *markup, PortKind kind, Str text, size_t line);
// Tells a note, and has the text that is open bear its mark.
void markup_note(Markup *markup, MarkupFrame *note);
// What is heard, seen or left out, within a paragraph or between two.
void markup_scene(Markup *markup, const MarkupFrame *scene, Str text);
// The page has turned, and no paragraph is open.
void markup_page(Markup *markup, size_t line);
// In this document speech is marked up: what was kept stands in front of it.
void markup_begin_speech(Markup *markup);
// The end of a document: what was kept is read.
void markup_finish(Markup *markup);

// --- markup_people.c

// They are told, or kept, at their ends.
void markup_group(Markup *markup, MarkupFrame *group);
void markup_person(Markup *markup, MarkupFrame *person);
// Keeps the name of the innermost person or group.
void markup_name(Markup *markup, MarkupFrame *name);
// The speaker of the speech is called so.
void markup_speaker(Markup *markup, Str form, size_t line);
void markup_people_free(Markup *markup);

#endif
