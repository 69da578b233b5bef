// SPDX-License-Identifier: MIT
#include "text/letters.h"

#include <string.h>
#include <unictype.h>
#include <uniname.h>
#include <uninorm.h>

#include "text/pointranges.h"

#define IS_IN(ranges, point) point_ranges_hold(ranges, sizeof(ranges) / sizeof *(ranges), point)

// Quotation marks by Unicode's own property are not enough: people type an apostrophe for primes, for the
// half rings of transliteration, and for marks that stand in front of a Greek capital.
static const PointRange singles[] = {
    {0xB4, 0xB4},     {0x2B9, 0x2B9},   {0x2BB, 0x2BF},   {0x2C8, 0x2C8},   {0x2CA, 0x2CB},
    {0x374, 0x374},   {0x384, 0x384},   {0x559, 0x55B},   {0x5F3, 0x5F3},   {0x7F4, 0x7F5},
    {0x1FBD, 0x1FBD}, {0x1FBF, 0x1FBF}, {0x1FFD, 0x1FFE}, {0x2018, 0x201B}, {0x2032, 0x2032},
    {0x2035, 0x2035}, {0x2039, 0x203A}, {0x275B, 0x275C}, {0x275F, 0x275F}, {0x276E, 0x276F},
    {0xA78B, 0xA78C}, {0xFF07, 0xFF07},
};
static const PointRange doubles[] = {
    {0x2BA, 0x2BA}, {0x2EE, 0x2EE}, {0x5F4, 0x5F4}, {0x2033, 0x2033}, {0x2036, 0x2036}, {0x2760, 0x2760},
};

uint32_t letter_plain_style(uint32_t point)
{
    if (point < 0x80)
        return point;
    if (IS_IN(singles, point))
        return '\'';
    if (IS_IN(doubles, point) || uc_is_property_quotation_mark(point) || point == 0x275D || point == 0x275E ||
        (point >= 0x1F676 && point <= 0x1F678))
        return '"';
    const bool dash = uc_is_general_category_withtable(point, UC_CATEGORY_MASK_Pd);
    return dash || point == 0x2043 || point == 0x2212 || point == 0x2D7 ? '-' : point;
}

bool letter_is_accent(uint32_t point)
{
    static const PointRange accents[] = {
        {0x300, 0x36F},   {0x483, 0x489},   {0x591, 0x5C7},   {0x610, 0x61A},   {0x64B, 0x65F},
        {0x670, 0x670},   {0x6D6, 0x6ED},   {0x898, 0x89F},   {0x8CA, 0x8FF},   {0x1AB0, 0x1AFF},
        {0x1DC0, 0x1DFF}, {0x20D0, 0x20F0}, {0x2DE0, 0x2DFF}, {0xA66F, 0xA67D}, {0xA69E, 0xA69F},
        {0xFB1E, 0xFB1E}, {0xFE20, 0xFE2F},
    };
    return point >= 0x300 && IS_IN(accents, point) &&
           uc_is_general_category_withtable(point, UC_CATEGORY_MASK_Mn | UC_CATEGORY_MASK_Me);
}

static bool is_of_script(uint32_t point, const char *const *names, size_t count)
{
    const uc_script_t *script = uc_script(point);
    for (size_t i = 0; script && i < count; i++)
        if (strcmp(script->name, names[i]) == 0)
            return true;
    return false;
}

bool letter_takes_accents(uint32_t point)
{
    static const char *const names[] = {"Latin", "Greek", "Cyrillic", "Hebrew", "Arabic"};
    return is_of_script(point, names, sizeof names / sizeof *names);
}

// Letters whose names do not tell what they are typed as.
static const struct {
    uint32_t point, plain[LETTER_PLAIN_MAX];
} typed[] = {
    {0xC6, {'A', 'e'}},   {0xD0, {'D'}},       {0xDE, {'T', 'h'}},  {0xDF, {'s', 's'}},   {0xE6, {'a', 'e'}},
    {0xF0, {'d'}},        {0xFE, {'t', 'h'}},  {0x131, {'i'}},      {0x138, {'q'}},       {0x14A, {'N'}},
    {0x14B, {'n'}},       {0x152, {'O', 'e'}}, {0x153, {'o', 'e'}}, {0x189, {'D'}},       {0x237, {'j'}},
    {0x1D6B, {'u', 'e'}}, {0x1E9C, {'s'}},     {0x1E9D, {'s'}},     {0x1E9E, {'S', 'S'}}, {0xA7A6, {'R'}},
};

static bool letter_typed(uint32_t point, uint32_t plain[LETTER_PLAIN_MAX])
{
    for (size_t i = 0; i < sizeof typed / sizeof *typed; i++)
        if (typed[i].point == point) {
            memcpy(plain, typed[i].plain, sizeof typed[i].plain);
            return true;
        }
    return false;
}

// "LATIN SMALL LETTER O" of "LATIN SMALL LETTER O WITH STROKE".
static uint32_t named_without_addition(uint32_t point)
{
    char name[UNINAME_MAX];
    if (!unicode_character_name(point, name))
        return UNINAME_INVALID;
    char *with = strstr(name, " WITH ");
    if (!with)
        return UNINAME_INVALID;
    *with = '\0';
    return unicode_name_character(name);
}

size_t letter_plain(uint32_t point, uint32_t plain[LETTER_PLAIN_MAX])
{
    static const char *const names[] = {"Latin", "Greek", "Cyrillic"};
    if (point < 0x80)
        return 0;
    if (!letter_typed(point, plain)) {
        if (!is_of_script(point, names, sizeof names / sizeof *names) ||
            !uc_is_general_category_withtable(point, UC_CATEGORY_MASK_L))
            return 0;
        plain[0] = named_without_addition(point);
        plain[1] = 0;
        if (plain[0] == UNINAME_INVALID)
            return 0;
        ucs4_t parts[UC_DECOMPOSITION_MAX_LENGTH];
        if (uc_canonical_decomposition(plain[0], parts) > 0)
            plain[0] = parts[0];
        letter_typed(plain[0], plain);
    }
    return plain[1] ? 2 : 1;
}

bool letter_goes_on(uint32_t point)
{
    if (point < 0x300)
        return false;
    const bool jamo = (point >= 0x1160 && point <= 0x11FF) || (point >= 0xD7B0 && point <= 0xD7FF);
    const int order = uc_combining_class(point);
    return jamo || order == UC_CCC_NK || order == UC_CCC_KV || letter_is_accent(point);
}
