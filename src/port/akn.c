// SPDX-License-Identifier: MIT
// Akoma Ntoso: debates of parliaments.
#include "port/markup.h"
#include "port/readers.h"

static const MarkupName names[] = {
    {"FRBRdate", MARKUP_DATE},
    {"TLCOrganization", MARKUP_GROUP},
    {"TLCPerson", MARKUP_PERSON},
    {"akomaNtoso", MARKUP_DOCUMENT},
    {"answer", MARKUP_SPEECH},
    {"authorialNote", MARKUP_NOTE},
    {"b", MARKUP_BOLD},
    {"block", MARKUP_BLOCK},
    {"br", MARKUP_BREAK},
    {"componentRef", MARKUP_SKIP},
    {"docDate", MARKUP_DATE},
    {"docTitle", MARKUP_TITLE},
    {"eol", MARKUP_BREAK},
    {"eop", MARKUP_PAGE},
    {"from", MARKUP_SPEAKER},
    {"heading", MARKUP_HEAD},
    {"i", MARKUP_ITALIC},
    {"li", MARKUP_BLOCK},
    {"listIntroduction", MARKUP_BLOCK},
    {"listWrapUp", MARKUP_BLOCK},
    {"meta", MARKUP_HEADER},
    {"narrative", MARKUP_BLOCK},
    {"num", MARKUP_BLOCK},
    {"omissis", MARKUP_GAP},
    {"other", MARKUP_BLOCK},
    {"p", MARKUP_BLOCK},
    {"petition", MARKUP_BLOCK},
    {"question", MARKUP_SPEECH},
    {"recordedTime", MARKUP_TIME},
    {"remark", MARKUP_SCENE},
    {"scene", MARKUP_SCENE},
    {"speech", MARKUP_SPEECH},
    {"subheading", MARKUP_HEAD},
    {"summary", MARKUP_SUMMARY},
    {"td", MARKUP_CELL},
    {"th", MARKUP_CELL},
    {"tr", MARKUP_ROW},
    {"vote", MARKUP_VOTE},
    {"writtenStatement", MARKUP_SPEECH},
};

static MarkupRole role_of(const Markup *markup, const XmlTag *tag)
{
    if (str_is(tag->name, "FRBRdate"))
        return markup_within(markup, "FRBRWork") ? MARKUP_DATE : MARKUP_THROUGH;
    return markup_role(names, sizeof names / sizeof *names, tag->name);
}

static bool read_akn(const Port *port, Error *error)
{
    return markup_read(port, role_of, error);
}

static bool recognises_akn(Str beginning)
{
    static const char root[] = "<akomaNtoso";
    const Str text = str_trim(beginning);
    return text.len && text.at[0] == '<' && memmem(text.at, text.len, root, sizeof root - 1);
}

const PortReader reader_akn = {.name = "akn",
                               .told = "Akoma Ntoso",
                               .recognises = recognises_akn,
                               .read = read_akn,
                               .looked_for = "elements speech, question and answer"};
