// SPDX-License-Identifier: MIT
#include "walk.h"

static const char *const ways[] = {
    "j",          "k",         "d",
    "u",          " ",         "b",
    "g",          "G",         "J",
    "K",          "]",         "[",
    "}",          "{",         "C",
    "h",          "l",         "o",
    "w",          ".",         ",",
    "n",          "N",         "U",
    "i",          "x",         "\\",
    "<",          ">",         "L",
    "z",          "#",         "D",
    "\t",         "\r",        "\177",
    ")",          "(",         "''",
    "\f",         "vo",        "vc",
    "vs",         "vi",        "vx",
    "vr",         "?",         "\033",
    "2}",         "5j",        "3]",
    "y",          "Y",         "P",
    "/treaty\r",  "/iturup\r", "/no such words\r",
    ":wg2\r",     ":yalta\r",  ":1956\r",
    ":nothing\r",
};

void walk_add(Buffer *out, long count, uint32_t seed)
{
    uint32_t state = seed * 2654435761u + 1;
    while (count-- > 0) {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        buffer_add_text(out, ways[state % (sizeof ways / sizeof *ways)]);
    }
}
