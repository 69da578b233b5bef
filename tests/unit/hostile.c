// SPDX-License-Identifier: MIT
// Readers of odd and damaged dossiers: nothing is asserted but that they go on, paint, and keep what is
// asked.
#include <stdlib.h>
#include <string.h>

#include "../support/typing.h"
#include "diptych/buffer.h"
#include "diptych/file.h"
#include "unit.h"

// Goes everywhere at several sizes, and about at random.
static void read_about(unsigned seed)
{
    static const size_t sizes[][2] = {{24, 80}, {6, 20}, {50, 200}, {300, 500}, {24, 63}};
    static const char *const walks[] = {
        "Jj]}ihl", "vsJK]l", "viJ\r", "vrqq", "?q", "/x\rvrJ\r", "x\\<>Lj#yYP.,ow\t\r''"};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        resize(sizes[i][0], sizes[i][1]);
        for (size_t k = 0; k < sizeof walks / sizeof *walks; k++) {
            type(walks[k]);
            shown();
        }
    }
    type_at_random(seed, 400);
    Session session = {0};
    reader_keep(reader, &session);
    reader_resume(reader, &session);
    session_free(&session);
    shown();
}

#define HEAD "Dossier: d\n\n"
#define ODD_HEAD "Dossier: \033]0;x\007\nTitle: \342\200\256\n\n"
#define SIDES \
    "Party: a\nTitle: A\n\nParty: b\nTitle: B\n\nPerson: p\nTitle: P\nParty: a\n\nTopic: t\nTitle: T\n\n"
#define ROUND "Round: r\nTitle: R\nDate: 1956\nExtent: full\n\n"

static const char *const dossiers[] = {
    HEAD,
    HEAD SIDES,
    HEAD ROUND,
    HEAD SIDES ROUND,
    HEAD SIDES "Round: r\nTitle: R\nExtent: lost\n\n",
    "Dossier: d\nStart: nowhere\n\n" SIDES ROUND "@ a\n[1] x\n",
    HEAD ROUND "@ a\n[1] nobody is known\n{topics: t}\n",
    HEAD "Party: a\nTitle: A\n\nTopic: t\n\n" ROUND "@ a\n[1] one side\n{topics: t}\n\n@\n[2] narration\n",
    HEAD "Party: a\nTitle: A\n\nParty: b\nSucceeds: a\nTitle: B\n\nTopic: t\n\n" ROUND
         "@ b\n[1] x\n{topics: t}\n",
    HEAD SIDES ROUND
    "@ a + b\n[1] joint\n{topics: t}\n\n@ a + nobody\n[2] half known\n{topics: t; agrees: 1}\n",
    HEAD SIDES ROUND "@ nobody\n[1] x\n{topics: t}\n\n@ p\n[2]\n{topics: t}\n\n[2] again\n\n[0] none\n\n"
                     "[4294967295] last\n{answers: 1-4294967295; rebuts: 4294967294-4294967295}\n",
    HEAD SIDES ROUND
    "@ p\n[1] x\n{topics: t; elsewhere: lost; overstated: r2.9; why: none}\n\n"
    "Round: lost\nTitle: L\nExtent: lost\nDate: 1950\n\nRound: r2\nTitle: R2\nDate: 1957\n\n@ b\n"
    "[1] y\n{rebuts: r.1; restates: r.1; topics: t}\n",
    HEAD SIDES ROUND
    "Account: r/x\nTitle: X\nSource: s\n\n@ a\n[1] x\n{same: r.1; topics: t}\n\nAccount: nowhere/y\n",
    HEAD SIDES "Topic: u\nParent: v\n\nTopic: v\nParent: u\n\nTopic: w\nParent: w\n\n" ROUND
               "@ a\n[1] x\n{topics: u v w}\n",
    HEAD SIDES "Name: n\na: One; Two\nc: Three\nMeans: it\n\nName: m\n\nSource: s\nKind: odd\n\nSource: q\n\n"
               "Discrepancy: z\nReading: r.9; one\nReading: nowhere.1; two\nReading: three\nTopics: t x\n\n"
               "Discrepancy: y\n\n" ROUND "@ p\n[1] One and Two are Three\n{topics: t; source: s}\n",
    HEAD SIDES ROUND
    "@ a\n[1] \302\233\342\200\256\377\001x\314\201\314\201\314\201\n{topics: t; term: \"\033\"}\n",
    ODD_HEAD "Party: \033\nTitle: \n\nTopic: \377\n\nRound: \001\nTitle: \n\n@ \033\n[1]\n",
};

