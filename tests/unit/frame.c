// SPDX-License-Identifier: MIT
// The frame knows no view by name: views that the program has not, with panes of other kinds, are opened by
// their letter, closed, come back to, kept over a session, laid out anew and made anew like its own.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../support/typing.h"
#include "diptych/memory.h"
#include "diptych/table.h"
#include "diptych/tree.h"
#include "unit.h"
#include "view/frame/inside.h"

// --- a view with a table: topics by rounds, each cell saying so

static void *fill_chart(Reader *of)
{
    const Dossier *all = of->dossier;
    Table *table = table_new();
    char text[80];
    for (size_t i = 0; i < all->round_count; i++)
        table_add_column(table, (Target){TARGET_ROUND, (uint32_t)i, 0}, (Str){0}, all->rounds[i].record.id);
    for (size_t t = 0; t < all->topic_count; t++) {
        table_add_row(table, (Target){TARGET_TOPIC, (uint32_t)t, 0}, all->topics[t].record.title);
        for (size_t i = 0; i < all->round_count; i++) {
            sprintf(text, "%zu/%zu of %zu", t, i, skim_done(of->skim));
            table_put(table, i, (Target){0}, str_of(text), STYLE_PLAIN);
        }
    }
    return table;
}

static void follow_chart(Reader *of, Target target)
{
    reader_visit_account(of, of->dossier->rounds[reader_place(of).spot.across.index].account, target.index);
}

static const ViewType chart = {
    .name = "chart",
    .letter = 'z',
    .about = "chart of everything",
    .title = "the chart",
    .hints = "ENTER:go there  q:close",
    .word = "chart",
    .need = NEED_ROUNDS,
    .is_kept = true,
    .of_skim = true,
    .by_topic = true,
    .pane = &pane_table,
    .fill = fill_chart,
    .follow = follow_chart,
};

// --- a view with a tree: the passages of the round below their topics

static void *fill_pile(Reader *of)
{
    Tree *tree = tree_new();
    const Speech *speech = dossier_speech(of->dossier, of->account);
    for (uint32_t t = 0; t < of->dossier->topic_count; t++) {
        tree_add_text(tree, 0, (Target){TARGET_TOPIC, t, 0}, (Str){0}, of->dossier->topics[t].record.title,
                      STYLE_BOLD);
        for (uint32_t i = 0; i < speech->passage_count; i++)
            for (size_t k = 0; k < speech->passages[i].topic_count; k++)
                if (speech->passages[i].topics[k] == t)
                    tree_add_passage(tree, 1, (PassageId){of->account, i}, (Str){0});
    }
    return tree;
}

static const ViewType pile = {
    .name = "pile",
    .letter = 'y',
    .title = "the pile",
    .hints = "z:fold  q:close",
    .is_kept = true,
    .of_skim = true,
    .pane = &pane_tree,
    .fill = fill_pile,
};

// --- a view with a pane of a kind that the program has not: a number that goes up and down

typedef struct Dial {
    Pane pane;
    size_t number;
} Dial;

static const PaneType dial_pane;

static Pane *open_dial(void *content, const Setting *setting)
{
    Dial *dial = mem_new(1, sizeof *dial);
    dial->pane = (Pane){&dial_pane, *setting};
    dial->number = *(size_t *)content;
    free(content);
    return &dial->pane;
}

static void close_dial(Pane *pane)
{
    free(pane);
}

static void measure_dial(Pane *pane)
{
    (void)pane;
}

static bool turn_dial(Pane *pane, long rows)
{
    ((Dial *)pane)->number += (size_t)rows;
    return true;
}

static void end_dial(Pane *pane, int direction)
{
    ((Dial *)pane)->number = direction < 0 ? 0 : 999;
}

static bool step_dial(Pane *pane, int direction, size_t count, bool any_side)
{
    (void)any_side;
    return turn_dial(pane, direction * (long)count * 10);
}

static bool band_dial(Pane *pane, int direction, size_t count)
{
    return turn_dial(pane, direction * (long)count * 100);
}

static bool focus_dial(Pane *pane, Side side, bool any_band)
{
    (void)pane;
    (void)side;
    return !any_band;
}

static Target target_of_dial(const Pane *pane)
{
    (void)pane;
    return (Target){0};
}

static uint32_t number_of_dial(const Pane *pane)
{
    return (uint32_t)((const Dial *)pane)->number;
}

static uint32_t topic_of_dial(const Pane *pane, uint32_t band)
{
    (void)pane;
    (void)band;
    return NONE;
}

static Spot spot_of_dial(const Pane *pane)
{
    return (Spot){.topic = NONE, .band = number_of_dial(pane)};
}

static bool place_dial(Pane *pane, const Spot *spot)
{
    ((Dial *)pane)->number = spot->band;
    return true;
}

static bool dial_to_band(Pane *pane, uint32_t band)
{
    ((Dial *)pane)->number = band;
    return true;
}

static void show_dial(Pane *pane, size_t offset, size_t row)
{
    (void)pane;
    (void)offset;
    (void)row;
}

