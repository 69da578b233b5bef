// SPDX-License-Identifier: MIT
// Plain text and Markdown, as kinds of documents.
#include "port/plain.h"
#include "port/readers.h"

static bool read_text(const Port *port, Error *error)
{
    return plain_read(port, false, error);
}

static bool read_markdown(const Port *port, Error *error)
{
    return plain_read(port, true, error);
}

static bool recognises_text(Str beginning)
{
    (void)beginning;
    return true;
}

// A heading, bold words at the beginning of a line, or keys between rules.
static bool recognises_markdown(Str beginning)
{
    Str rest = beginning, line;
    size_t signs = 0;
    if (str_starts(beginning, str_of("---\n")))
        return true;
    while (str_next(&rest, "\n", &line)) {
        size_t level = 0;
        while (level < line.len && line.at[level] == '#')
            level++;
        signs += level > 0 && level < 7 && level < line.len && line.at[level] == ' ';
        signs += str_starts(line, str_of("**")) && line.len > 4 && line.at[2] != '*' && line.at[2] != ' ';
        signs += str_starts(line, str_of("[^"));
    }
    return signs > 0;
}

#define LOOKED_FOR                                                                                        \
    "a name with a colon or a full stop behind it, in bold or on a line of its own, again and again; Q. " \
    "and A.; or "                                                                                         \
    "sentences as \"The Minister replied that ...\""

const PortReader reader_text = {.name = "text",
                                .told = "plain text",
                                .recognises = recognises_text,
                                .read = read_text,
                                .looked_for = LOOKED_FOR};

const PortReader reader_markdown = {.name = "markdown",
                                    .told = "Markdown",
                                    .recognises = recognises_markdown,
                                    .read = read_markdown,
                                    .looked_for = LOOKED_FOR};