START_TEST(odd_dossiers_are_read)
{
    open_text(dossiers[_i]);
    read_about((unsigned)_i + 1);
    close_reader();
}
END_TEST

static void read_fixture(const char *path, unsigned seed)
{
    const char *source = getenv("top_srcdir");
    Buffer whole = {0};
    buffer_addf(&whole, "%s/%s", source ? source : ".", path);
    char *name = buffer_steal(&whole);
    open_reader(name, true);
    read_about(seed);
    close_reader();
    free(name);
}

START_TEST(damaged_dossiers_are_read)
{
    static const char *const paths[] = {"clean.dip", "links.dip", "records.dip", "speech.dip", "alone"};
    Buffer path = {0};
    buffer_addf(&path, "tests/fixtures/diagnostics/%s", paths[_i]);
    char *name = buffer_steal(&path);
    read_fixture(name, (unsigned)_i + 1);
    free(name);
}
END_TEST

START_TEST(the_shipped_dossier_is_read)
{
    read_fixture("transcripts/soviet-japanese", 1);
    read_fixture("tests/fixtures/ferry", 2);
}
END_TEST

// The files are edited while they are read: what was there may be gone.
START_TEST(dossiers_shrink_while_they_are_read)
{
    open_text(HEAD SIDES ROUND
              "@ p\n[1] one\n{topics: t}\n\n@ b\n[2] two\n{topics: t; rebuts: 1}\n\n[3] two\n{topics: t; "
              "answers: 2}\n");
    type("J/two\rvrvi:t\ri");
    type(":3\r");
    static const char *const rest[] = {ROUND "@ p\n[3] one\n{topics: t}\n", ROUND, "",
                                       HEAD SIDES ROUND "@ b\n[2]\n"};
    for (size_t i = 0; i < sizeof rest / sizeof *rest; i++) {
        write_text(rest[i]);
        dossier_trim(dossier, 0);
        shown();
        read_about((unsigned)i);
    }
    close_reader();
}
END_TEST

// What would take the square of a file to tell is told in short, and said to be.
START_TEST(what_is_long_is_cut)
{
    Buffer text = {0};
    buffer_add_text(&text, HEAD SIDES);
    for (int i = 1; i <= 30; i++)
        buffer_addf(&text, "Topic: t%d\nTitle: T%d\n\n", i, i);
    buffer_add_text(&text, ROUND "@ p + p + p + p + p + p + p + p + p + b\n[1] one\n{topics:");
    for (int i = 1; i <= 30; i++)
        buffer_addf(&text, " t%d", i);
    buffer_add_text(&text, "}\n\n@ b\n");
    for (int i = 2; i <= 400; i++)
        buffer_addf(&text, "[%d] two\n{topics: t1; rebuts: 1}\n", i);
    char *whole = buffer_steal(&text);
    open_text(whole);
    work();
    resize(30, 140);
    type("vc");
    shows("T17 and 13 more");
    shows("rebutted by 2-257; and");
    shows("and others");
    type("]]]]]]]]]]]]]]]]]]]]");
    shows("T16 and 13 more");
    shows("topic 21/30");
    free(whole);
    close_reader();
}
END_TEST

Suite *unit_suite(void)
{
    Suite *suite = suite_create("hostile");
    TCase *tests = tcase_create("hostile");
    tcase_set_timeout(tests, 120);
    tcase_add_loop_test(tests, odd_dossiers_are_read, 0, sizeof dossiers / sizeof *dossiers);
    tcase_add_loop_test(tests, damaged_dossiers_are_read, 0, 5);
    tcase_add_test(tests, the_shipped_dossier_is_read);
    tcase_add_test(tests, dossiers_shrink_while_they_are_read);
    tcase_add_test(tests, what_is_long_is_cut);
    suite_add_tcase(suite, tests);
    return suite;
}
