// SPDX-License-Identifier: MIT
// Near misses of layout that are put right, and those that are left alone.
#include "diptych/fix.h"

#include <stdlib.h>

#include "diptych/buffer.h"
#include "dossier/open.h"
#include "unit.h"

static const char head[] = "Dossier: d\nTitle: D\n\nParty: su\nTitle: S\n\nParty: jp\nTitle: J\n\n"
                           "Topic: t\nTitle: T\n\nRound: r\nTitle: R\nDate: 1955\n\n";

// What stands behind the head, with all that leaves no doubt put right; `count` gets how many edits that
// took.
static char *fixed(const char *speech, size_t *count)
{
    Buffer text = {0}, now = {0};
    FixList fixes = {0};
    buffer_add_text(&text, head);
    buffer_add_text(&text, speech);
    MemoryFile file = {"d.dip", buffer_str(&text)};
    Dossier *dossier = dossier_open_memory(&file, 1);
    for (uint32_t i = 0; i < dossier->account_count; i++)
        fix_find(dossier, i, &fixes);
    Edit edits[32];
    ck_assert_uint_le(fixes.count, 32);
    for (size_t i = 0; i < fixes.count; i++)
        edits[i] = fixes.items[i].edit;
    splice_edits(buffer_str(&text), edits, fixes.count, &now);
    ck_assert(str_starts(buffer_str(&now), str_of(head)));
    Buffer behind = {0};
    buffer_add(&behind, str_slice(buffer_str(&now), sizeof head - 1, now.len));
    *count = fixes.count;
    free(fixes.items);
    dossier_close(dossier);
    buffer_free(&text);
    buffer_free(&now);
    return buffer_steal(&behind);
}

