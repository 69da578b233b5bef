// SPDX-License-Identifier: MIT
// OpenDocument texts: styles, then the text with its notes where their marks stand.
#include "port/archive.h"
#include "port/office.h"
#include "port/readers.h"
#include "port/wordmap.h"

// Spans within one another that are told apart.
#define SPANS_MAX 64

// What is open.
typedef struct Odt {
    Office office;
    WordMap bold_styles;
    Buffer style; // that is being read
    Buffer note, mark;
    bool bold[SPANS_MAX]; // by how many spans are open
    size_t spans;
    size_t skipped; // elements that are open within one that is skipped, with it
    size_t items;   // of lists, within one another
    int level;      // of the open heading
    bool in_text, in_note, in_mark;
    size_t paragraphs; // that are open, within one another
} Odt;

// What is no text of the document: changes that were tracked, comments, fields of its making.
static bool is_skipped(Str name)
{
    return str_is(name, "tracked-changes") || str_is(name, "annotation") || str_is(name, "forms") ||
           str_is(name, "sequence-decls");
}

static void add(Odt *odt, Str words)
{
    if (odt->in_mark)
        buffer_add(&odt->mark, words);
    else if (odt->in_note)
        buffer_add(&odt->note, words);
    else if (odt->paragraphs)
        office_text(&odt->office, words, odt->bold[odt->spans]);
}

// Words within it are bold as its style says, else as what it stands in.
static void open_span(Odt *odt, const XmlTag *tag)
{
    const bool outer = odt->paragraphs && odt->bold[odt->spans];
    if (odt->spans + 1 < SPANS_MAX)
        odt->spans++;
    const uint32_t style = wordmap_value(&odt->bold_styles, xml_attribute(tag, "style-name"));
    odt->bold[odt->spans] = style == WORDMAP_NONE ? outer : style == 1;
}

static void close_span(Odt *odt)
{
    if (odt->spans > 0)
        odt->spans--;
}

static void open_paragraph(Odt *odt, const XmlTag *tag)
{
    if (odt->in_note)
        return;
    odt->spans = 0;
    odt->level = 0;
    if (str_is(tag->name, "h")) {
        uint32_t level = 1;
        str_number(xml_attribute(tag, "outline-level"), 6, &level);
        odt->level = level ? (int)level : 1;
    }
    odt->bold[0] = false;
    open_span(odt, tag);
    odt->paragraphs++;
}

static void close_paragraph(Odt *odt)
{
    if (odt->in_note) {
        buffer_add_byte(&odt->note, ' ');
        return;
    }
    odt->paragraphs -= odt->paragraphs > 0;
    office_end(&odt->office, odt->level, odt->items > 0);
    odt->spans = 0;
}

static void add_blanks(Odt *odt, const XmlTag *tag)
{
    (void)tag;
    add(odt, str_of(" "));
}

static void read_style(Odt *odt, const XmlTag *tag)
{
    if (str_is(tag->name, "style")) {
        buffer_clear(&odt->style);
        buffer_add(&odt->style, xml_attribute(tag, "name"));
    } else if (str_is(tag->name, "text-properties") && odt->style.len) {
        const Str weight = xml_attribute(tag, "font-weight");
        if (weight.len)
            wordmap_add(&odt->bold_styles, buffer_str(&odt->style),
                        str_is(weight, "bold") || (weight.at[0] >= '6' && weight.at[0] <= '9'));
    }
}

static void start(void *context, const XmlTag *tag)
{
    Odt *odt = context;
    const Str name = tag->name;
    if (odt->skipped || is_skipped(name)) {
        odt->skipped++;
        return;
    }
    if (!odt->in_text)
        read_style(odt, tag);
    if (str_is(name, "text") && !odt->in_text)
        odt->in_text = true;
    else if (str_is(name, "p") || str_is(name, "h"))
        open_paragraph(odt, tag);
    else if (str_is(name, "span"))
        open_span(odt, tag);
    else if (str_is(name, "s") || str_is(name, "tab"))
        add_blanks(odt, tag);
    else if (str_is(name, "line-break") && !odt->in_note)
        office_break(&odt->office);
    else if (str_is(name, "list-item"))
        odt->items++;
    else if (str_is(name, "note-citation"))
        odt->in_mark = true;
    else if (str_is(name, "note-body"))
        odt->in_note = true;
    else if (str_is(name, "table-row"))
        office_row(&odt->office);
}

// The mark stands in the text, and the note behind it.
static void end_note(Odt *odt)
{
    const Str mark = str_trim(buffer_str(&odt->mark));
    if (mark.len && mark.len < 40) {
        office_mark(&odt->office, mark);
        office_note(&odt->office, mark, str_trim(buffer_str(&odt->note)));
    }
    buffer_clear(&odt->mark);
    buffer_clear(&odt->note);
}

static void end(void *context, Str name)
{
    Odt *odt = context;
    if (odt->skipped) {
        odt->skipped--;
        return;
    }
    if (str_is(name, "p") || str_is(name, "h"))
        close_paragraph(odt);
    else if (str_is(name, "span"))
        close_span(odt);
    else if (str_is(name, "list-item"))
        odt->items -= odt->items > 0;
    else if (str_is(name, "note-citation"))
        odt->in_mark = false;
    else if (str_is(name, "note-body"))
        odt->in_note = false;
    else if (str_is(name, "note"))
        end_note(odt);
    else if (str_is(name, "table-cell"))
        office_cell_end(&odt->office);
    else if (str_is(name, "table-row"))
        office_row_end(&odt->office);
}

static void text(void *context, Str words, size_t line)
{
    Odt *odt = context;
    (void)line;
    if (odt->in_text && !odt->skipped)
        add(odt, words);
}

static bool read_odt(const Port *port, Error *error)
{
    Odt odt = {.spans = 0};
    const XmlHandler handler = {&odt, start, end, text};
    bool found;
    bool done = archive_read_xml(port->intake, "content.xml", &handler, &found, error);
    if (done && !found)
        done = error_set(error, "%s: is no OpenDocument text: it holds no content.xml",
                         intake_name(port->intake));
    done = done && office_read(&odt.office, port, error);
    office_free(&odt.office);
    wordmap_free(&odt.bold_styles);
    buffer_free(&odt.style);
    buffer_free(&odt.note);
    buffer_free(&odt.mark);
    return done;
}

static bool recognises_odt(Str beginning)
{
    return archive_is(beginning) && archive_is_open_document(beginning);
}

const PortReader reader_odt = {.name = "odt",
                               .told = "an OpenDocument text",
                               .recognises = recognises_odt,
                               .read = read_odt,
                               .looked_for = "a name in bold or with a colon behind it at the beginning of "
                                             "paragraphs, and tables of a name and words"};