static void print_dial(const Pane *pane, uint32_t band, Buffer *out)
{
    (void)band;
    buffer_addf(out, "dial at %zu, %zu columns", ((const Dial *)pane)->number, pane->setting.measure.columns);
}

static void paint_dial(const Pane *pane, Grid *on, size_t row_at, size_t column, bool quiet)
{
    Buffer text = {0};
    print_dial(pane, NONE, &text);
    grid_put(on, row_at, column, on->columns, buffer_str(&text), quiet ? STYLE_PLAIN : STYLE_BOLD);
    buffer_free(&text);
}

static const PaneType dial_pane = {
    .open = open_dial,
    .close = close_dial,
    .measure = measure_dial,
    .scroll = turn_dial,
    .to_end = end_dial,
    .step = step_dial,
    .step_band = band_dial,
    .focus = focus_dial,
    .target = target_of_dial,
    .bands = number_of_dial,
    .band = number_of_dial,
    .topic = topic_of_dial,
    .spot = spot_of_dial,
    .place = place_dial,
    .to_band = dial_to_band,
    .show = show_dial,
    .paint = paint_dial,
    .print = print_dial,
};

static void *fill_dial(Reader *of)
{
    size_t *number = mem_new(1, sizeof *number);
    *number = of->columns;
    return number;
}

static const ViewType dial = {
    .name = "dial",
    .letter = 'w',
    .title = "the dial",
    .hints = "j:turn  q:close",
    .pane = &dial_pane,
    .fill = fill_dial,
};

// --- the program's views and these

#define VIEWS_MAX 20

static ViewList with_ours(void)
{
    static const ViewType *types[VIEWS_MAX];
    ViewList all = views_all();
    ck_assert_uint_le(all.count + 3, VIEWS_MAX);
    memcpy(types, all.types, all.count * sizeof *types);
    types[all.count] = &chart;
    types[all.count + 1] = &pile;
    types[all.count + 2] = &dial;
    return (ViewList){types, all.count + 3};
}

static void open_restricted(bool restricted)
{
    open_fixture("tests/fixtures/ferry");
    reader_close(reader);
    reader = reader_open_with(dossier, with_ours(), false, restricted);
    grid_free(grid);
    grid = NULL;
    resize(24, 100);
}

static void open_with_ours(void)
{
    open_restricted(false);
}

static void same_screen_as(const char *before)
{
    reader_say(reader, "%s", "");
    ck_assert_str_eq(shown(), before);
}

static char *keep_screen(void)
{
    reader_say(reader, "%s", "");
    return mem_text(str_of(shown()));
}

START_TEST(views_are_listed_with_the_others)
{
    open_with_ours();
    resize(24, 200);
    type("v?");
    shows("vz chart of");
    type("?");
    resize(120, 120);
    shows("and a letter opens a view: vo overview, vc compare");
    shows("vw dial");
    type(":char\t");
    says(":chart");
    type("\r");
    ck_assert_ptr_nonnull(strstr(row(1), "the chart"));
}
END_TEST

START_TEST(views_are_opened_and_closed)
{
    open_with_ours();
    type("]]");
    char *before = keep_screen();
    static const char *const opened[][3] = {{"vz", "the chart", "ENTER:go there  q:close"},
                                            {"vy", "the pile", "z:fold  q:close"},
                                            {"vw", "the dial", "j:turn  q:close"}};
    for (size_t i = 0; i < 3; i++) {
        type(opened[i][0]);
        ck_assert_ptr_nonnull(strstr(row(1), opened[i][1]));
        says(opened[i][2]);
        type("q");
        same_screen_as(before);
    }
    Str text;
    ck_assert_int_eq(reader_wish(reader, &text), WISH_NONE);
    free(before);
}
END_TEST

START_TEST(views_keep_their_place)
{
    open_with_ours();
    static const char *const ways[] = {"vzlJJ", "vy]]J", "vwjjjJ"};
    for (size_t i = 0; i < 3; i++) {
        type(ways[i]);
        char *before = keep_screen();
        type("vcv");
        type((char[]){ways[i][1], '\0'});
        same_screen_as(before);
        type("viJ");
        reader_press(reader, PRESS_BACKSPACE);
        same_screen_as(before);
        type("}");
        reader_press(reader, PRESS_BACKSPACE);
        same_screen_as(before);
        free(before);
    }
}
END_TEST

START_TEST(what_is_current_leads_on)
{
    open_with_ours();
    type("vzlJ"); // a topic of the second round
    type("\r");
    ck_assert_ptr_nonnull(strstr(row(0), "Second meeting"));
    type("vyi");
    shows("card");
    type("vw\ri"); // nothing is current: the card of the round
    shows("Second meeting");
    type("vwTyPwo");
    says("there is no passage here");
}
END_TEST

