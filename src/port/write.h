// SPDX-License-Identifier: MIT
// Pieces of the format, written so that they are read back as they were meant.
#ifndef PORT_WRITE_H
#define PORT_WRITE_H

#include "diptych/buffer.h"

// Adds "[number] text" and a line end, in lines of about a hundred bytes, escaped where a line would begin
// with syntax. False: there is nothing to be seen in the text, and nothing was added.
bool write_passage(Buffer *out, uint32_t number, Str text);

// Adds "name: value" for a record, and a line end; values go on over lines where they are long or hold line
// ends. Nothing when the value is empty.
void write_key(Buffer *out, const char *name, Str value);

// Adds "name: value" of an attribute, in quotes where it must be; with "; " in front when `*any`, which is
// set. Nothing when the value is empty.
void write_attribute(Buffer *out, bool *any, const char *name, Str value);

// Adds what a locator says of a page that is called so: "p. 79", "col. 1234".
void write_page(Buffer *out, Str page);

#endif
