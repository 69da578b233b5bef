// SPDX-License-Identifier: MIT
#include "text/probe.h"

#include <string.h>

// How rare a byte is in English prose: the more, the higher.
static size_t rarity(char byte)
{
    static const char common[] = "etaoinsrhldcumfpgwyb19.,850vk-247xjqz36";
    const char *found = memchr(common, byte, sizeof common - 1);
    return found ? (size_t)(found - common) : sizeof common;
}

// Where the rarest byte of the word is, but for the one at `except`.
static size_t rarest(Str word, size_t except)
{
    size_t best = except == 0 && word.len > 1 ? 1 : 0;
    for (size_t i = best + 1; i < word.len; i++)
        if (i != except && rarity(word.at[i]) > rarity(word.at[best]))
            best = i;
    return best;
}

static uint8_t case_mask(char byte, bool exact)
{
    return !exact && byte >= 'a' && byte <= 'z' ? 0x20 : 0;
}

static Block all(uint8_t byte)
{
    Block block;
    memset(&block, byte, sizeof block);
    return block;
}

static Sample sample(Str word, bool exact, size_t at)
{
    const char byte = word.at[at];
    return (Sample){at, all(case_mask(byte, exact)), all((uint8_t)byte)};
}

Probe probe_new(Str word, bool exact)
{
    Probe probe = {.word = word, .exact = exact, .reach = PROBE_BLOCK + 1};
    if (word.len == 0) {
        probe.rare[0] = probe.rare[1] = (Sample){0, all(0xFF), all(0)}; // no byte is that
        return probe;
    }
    const size_t first = rarest(word, SIZE_MAX);
    const size_t second = rarest(word, first);
    probe.rare[0] = sample(word, exact, first);
    probe.rare[1] = sample(word, exact, second);
    const size_t furthest = first > second ? first : second;
    probe.reach += furthest > 1 ? furthest - 1 : 0;
    return probe;
}

static Block load(const char *at)
{
    Block block;
    memcpy(&block, at, sizeof block);
    return block;
}

static bool any(Block block)
{
    uint64_t halves[2];
    memcpy(halves, &block, sizeof halves);
    return (halves[0] | halves[1]) != 0;
}

static Block likely(const Sample *sample_of, const char *at)
{
    return (Block)((load(at + sample_of->at) | sample_of->mask) == sample_of->want);
}

ProbeLook probe_look(const Probe *probe, const char *at)
{
    const Block here = load(at);
    // A hyphen before a blank or line end may divide a word.
    const Block divides = (Block)(here == all('-')) & (Block)(load(at + 1) <= all(' '));
    const Block odd = ((Block)(here - all(' ') >= all(0x7F - ' ')) & (Block)(here != all('\n'))) | divides;
    return (ProbeLook){any(likely(&probe->rare[0], at) & likely(&probe->rare[1], at)), any(odd)};
}

static bool begins_at(const Probe *probe, Str raw, size_t at)
{
    const Str word = probe->word;
    if (raw.len - at < word.len)
        return false;
    for (size_t i = 0; i < word.len; i++)
        if (((uint8_t)raw.at[at + i] | case_mask(word.at[i], probe->exact)) != (uint8_t)word.at[i])
            return false;
    return true;
}

bool probe_occurs(const Probe *probe, Str raw, size_t from, size_t to)
{
    for (size_t at = from; at < to && probe->word.len > 0; at++)
        if (begins_at(probe, raw, at))
            return true;
    return false;
}
