// SPDX-License-Identifier: MIT
// Choosing what stands in the columns: from a list, and one side here and in the next round.
#include <string.h>

#include "../support/typing.h"
#include "unit.h"

static void open_rounds(void)
{
    open_text("Dossier: d\n\nParty: a\nTitle: Aland\n\nParty: b\nTitle: Bland\n\nTopic: t\nTitle: Tea\n\n"
              "Topic: u\nTitle: Umbrellas\n\n"
              "Round: r\nTitle: First\nDate: 1955\n\n@ a\n[1] a on tea\n{topics: t}\n\n@ b\n[2] b on "
              "tea\n{topics: t}\n"
              "[3] b on umbrellas\n{topics: u}\n\n"
              "Round: s\nTitle: Second\nDate: 1956\n\n@ a\n[1] a on umbrellas\n{topics: u}\n\n"
              "Round: v\nTitle: Third\nDate: 1957\n\nAccount: v/other\nTitle: Other\n\n"
              "@ a\n[1] a on tea again\n{topics: t}\n\n@ b\n[2] b on umbrellas again\n{topics: u}\n\n"
              "Round: w\nTitle: Fourth\nDate: 1958\n\n@ a\n[1] a on tea at last\n{topics: t}\n");
}

static void columns_are(const char *left, const char *right)
{
    const char *head = row(1);
    ck_assert_msg(strstr(head, left) && strstr(strstr(head, left), right), "%s", head);
}

START_TEST(one_side_here_and_in_the_next_round)
{
    type(":r\rg");
    is_at("r.1");
    type("c");
    columns_are("Aland · r, 1955", "Aland · v/other, 1957");
    says("passed over s: not in the record");
    shows("a on tea again");
    type("c");
    columns_are("Aland · r, 1955", "Aland · w, 1958");
    type("c");
    says("no later round has words of Aland on this");
    columns_are("Aland · r, 1955", "Aland · w, 1958");
    type(":r\rg2c");
    columns_are("Aland · r, 1955", "Aland · w, 1958");
    reader_press(reader, PRESS_BACKSPACE);
    columns_are("Aland", "Bland");
    type(":r.3\rc"); // the side in focus
    columns_are("Bland · r, 1955", "Bland · v/other, 1957");
    shows("b on umbrellas again");
    type("vo:r\rc"); // from the overview, too
    columns_are("Aland · r, 1955", "Aland · v/other, 1957");
}
END_TEST

START_TEST(columns_are_picked_from_a_list)
{
    type(":r\r:columns\r");
    shows(">column      Aland, 1955, First");
    says(":columns a@r");
    says("the left column");
    type("\r");
    says("the right column");
    says(":columns a@r a@s");
    shows("Aland, 1956, Second");
    shows("Bland, 1955, First");
    hides("Bland, 1956"); // it does not speak there
    type("\t");
    says(":columns a@r a@v/other");
    type("\r");
    columns_are("Aland · r, 1955", "Aland · v/other, 1957");
    type(":columns b\r");
    says(":columns b a");
    type("\r");
    columns_are("Bland", "Aland");
    type(":columns b@r \t");
    says(":columns b@r b@v/other");
    reader_press(reader, PRESS_ESCAPE);
    type(":columns zzz\r");
    says("there is no party \"zzz\"");
}
END_TEST

Suite *unit_suite(void)
{
    Suite *suite = suite_create("reader_columns");
    TCase *tests = tcase_create("reader_columns");
    tcase_add_checked_fixture(tests, open_rounds, close_reader);
    tcase_add_test(tests, one_side_here_and_in_the_next_round);
    tcase_add_test(tests, columns_are_picked_from_a_list);
    suite_add_tcase(suite, tests);
    return suite;
}
