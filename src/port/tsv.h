// SPDX-License-Identifier: MIT
// What the columns of a table are called.
#ifndef PORT_TSV_H
#define PORT_TSV_H

#include "diptych/buffer.h"

// What a column holds.
typedef enum TsvColumn {
    TSV_OTHER, // kept with the passage under the column's own name
    TSV_SPEAKER,
    TSV_TEXT,
    TSV_TIME,
    TSV_AT,
    TSV_NOTE,
    TSV_STATUS,
    TSV_LANG,
    TSV_ROUND
} TsvColumn;

// By its name, in one of several languages.
TsvColumn tsv_column(Str name);

// The tag (BCP 47) of a language that is called so, in itself or in English, or that is one itself; empty: it
// is none.
Str tsv_language(Str name);

// Adds the name of the attribute that keeps a cell: the column's own where passages know it and the value can
// stand there, else "x-" and what ids may have of it.
void tsv_attribute_name(Str column, Str value, Buffer *out);

#endif