START_TEST(sessions_begin_where_they_ended)
{
    open_with_ours();
    type("vzlJJ");
    char *before = keep_screen();
    Session session = {0};
    reader_keep(reader, &session);
    ck_assert_str_eq(session.shown.name, "chart");
    ck_assert_str_eq(session.place.view, "overview");
    reader_close(reader);
    reader = reader_open_with(dossier, with_ours(), false, false);
    reader_resize(reader, 24, 100);
    reader_resume(reader, &session);
    work();
    same_screen_as(before);
    type("q");
    shows("North");
    free(before);
    // A version of the program that has no such view begins below it.
    reader_close(reader);
    reader = reader_open(dossier, false, false);
    reader_resize(reader, 24, 100);
    reader_resume(reader, &session);
    work();
    shows("North");
    free(session.place.view);
    session.place.view = mem_text(str_of("chart"));
    reader_resume(reader, &session);
    shows("North");
    session_free(&session);
}
END_TEST

START_TEST(views_that_are_not_kept_are_left_at_the_end)
{
    open_with_ours();
    type("vw");
    Session session = {0};
    reader_keep(reader, &session);
    ck_assert_ptr_null(session.shown.name);
    session_free(&session);
}
END_TEST

static char *screen_at(size_t columns, const char *way, size_t then)
{
    open_with_ours();
    resize(24, columns);
    type(way);
    if (then)
        resize(24, then);
    type("g");
    char *text = keep_screen();
    close_reader();
    return text;
}

START_TEST(views_are_laid_out_anew)
{
    static const char *const ways[] = {"vzlJJ", "vy]]J"};
    static const size_t widths[] = {60, 100, 170, 200};
    for (size_t w = 0; w < 2; w++)
        for (size_t from = 0; from < 4; from++) {
            char *text = screen_at(widths[from], ways[w], widths[_i]);
            char *expected = screen_at(widths[_i], ways[w], 0);
            ck_assert_str_eq(text, expected);
            free(text);
            free(expected);
        }
    open_with_ours();
    type("vw");
    resize(24, widths[_i]);
    char columns[40];
    sprintf(columns, ", %zu columns", widths[_i]);
    shows(columns);
}
END_TEST

START_TEST(views_are_made_anew_when_all_is_read)
{
    open_with_ours();
    for (const char *c = "vzl"; *c; c++)
        reader_press(reader, (Press)(unsigned char)*c);
    shows("of 0");
    work();
    hides("of 0");
    const Pane *pane = reader_pane(reader);
    ck_assert_uint_eq(pane->type->spot(pane).across.index, 1);
}
END_TEST

START_TEST(what_is_folded_stays_folded_when_all_is_read)
{
    open_with_ours();
    for (const char *c = "vyz"; *c; c++)
        reader_press(reader, (Press)(unsigned char)*c);
    shows("[+");
    work();
    shows("[+");
    type("vczj");
    says("no such key"); // nothing folds there, and z begins zz
    type("vyGz");
    says("nothing below this");
}
END_TEST

START_TEST(views_are_saved)
{
    open_with_ours();
    type("vws");
    says("save as");
    char file[] = "unit-frame-XXXXXX";
    int made = mkstemp(file);
    ck_assert_int_ge(made, 0);
    remove(file);
    type(file);
    type("\r");
    says("saved as");
    FILE *in = fopen(file, "r");
    char line[80] = "";
    ck_assert_ptr_nonnull(in);
    ck_assert_ptr_nonnull(fgets(line, sizeof line, in));
    ck_assert_str_eq(line, "dial at 100, 100 columns");
    fclose(in);
    remove(file);
}
END_TEST

START_TEST(views_that_need_rounds_say_so)
{
    open_text("Dossier: d\nTitle: Nothing yet\n");
    reader_close(reader);
    reader = reader_open_with(dossier, with_ours(), false, true);
    reader_resize(reader, 24, 100);
    type("vz");
    says("no rounds");
    shows("Nothing yet");
}
END_TEST

START_TEST(keys_at_random_find_every_view_whole)
{
    open_restricted(true); // what is typed names no files
    for (unsigned i = 0; i < 40; i++) {
        static const char *const into[] = {"vz", "vy", "vw"};
        type(into[i % 3]);
        type_at_random((unsigned)_i * 97 + i, 60);
    }
}
END_TEST

Suite *unit_suite(void)
{
    Suite *suite = suite_create("frame");
    TCase *tests = tcase_create("frame");
    tcase_add_checked_fixture(tests, NULL, close_reader);
    tcase_add_test(tests, views_are_listed_with_the_others);
    tcase_add_test(tests, views_are_opened_and_closed);
    tcase_add_test(tests, views_keep_their_place);
    tcase_add_test(tests, what_is_current_leads_on);
    tcase_add_test(tests, sessions_begin_where_they_ended);
    tcase_add_test(tests, views_that_are_not_kept_are_left_at_the_end);
    tcase_add_loop_test(tests, views_are_laid_out_anew, 0, 4);
    tcase_add_test(tests, views_are_made_anew_when_all_is_read);
    tcase_add_test(tests, what_is_folded_stays_folded_when_all_is_read);
    tcase_add_test(tests, views_are_saved);
    tcase_add_test(tests, views_that_need_rounds_say_so);
    tcase_add_loop_test(tests, keys_at_random_find_every_view_whole, 0, 5);
    suite_add_tcase(suite, tests);
    return suite;
}
