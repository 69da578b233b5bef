// SPDX-License-Identifier: MIT
// An entry laid out: its words, cut into lines.
#ifndef DIPTYCH_LAYOUT_BLOCK_H
#define DIPTYCH_LAYOUT_BLOCK_H

#include "diptych/buffer.h"
#include "diptych/cluster.h"

// Columns of the margin beside a passage: '>' or a blank, its number, a blank.
#define NUMBER_COLUMNS 3
#define MARGIN_COLUMNS (NUMBER_COLUMNS + 2)

// The parts of a passage's block.
typedef enum Part {
    PART_HEAD, // what the passage does
    PART_TEXT,
    PART_FOOT // where else it belongs
} Part;

// A line of a block, which takes one row.
typedef struct BlockLine {
    uint32_t from; // bytes of the block's words
    uint32_t to;
    uint16_t indent; // columns
    uint8_t part;    // Part
    bool hyphen;     // one is shown behind the words
} BlockLine;

// Words shown that are not in the text itself: quotes, brackets, names of the lens.
typedef struct Insert {
    uint32_t at; // byte of the text before which they stand
    uint32_t len;
} Insert;

// The words of an entry, wrapped. A zeroed one is empty.
typedef struct Block {
    Buffer words;  // head, text with its insertions, foot
    uint32_t name; // bytes of the head that name the speaker
    uint32_t text; // where the text begins, in bytes of the words
    uint32_t foot; // where the foot begins
    BlockLine *lines;
    size_t line_count, line_capacity;
    Insert *inserts; // in the order of the text
    size_t insert_count, insert_capacity;
    size_t row;    // of its first line, in the strip
    bool rtl;      // the text's first letter runs from right to left
    uint16_t lead; // columns that the number or label takes in the first line, with the blanks around it
} Block;

// Frees what it holds.
void block_free(Block *block);
// Bytes held.
size_t block_bytes(const Block *block);

// Adds words that are not in the text, to be shown before byte `at` of it. The text itself is added to
// ->words.
void block_add_insert(Block *block, size_t at, Str words);

// Cuts bytes [from, end of the words) into lines of `columns` less `indent`; in the first line of the block
// ->lead columns are taken if they are more than the indent. Head and foot are broken at blanks alone where
// that goes. `breaks` is working space.
void block_break(Block *block, Part part, size_t from, size_t columns, size_t indent, Breaks *breaks);

// From bytes of the text to bytes of the words: in front of the insertions that stand at `at`, or behind
// them.
size_t block_words_before(const Block *block, size_t at);
size_t block_words_behind(const Block *block, size_t at);
// From bytes of the words to bytes of the text.
size_t block_text_at(const Block *block, size_t words);

#endif
