// SPDX-License-Identifier: MIT
#include "layout/block.h"

#include <stdlib.h>

#include "diptych/memory.h"
#include "diptych/order.h"

void block_free(Block *block)
{
    buffer_free(&block->words);
    free(block->lines);
    free(block->inserts);
}

size_t block_bytes(const Block *block)
{
    return sizeof *block + block->words.capacity + block->line_capacity * sizeof *block->lines +
           block->insert_capacity * sizeof *block->inserts;
}

void block_add_insert(Block *block, size_t at, Str words)
{
    block->inserts =
        mem_grow(block->inserts, &block->insert_capacity, block->insert_count + 1, sizeof *block->inserts);
    block->inserts[block->insert_count++] = (Insert){(uint32_t)at, (uint32_t)words.len};
    buffer_add(&block->words, words);
}

static void add_line(Block *block, BlockLine line)
{
    block->lines = mem_grow(block->lines, &block->line_capacity, block->line_count + 1, sizeof *block->lines);
    block->lines[block->line_count++] = line;
}

static void add_break(Breaks *breaks, Break line)
{
    breaks->lines = mem_grow(breaks->lines, &breaks->capacity, breaks->count + 1, sizeof *breaks->lines);
    breaks->lines[breaks->count++] = line;
}

// Breaks at blanks alone, so that references and names of topics stay whole. False when a word is too long
// for that.
static bool break_words(Str s, size_t columns, size_t first, Breaks *breaks)
{
    size_t limit = columns > first ? columns - first : 0;
    Break line = {0};
    breaks->count = 0;
    for (size_t at = 0, end; at < s.len; at = end + 1) {
        end = str_find(s, ' ', at);
        size_t wide = cluster_columns(str_slice(s, at, end)), blank = at > line.from;
        if (wide > columns)
            return false;
        if (line.columns + blank + wide > limit) {
            add_break(breaks, line);
            line = (Break){(uint32_t)at, (uint32_t)at, 0, false};
            limit = columns;
            blank = 0;
        }
        line.to = (uint32_t)end;
        line.columns += (uint32_t)(blank + wide);
    }
    add_break(breaks, line);
    return true;
}

void block_break(Block *block, Part part, size_t from, size_t columns, size_t indent, Breaks *breaks)
{
    size_t first = block->line_count == 0 && block->lead > indent ? block->lead - indent : 0;
    Str words = str_slice(buffer_str(&block->words), from, block->words.len);
    columns = columns > indent + 2 ? columns - indent : 2;
    if (part == PART_TEXT)
        block->rtl = order_turns(words) && order_is_rtl(words);
    if (part == PART_TEXT || !break_words(words, columns, first, breaks))
        break_lines(words, columns, first, breaks);
    for (size_t i = 0; i < breaks->count; i++) {
        const Break *it = &breaks->lines[i];
        size_t in = i == 0 ? indent + first : indent;
        add_line(block, (BlockLine){(uint32_t)from + it->from, (uint32_t)from + it->to, (uint16_t)in,
                                    (uint8_t)part, it->hyphen});
    }
}

size_t block_words_before(const Block *block, size_t at)
{
    size_t words = block->text + at;
    for (size_t i = 0; i < block->insert_count && block->inserts[i].at < at; i++)
        words += block->inserts[i].len;
    return words;
}

size_t block_words_behind(const Block *block, size_t at)
{
    size_t words = block->text + at;
    for (size_t i = 0; i < block->insert_count && block->inserts[i].at <= at; i++)
        words += block->inserts[i].len;
    return words;
}

size_t block_text_at(const Block *block, size_t words)
{
    size_t at = words > block->text ? words - block->text : 0, inserted = 0;
    for (size_t i = 0; i < block->insert_count && block->inserts[i].at + inserted < at; i++) {
        size_t begin = block->inserts[i].at + inserted, len = block->inserts[i].len;
        if (at < begin + len)
            return block->inserts[i].at;
        inserted += len;
    }
    return at - inserted;
}
