// SPDX-License-Identifier: MIT
// What the files of this room share of a page.
#ifndef DIPTYCH_LAYOUT_INSIDE_H
#define DIPTYCH_LAYOUT_INSIDE_H

#include "diptych/page.h"
#include "layout/block.h"
#include "layout/echoes.h"
#include "layout/lens.h"

// A strip laid out.
typedef struct Laid {
    Block *blocks; // one for each entry
    size_t count;
    size_t rows;
    size_t bytes;
} Laid;

// So many strips, and so many bytes of them, are kept; the oldest go first. A screen shows fewer; and so that
// a huge strip is not laid out again for each frame, four times the bytes of the largest are kept when that
// is more.
#define KEPT_STRIPS 512
#define KEPT_BYTES ((size_t)4 << 20)

// What is laid out so far, and what with.
struct Page {
    Dossier *dossier;
    const Sheet *sheet;
    Measure measure;
    Skim *skim;
    size_t skim_done;
    Query *query;
    Names *names; // null without the names lens
    Echoes echoes;
    Laid **laid;    // by strip; null when it is not at hand
    uint32_t *rows; // by strip; 0 when not known
    size_t strips;  // of these
    uint32_t kept[KEPT_STRIPS];
    size_t kept_from, kept_count; // a ring
    size_t bytes, largest;
    Breaks breaks; // working space
};

// The strip laid out; valid until the next call.
const Laid *page_laid(Page *page, size_t strip);

// The passage of the entry; null when its file has been cut since.
const Passage *page_passage(Page *page, const Entry *entry, const Speech **speech);

// Columns of the entry: those of its side, over the whole width not more than are good to read.
Field page_entry_field(const Page *page, const Entry *entry);
// Columns in front of the text of labelled prose and lines.
size_t measure_label_columns(const Measure *measure);

// Lays out the strip; the caller owns it.
Laid *strip_lay(Page *page, size_t strip);
// The first column of the text of labelled prose or a line, behind its label; and the label, cut to half the
// page.
size_t label_end(const Page *page, const Entry *entry);
Str label_cut(const Page *page, const Entry *entry);

// Fills the zeroed block.
void passage_lay(Page *page, const Strip *strip, const Entry *entry, Block *block);
// Adds what stands beside a passage: the speaker (`*name` gets its bytes), what it does, what it is, its
// links.
void margin_add_head(Page *page, const Entry *entry, const Speech *speech, const Passage *passage,
                     Buffer *out, uint32_t *name);
// Adds its other topics and the links to it, in brackets, so that they are not taken for speech where there
// is no dimmed text. That it was fairly reported is not said here.
void margin_add_foot(Page *page, const Entry *entry, const Speech *speech, const Passage *passage,
                     Buffer *out);

#endif
