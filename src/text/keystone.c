// SPDX-License-Identifier: MIT
#include "text/keystone.h"

#include <stdlib.h>
#include <string.h>
#include <unictype.h>
#include <uninorm.h>
#include <unistr.h>

#include "text/points.h"
#include "text/utf8.h"

// Letters by how often they are met, the most frequent ones first.
static const char *const frequent[] = {
    "etaoinsrhldcumfpgwyb19.,850vk-247xjqz36",
    "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё",
    "αοιετσνηυρπκμλςδγχθφβξζψω",
};

// What else is against a character, in letters of those lists.
#define MORE_FORMS 40 // letters that many texts have with accents
#define COMPOSED 60   // what may be put together of two characters
#define KANA 20
#define MARK 100
#define LAST 100 // nothing of the word follows that could be looked at too
#define NONE_AT_ALL 1000

// How often it is met: nothing for what is in none of the lists.
static int frequency(Str character)
{
    for (size_t i = 0; i < sizeof frequent / sizeof *frequent; i++) {
        const Str list = str_of(frequent[i]);
        const char *found = memmem(list.at, list.len, character.at, character.len);
        if (found)
            return (int)((list.len - (size_t)(found - list.at)) / character.len);
    }
    return 0;
}

// True for what "<U+001B x2>" and "<and 7 more control characters>" are written with.
static bool is_coded(uint32_t point)
{
    return point && point < 0x80 && strchr("<>+0123456789abcdefhlmnorstuxABCDEFU", (int)point);
}

// The canonical decomposition; returns how many parts there are.
static size_t take_apart(uint32_t point, ucs4_t parts[UC_DECOMPOSITION_MAX_LENGTH])
{
    size_t count = UC_DECOMPOSITION_MAX_LENGTH;
    ucs4_t *result = u32_normalize(UNINORM_NFD, &point, 1, parts, &count);
    if (result == parts)
        return count;
    free(result);
    return 0;
}

static void take_marks(Keystone *keystone)
{
    ucs4_t parts[UC_DECOMPOSITION_MAX_LENGTH];
    const size_t count = take_apart(keystone->point, parts);
    for (size_t i = 1; i < count && i <= KEYSTONE_MARKS; i++)
        keystone->marks[keystone->mark_count++] = parts[i];
}

static int cost(const Keystone *keystone, Str word)
{
    const Str own = str_slice(word, keystone->at, keystone->at + keystone->len);
    const uint32_t point = keystone->point;
    if (point == UTF8_REPLACEMENT)
        return NONE_AT_ALL;
    int sum = 2 * frequency(own);
    if (point < 0x80)
        sum += keystone->at + 1 < word.len ? frequency(str_slice(word, keystone->at + 1, keystone->at + 2))
                                           : LAST;
    if (point < 0x80 && strchr("aceinouy", (int)point))
        sum += MORE_FORMS;
    if (keystone->mark_count)
        sum += COMPOSED;
    if (point >= 0x3040 && point < 0x3100)
        sum += KANA;
    if (uc_is_general_category_withtable(point, UC_CATEGORY_MASK_M))
        sum += MARK;
    return sum;
}

Keystone keystone_choose(Str word)
{
    Keystone best = {.point = UTF8_REPLACEMENT};
    int least = NONE_AT_ALL;
    for (size_t at = 0; at < word.len;) {
        const Decoded decoded = utf8_decode_shown(word, at);
        Keystone keystone = {
            .point = decoded.point, .at = at, .len = decoded.bytes, .coded = is_coded(decoded.point)};
        take_marks(&keystone);
        if (cost(&keystone, word) < least) {
            least = cost(&keystone, word);
            best = keystone;
        }
        at += decoded.bytes;
    }
    return best;
}

static bool is_mark_of(const Keystone *keystone, uint32_t point)
{
    for (size_t i = 0; i < keystone->mark_count; i++)
        if (keystone->marks[i] == point)
            return true;
    return false;
}

// True when the character may make the keystone of what stands before it.
static bool completes(const Keystone *keystone, const FoldEntry *entry, uint32_t point)
{
    if (!keystone->mark_count)
        return false;
    if (entry->how == FOLD_VOICED)
        return is_mark_of(keystone, utf8_decode_shown((Str){entry->bytes, entry->len}, 0).point);
    ucs4_t parts[UC_DECOMPOSITION_MAX_LENGTH];
    const size_t count = point_of(point).composes ? take_apart(point, parts) : 0;
    for (size_t i = 0; i < count; i++)
        if (is_mark_of(keystone, parts[i]))
            return true;
    return false;
}

bool keystone_minds(const Keystone *keystone, const FoldTable *table, const FoldEntry *entry, uint32_t point)
{
    const Showing showing = point_of(point).showing;
    if (showing == SHOWING_CODE)
        return keystone->coded;
    if (showing == SHOWING_REPLACED)
        return keystone->point == UTF8_REPLACEMENT;
    uint8_t bytes[6];
    const int len = u8_uctomb(bytes, keystone->point, sizeof bytes);
    const Str folded = fold_entry_bytes(table, entry);
    return memmem(folded.at, folded.len, bytes, len > 0 ? (size_t)len : 0) ||
           completes(keystone, entry, point);
}
