// SPDX-License-Identifier: MIT
// The view of what each side said that the other had said.
#include "../support/typing.h"
#include "unit.h"

static const char text[] =
    "Dossier: d\nTitle: D\n\nParty: su\nTitle: Soviet Union\nShort: USSR\n\nParty: jp\nTitle: Japan\n\n"
    "Topic: day\nTitle: The day\n\n"
    "Round: one\nTitle: One\nDate: 1988\nExtent: full\n\n"
    "@ su\n[1] On Monday.\n{topics: day}\n[2] In May.\n{topics: day}\n"
    "@ jp\n[3] You said Tuesday.\n{topics: day; distorted: 1; why: \"it was Monday\"}\n"
    "[4] You said Monday in May.\n{topics: day; supported: 1 2}\n"
    "[5] You said it all.\n{topics: day; supported: 1; overstated: 2}\n"
    "@ su\n[6] You said Tuesday.\n{topics: day; supported: 3}\n\n"
    "Round: two\nTitle: Two\nDate: 1989\n\n@ su\n[1] Nothing.\n{topics: day}\n";

static void open_it(void)
{
    open_text(text);
    work();
    resize(40, 100);
    type(":one\rva");
}

// The texts stand on rows one below the other.
static void in_order(const char *const *texts, size_t count)
{
    for (size_t i = 1; i < count; i++)
        ck_assert_msg(row_of(texts[i - 1]) < row_of(texts[i]), "%s ... %s\n%s", texts[i - 1], texts[i],
                      shown());
}

START_TEST(each_verdict_stands_under_its_side_with_its_reason)
{
    static const char *const texts[] = {"Soviet Union, of what others had said",
                                        "fairly reports 3",
                                        "Japan, of what others had said",
                                        "fairly reports 1, 2",
                                        "You said Monday in May",
                                        "overstates 2",
                                        "distorts 1: it was Monday"};
    in_order(texts, sizeof texts / sizeof *texts);
}
END_TEST

START_TEST(enter_goes_to_the_passage)
{
    type("J\r");
    is_at("one.4");
}
END_TEST

START_TEST(a_round_without_any_says_so)
{
    type("}");
    shows("Nothing is noted here");
}
END_TEST

Suite *unit_suite(void)
{
    Suite *suite = suite_create("attributions");
    TCase *tests = tcase_create("view");
    tcase_add_checked_fixture(tests, open_it, close_reader);
    tcase_add_test(tests, each_verdict_stands_under_its_side_with_its_reason);
    tcase_add_test(tests, enter_goes_to_the_passage);
    tcase_add_test(tests, a_round_without_any_says_so);
    suite_add_tcase(suite, tests);
    return suite;
}
