// SPDX-License-Identifier: MIT
// The cards of things, as they stand on the screen.
#include "../support/typing.h"
#include "unit.h"

static void open_ferry(void)
{
    open_fixture("tests/fixtures/ferry");
}

START_TEST(instruments_tell_what_they_say_and_to_whom)
{
    type(":deed\r");
    shows("Deed of the landing");
    shows("3 May 1901");
    shows("Both shores build the landing, and both mend it. (p. 1)");
    shows("What it is to Northern shore");
    shows("first.3");
    shows("What it is to Southern shore");
    shows("first.1 ");
    hides("first.999");
    resize(60, 100);
    shows("Who invokes it, and when");
    shows("1 Mar 1921, First meeting at the customs house; North 1");
    hides("South 0");
}
END_TEST

START_TEST(an_instrument_leads_to_its_topic_and_back)
{
    type(":deed\rJ\r");
    shows("The northern landing");
    shows("Deed of the landing");
    type(":landing\ri");
    type(":card landing\r");
    shows("Deed of the landing");
}
END_TEST

Suite *unit_suite(void)
{
    Suite *suite = suite_create("cards");
    TCase *tests = tcase_create("cards");
    tcase_add_checked_fixture(tests, open_ferry, close_reader);
    tcase_add_test(tests, instruments_tell_what_they_say_and_to_whom);
    tcase_add_test(tests, an_instrument_leads_to_its_topic_and_back);
    suite_add_tcase(suite, tests);
    return suite;
}
