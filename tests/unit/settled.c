// SPDX-License-Identifier: MIT
// After any keys and sizes the screen is the one that a fresh reader shows that is put at the same place:
// nothing of the way there stays behind.
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../support/typing.h"
#include "diptych/memory.h"
#include "diptych/tree.h"
#include "unit.h"
#include "view/frame/inside.h"

// --- the program's views, and one that folds

static void *fill_pile(Reader *of)
{
    Tree *tree = tree_new();
    const Speech *speech = dossier_speech(of->dossier, 0);
    for (uint32_t i = 0; i < speech->turn_count && i < of->dossier->topic_count; i++) {
        tree_add_text(tree, 0, (Target){TARGET_TOPIC, i, 0}, (Str){0}, str_of("a turn"), STYLE_BOLD);
        for (uint32_t at = speech->turns[i].first; at < speech->turns[i].first + speech->turns[i].count; at++)
            tree_add_passage(tree, 1, (PassageId){0, at}, (Str){0});
    }
    return tree;
}

static const ViewType pile = {
    .name = "pile",
    .letter = 'y',
    .title = "the pile",
    .hints = "z:fold  q:close",
    .pane = &pane_tree,
    .fill = fill_pile,
};

#define VIEWS_MAX 20

static ViewList with_pile(void)
{
    static const ViewType *types[VIEWS_MAX];
    ViewList all = views_all();
    ck_assert_uint_lt(all.count, VIEWS_MAX);
    memcpy(types, all.types, all.count * sizeof *types);
    types[all.count] = &pile;
    return (ViewList){types, all.count + 1};
}

// --- what a reader is at, given to a fresh one

// What was typed for the search at hand, and whether the names lens was on when it began.
static char searched_for[200];
static bool searched_lens;

// Types a key. A search that begins is told by what it sets anew; a line that is no search leaves the old
// one.
static void type_and_watch(const char *key)
{
    const Prompt *prompt = &reader->prompts[0];
    Finding *finding = &reader->finding;
    int turn = finding->turn;
    finding->turn = INT_MAX;
    type(key);
    if (finding->turn == INT_MAX) {
        finding->turn = turn;
    } else if (strchr(key, '\r') && finding->search) {
        searched_lens = reader->look.lens;
        snprintf(searched_for, sizeof searched_for, "%s", prompt->history[prompt->history_count - 1]);
    }
}

static View *same_view(Reader *fresh, const View *view)
{
    return fresh->views + (view - reader->views);
}

static void work_all(Reader *fresh)
{
    while (reader_work(fresh, 1000))
        ;
}

static void search_too(Reader *fresh)
{
    const Finding *finding = &reader->finding;
    if (!finding->search)
        return;
    fresh->look.lens = searched_lens;
    finding_start(fresh, str_of(searched_for), false);
    work_all(fresh);
    ck_assert_uint_eq(search_count(fresh->finding.search), search_count(finding->search));
    fresh->finding.at = finding->at;
    fresh->finding.on = finding->on;
    fresh->finding.turn = finding->turn;
    fresh->finding.highlight = finding->highlight;
    fresh->finding.pointed = finding->pointed;
}

static void prompt_too(Reader *fresh)
{
    if (!reader->prompting)
        return;
    const Prompt *from = &reader->prompts[reader->prompting - PROMPT_SEARCH];
    Prompt *to = &fresh->prompts[reader->prompting - PROMPT_SEARCH];
    fresh->prompting = reader->prompting;
    prompt_open(to, from->may_regex);
    prompt_replace(to, 0, buffer_str(&from->text));
    to->cursor = from->cursor;
    to->regex = from->regex;
    fresh->choices = reader->choices;
    fresh->choices.items = mem_new(reader->choices.count, sizeof *reader->choices.items);
    fresh->choices.capacity = reader->choices.count;
    if (reader->choices.count)
        memcpy(fresh->choices.items, reader->choices.items,
               reader->choices.count * sizeof *reader->choices.items);
}

// A screen may begin between two places, but a place is a passage and an offset in its text: so both go
// there.
static void place_both(Pane *there, Pane *here)
{
    Spot spot = here->type->spot(here);
    here->type->place(here, &spot);
    there->type->place(there, &spot);
}

static void apart_too(Reader *fresh)
{
    if (!reader_is_apart(reader))
        return;
    move_apart(fresh, (Command){0}, 0);
    fresh->apart_side = reader->apart_side;
    for (int side = 0; side < 2; side++)
        place_both(fresh->apart[side], reader->apart[side]);
}

