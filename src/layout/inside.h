// SPDX-License-Identifier: MIT
// What the files of this room share of a page.
#ifndef DIPTYCH_LAYOUT_INSIDE_H
#define DIPTYCH_LAYOUT_INSIDE_H

#include "diptych/page.h"
#include "layout/block.h"
#include "layout/echoes.h"
#include "layout/lens.h"
#include "layout/under.h"

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
    Under under;   // of the band that was last laid or painted
    Breaks breaks; // working space
};

// The strip laid out; valid until the next call.
const Laid *page_laid(Page *page, size_t strip);

// The passage of the entry; null when its file has been cut since.
const Passage *page_passage(Page *page, const Entry *entry, const Speech **speech);

// The gutter between the columns: a blank, a line, a blank.
#define GUTTER_COLUMNS 3

// Columns of the entry: those of its side, over the whole width not more than are good to read.
Field page_entry_field(const Page *page, const Entry *entry);
// Columns in front of the text of labelled prose and lines, where labels are not wider.
size_t measure_label_columns(const Measure *measure);

// Columns in front of the words of a passage: for its number, where there are numbers.
size_t page_margin(const Page *page);

// Lays out the strip; the caller owns it.
Laid *strip_lay(Page *page, size_t strip);
// Adds the title of an entry, or the short one of what it is about where that alone fits into `columns`, or
// else the short one as far as it does. False: that is cut.
bool title_add(const Page *page, const Entry *entry, size_t columns, Buffer *out);
// Fills the zeroed block with the lines of a title, the last of which has room for its aside.
void title_lay(Page *page, const Entry *entry, Block *block);
// How many lines a row takes in so many columns.
size_t row_lines(const Under *under, const Entry *entry, size_t columns);

// Fills the zeroed block.
void passage_lay(Page *page, const Strip *strip, const Entry *entry, Block *block);

// Paints `count` rows of the line between the columns of a page at (row, column), whose words are painted; in
// the first one a sign says why both sides begin there, if they do.
void gutter_paint(const Page *page, Grid *grid, size_t row, size_t count, size_t column, Pairing pairing);

// What stands beside a passage while it is put into words.
typedef struct Margin {
    Page *page;
    const Strip *strip;
    const Entry *entry;
    const Speech *speech;
    const Passage *passage;
    Buffer *out;
    size_t start;  // of the words in `out`
    size_t looked; // at so many passages and topics of the other column
} Margin;

// That of a passage, whose words are added to `out`. Its ->passage is null when the file has been cut since.
Margin margin_of(Page *page, const Strip *strip, const Entry *entry, Buffer *out);
// Adds what stands in front of the text, as far as the measure's apparatus goes: the speaker (`*name` gets
// its bytes), what it does, what kind of words it is, its links.
void margin_add_head(Margin *margin, uint32_t *name);
// Adds where it stands, if citations are asked for, and, where the apparatus is full, its other topics and
// the links to it, in brackets, so that they are not taken for speech where there is no dimmed text. That it
// was fairly reported is not said here.
void margin_add_foot(Margin *margin);
// Adds what a short head leaves out: see page_rest_add().
void margin_add_rest(Margin *margin);

// Which links are meant.
typedef enum Which {
    LINKS_ALL,
    LINKS_FACING, // that tie the passage to the other column
    LINKS_OTHER   // those that do not
} Which;

// Begins a further item of the margin.
void margin_next(Margin *margin);
// Adds the links of the passage ("rebuts 11-12"), and those to it ("rebutted by 34").
void links_add(Margin *margin, Which which);
void links_add_back(Margin *margin, Which which);

// True when a passage of the reference stands in the other column of the band, in front of which the passage
// stands.
bool facing_has(Margin *margin, Ref ref);

// Adds the marks behind a passage's number: that there is a note, a reason or a term to it, that accounts
// differ on what it says, that it concedes something.
void marks_add(const Page *page, const Speech *speech, const Passage *passage, Buffer *out);

#endif
