// SPDX-License-Identifier: MIT
// What is typed behind a colon, and the cards that it leads to.
#include <string.h>

#include "../support/typing.h"
#include "unit.h"

static void open_ferry(void)
{
    open_fixture("tests/fixtures/ferry");
}

START_TEST(commands_go_places)
{
    static const struct {
        const char *line;
        const char *shown;
    } cases[] = {
        {"first.4", "first.4"},
        {"4", "first.4"},
        {"first/memoir.2", "first/memoir.2"},
        {"second", "Second meeting"},
        {"1922", "Second meeting"},
        {"timet", "The timetable"},
        {"orlova", "Harbour master"},
        {"strait", "松の海峡"},
        {"memoir", "渡し守三十年"},
        {"first.99", "no passage"},
        {"nonsense", "nonsense"},
        {"columns north@first north@second", "North · second, June 1922 (incomplete)"},
        {"help", "SPACE"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        type(":");
        type(cases[i].line);
        type("\r");
        shows(cases[i].shown);
        type(":first\r");
    }
}
END_TEST

START_TEST(prompts_complete)
{
    type(":timet");
    reader_press(reader, PRESS_TAB);
    ck_assert_ptr_nonnull(strstr(last_line(), ":timetable"));
    type("\r");
    ck_assert_ptr_nonnull(strstr(row(2), "The timetable"));
}
END_TEST

START_TEST(cards_tell_and_lead_on)
{
    type("h");
    reader_press(reader, 'i');
    shows("first.3");
    shows("Log of the harbour office");
    shows("rebuts");
    type("q");
    ck_assert_ptr_nonnull(strstr(row(2), "The landing"));
    type("vi");
    shows("What is conceded or agreed");
    type(":landing\r");
    type(":timetable\rvc");
    type(":card tolls\r");
    shows("left out of the");
    shows("silent");
}
END_TEST

START_TEST(rounds_have_cards)
{
    type("2}i");
    shows("Third meeting");
    shows("about 1923");
    type(":first\r:second\r");
    type(":winter\r");
    shows("Crossing in winter");
    shows("not recorded");
}
END_TEST

START_TEST(settings_are_named)
{
    type(":set\r");
    says("apparatus=short  left=half  nonames  nostacked  nohighlight");
    type(":set apparatus=FULL names left=30\r");
    says("apparatus=full  left=30  names  nostacked");
    type("D");
    says("the words alone"); // goes on from there
    type(":set stacked!\r");
    says("apparatus=none  left=30  names  stacked");
    type(":set nostacked nonames left=half apparatus=short\r");
    says("apparatus=short  left=half  nonames  nostacked");
    static const char *const wrong[][2] = {{"aparatus=full", "the nearest is apparatus"},
                                           {"xyzzy", ":set lists them"},
                                           {"apparatus=most", "takes short, full or none"},
                                           {"left=0", "takes a number of columns, or half"},
                                           {"left=10000", "takes a number of columns, or half"}};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        type(":set ");
        type(wrong[i][0]);
        type("\r");
        says(wrong[i][1]);
    }
    type(":set app\t\t\r");
    says("apparatus=full");
}
END_TEST

// A key whose bytes come apart cancels no prompt, and types nothing; ESC alone does cancel.
START_TEST(a_late_key_keeps_its_prompt)
{
    static const struct {
        const char *typed, *more, *line;
    } cases[] = {{":landi", "x", ":landxi"}, {"/pine", "x", "/pinxe"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        type(cases[i].typed);
        reader_press(reader, PRESS_ESCAPE);
        ck_assert(!reader_prompts(reader));
        reader_press(reader, PRESS_UNESCAPE);
        ck_assert(reader_prompts(reader));
        reader_press(reader, PRESS_LEFT);
        type(cases[i].more);
        says(cases[i].line);
        reader_press(reader, PRESS_ESCAPE);
        ck_assert(!reader_prompts(reader));
        // Anything that was pressed since makes it another one's.
        reader_press(reader, 'j');
        reader_press(reader, PRESS_UNESCAPE);
        ck_assert(!reader_prompts(reader));
        reader_press(reader, PRESS_ESCAPE);
        reader_press(reader, PRESS_UNESCAPE);
        ck_assert(!reader_prompts(reader));
    }
}
END_TEST

Suite *unit_suite(void)
{
    Suite *suite = suite_create("reader_commands");
    TCase *tests = tcase_create("reader_commands");
    tcase_add_checked_fixture(tests, open_ferry, close_reader);
    tcase_add_test(tests, commands_go_places);
    tcase_add_test(tests, prompts_complete);
    tcase_add_test(tests, a_late_key_keeps_its_prompt);
    tcase_add_test(tests, cards_tell_and_lead_on);
    tcase_add_test(tests, rounds_have_cards);
    tcase_add_test(tests, settings_are_named);
    suite_add_tcase(suite, tests);
    return suite;
}
