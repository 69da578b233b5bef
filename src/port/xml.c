// SPDX-License-Identifier: MIT
#include "port/xml.h"

#include <expat.h>

// Bytes of the value of an entity at most: it is a character or a name.
#define ENTITY_MAX 256

// A document that is being read.
typedef struct XmlReading {
    XML_Parser parser;
    const XmlHandler *handler;
    const char *name;
    size_t depth;
    bool stopped; // `*error` is set
    Error *error;
} XmlReading;

static void stop(XmlReading *reading, const char *what)
{
    if (reading->stopped)
        return;
    reading->stopped = true;
    error_set(reading->error, "%s:%lu:%lu: %s", reading->name, XML_GetCurrentLineNumber(reading->parser),
              XML_GetCurrentColumnNumber(reading->parser) + 1, what);
    XML_StopParser(reading->parser, XML_FALSE);
}

static Str without_prefix(const char *name)
{
    const char *colon = strrchr(name, ':');
    return str_of(colon ? colon + 1 : name);
}

Str xml_attribute(const XmlTag *tag, const char *name)
{
    for (size_t i = 0; tag->attributes[i]; i += 2)
        if (strcmp(tag->attributes[i], name) == 0 ||
            (!strchr(name, ':') && str_equal(without_prefix(tag->attributes[i]), str_of(name))))
            return str_of(tag->attributes[i + 1]);
    return (Str){NULL, 0};
}

static void XMLCALL start(void *data, const XML_Char *name, const XML_Char **attributes)
{
    XmlReading *reading = data;
    if (++reading->depth > XML_DEPTH_MAX) {
        stop(reading, "more than 200 elements stand within one another");
        return;
    }
    const XmlTag tag = {.name = without_prefix(name),
                        .attributes = attributes,
                        .line = XML_GetCurrentLineNumber(reading->parser)};
    reading->handler->start(reading->handler->context, &tag);
}

static void XMLCALL end(void *data, const XML_Char *name)
{
    XmlReading *reading = data;
    reading->depth--;
    if (!reading->stopped)
        reading->handler->end(reading->handler->context, without_prefix(name));
}

static void XMLCALL take_text(void *data, const XML_Char *text, int len)
{
    XmlReading *reading = data;
    if (!reading->stopped)
        reading->handler->text(reading->handler->context, (Str){text, (size_t)len},
                               XML_GetCurrentLineNumber(reading->parser));
}

// An entity that stands in a file beside the document: its name stands in the text, so that nothing is lost.
static void XMLCALL take_skipped(void *data, const XML_Char *name, int is_parameter)
{
    if (is_parameter)
        return;
    take_text(data, "&", 1);
    take_text(data, name, (int)strlen(name));
    take_text(data, ";", 1);
}

// A file beside the document is not read: what is missing is said in its place.
static int XMLCALL leave_out(XML_Parser parser, const XML_Char *context, const XML_Char *base,
                             const XML_Char *system, const XML_Char *public)
{
    XmlReading *reading = XML_GetUserData(parser);
    (void)context, (void)base, (void)public;
    take_text(reading, "[left out: ", 11);
    take_text(reading, system ? system : "", system ? (int)strlen(system) : 0);
    take_text(reading, "]", 1);
    return XML_STATUS_OK;
}

// An entity that is made of others may grow beyond any memory.
static void XMLCALL declare(void *data, const XML_Char *name, int is_parameter, const XML_Char *value,
                            int len, const XML_Char *base, const XML_Char *system, const XML_Char *public,
                            const XML_Char *notation)
{
    (void)name, (void)is_parameter, (void)base, (void)system, (void)public, (void)notation;
    if (value && (len > ENTITY_MAX || memchr(value, '&', (size_t)len) || memchr(value, '%', (size_t)len)))
        stop(data, "declares an entity that is made of others, or is long: such documents are not read");
}

// Says why the parser does not go on; false.
static bool fail(XmlReading *reading)
{
    if (!reading->stopped) {
        const enum XML_Error code = XML_GetErrorCode(reading->parser);
        error_set(reading->error, "%s:%lu:%lu: is not well-formed XML: %s", reading->name,
                  XML_GetCurrentLineNumber(reading->parser), XML_GetCurrentColumnNumber(reading->parser) + 1,
                  XML_ErrorString(code));
    }
    return false;
}

static bool feed(XmlReading *reading, const XmlSource *source)
{
    Str piece;
    size_t fed = 0;
    while (source->next(source->context, &piece)) {
        for (size_t at = 0; at < piece.len;) {
            const Str part = str_slice(piece, at, at + ((size_t)1 << 20));
            if (XML_Parse(reading->parser, part.at, (int)part.len, XML_FALSE) != XML_STATUS_OK)
                return fail(reading);
            at += part.len;
            fed += part.len;
        }
        const XML_Index done = XML_GetCurrentByteIndex(reading->parser);
        if (done >= 0 && fed - (size_t)done > XML_TAG_MAX)
            stop(reading, "a tag goes on over more than 8 MB");
        if (reading->stopped)
            return false;
    }
    return XML_Parse(reading->parser, "", 0, XML_TRUE) == XML_STATUS_OK || fail(reading);
}

bool xml_read(const XmlSource *source, const XmlHandler *handler, Error *error)
{
    XmlReading reading = {
        .parser = XML_ParserCreate("UTF-8"), .handler = handler, .name = source->name, .error = error};
    if (!reading.parser)
        return error_set(error, "%s: there is no memory to read it", source->name);
    XML_SetUserData(reading.parser, &reading);
    XML_SetElementHandler(reading.parser, start, end);
    XML_SetCharacterDataHandler(reading.parser, take_text);
    XML_SetSkippedEntityHandler(reading.parser, take_skipped);
    XML_SetExternalEntityRefHandler(reading.parser, leave_out);
    XML_SetEntityDeclHandler(reading.parser, declare);
    const bool done = feed(&reading, source);
    XML_ParserFree(reading.parser);
    return done;
}
