// SPDX-License-Identifier: MIT
// Which kinds of documents there are.
#include "port/readers.h"

// In this order they are asked whether they recognise a document; plain text takes what nobody does.
static const PortReader *const readers[] = {
    &reader_docx,      &reader_odt,     &reader_tei, &reader_akn,      &reader_elan, &reader_captions,
    &reader_recording, &reader_whisper, &reader_tsv, &reader_markdown, &reader_text};
#define READER_COUNT (sizeof readers / sizeof *readers)

const PortReader *port_reader_named(const char *name)
{
    for (size_t i = 0; i < READER_COUNT; i++)
        if (str_is(str_of(name), readers[i]->name))
            return readers[i];
    return NULL;
}

void port_reader_names(Buffer *out)
{
    for (size_t i = READER_COUNT; i-- > 0;)
        buffer_addf(out, "%s%s", readers[i]->name, i > 0 ? ", " : "");
}

const PortReader *port_reader_of(const Intake *intake)
{
    for (size_t i = 0; i < READER_COUNT; i++)
        if (readers[i]->recognises(intake_beginning(intake)))
            return readers[i];
    return &reader_text;
}
