// SPDX-License-Identifier: MIT
#include "colours.h"

// A terminal with so many colours has the cube, besides 16 that everybody chooses.
#define COLOURS_CUBE 256

// A colour of the cube, and what it is made of.
typedef struct Colour {
    int number;
    int rgb;
} Colour;

static const Colour hues[1 + COLOURS_HUES] = {
    [0] = {COLOURS_NONE, COLOURS_NONE},
    {63, 0x5f5fff},  // the first party
    {131, 0xaf5f5f}, // the second
    {29, 0x00875f},  // the third
    {163, 0xd700af}, // what is missing or wrong
    {98, 0x875fd7},  // a match of the search
};

int colours_number(size_t hue, int colours)
{
    if (colours == COLOURS_DIRECT)
        return hues[hue].rgb;
    return colours == COLOURS_CUBE ? hues[hue].number : COLOURS_NONE;
}
