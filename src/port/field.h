// SPDX-License-Identifier: MIT
// Lines as "PARTICIPANTS: ..." at the head of a record.
#ifndef PORT_FIELD_H
#define PORT_FIELD_H

#include "diptych/str.h"

// What such a line tells.
typedef enum HeadField {
    FIELD_NONE,
    FIELD_PARTICIPANTS,
    FIELD_DATE,
    FIELD_PLACE,
    FIELD_TITLE,
    FIELD_CITATION,
    FIELD_OTHER
} HeadField;

// What the line is; `*value` gets what stands behind the colon, perhaps nothing.
HeadField field_of(Str line, Str *value);

#endif
