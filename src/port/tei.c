// SPDX-License-Identifier: MIT
// TEI P5: corpora of parliaments (u, seg), plays and speeches (sp, speaker), volumes of documents (div, p).
#include "port/markup.h"
#include "port/readers.h"

static const MarkupName names[] = {
    {"TEI", MARKUP_DOCUMENT},      {"ab", MARKUP_BLOCK},
    {"affiliation", MARKUP_SIDE},  {"argument", MARKUP_BLOCK},
    {"byline", MARKUP_BLOCK},      {"castItem", MARKUP_PERSON},
    {"cell", MARKUP_CELL},         {"closer", MARKUP_BLOCK},
    {"corr", MARKUP_VARIANT},      {"dateline", MARKUP_BLOCK},
    {"docTitle", MARKUP_HEAD},     {"emph", MARKUP_ITALIC},
    {"epigraph", MARKUP_BLOCK},    {"expan", MARKUP_VARIANT},
    {"facsimile", MARKUP_SKIP},    {"forename", MARKUP_FORENAME},
    {"gap", MARKUP_GAP},           {"head", MARKUP_HEAD},
    {"hi", MARKUP_ITALIC},         {"incident", MARKUP_SCENE},
    {"include", MARKUP_SKIP},      {"item", MARKUP_BLOCK},
    {"kinesic", MARKUP_SCENE},     {"l", MARKUP_BLOCK},
    {"label", MARKUP_BLOCK},       {"lb", MARKUP_BREAK},
    {"linkGrp", MARKUP_SKIP},      {"note", MARKUP_NOTE},
    {"occupation", MARKUP_OFFICE}, {"opener", MARKUP_BLOCK},
    {"org", MARKUP_GROUP},         {"orgName", MARKUP_NAME},
    {"p", MARKUP_BLOCK},           {"pb", MARKUP_PAGE},
    {"pc", MARKUP_WORD},           {"person", MARKUP_PERSON},
    {"postscript", MARKUP_BLOCK},  {"quote", MARKUP_BLOCK},
    {"reg", MARKUP_VARIANT},       {"roleDesc", MARKUP_OFFICE},
    {"row", MARKUP_ROW},           {"salute", MARKUP_BLOCK},
    {"seg", MARKUP_BLOCK},         {"set", MARKUP_SCENE},
    {"shift", MARKUP_SKIP},        {"signed", MARKUP_BLOCK},
    {"sp", MARKUP_SPEECH},         {"spanGrp", MARKUP_SKIP},
    {"speaker", MARKUP_SPEAKER},   {"stage", MARKUP_SCENE},
    {"standOff", MARKUP_HEADER},   {"surname", MARKUP_SURNAME},
    {"teiHeader", MARKUP_HEADER},  {"timeline", MARKUP_SKIP},
    {"trailer", MARKUP_BLOCK},     {"u", MARKUP_SPEECH},
    {"vocal", MARKUP_SCENE},       {"w", MARKUP_WORD},
    {"writing", MARKUP_SCENE},
};

// A note is where a document is from, a division, who speaks next, or a note.
static MarkupRole note_role(const XmlTag *tag)
{
    const Str type = xml_attribute(tag, "type");
    if (str_is(type, "source"))
        return MARKUP_CITATION;
    if (str_is(type, "speaker"))
        return MARKUP_SPEAKER;
    if (str_is(type, "summary"))
        return MARKUP_SUMMARY;
    return str_is(type, "vote") || str_is(type, "division") ? MARKUP_VOTE : MARKUP_NOTE;
}

static bool is_bold(const XmlTag *tag)
{
    const Str rend = xml_attribute(tag, "rend");
    return str_is(rend, "bold") || str_is(rend, "strong") || str_is(rend, "b");
}

static bool is_title(const Markup *markup, const XmlTag *tag)
{
    const Str type = xml_attribute(tag, "type");
    return markup_within(markup, "titleStmt") && !markup_within(markup, "sourceDesc") &&
           (type.len == 0 || str_is(type, "main") || str_is(type, "complete"));
}

// Dates and places of the meeting stand in its opening, or in the setting that the header tells.
static MarkupRole about_role(const Markup *markup, const XmlTag *tag)
{
    const bool setting = markup_within(markup, "settingDesc");
    const bool opening = markup_within(markup, "opener") || markup_within(markup, "dateline");
    if (str_is(tag->name, "date"))
        return setting || opening ? MARKUP_DATE : MARKUP_THROUGH;
    if (str_is(tag->name, "placeName"))
        return setting || opening ? MARKUP_PLACE : MARKUP_THROUGH;
    const Str type = xml_attribute(tag, "type");
    return setting && (str_is(type, "place") || str_is(type, "city")) ? MARKUP_PLACE : MARKUP_THROUGH;
}

static bool is_name_of_person(const Markup *markup)
{
    const MarkupRole parent = markup_parent(markup);
    return parent == MARKUP_PERSON || parent == MARKUP_GROUP;
}

static MarkupRole role_of(const Markup *markup, const XmlTag *tag)
{
    const Str name = tag->name;
    if (str_is(name, "note"))
        return note_role(tag);
    if (str_is(name, "div"))
        return str_is(xml_attribute(tag, "type"), "document") ? MARKUP_DOCUMENT : MARKUP_THROUGH;
    if (str_is(name, "list") && str_is(xml_attribute(tag, "type"), "participants"))
        return MARKUP_PARTICIPANTS;
    if (str_is(name, "item") && markup_within(markup, "list") && markup_parent(markup) == MARKUP_PARTICIPANTS)
        return MARKUP_PARTICIPANT;
    if (str_is(name, "title"))
        return is_title(markup, tag) ? MARKUP_TITLE : MARKUP_THROUGH;
    if (str_is(name, "bibl") || str_is(name, "biblFull"))
        return markup_within(markup, "sourceDesc") ? MARKUP_CITATION : MARKUP_THROUGH;
    if (str_is(name, "date") || str_is(name, "placeName") || str_is(name, "name"))
        return about_role(markup, tag);
    if (str_is(name, "persName") || str_is(name, "orgName") || str_is(name, "role"))
        return is_name_of_person(markup) ? MARKUP_NAME : MARKUP_THROUGH;
    if (str_is(name, "hi") || str_is(name, "emph"))
        return is_bold(tag) ? MARKUP_BOLD : MARKUP_ITALIC;
    if (str_is(name, "p") && markup_within(markup, "teiHeader"))
        return MARKUP_THROUGH;
    return markup_role(names, sizeof names / sizeof *names, name);
}

static bool read_tei(const Port *port, Error *error)
{
    return markup_read(port, role_of, error);
}

static bool has(Str text, const char *word)
{
    return memmem(text.at, text.len, word, strlen(word)) != NULL;
}

static bool recognises_tei(Str beginning)
{
    const Str text = str_trim(beginning);
    return text.len && text.at[0] == '<' &&
           (has(text, "http://www.tei-c.org/ns/") || has(text, "<TEI") || has(text, "<teiHeader"));
}

const PortReader reader_tei = {.name = "tei",
                               .told = "TEI",
                               .recognises = recognises_tei,
                               .read = read_tei,
                               .looked_for = "elements u and sp, and paragraphs as in a plain text"};
