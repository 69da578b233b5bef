// SPDX-License-Identifier: MIT
// Trees: what is folded is counted, found again and unfolded where somebody goes there, however deep or wide.
#include "diptych/tree.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "diptych/visible.h"
#include "unit.h"

#include "../support/framed.h"

static char *screen;

static void add(Tree *tree, size_t depth, size_t index)
{
    char text[40];
    sprintf(text, "node %zu;", index);
    tree_add_text(tree, depth, topic(index), (Str){0}, str_of(text), STYLE_PLAIN);
}

// Three levels of ten: node 0 holds 1 and 12, each of which holds ten; and so on.
static Tree *generate(void)
{
    Tree *tree = tree_new();
    size_t index = 0;
    for (size_t a = 0; a < 10; a++) {
        add(tree, 0, index++);
        for (size_t b = 0; b < 10; b++) {
            add(tree, 1, index++);
            for (size_t c = 0; c < 10; c++)
                add(tree, 2, index++);
        }
    }
    return tree;
}

static void open_tree(Tree *tree, size_t columns)
{
    open_pane(&pane_tree, tree, columns);
    screen = NULL;
}

static void close_tree(void)
{
    close_pane();
    free(screen);
}

static const char *shown(void)
{
    Buffer text = {0};
    paint();
    grid_dump(grid, &text);
    free(screen);
    screen = buffer_steal(&text);
    return screen;
}

static void shows(const char *text)
{
    ck_assert_msg(strstr(shown(), text) != NULL, "no \"%s\" on\n%s", text, screen);
}

static void hides(const char *text)
{
    ck_assert_msg(strstr(shown(), text) == NULL, "\"%s\" on\n%s", text, screen);
}

static void is_at(size_t index)
{
    ck_assert_uint_eq(pane->type->target(pane).index, index);
}

START_TEST(what_is_folded_is_counted)
{
    open_tree(generate(), widths[_i]);
    shows(">[-] node 0;");
    shows("\n   [-] node 1;");
    shows("\n     node 2;");
    ck_assert(pane->type->fold(pane));
    shows(">[+110] node 0;");
    hides("node 1;");
    shows("node 111;");
    is_at(0);
    ck_assert(pane->type->step(pane, 1, 1, true));
    is_at(111);
    ck_assert(pane->type->step(pane, 1, 1, true));
    is_at(112);
    ck_assert(pane->type->fold(pane));
    shows("[+10] node 112;");
    shows("node 123;");
    ck_assert(pane->type->fold(pane));
    shows("node 113;");
    close_tree();
}
END_TEST

START_TEST(leaves_do_not_fold)
{
    open_tree(generate(), widths[_i]);
    pane->type->step(pane, 1, 2, true);
    is_at(2);
    ck_assert(!pane->type->fold(pane));
    close_tree();
}
END_TEST

START_TEST(folds_within_folds_are_kept)
{
    open_tree(generate(), widths[_i]);
    pane->type->step(pane, 1, 1, true);
    ck_assert(pane->type->fold(pane));
    pane->type->step(pane, -1, 1, true);
    ck_assert(pane->type->fold(pane));
    hides("node 1;");
    ck_assert(pane->type->fold(pane));
    shows("[+10] node 1;");
    hides("node 2;");
    close_tree();
}
END_TEST

START_TEST(bands_are_what_stands_at_the_top)
{
    open_tree(generate(), widths[_i]);
    ck_assert(pane->type->step_band(pane, 1, 3));
    is_at(333);
    ck_assert(pane->type->fold(pane));
    ck_assert(pane->type->step_band(pane, 1, 1));
    is_at(444);
    ck_assert(!pane->type->step_band(pane, 1, 100));
    is_at(999);
    close_tree();
}
END_TEST

START_TEST(going_to_what_is_folded_unfolds_it)
{
    open_tree(generate(), widths[_i]);
    pane->type->step(pane, 1, 13, true);
    is_at(13);
    Spot spot = pane->type->spot(pane);
    pane->type->to_end(pane, -1);
    ck_assert(pane->type->fold(pane));
    hides("node 13;");
    ck_assert(pane->type->place(pane, &spot));
    is_at(13);
    shows("node 13;");
    ck_assert_uint_eq(pane->type->spot(pane).row, spot.row);
    spot.target = topic(5000);
    ck_assert(!pane->type->place(pane, &spot));
    is_at(13);
    close_tree();
}
END_TEST

START_TEST(folds_outlast_new_content_and_new_widths)
{
    open_tree(generate(), widths[_i]);
    pane->type->step_band(pane, 1, 2);
    ck_assert(pane->type->fold(pane));
    for (size_t i = 0; i < WIDTHS; i++) {
        resize_pane(widths[i]);
        shows("[+110] node 222;");
        is_at(222);
    }
    Pane *older = pane;
    Setting setting = older->setting;
    pane = pane_tree.open(generate(), &setting);
    pane->type->inherit(pane, older);
    Spot spot = older->type->spot(older);
    ck_assert(pane->type->place(pane, &spot));
    pane_close(older);
    shows("[+110] node 222;");
    is_at(222);
    close_tree();
}
END_TEST

