// SPDX-License-Identifier: MIT
// The readers of the table, a file each.
#ifndef PORT_READERS_H
#define PORT_READERS_H

#include "diptych/port.h"

// Each with the functions that PortReader tells of.
extern const PortReader reader_text;
extern const PortReader reader_markdown;

#endif
