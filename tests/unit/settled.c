// SPDX-License-Identifier: MIT
// After any keys and sizes the screen is the one that a fresh reader shows that is put at the same place:
// nothing of the way there stays behind.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../support/typing.h"
#include "unit.h"
#include "view/frame/inside.h"

static View *same_view(Reader *fresh, const View *view)
{
    return fresh->views + (view - reader->views);
}

// A reader of the dossier at hand, put where the reader is; which is put there itself, since a place is a
// passage and an offset in its text, and a screen may begin between two places.
static Reader *put_fresh(void)
{
    Reader *fresh = reader_open(dossier, false, true);
    Place place = reader_place(reader);
    reader_restore(reader, place);
    fresh->look = reader->look;
    memcpy(fresh->chosen, reader->chosen, sizeof fresh->chosen);
    fresh->base = same_view(fresh, reader->base);
    fresh->words = same_view(fresh, reader->words);
    reader_resize(fresh, grid->rows, grid->columns);
    while (reader_work(fresh, 1000))
        ;
    reader_relayout(fresh);
    place.view = same_view(fresh, place.view);
    reader_restore(fresh, place);
    fresh->link = reader->link;
    fresh->keys = reader->keys;
    return fresh;
}

// What a fresh reader is not told of: prompts, sides that scroll apart, searches.
static bool is_plain(void)
{
    return !reader->prompting && !reader_is_apart(reader) && !reader->finding.search;
}

static char *painted(Reader *of)
{
    Buffer text = {0};
    Grid *onto = grid_new(grid->rows, grid->columns);
    reader_say(of, "%s", "");
    reader_paint(of, onto);
    for (size_t at = 0; at < onto->rows; at++) {
        grid_dump_row(onto, at, &text);
        buffer_add_byte(&text, '\n');
    }
    grid_free(onto);
    return buffer_steal(&text);
}

// The first row that differs, both ways.
static const char *first_difference(const char *here, const char *there)
{
    static char text[2048];
    size_t at = 0, start = 0;
    while (here[at] && here[at] == there[at])
        if (here[at++] == '\n')
            start = at;
    snprintf(text, sizeof text, "\n%.*s\nfresh:\n%.*s", (int)strcspn(here + start, "\n"), here + start,
             (int)strcspn(there + start, "\n"), there + start);
    return text;
}

static const char *const keys[] = {"j",  "k",  "d",  "u",  " ", "b", "g", "G",  "h",  "l",  "J", "K", "]",
                                   "[",  "}",  "{",  "C",  "o", "w", "(", ")",  "x",  "\\", "<", ">", "#",
                                   "vc", "vs", "vi", "vo", "i", "?", "q", "3J", "9j", "G",  "D", "''"};

static void type_and_compare(const char *path, unsigned seed)
{
    open_fixture(path);
    size_t compared = 0;
    for (size_t i = 0; i < 500; i++) {
        seed = seed * 1103515245u + 12345u;
        unsigned pick = seed >> 16;
        if (pick % 5 == 0)
            resize(6 + pick % 50, 24 + pick % 277);
        type(keys[pick % (sizeof keys / sizeof *keys)]);
        if (i % 9 || !is_plain())
            continue;
        Reader *fresh = put_fresh();
        char *there = painted(fresh), *here = painted(reader);
        ck_assert_msg(strcmp(here, there) == 0, "seed %u, key %zu (%s), %zux%zu: %s", seed, i,
                      keys[pick % (sizeof keys / sizeof *keys)], grid->rows, grid->columns,
                      first_difference(here, there));
        compared++;
        free(here);
        free(there);
        reader_close(fresh);
    }
    ck_assert_uint_gt(compared, 20);
    close_reader();
}

START_TEST(the_screen_is_that_of_a_fresh_reader)
{
    type_and_compare("tests/fixtures/ferry", (unsigned)_i * 7919 + 1);
}
END_TEST

Suite *unit_suite(void)
{
    Suite *suite = suite_create("settled");
    TCase *tests = tcase_create("settled");
    tcase_add_loop_test(tests, the_screen_is_that_of_a_fresh_reader, 0, 12);
    suite_add_tcase(suite, tests);
    return suite;
}
