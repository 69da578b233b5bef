// SPDX-License-Identifier: MIT
#include "text/chances.h"

#include <string.h>
#include <unictype.h>
#include <unilbrk.h>
#include <unistr.h>

#include "text/utf8.h"

// Infix separators, the class IS: "." of "U.S." and "i.e.".
static bool is_separator(uint32_t point)
{
    static const uint32_t others[] = {0x37E, 0x589, 0x60C, 0x60D, 0x7F8, 0x2044, 0xFE10, 0xFE13, 0xFE14};
    if (point < 0x80)
        return point == '.' || point == ',' || point == ':' || point == ';';
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (others[i] == point)
            return true;
    return false;
}

// True when a line may end between the two, in libunistring's opinion.
static bool parts(uint32_t before, uint32_t behind)
{
    uint8_t pair[12];
    char chances[sizeof pair];
    const int first = u8_uctomb(pair, before, 6);
    const int second = first > 0 ? u8_uctomb(pair + first, behind, 6) : -1;
    if (second < 0)
        return false;
    u8_possible_linebreaks(pair, (size_t)(first + second), "UTF-8", chances);
    return chances[first] == UC_BREAK_POSSIBLE;
}

// True for the classes AL and HL: what keeps to letters and not to ideographs.
static bool is_alphabetic(uint32_t point)
{
    const uint32_t letter = 'a', ideograph = 0x4E00;
    if (uc_is_general_category_withtable(point, UC_CATEGORY_MASK_Nd))
        return false;
    return !parts(letter, point) && !parts(point, letter) && parts(ideograph, point) &&
           parts(point, ideograph);
}

// Rule 29, which libunistring 1.0 lacks: no line ends between a separator and a letter.
static void keep_letters(Str s, char *chances)
{
    bool separator = false;
    for (size_t at = 0; at < s.len;) {
        const Decoded decoded = utf8_decode_shown(s, at);
        if (separator && chances[at] == UC_BREAK_POSSIBLE && is_alphabetic(decoded.point))
            chances[at] = UC_BREAK_PROHIBITED;
        // A mark is of the class of what it is on.
        const bool mark =
            decoded.point >= 0x300 && uc_is_general_category_withtable(decoded.point, UC_CATEGORY_MASK_M);
        separator = is_separator(decoded.point) || (mark && separator);
        at += decoded.bytes;
    }
}

static bool is_letter(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (unsigned char)byte >= 0x80;
}

// "No. 5", "Nos. 5 and 6", "Nr. 5": bytes [at, ...) are the blank.
static bool numbers(Str s, size_t at)
{
    static const char *const words[] = {"No.", "no.", "Nos.", "nos.", "Nr.", "\xe2\x84\x96"};
    if (at + 1 >= s.len || s.at[at + 1] < '0' || s.at[at + 1] > '9')
        return false;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        const size_t len = strlen(words[i]);
        if (at >= len && memcmp(s.at + at - len, words[i], len) == 0 &&
            (at == len || !is_letter(s.at[at - len - 1])))
            return true;
    }
    return false;
}

void chances_find(Str s, char *chances)
{
    u8_possible_linebreaks((const uint8_t *)s.at, s.len, "UTF-8", chances);
    keep_letters(s, chances);
    for (const char *blank = s.len ? memchr(s.at, ' ', s.len) : NULL; blank;) {
        const size_t at = (size_t)(blank - s.at);
        if (numbers(s, at))
            chances[at + 1] = UC_BREAK_PROHIBITED;
        blank = memchr(blank + 1, ' ', s.len - at - 1);
    }
}
