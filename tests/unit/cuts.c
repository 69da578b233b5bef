// SPDX-License-Identifier: MIT
// That nothing of what is shipped is cut on the screen without a mark of it, in any view and at any width.
#include <stdlib.h>
#include <string.h>

#include "../support/typing.h"
#include "diptych/cut.h"
#include "unit.h"
#include "view/frame/inside.h"

static const size_t widths[] = {60, 64, 80, 120, 160, 200};

// A screen of many rows, so that few pages hold a view; a loop test goes through the widths, every second of
// them without anything but ASCII.
static void open_at(int loop)
{
    open_fixture("transcripts/soviet-japanese");
    reader->look.ascii = loop % 2;
    resize(GRID_ROWS_MAX, widths[loop]);
}

static bool ends_with(Str text, Str end)
{
    return text.len >= end.len && str_equal(str_slice(text, text.len - end.len, text.len), end);
}

// That the text, behind which the mark stands, does not end within the name.
static void check_name(Str text, Str name)
{
    for (size_t at = 5; at < name.len; at++) {
        Str begun = str_slice(name, 0, at);
        bool apart = text.len == at || (text.len > at && text.at[text.len - at - 1] == ' ');
        ck_assert_msg(!apart || !ends_with(text, begun), "cut within %.*s: %.*s", (int)name.len, name.at,
                      (int)text.len, text.at);
    }
}

static void check_marks(Str line)
{
    Str mark = str_of(cut_mark(reader->look.ascii));
    for (size_t at = 0; at + mark.len <= line.len; at++) {
        if (!str_starts(str_slice(line, at, line.len), mark))
            continue;
        for (size_t i = 0; i < dossier->person_count; i++)
            check_name(str_slice(line, 0, at), dossier->people[i].record.title);
    }
}

static void check_screen(void)
{
    Buffer rows = {0};
    reader_paint(reader, grid);
    for (size_t i = 0; i < grid->rows; i++) {
        size_t start = rows.len;
        grid_dump_row(grid, i, &rows);
        check_marks(str_slice(buffer_str(&rows), start, rows.len));
        buffer_add_byte(&rows, '\n');
    }
    ck_assert_msg(grid->lost == 0, "%zu texts lost of\n%.*s", grid->lost,
                  rows.len < 4000 ? (int)rows.len : 4000, rows.bytes);
    buffer_free(&rows);
}

// The same page by page to the end of the view.
static void check_view(void)
{
    PassageId at;
    for (int page = 0; page < 50; page++) {
        check_screen();
        char *before = strdup(shown());
        type(" ");
        bool more = strcmp(before, shown()) != 0;
        free(before);
        if (!more)
            break;
    }
    if (reader_current_passage(reader, &at))
        check_screen();
}

// So many tests share the accounts.
#define PARTS 4

START_TEST(views_of_accounts)
{
    open_at(_i / PARTS);
    for (uint32_t account = (uint32_t)_i % PARTS; account < dossier->account_count; account += PARTS)
        for (const char *view = "ocsimld"; *view; view++) {
            reader_visit_account(reader, account, TOPIC_FIRST);
            type((char[]){'v', *view, 0});
            check_view();
        }
    close_reader();
}
END_TEST

START_TEST(cards)
{
    struct {
        TargetKind kind;
        size_t count;
    } kinds[] = {
        {TARGET_TOPIC, 0},  {TARGET_PERSON, 0},     {TARGET_NAME, 0},
        {TARGET_SOURCE, 0}, {TARGET_INSTRUMENT, 0}, {TARGET_DISCREPANCY, 0},
    };
    open_at(_i);
    kinds[0].count = dossier->topic_count;
    kinds[1].count = dossier->person_count;
    kinds[2].count = dossier->name_count;
    kinds[3].count = dossier->source_count;
    kinds[4].count = dossier->instrument_count;
    kinds[5].count = dossier->discrepancy_count;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        for (uint32_t at = 0; at < kinds[i].count; at++) {
            reader_visit_subject(reader, (Target){kinds[i].kind, at, 0});
            check_view();
        }
    close_reader();
}
END_TEST

START_TEST(cards_of_passages)
{
    open_at(_i);
    for (uint32_t account = 0; account < dossier->account_count; account++)
        for (uint32_t at = 0; at < dossier_speech(dossier, account)->passage_count; at += 7) {
            reader_visit_subject(reader, (Target){TARGET_PASSAGE, account, at});
            check_screen();
        }
    close_reader();
}
END_TEST

START_TEST(lists_and_prompts)
{
    open_at(_i);
    type("/treaty\rvr");
    check_view();
    type("vx");
    check_view();
    type("?");
    check_view();
    for (char letter = 'a'; letter <= 'z'; letter++) {
        type((char[]){':', letter, '\t', 0});
        check_screen();
        type("\x1b");
    }
    type(":a line that is much longer than any screen of sixty columns has room for, and of two hundred too, "
         "if one "
         "only goes on with it for long enough, which is what these words are here for and do until the end "
         "of it");
    check_screen();
    type("\x01");
    check_screen();
    close_reader();
}
END_TEST

// The head of the screen, and headings, are not cut.
static void check_whole(size_t at)
{
    Buffer line = {0};
    grid_dump_row(grid, at, &line);
    buffer_add_byte(&line, '\0');
    bool whole = !strstr(line.bytes, cut_mark(false)) || (at > 0 && !strstr(line.bytes, "\u2500\u2500"));
    ck_assert_msg(whole, "%s", line.bytes);
    buffer_free(&line);
}

// What a view is called ends in front of the third pane.
START_TEST(titles_leave_the_third_pane_its_row)
{
    open_fixture("transcripts/soviet-japanese");
    resize(50, 160);
    type(":discovery\rvd");
    const char *line = row(1), *mark = strstr(line, "\u2026"), *pane = strstr(line, "\u2502  wg1.58");
    ck_assert_msg(mark != NULL, "%s", line);
    ck_assert_ptr_nonnull(pane);
    ck_assert(mark < pane);
    close_reader();
}
END_TEST

// Rounds, topics and the dispute fit in sixty columns by their short names, with all that stands beside them.
START_TEST(names_fit_in_sixty_columns)
{
    open_at(0);
    for (uint32_t account = 0; account < dossier->account_count; account++)
        for (const char *view = "oc"; *view; view++) {
            reader_visit_account(reader, account, TOPIC_FIRST);
            type((char[]){'v', *view, 0});
            reader_paint(reader, grid);
            for (size_t i = 0; i < grid->rows; i++)
                check_whole(i);
        }
    close_reader();
}
END_TEST

Suite *unit_suite(void)
{
    Suite *suite = suite_create("cuts");
    TCase *tests = tcase_create("cuts");
    const int loops = sizeof widths / sizeof *widths;
    tcase_add_loop_test(tests, views_of_accounts, 0, PARTS * loops);
    tcase_add_loop_test(tests, cards, 0, loops);
    tcase_add_loop_test(tests, cards_of_passages, 0, loops);
    tcase_add_loop_test(tests, lists_and_prompts, 0, loops);
    tcase_add_test(tests, titles_leave_the_third_pane_its_row);
    tcase_add_test(tests, names_fit_in_sixty_columns);
    suite_add_tcase(suite, tests);
    return suite;
}
