// SPDX-License-Identifier: MIT
// The dossier that is shipped, on the screen: what each of its records is said to hold.
#include <string.h>

#include "../support/typing.h"
#include "unit.h"
#include "view/frame/inside.h"

static void open_shipped(void)
{
    open_fixture("transcripts/soviet-japanese");
}

static bool has_substance(const Passage *passage)
{
    for (size_t i = 0; i < passage->topic_count; i++)
        if (!dossier->topics[passage->topics[i]].procedural)
            return true;
    return false;
}

// How often the key stops on its way through the record, each time at a claim of substance.
static size_t count_stops(const char *start, const char *key)
{
    PassageId id;
    type(start);
    for (size_t stops = 0; stops < 1000; stops++) {
        type(key);
        if (strstr(last_line(), "no claim without an answer"))
            return stops;
        ck_assert(reader_current_passage(reader, &id));
        const Passage *passage = passage_at(dossier, id);
        ck_assert_msg(has_substance(passage), "%u is about procedure", passage->number);
        ck_assert_msg(passage->act <= ACT_CONDITIONS, "%u: %s", passage->number, act_word(passage->act));
    }
    ck_abort_msg("there is no end to it");
}

START_TEST(only_claims_of_substance_are_stopped_at)
{
    static const char *const rounds[][2] = {{":wg1.1\r", ":wg1.130\r"}, {":wg2.1\r", ":wg2.111\r"}};
    const char *const *round = rounds[_i];
    size_t stops = count_stops(round[0], ".");
    ck_assert_uint_ge(stops, 10);
    ck_assert_uint_eq(count_stops(round[1], ","), stops);
}
END_TEST

START_TEST(what_another_source_tells_is_one_key_away)
{
    type(":gromyko1972\rvc");
    shows("told by hasegawa: 2");
    type("C");
    shows("The Japanese government turned the overtures");
    type("C");
    shows("told by hasegawa: 2");
}
END_TEST

START_TEST(the_report_that_a_round_is_known_from_is_named)
{
    type(":wg3\rvc");
    resize(24, 158);
    shows("one is printed in Hopporyodo 234");
}
END_TEST

Suite *unit_suite(void)
{
    Suite *suite = suite_create("shipped");
    TCase *tests = tcase_create("shipped");
    tcase_add_checked_fixture(tests, open_shipped, close_reader);
    tcase_add_loop_test(tests, only_claims_of_substance_are_stopped_at, 0, 2);
    tcase_add_test(tests, what_another_source_tells_is_one_key_away);
    tcase_add_test(tests, the_report_that_a_round_is_known_from_is_named);
    suite_add_tcase(suite, tests);
    return suite;
}
