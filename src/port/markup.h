// SPDX-License-Identifier: MIT
// Documents whose speakers are marked up, and records in XML: what each element is, the same for several
// vocabularies.
#ifndef PORT_MARKUP_H
#define PORT_MARKUP_H

#include "diptych/port.h"
#include "port/prose.h"
#include "port/wordmap.h"
#include "port/xml.h"

// What an element is.
typedef enum MarkupRole {
    MARKUP_THROUGH,  // no more than its content
    MARKUP_SKIP,     // nothing of it is read
    MARKUP_HEADER,   // only what is named in it is read
    MARKUP_DOCUMENT, // a conversation
    MARKUP_SPEECH,   // somebody speaks: who, by
    MARKUP_SPEAKER,  // how the speaker is called there
    MARKUP_BLOCK,    // a paragraph
    MARKUP_HEAD,
    MARKUP_SCENE, // what is heard or seen
    MARKUP_GAP,   // something is left out
    MARKUP_SUMMARY,
    MARKUP_VOTE,
    MARKUP_NOTE,
    MARKUP_PAGE,  // a page begins: n
    MARKUP_BREAK, // a line does
    MARKUP_TIME,  // the time of what follows: time, when
    MARKUP_ROW,
    MARKUP_CELL,
    MARKUP_WORD, // a word, or a sign, that was marked by itself
    MARKUP_BOLD,
    MARKUP_ITALIC,
    MARKUP_VARIANT,      // another reading of what stands in front
    MARKUP_TITLE,        // of the whole
    MARKUP_DATE,         // when
    MARKUP_PLACE,        //
    MARKUP_CITATION,     //
    MARKUP_PARTICIPANTS, // a list of them
    MARKUP_PARTICIPANT,
    MARKUP_GROUP, // an organisation, a party
    MARKUP_PERSON,
    MARKUP_NAME, // of either
    MARKUP_FORENAME,
    MARKUP_SURNAME,
    MARKUP_OFFICE,
    MARKUP_SIDE, // the group that a person belongs to: ref
    MARKUP_ROLE_COUNT
} MarkupRole;

// A document that is being read.
typedef struct Markup Markup;

// A vocabulary: what an element is, by its name, its attributes and what it stands in.
typedef MarkupRole MarkupRoles(const Markup *markup, const XmlTag *tag);

// True when an element of that name is open.
bool markup_within(const Markup *markup, const char *name);
// The role of the innermost open element.
MarkupRole markup_parent(const Markup *markup);

// A line of a vocabulary's table.
typedef struct MarkupName {
    const char *name;
    MarkupRole role;
} MarkupName;

// The role of the name in a table that is sorted by bytes; MARKUP_THROUGH.
MarkupRole markup_role(const MarkupName *names, size_t count, Str name);

// Reads the whole intake.
bool markup_read(const Port *port, MarkupRoles *roles, Error *error);

#endif