// `after` null: it stays as it is.
static const struct {
    const char *before, *after;
} cases[] = {
    // attributes behind words
    {"@ su\n[1] Words. {topics: t}\n", "@ su\n[1] Words.\n{topics: t}\n"},
    {"@ su\n[1] Words\nand more \t {topics: t; act: asks}  \n\n[2] x\n",
     "@ su\n[1] Words\nand more\n{topics: t; act: asks}  \n\n[2] x\n"},
    {"@ su\r\n[1] Words. {topics: t}\r\n[2] x\r\n", "@ su\r\n[1] Words.\r\n{topics: t}\r\n[2] x\r\n"},
    {"@ su\n[1] Words. {topics: t;\n at: 5}\n# but\n@ jp\n[2] x\n",
     "@ su\n[1] Words.\n{topics: t;\n at: 5}\n# but\n@ jp\n[2] x\n"},
    {"@ su\n[1] Words. {X-own: 1; note: \"a } b\"}", "@ su\n[1] Words.\n{X-own: 1; note: \"a } b\"}"},
    {"@ su\n[1] Words. {topics: t} and more\n", NULL},
    {"@ su\n[1] Words. {topics: t}\nand more\n", NULL},
    {"@ su\n[1] Words. {topics: t}\n{act: asks}\n", NULL},
    {"@ su\n[1] Words. {topics: t\n", NULL},
    {"@ su\n[1] Words. {see: below}\n", NULL},
    {"@ su\n[1] Words. {topics: t; see}\n", NULL},
    {"@ su\n[1] Words. {}\n", NULL},
    {"@ su\n[1] {topics: t}\n", NULL},
    {"Stray words. {topics: t}\n", NULL},
    // attributes behind blanks
    {"@ su\n[1] Words.\n  {topics: t}\n[2] x\n", "@ su\n[1] Words.\n{topics: t}\n[2] x\n"},
    {"@ su\n {to: own}\n[1] x\n", "@ su\n{to: own}\n[1] x\n"},
    {"@ su\n {topics: t}\n[1] x\n", NULL}, // not of turns
    {"@ su\n[1] Words.\n\n  {topics: t}\n", NULL},
    {"@ su\n[1] Words.\n{topics: t}\n  {act: asks}\n", NULL},
    // numbers
    {"@ su\n[1] x\n  [2] y\n[3] z\n", "@ su\n[1] x\n[2] y\n[3] z\n"},
    {"@ su\n[1] x\n\n\t[2] y\n", "@ su\n[1] x\n\n[2] y\n"},
    {"@ su\n[1] x\n[ 2 ] y\n [ 3] z\n", "@ su\n[1] x\n[2] y\n[3] z\n"},
    {"@ su\n[1] x\n  [2] y {topics: t}\n  [3] z\n", "@ su\n[1] x\n[2] y\n{topics: t}\n[3] z\n"},
    {"@ su\n[1] x\n  [3] y\n[2] z\n", NULL},
    {"@ su\n[2] x\n  [1] y\n", NULL},
    {"@ su\n[1] x\n  [2] y\n[4] z\n[2] w\n", NULL},
    {"@ su\n[1] x\n  [2] y\n  [2] z\n", "@ su\n[1] x\n[2] y\n  [2] z\n"},
    {"@ su\n[1] x\n  [1950] when\n", NULL},
    {"@ su\n[1949] x\n  [1950] y\n", "@ su\n[1949] x\n[1950] y\n"},
    {"@ su\n[1] x\n  [2a] y\n  [2.1] z\n  [2, 3] w\n  [2]\n", NULL},
    {"@ su\n[1] x\n[1950] y\n", NULL},
    // turns
    {"@ su\n[1] x\n  @ jp\n[2] y\n", "@ su\n[1] x\n@ jp\n[2] y\n"},
    {"@ su\n[1] x\n\n  @ jp + su\n\n[2] y\n", "@ su\n[1] x\n\n@ jp + su\n\n[2] y\n"},
    {"@ su\n[1] x\n  @ jp\n {to: own}\n  [2] y\n", "@ su\n[1] x\n@ jp\n{to: own}\n[2] y\n"},
    {"@ su\n[1] x\n  @ jp\nand so on\n", NULL},
    {"@ su\n[1] x\n  @ jp\nand so on {topics: t}\n", NULL},
    {"@ su\n[1] x\n  [2a] y {topics: t}\n", NULL},
    {"@ su\n[1] x\n  @ nobody\n[2] y\n", NULL},
    {"@ su\n[1] x\n  @\n[2] y\n", NULL},
    // a brace that is missing
    {"@ su\n[1] x\n{topics: t\n\n[2] y\n", "@ su\n[1] x\n{topics: t}\n\n[2] y\n"},
    {"@ su\n[1] x\n{topics: t;\n act: asks ;  \n# but\n[2] y\n",
     "@ su\n[1] x\n{topics: t;\n act: asks ;}  \n# but\n[2] y\n"},
    {"@ su\n{to: own\n\n[1] y\n", "@ su\n{to: own}\n\n[1] y\n"},
    {"@ su\n[1] x\n{topics: t; note: \"open\n\n[2] y\n", NULL},
    {"@ su\n[1] x\n{topics: t\nwords\n\n[2] y\n", NULL},
    {"@ su\n[1] x\n\n{topics: t\n\n[2] y\n", NULL},
    // records
    {"@ su\n[1] x\n\nX-Note: y\n  [2] z\n  @ jp\n\n[3] w\n", NULL},
    {"@ su\n[1] x\n\nTopic: u\nTitle: U {topics: t}\n\n@ jp\n[3] w\n", NULL},
};

START_TEST(what_leaves_no_doubt_is_put_right)
{
    size_t count;
    char *now = fixed(cases[_i].before, &count);
    const char *expected = cases[_i].after ? cases[_i].after : cases[_i].before;
    ck_assert_str_eq(now, expected);
    ck_assert((count > 0) == (cases[_i].after != NULL));
    free(now);
}
END_TEST

START_TEST(what_is_right_stays)
{
    size_t count;
    const char *expected = cases[_i].after ? cases[_i].after : cases[_i].before;
    char *now = fixed(expected, &count);
    ck_assert_str_eq(now, expected);
    ck_assert_uint_eq(count, 0);
    free(now);
}
END_TEST

Suite *unit_suite(void)
{
    const int count = sizeof cases / sizeof *cases;
    Suite *suite = suite_create("fix");
    TCase *tests = tcase_create("fix");
    tcase_add_loop_test(tests, what_leaves_no_doubt_is_put_right, 0, count);
    tcase_add_loop_test(tests, what_is_right_stays, 0, count);
    suite_add_tcase(suite, tests);
    return suite;
}
