// SPDX-License-Identifier: MIT
// The next claim that nobody answered, in the dossier that is shipped.
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

Suite *unit_suite(void)
{
    Suite *suite = suite_create("claims");
    TCase *tests = tcase_create("claims");
    tcase_add_checked_fixture(tests, open_shipped, close_reader);
    tcase_add_loop_test(tests, only_claims_of_substance_are_stopped_at, 0, 2);
    suite_add_tcase(suite, tests);
    return suite;
}