// Each below the one before: however deep, there is room for words, and all of it can be folded.
START_TEST(deep_trees_are_walked)
{
    size_t depth = 100000;
    Tree *tree = tree_new();
    for (size_t i = 0; i < depth; i++)
        add(tree, i, i);
    ck_assert_uint_eq(tree_below(tree, 0), depth - 1);
    open_tree(tree, widths[_i]);
    pane->type->to_end(pane, 1);
    is_at(depth - 1);
    shows("node 99999;");
    Spot spot = pane->type->spot(pane);
    pane->type->to_end(pane, -1);
    ck_assert(pane->type->fold(pane));
    shows("[+99999] node 0;");
    ck_assert(pane->type->place(pane, &spot));
    shows("node 99999;");
    close_tree();
}
END_TEST

START_TEST(wide_trees_are_walked)
{
    size_t count = 200000;
    Tree *tree = tree_new();
    add(tree, 0, 0);
    for (size_t i = 1; i < count; i++)
        add(tree, 1, i);
    open_tree(tree, widths[_i]);
    ck_assert(!pane->type->step(pane, 1, count, true));
    is_at(count - 1);
    shows("node 199999;");
    pane->type->to_end(pane, -1);
    ck_assert(pane->type->fold(pane));
    shows("[+199999] node 0;");
    close_tree();
}
END_TEST

START_TEST(levels_are_not_skipped)
{
    Tree *tree = tree_new();
    add(tree, 7, 0);
    add(tree, 9, 1);
    add(tree, 1, 2);
    add(tree, 0, 3);
    ck_assert_uint_eq(tree->nodes[0].depth, 0);
    ck_assert_uint_eq(tree->nodes[1].depth, 1);
    ck_assert_uint_eq(tree_below(tree, 0), 2);
    ck_assert_uint_eq(tree_below(tree, 1), 0);
    ck_assert_uint_eq(tree_below(tree, 3), 0);
    tree_free(tree);
}
END_TEST

START_TEST(hostile_texts_stay_in_their_columns)
{
    static const char *const nasty[] = {
        "",
        "\xe5\xb3\xb6\xe5\xb3\xb6\xe5\xb3\xb6",
        "\xcc\x81\xcc\x81",
        "\x1b[31mred\x1b[0m\n\nlines",
        "\xe2\x80\xaezyx",
        "\xff\xfe\xc0",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    };
    size_t count = sizeof nasty / sizeof *nasty, columns = _i < (int)WIDTHS ? widths[_i] : 20;
    Tree *tree = tree_new();
    Buffer text = {0}, label = {0};
    for (size_t i = 0; i < 300; i++) {
        buffer_clear(&text);
        buffer_clear(&label);
        visible_add(&text, str_of(nasty[i % count]), true);
        visible_add(&label, str_of(nasty[i / 3 % count]), false);
        tree_add_text(tree, i % 40, topic(i), buffer_str(&label), buffer_str(&text), STYLE_PLAIN);
    }
    buffer_free(&text);
    buffer_free(&label);
    open_tree(tree, columns);
    grid_free(grid);
    grid = grid_new(25, columns + 9);
    do {
        grid_clear(grid);
        pane->type->paint(pane, grid, 1, 4, false);
        for (size_t row = 0; row < grid->rows; row++)
            for (size_t column = 0; column < grid->columns; column++)
                if (row < 1 || row > 21 || column < 4 || column >= columns + 4)
                    ck_assert_uint_eq(grid->cells[row * grid->columns + column].len, 0);
    } while (pane->type->step(pane, 1, 7, true));
    close_tree();
}
END_TEST

START_TEST(empty_trees_have_no_place)
{
    open_tree(tree_new(), 80);
    ck_assert_str_eq(shown(), "");
    ck_assert(!pane->type->fold(pane));
    ck_assert(!pane->type->step(pane, 1, 1, true));
    ck_assert_int_eq(pane->type->target(pane).kind, TARGET_NONE);
    close_tree();
}
END_TEST

Suite *unit_suite(void)
{
    setlocale(LC_ALL, "C.UTF-8");
    Suite *suite = suite_create("tree");
    TCase *tests = tcase_create("tree");
    tcase_add_loop_test(tests, what_is_folded_is_counted, 0, WIDTHS);
    tcase_add_loop_test(tests, leaves_do_not_fold, 0, WIDTHS);
    tcase_add_loop_test(tests, folds_within_folds_are_kept, 0, WIDTHS);
    tcase_add_loop_test(tests, bands_are_what_stands_at_the_top, 0, WIDTHS);
    tcase_add_loop_test(tests, going_to_what_is_folded_unfolds_it, 0, WIDTHS);
    tcase_add_loop_test(tests, folds_outlast_new_content_and_new_widths, 0, WIDTHS);
    tcase_add_loop_test(tests, deep_trees_are_walked, 0, WIDTHS);
    tcase_add_loop_test(tests, wide_trees_are_walked, 0, WIDTHS);
    tcase_add_test(tests, levels_are_not_skipped);
    tcase_add_loop_test(tests, hostile_texts_stay_in_their_columns, 0, WIDTHS + 1);
    tcase_add_test(tests, empty_trees_have_no_place);
    suite_add_tcase(suite, tests);
    return suite;
}
