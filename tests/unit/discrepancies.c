// SPDX-License-Identifier: MIT
// Discrepancies: found from the passages and rounds that they name.
#include "diptych/discrepancies.h"

#include <stdlib.h>
#include <string.h>

#include "../support/typing.h"
#include "unit.h"

static const char text[] =
    "Dossier: d\nTitle: D\n\n"
    "Party: su\nTitle: Soviet Union\nShort: USSR\n\nParty: jp\nTitle: Japan\n\n"
    "Topic: day\nTitle: The day\n\n"
    "Discrepancy: number\nAbout: how many islands were named\n"
    "Reading: one.3-900; four\nReading: two.2; two\n\n"
    "Discrepancy: day\nAbout: the day of the meeting\nTopics: day\n"
    "Reading: one.1; a Monday\nReading: one/memoir; a Tuesday\nReading: one.4 one.4 one.1; no day at all\n\n"
    "Discrepancy: rumour\nAbout: whether they met at all\nReading: nobody knows\n\n"
    "Round: one\nTitle: One\nDate: 1988\nExtent: full\nTagged: full\n\n"
    "@ su\n[1] On Monday.\n{topics: day}\n[2] Good.\n{topics: day}\n[3] Four.\n{topics: day}\n"
    "@ jp\n[4] One day.\n{topics: day}\n"
    "\nAccount: one/memoir\nTitle: M\n\n@ jp\n[1] On Tuesday.\n{topics: day}\n"
    "\nRound: two\nTitle: Two\nDate: 1989\n\n@ su\n[2] Two.\n{topics: day}\n"
    "\nRound: three\nTitle: Three\nDate: 1990\n\n@ su\n[1] Nothing.\n{topics: day}\n";

static void open_it(void)
{
    open_text(text);
    work();
}

static size_t count_of(const char *account, uint32_t number)
{
    size_t count;
    free(discrepancies_of_passage(dossier, dossier_account(dossier, str_of(account)), number, &count));
    return count;
}

START_TEST(passages_know_which_name_them)
{
    static const struct {
        const char *account;
        uint32_t number;
        size_t count;
    } cases[] = {
        {"one", 0, 0}, {"one", 1, 1},   {"one", 2, 0},        {"one", 3, 1}, {"one", 4, 2},
        {"one", 5, 1}, {"one", 900, 1}, {"one", 901, 0},      {"two", 1, 0}, {"two", 2, 1},
        {"two", 3, 0}, {"three", 1, 0}, {"one/memoir", 1, 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        uint32_t account = dossier_account(dossier, str_of(cases[i].account));
        ck_assert_msg(count_of(cases[i].account, cases[i].number) == cases[i].count, "%s.%u",
                      cases[i].account, cases[i].number);
        ck_assert(discrepancy_marks(dossier, account, cases[i].number) == (cases[i].count > 0));
    }
}
END_TEST

START_TEST(they_come_in_the_order_of_the_records)
{
    size_t count;
    uint32_t *found = discrepancies_of_passage(dossier, dossier_account(dossier, str_of("one")), 4, &count);
    ck_assert_uint_eq(count, 2);
    ck_assert_uint_eq(found[0], 0);
    ck_assert_uint_eq(found[1], 1);
    free(found);
}
END_TEST

START_TEST(rounds_know_which_name_them)
{
    ck_assert(discrepancy_concerns(dossier, 0, 0) && discrepancy_concerns(dossier, 0, 1));
    ck_assert(discrepancy_concerns(dossier, 1, 0) && !discrepancy_concerns(dossier, 1, 1));
    for (uint32_t round = 0; round < 3; round++)
        ck_assert(!discrepancy_concerns(dossier, 2, round));
    ck_assert(!discrepancy_concerns(dossier, 0, 2));
}
END_TEST

START_TEST(cards_of_passages_list_them_and_lead_there)
{
    type(":card one.4\r");
    resize(60, 100);
    shows("Where the accounts differ");
    shows("how many islands were named");
    shows("the day of the meeting");
    type(":card one.2\r");
    hides("Where the accounts differ");
    type(":card one.1\r]]");
    type("J\r");
    shows("discrepancy");
    shows("a Tuesday");
}
END_TEST

START_TEST(the_view_begins_with_those_of_the_round)
{
    type(":one\rvx");
    resize(40, 100);
    ck_assert_ptr_nonnull(strstr(row(2), "One "));
    ck_assert_ptr_nonnull(strstr(row(3), "how many islands were named (one, two)"));
    shows("the day of the meeting (one)");
    ck_assert_uint_lt(row_of("the day of the meeting"), row_of("Of no round"));
    ck_assert_uint_lt(row_of("Of no round"), row_of("whether they met at all"));
    hides("Two ");
    type("J\r");
    shows("a Tuesday");
    type("q");
    type("vx}");
    ck_assert_ptr_nonnull(strstr(row(2), "Two "));
    ck_assert_ptr_nonnull(strstr(row(3), "how many islands were named"));
    ck_assert_uint_lt(row_of("how many"), row_of("One "));
    ck_assert_uint_lt(row_of("One "), row_of("the day of the meeting"));
    type("}");
    ck_assert_ptr_nonnull(strstr(row(0), "Three"));
    ck_assert_uint_lt(row_of("One "), row_of("how many"));
}
END_TEST

START_TEST(cards_of_topics_list_those_on_them)
{
    type(":card day\r");
    resize(60, 100);
    ck_assert_uint_lt(row_of("Where the accounts differ"), row_of("the day of the meeting"));
    hides("how many islands were named");
    type("]]\r");
    shows("a Tuesday");
}
END_TEST

START_TEST(cards_of_them_name_all_passages)
{
    type(":one\rvx");
    type("J\r");
    resize(40, 100);
    shows("one.4 one.4 one.1");
}
END_TEST

START_TEST(where_there_are_none_it_is_said)
{
    close_reader();
    open_fixture("tests/fixtures/ferry");
    type("vx");
    shows("No discrepancy is recorded in this dossier.");
}
END_TEST

Suite *unit_suite(void)
{
    Suite *suite = suite_create("discrepancies");
    TCase *tests = tcase_create("discrepancies");
    tcase_add_checked_fixture(tests, open_it, close_reader);
    tcase_add_test(tests, passages_know_which_name_them);
    tcase_add_test(tests, they_come_in_the_order_of_the_records);
    tcase_add_test(tests, rounds_know_which_name_them);
    tcase_add_test(tests, cards_of_passages_list_them_and_lead_there);
    tcase_add_test(tests, the_view_begins_with_those_of_the_round);
    tcase_add_test(tests, cards_of_topics_list_those_on_them);
    tcase_add_test(tests, cards_of_them_name_all_passages);
    tcase_add_test(tests, where_there_are_none_it_is_said);
    suite_add_tcase(suite, tests);
    return suite;
}
