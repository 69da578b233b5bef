// SPDX-License-Identifier: MIT
// XML as a stream of tags and text: no network, no files beside it, entities of plain text alone.
#ifndef PORT_XML_H
#define PORT_XML_H

#include "diptych/error.h"
#include "diptych/str.h"

// Elements within one another at most.
#define XML_DEPTH_MAX 200
// Bytes of one tag at most.
#define XML_TAG_MAX ((size_t)8 << 20)

// A start tag. Valid within the call.
typedef struct XmlTag {
    Str name;                // without its prefix
    const char **attributes; // names and values in turn, null at the end
    size_t line;             // of the input, 1 and up
} XmlTag;

// The attribute of that name, looked for with its prefix and without ("xml:id", "val"); empty: there is none.
Str xml_attribute(const XmlTag *tag, const char *name);

// Who is told, in the order of the document.
typedef struct XmlHandler {
    void *context;
    void (*start)(void *context, const XmlTag *tag);
    void (*end)(void *context, Str name);
    void (*text)(void *context, Str text, size_t line); // UTF-8, in pieces of any length
} XmlHandler;

// Where the bytes come from: false at the end. Valid until the next call.
typedef struct XmlSource {
    void *context;
    bool (*next)(void *context, Str *piece);
    const char *name; // for messages
} XmlSource;

// Reads all of it, in memory that does not grow with it. False: it is not well-formed, deeper or with longer
// tags than the limits, or declares entities made of others; `*error` says where and which.
bool xml_read(const XmlSource *source, const XmlHandler *handler, Error *error);

#endif
