// SPDX-License-Identifier: MIT
#include "text/spotter.h"

#include <string.h>

#include "diptych/fold.h"
#include "text/utf8.h"

// Bytes that are looked at behind the last one of a block.
#define REACH (SPOTTER_BLOCK + 2)

static uint8_t case_mask(const Needle *needle, char byte)
{
    return !(needle->keep & FOLD_KEEP_CASE) && byte >= 'a' && byte <= 'z' ? 0x20 : 0;
}

static Block all(uint8_t byte)
{
    Block block;
    memset(&block, byte, sizeof block);
    return block;
}

Spotter spotter_new(const Needle *needle)
{
    const Keystone *keystone = &needle->keystone;
    Spotter spotter = {.needle = needle, .ascii = keystone->point < 0x80, .any_next = true};
    if (!spotter.ascii)
        return spotter;
    const char *byte = needle->word.at + keystone->at;
    spotter.mask = all(case_mask(needle, byte[0]));
    spotter.want = all((uint8_t)byte[0]);
    if (keystone->at + 1 < needle->word.len && (unsigned char)byte[1] < 0x80) {
        spotter.any_next = false;
        spotter.next_mask = all(case_mask(needle, byte[1]));
        spotter.next_want = all((uint8_t)byte[1]);
    }
    return spotter;
}

static void take_leads(Spotter *spotter, const Lead *leads, size_t count)
{
    size_t taken = 0;
    for (size_t bytes = 1; bytes <= LEAD_BYTES; bytes++)
        for (size_t i = 0; i < count; i++) {
            if (leads[i].count != bytes)
                continue;
            for (size_t k = 0; k < bytes; k++)
                spotter->leads[taken][k] = all(leads[i].bytes[k]);
            taken++;
            spotter->counts[bytes - 1]++;
        }
}

void spotter_learn(Spotter *spotter)
{
    Lead leads[LEADS_MAX];
    take_leads(spotter, leads, leads_of(spotter->needle, leads));
    spotter->knows = true;
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

// Where the keystone stands in ASCII, in front of what follows it in the word or of what may hide that.
static Block hits_of_ascii(const Spotter *spotter, Block here, const char *at)
{
    const Block hits = (Block)((here | spotter->mask) == spotter->want);
    if (spotter->any_next || !any(hits))
        return hits;
    const Block next = load(at + 1);
    const Block same = (Block)((next | spotter->next_mask) == spotter->next_want);
    const Block odd = (Block)(next - all(' ') >= all(0x7F - ' ')) | (Block)(next == all('-'));
    // Behind a blank a line may end that the next one joins.
    const Block ends = (Block)(next == all(' ')) & (Block)(load(at + 2) <= all(' '));
    return hits & (same | odd | ends);
}

// Where characters begin that the keystone may come from.
static Block hits_of_others(const Spotter *spotter, Block here, const char *at)
{
    const Block leads = (Block)(here >= all(0xC2));
    if (!any(leads) || !spotter->knows)
        return leads;
    const Block second = load(at + 1), third = load(at + 2);
    const Block(*it)[LEAD_BYTES] = spotter->leads;
    Block hits = {0};
    for (const Block(*end)[LEAD_BYTES] = it + spotter->counts[0]; it < end; it++)
        hits |= (Block)(here == (*it)[0]);
    for (const Block(*end)[LEAD_BYTES] = it + spotter->counts[1]; it < end; it++)
        hits |= (Block)(here == (*it)[0]) & (Block)(second == (*it)[1]);
    for (const Block(*end)[LEAD_BYTES] = it + spotter->counts[2]; it < end; it++)
        hits |= (Block)(here == (*it)[0]) & (Block)(second == (*it)[1]) & (Block)(third == (*it)[2]);
    return hits;
}

static Block look(const Spotter *spotter, const char *at)
{
    const Block here = load(at);
    Block hits = hits_of_others(spotter, here, at);
    if (spotter->ascii)
        hits |= hits_of_ascii(spotter, here, at);
    if (spotter->needle->keystone.coded)
        hits |= ((Block)(here < all(' ')) & (Block)(here != all('\n'))) | (Block)(here == all(0x7F));
    return hits;
}

// True when the control character at `at` is white space in a text: a tab, or the first half of a line end.
static bool is_white(Str raw, size_t at)
{
    return raw.at[at] == '\n' || raw.at[at] == '\t' ||
           (raw.at[at] == '\r' && at + 1 < raw.len && raw.at[at + 1] == '\n');
}

static bool may_come_from(const Spotter *spotter, Str raw, size_t at)
{
    const uint8_t byte = (uint8_t)raw.at[at];
    if (spotter->ascii && (byte | spotter->mask[0]) == spotter->want[0])
        return true;
    if (byte < 0x80)
        return spotter->needle->keystone.coded && (byte < ' ' || byte == 0x7F) && !is_white(raw, at);
    const Decoded decoded = utf8_decode(raw, at);
    return decoded.point != UTF8_INVALID && needle_minds(spotter->needle, decoded.point);
}

// The first hit of a block that is one; SPOTTER_BLOCK when none is.
static size_t first_hit(const Spotter *spotter, Str raw, size_t at, Block hits)
{
    uint8_t lanes[SPOTTER_BLOCK];
    memcpy(lanes, &hits, sizeof lanes);
    size_t lane = 0;
    while (lane < SPOTTER_BLOCK && !(lanes[lane] && may_come_from(spotter, raw, at + lane)))
        lane++;
    return lane;
}

size_t spotter_next(const Spotter *spotter, Str raw, size_t from)
{
    size_t at = from;
    for (; at < raw.len && raw.len - at >= REACH; at += SPOTTER_BLOCK) {
        const Block hits = look(spotter, raw.at + at);
        if (!any(hits))
            continue;
        const size_t lane = first_hit(spotter, raw, at, hits);
        if (lane < SPOTTER_BLOCK)
            return at + lane;
    }
    while (at < raw.len && !may_come_from(spotter, raw, at))
        at++;
    return at < raw.len ? at : raw.len;
}
