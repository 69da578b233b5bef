// SPDX-License-Identifier: MIT
// Documents of Word (Office Open XML): the body, then the notes.
#include "port/archive.h"
#include "port/office.h"
#include "port/readers.h"

// What is open.
typedef struct Docx {
    Office office;
    Buffer text;      // of the open note
    Buffer mark;      // its mark
    const char *kind; // "" for footnotes, "e" for endnotes; null in the body
    size_t skipped;   // elements that are open within one that is skipped, with it
    int level;        // of the open paragraph, 0: no heading
    bool item;        // it is one of a list
    bool bold;        // the run is
    bool words;       // text of the document follows
} Docx;

// What is no text of the document: what was struck out, the code of fields, pictures for old readers.
static bool is_skipped(Str name)
{
    static const char *const names[] = {"del", "moveFrom", "instrText", "delText", "Fallback", "sectPr"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (str_is(name, names[i]))
            return true;
    return false;
}

static bool is_on(const XmlTag *tag)
{
    const Str value = xml_attribute(tag, "val");
    return !str_is(value, "0") && !str_is(value, "false") && !str_is(value, "none");
}

// The level of a heading by the name of its style.
static int level_of(Str style)
{
    static const char *const names[] = {"Heading", "Title",  "Subtitle", "berschrift",
                                        "Titre",   "Titolo", "Ttulo"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const Str name = str_of(names[i]);
        if (style.len < name.len || !str_is(str_slice(style, 0, name.len), names[i]))
            continue;
        const char last = style.at[style.len - 1];
        return last >= '1' && last <= '6' ? last - '0' : 1;
    }
    return 0;
}

static void add(Docx *docx, Str words)
{
    if (docx->kind)
        buffer_add(&docx->text, words);
    else
        office_text(&docx->office, words, docx->bold);
}

static void start_note(Docx *docx, const XmlTag *tag)
{
    const Str type = xml_attribute(tag, "type"), id = xml_attribute(tag, "id");
    buffer_clear(&docx->text);
    buffer_clear(&docx->mark);
    if (type.len == 0 || str_is(type, "normal"))
        buffer_addf(&docx->mark, "%s%.*s", docx->kind, (int)id.len, id.at);
}

static void start_mark(Docx *docx, const XmlTag *tag, const char *kind)
{
    Buffer mark = {0};
    const Str id = xml_attribute(tag, "id");
    buffer_addf(&mark, "%s%.*s", kind, (int)id.len, id.at);
    if (!docx->kind)
        office_mark(&docx->office, buffer_str(&mark));
    buffer_free(&mark);
}

// Adds what an element stands for that is a sign by itself.
static void add_sign(Docx *docx, Str name)
{
    if (str_is(name, "noBreakHyphen"))
        add(docx, str_of("-"));
    else if (str_is(name, "tab") || (docx->kind && (str_is(name, "br") || str_is(name, "cr"))))
        add(docx, str_of(" "));
}

static void start(void *context, const XmlTag *tag)
{
    Docx *docx = context;
    const Str name = tag->name;
    if (docx->skipped || is_skipped(name)) {
        docx->skipped++;
        return;
    }
    add_sign(docx, name);
    if (str_is(name, "p"))
        docx->level = docx->item = 0;
    else if (str_is(name, "pStyle"))
        docx->level = level_of(xml_attribute(tag, "val"));
    else if (str_is(name, "numPr"))
        docx->item = true;
    else if (str_is(name, "r"))
        docx->bold = false;
    else if (str_is(name, "b"))
        docx->bold = is_on(tag);
    else if (str_is(name, "t"))
        docx->words = true;
    else if ((str_is(name, "br") || str_is(name, "cr")) && !docx->kind)
        office_break(&docx->office);
    else if (str_is(name, "footnoteReference"))
        start_mark(docx, tag, "");
    else if (str_is(name, "endnoteReference"))
        start_mark(docx, tag, "e");
    else if (str_is(name, "footnote") || str_is(name, "endnote"))
        start_note(docx, tag);
    else if (str_is(name, "tr"))
        office_row(&docx->office);
}

static void end(void *context, Str name)
{
    Docx *docx = context;
    if (docx->skipped) {
        docx->skipped--;
        return;
    }
    if (str_is(name, "t"))
        docx->words = false;
    else if (str_is(name, "p") && docx->kind)
        add(docx, str_of(" "));
    else if (str_is(name, "p"))
        office_end(&docx->office, docx->level, docx->item);
    else if (str_is(name, "tc"))
        office_cell_end(&docx->office);
    else if (str_is(name, "tr"))
        office_row_end(&docx->office);
    else if ((str_is(name, "footnote") || str_is(name, "endnote")) && docx->mark.len)
        office_note(&docx->office, buffer_str(&docx->mark), str_trim(buffer_str(&docx->text)));
}

static void text(void *context, Str words, size_t line)
{
    Docx *docx = context;
    (void)line;
    if (docx->words && !docx->skipped)
        add(docx, words);
}

static bool read_notes(Docx *docx, Intake *intake, const char *kind, const char *name, Error *error)
{
    const XmlHandler handler = {docx, start, end, text};
    bool found;
    docx->kind = kind;
    docx->skipped = 0;
    docx->words = false;
    return archive_read_xml(intake, name, &handler, &found, error);
}

static bool read_docx(const Port *port, Error *error)
{
    Docx docx = {.kind = NULL};
    const XmlHandler handler = {&docx, start, end, text};
    bool found;
    bool done = archive_read_xml(port->intake, "word/document.xml", &handler, &found, error);
    if (done && !found)
        done = error_set(error, "%s: is no document of Word: it holds no word/document.xml",
                         intake_name(port->intake));
    done = done && read_notes(&docx, port->intake, "", "word/footnotes.xml", error) &&
           read_notes(&docx, port->intake, "e", "word/endnotes.xml", error) &&
           office_read(&docx.office, port, error);
    office_free(&docx.office);
    buffer_free(&docx.text);
    buffer_free(&docx.mark);
    return done;
}

static bool recognises_docx(Str beginning)
{
    return archive_is(beginning) && !archive_is_open_document(beginning);
}

const PortReader reader_docx = {.name = "docx",
                                .told = "a document of Word",
                                .recognises = recognises_docx,
                                .read = read_docx,
                                .looked_for = "a name in bold or with a colon behind it at the beginning of "
                                              "paragraphs, and tables of a name and words"};