static void fold_too(Reader *fresh, const Place *place)
{
    Pane *pane = reader_pane(fresh);
    if (!pane->type->inherit)
        return;
    pane->type->inherit(pane, reader_pane(reader));
    pane->type->place(pane, &place->spot);
}

// A reader of the dossier at hand, put where the reader is, which is put there itself.
static Reader *put_fresh(void)
{
    Reader *fresh = reader_open_with(dossier, with_pile(), false, true);
    Place place = reader_place(reader);
    if (!reader_is_apart(reader))
        reader_restore(reader, place);
    reader_resize(fresh, grid->rows, grid->columns);
    memcpy(fresh->chosen, reader->chosen, sizeof fresh->chosen);
    work_all(fresh);
    search_too(fresh);
    fresh->look = reader->look;
    fresh->base = same_view(fresh, reader->base);
    fresh->words = same_view(fresh, reader->words);
    reader_relayout(fresh);
    place.view = same_view(fresh, place.view);
    reader_restore(fresh, place);
    fold_too(fresh, &place);
    apart_too(fresh);
    prompt_too(fresh);
    fresh->link = reader->link;
    fresh->keys = reader->keys;
    return fresh;
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

static const char *const keys[] = {
    "j", "k", "d", "u",      " ",     "b",    "g",  "G",  "h",  "l",  "J",  "K",    "]",    "[",    "}",
    "{", "C", "o", "w",      "(",     ")",    "x",  "\\", "<",  ">",  "#",  "vc",   "vs",   "vi",   "vo",
    "i", "?", "q", "3J",     "9j",    "G",    "D",  "''", "L",  "L",  "z",  "z",    "vyz",  "vyJz", "vr",
    "n", "N", "U", "/the\r", "/land", "/o\r", ":l", ":",  "\t", "\t", "\r", "\033", "\033", "\x15", "\x7f",
};

// What was compared how often.
typedef struct Compared {
    size_t all, searches, prompts, apart, folded;
} Compared;

static bool is_folded(void)
{
    // A row that says how much it holds.
    return reader->view->type == &pile && strstr(shown(), "[+");
}

static void compare(unsigned seed, size_t at, const char *key, Compared *compared)
{
    Reader *fresh = put_fresh();
    char *there = painted(fresh), *here = painted(reader);
    ck_assert_msg(strcmp(here, there) == 0, "seed %u, key %zu (%s), %zux%zu: %s", seed, at, key, grid->rows,
                  grid->columns, first_difference(here, there));
    compared->all++;
    compared->searches += reader->finding.search != NULL;
    compared->prompts += reader->prompting != PROMPT_NONE;
    compared->apart += reader_is_apart(reader);
    compared->folded += is_folded();
    free(here);
    free(there);
    reader_close(fresh);
}

static void type_and_compare(const char *path, unsigned seed, Compared *compared)
{
    open_fixture(path);
    reader_close(reader);
    reader = reader_open_with(dossier, with_pile(), false, true);
    resize(24, 100);
    for (size_t i = 0; i < 500; i++) {
        seed = seed * 1103515245u + 12345u;
        unsigned pick = seed >> 16;
        const char *key = keys[pick % (sizeof keys / sizeof *keys)];
        if (pick % 5 == 0)
            resize(6 + pick % 50, 24 + pick % 277);
        type_and_watch(key);
        if (i % 9 == 0 || reader_is_apart(reader) || is_folded())
            compare(seed, i, key, compared);
    }
    close_reader();
}

// Each of what a reader can be at is met.
START_TEST(the_screen_is_that_of_a_fresh_reader)
{
    Compared compared = {0};
    for (unsigned i = 0; i < 4; i++)
        type_and_compare("tests/fixtures/ferry", ((unsigned)_i * 4 + i) * 7919 + 1, &compared);
    ck_assert_uint_gt(compared.all, 200);
    ck_assert_uint_gt(compared.searches, 0);
    ck_assert_uint_gt(compared.prompts, 0);
    ck_assert_uint_gt(compared.apart, 0);
    ck_assert_uint_gt(compared.folded, 0);
}
END_TEST

Suite *unit_suite(void)
{
    Suite *suite = suite_create("settled");
    TCase *tests = tcase_create("settled");
    tcase_add_loop_test(tests, the_screen_is_that_of_a_fresh_reader, 0, 6);
    suite_add_tcase(suite, tests);
    return suite;
}
