// SPDX-License-Identifier: MIT
// The readers of the table, a file each.
#ifndef PORT_READERS_H
#define PORT_READERS_H

#include "diptych/port.h"

// Each with the functions that PortReader tells of.
extern const PortReader reader_text;
extern const PortReader reader_elan;
extern const PortReader reader_markdown;
extern const PortReader reader_captions;
extern const PortReader reader_recording;
extern const PortReader reader_whisper;
extern const PortReader reader_tsv;
extern const PortReader reader_tei;
extern const PortReader reader_akn;
extern const PortReader reader_docx;
extern const PortReader reader_odt;

#endif
