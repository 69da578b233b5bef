// SPDX-License-Identifier: MIT
// That every colour can be read on black and on white, in the palettes that terminals come with.
#include <math.h>

#include "diptych/grid.h"
#include "tui/colours.h"
#include "unit.h"

// As WCAG 2 has them: of a channel, of a colour, and between two.
static double linear(int channel)
{
    double share = channel / 255.0;
    return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4);
}

static double luminance(int rgb)
{
    return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8 & 255) + 0.0722 * linear(rgb & 255);
}

static double contrast(int rgb, int ground)
{
    double a = luminance(rgb), b = luminance(ground);
    return a > b ? (a + 0.05) / (b + 0.05) : (b + 0.05) / (a + 0.05);
}

typedef struct Palette {
    const char *name;
    int colours[16];
} Palette;

static const Palette palettes[] = {
    {"xterm",
     {0x000000, 0xcd0000, 0x00cd00, 0xcdcd00, 0x0000ee, 0xcd00cd, 0x00cdcd, 0xe5e5e5, 0x7f7f7f, 0xff0000,
      0x00ff00, 0xffff00, 0x5c5cff, 0xff00ff, 0x00ffff, 0xffffff}},
    {"Linux",
     {0x000000, 0xaa0000, 0x00aa00, 0xaa5500, 0x0000aa, 0xaa00aa, 0x00aaaa, 0xaaaaaa, 0x555555, 0xff5555,
      0x55ff55, 0xffff55, 0x5555ff, 0xff55ff, 0x55ffff, 0xffffff}},
    {"Solarized",
     {0x073642, 0xdc322f, 0x859900, 0xb58900, 0x268bd2, 0xd33682, 0x2aa198, 0xeee8d5, 0x002b36, 0xcb4b16,
      0x586e75, 0x657b83, 0x839496, 0x6c71c4, 0x93a1a1, 0xfdf6e3}},
};

// The colours above the first 16, which all of them share.
static int in_cube(int number)
{
    static const int levels[] = {0x00, 0x5f, 0x87, 0xaf, 0xd7, 0xff};
    int at = number - 16, grey = 8 + 10 * (number - 232);
    if (number >= 232)
        return grey << 16 | grey << 8 | grey;
    return levels[at / 36] << 16 | levels[at / 6 % 6] << 8 | levels[at % 6];
}

static void can_be_read(const char *palette, int number, int rgb)
{
    ck_assert_msg(contrast(rgb, 0x000000) >= 4.5, "%d on black in %s", number, palette);
    ck_assert_msg(contrast(rgb, 0xffffff) >= 4.5, "%d on white in %s", number, palette);
}

static const int numbers[] = {-1, 0, 2, 8, 16, 64, 88, 256, COLOURS_DIRECT};

START_TEST(every_colour_can_be_read)
{
    int colours = numbers[_i];
    for (size_t hue = 0; hue <= COLOURS_HUES; hue++) {
        int number = colours_number(hue, colours);
        if (number == COLOURS_NONE)
            continue;
        ck_assert_int_ge(number, 0);
        ck_assert_int_lt(number, colours);
        for (size_t i = 0; i < sizeof palettes / sizeof *palettes; i++) {
            bool direct = colours == COLOURS_DIRECT;
            can_be_read(palettes[i].name, number,
                        direct        ? number
                        : number < 16 ? palettes[i].colours[number]
                                      : in_cube(number));
        }
    }
}
END_TEST

START_TEST(every_hue_has_a_colour_of_its_own)
{
    int colours = _i ? COLOURS_DIRECT : 256;
    ck_assert_uint_eq(COLOURS_HUES, STYLE_HUE_HIT / STYLE_HUE_FIRST);
    ck_assert_int_eq(colours_number(0, colours), COLOURS_NONE);
    for (size_t hue = 1; hue <= COLOURS_HUES; hue++) {
        ck_assert_int_ne(colours_number(hue, colours), COLOURS_NONE);
        ck_assert_int_eq(colours_number(hue, COLOURS_DIRECT), in_cube(colours_number(hue, 256)));
        for (size_t other = 0; other < hue; other++)
            ck_assert_int_ne(colours_number(hue, colours), colours_number(other, colours));
    }
}
END_TEST

// That the test can tell: what terminals call blue and yellow cannot be read on one of the two.
START_TEST(contrasts_are_told)
{
    ck_assert_double_eq_tol(contrast(0x000000, 0xffffff), 21, 0.001);
    ck_assert_double_eq_tol(contrast(0xffffff, 0xffffff), 1, 0.001);
    ck_assert_double_lt(contrast(palettes[0].colours[4], 0x000000), 4.5);
    ck_assert_double_lt(contrast(palettes[0].colours[3], 0xffffff), 4.5);
}
END_TEST

Suite *unit_suite(void)
{
    Suite *suite = suite_create("colours");
    TCase *tests = tcase_create("colours");
    tcase_add_loop_test(tests, every_colour_can_be_read, 0, sizeof numbers / sizeof *numbers);
    tcase_add_loop_test(tests, every_hue_has_a_colour_of_its_own, 0, 2);
    tcase_add_test(tests, contrasts_are_told);
    suite_add_tcase(suite, tests);
    return suite;
}
