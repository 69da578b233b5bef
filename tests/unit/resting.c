// SPDX-License-Identifier: MIT
// What a reader keeps of the texts that it has read when it rests.
#include <stdlib.h>
#include <string.h>

#include "../support/typing.h"
#include "diptych/buffer.h"
#include "unit.h"

// More than is kept of texts that are not shown.
#define LARGE ((size_t)40 << 20)

static void add_account(Buffer *out, const char *head, size_t size)
{
    buffer_add_text(out, head);
    buffer_add_text(out,
                    "Participants: a b\nExtent: full\n\n@ a\n[1] A claim.\n{topics: t}\n\n@ b\n[2] A reply.\n"
                    "{topics: t}\n\n@ a\n[3] ");
    buffer_fill(out, 'x', size);
    buffer_add_text(out, "\n{topics: u}\n\n");
}

// A round of two large accounts, and another one.
static void open_large(void)
{
    Buffer text = {0};
    buffer_add_text(&text, "Dossier: d\nTitle: D\nFormat: 1\n\nParty: p\nTitle: P\n\nParty: q\nTitle: Q\n\n"
                           "Person: a\nTitle: A\nParty: p\n\nPerson: b\nTitle: B\nParty: q\n\n"
                           "Topic: t\nTitle: T\n\nTopic: u\nTitle: U\n\n");
    add_account(&text, "Round: r\nTitle: R\nDate: 1955\n", LARGE);
    add_account(&text, "Account: r/x\nTitle: X\n", LARGE);
    add_account(&text, "Round: s\nTitle: S\nDate: 1956\n", 10);
    open_text(text.bytes);
    buffer_free(&text);
}

static bool is_kept(const char *account)
{
    return speech_at_hand(dossier, dossier_account(dossier, str_of(account)));
}

static void rest(void)
{
    reader_paint(reader, grid);
    work();
    reader_rest(reader);
}

START_TEST(both_accounts_of_a_comparison_are_kept)
{
    type(":columns p@r q@r/x\r");
    rest();
    const Speech *left = speech_at_hand(dossier, dossier_account(dossier, str_of("r")));
    const Speech *right = speech_at_hand(dossier, dossier_account(dossier, str_of("r/x")));
    ck_assert(left && right);
    for (const char *key = "jkJKd"; *key; key++) {
        reader_press(reader, (Press)*key);
        rest();
        ck_assert_ptr_eq(speech_at_hand(dossier, left->account), left);
        ck_assert_ptr_eq(speech_at_hand(dossier, right->account), right);
    }
}
END_TEST

START_TEST(what_was_left_is_let_go)
{
    type(":columns p@r q@r/x\r");
    rest();
    type(":s\r");
    rest();
    ck_assert(is_kept("s"));
    ck_assert(!is_kept("r") || !is_kept("r/x"));
}
END_TEST

START_TEST(what_is_small_is_kept)
{
    rest();
    type(":s\r");
    rest();
    ck_assert(is_kept("s"));
    ck_assert(is_kept("r"));
}
END_TEST

Suite *unit_suite(void)
{
    Suite *suite = suite_create("resting");
    TCase *tests = tcase_create("resting");
    tcase_add_checked_fixture(tests, open_large, close_reader);
    tcase_set_timeout(tests, 60);
    tcase_add_test(tests, both_accounts_of_a_comparison_are_kept);
    tcase_add_test(tests, what_was_left_is_let_go);
    tcase_add_test(tests, what_is_small_is_kept);
    suite_add_tcase(suite, tests);
    return suite;
}
