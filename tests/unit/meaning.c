// SPDX-License-Identifier: MIT
#include <stdlib.h>
#include <string.h>

#include "diptych/meaning.h"
#include "dossier/open.h"
#include "unit.h"

#include "../support/namesakes.h"

static const char text[] = NAMESAKES
    "Person: kuriyama\nTitle: Takakazu Kuriyama\nNames: 栗山尚一\nParty: jp\n"
    "\n"
    "Person: dulles\nTitle: John Foster Dulles\n"
    "\n"
    "Topic: shimoda\nTitle: Treaty of Shimoda, 1855\nDate: 1855-02-07\nWords: 1855; Iturup and Urup\n"
    "\n"
    "Topic: pressure\nTitle: American pressure\nWords: Dulles; Washington\n"
    "\n"
    "Topic: declaration\nTitle: Joint Declaration\nShort: Déclaration\nDate: 1956-10-19\n"
    "\n"
    "Topic: letters\nTitle: Letters of September\nDate: 1956-09-29\nWords: Gromyko’s letter\n"
    "\n"
    "Topic: treaties\nTitle: What was sworn\nDate: -0416-07\n"
    "\n"
    "Topic: caesar\nTitle: The ides\nDate: -0043-03-15\n"
    "\n"
    "Topic: day-book\nTitle: Order of the day\nKind: procedure\nDate: 1988-11\n"
    "\n"
    "Topic: blocs-nato\nTitle: Blocs and NATO\n"
    "\n"
    "Topic: treaty\nTitle: What a treaty holds\nWords: peaceful border\n"
    "\n"
    "Name: iturup\nsu: Iturup; Итуруп\njp: Etorofu; 択捉島; peaceful border; inner border\n"
    "\n"
    "Instrument: shimoda-text\nTitle: The text of Shimoda\nDate: 1855-02-07\nClause: 1; The border.\n"
    "\n"
    "Source: saito\nTitle: A history of the talks\n"
    "\n"
    "Source: lecture\nTitle: What was said\nAuthor: Hanako Kuriyama; Ivan Petrov\n"
    "\n"
    "Source: minutes\nTitle: Minutes\nAuthor: Ministry of Foreign Affairs of the CCCP\n"
    "\n"
    "Round: moscow\nTitle: The summit\nDate: 1956-10-13\n"
    "\n"
    "@ abe\n[7] A word.\n"
    "\n"
    "Account: moscow/panov\n"
    "\n"
    "Round: tokyo\nTitle: Abe’s visit\nShort: Tokyo\nDate: 1988-12-20\n"
    "\n"
    "Round: later\nTitle: Afterwards\nDate: 1991-03/1991-06\n";

static Dossier *open_text(void)
{
    return dossier_open_memory(&(MemoryFile){"test.dip", str_of(text)}, 1);
}

// "topic shimoda": the best meanings, with commas between them; "" for none.
static char *best_of(Dossier *dossier, const char *words, unsigned kinds)
{
    Meanings meanings = {0};
    Buffer out = {0};
    meaning_find(dossier, str_of(words), dossier_account(dossier, str_of("moscow")), kinds, &meanings);
    for (size_t i = 0; i < meanings.best; i++) {
        buffer_addf(&out, "%s%s ", i ? ", " : "", meaning_kind(meanings.items[i].target.kind));
        meaning_id_add(&out, dossier, meanings.items[i].target);
    }
    free(meanings.items);
    return buffer_steal(&out);
}

START_TEST(words_mean_what_a_reader_means)
{
    static const struct {
        const char *words, *best;
    } cases[] = {
        // Of one kind or another, by id, title, Short:, Words:, names of parties, surname.
        {"shimoda", "topic shimoda"},
        {"Treaty of Shimoda, 1855", "topic shimoda"},
        {"1855", "topic shimoda"},
        {"declaration", "topic declaration"},
        {"declaratión", "topic declaration"},
        {"GROMYKO'S LETTER", "topic letters"},
        {"Etorofu", "name iturup"},
        {"итуруп", "name iturup"},
        {"択捉島", "name iturup"},
        {"択捉", "name iturup"},
        {"Takakazu Kuriyama", "person kuriyama"},
        {"takakazu", "person kuriyama"},
        {"栗山尚一", "person kuriyama"},
        {"saito", "source saito"},
        {"the text of", "instrument shimoda-text"},
        {"1855-02-07", "topic shimoda"},
        {"tokyo", "round tokyo"},
        {"moscow/panov", "account moscow/panov"},
        {"moscow/p", "account moscow/panov"},
        // A person's name goes before the Words: of a topic; whole words before begun and contained ones.
        {"Dulles", "person dulles"},
        {"washington", "topic pressure"},
        {"nato", "topic blocs-nato"},
        {"blo", "topic blocs-nato"},
        {"treaty", "topic treaty"},
        {"holds", "topic treaty"},
        {"ressur", "topic pressure"},
        // Two people of one surname, whatever their ids; several that fit equally well.
        {"abe", "person abe, person abe-shintaro"},
        {"shintaro", "person abe-shintaro"},
        // Of those who wrote a source too, but of no office.
        {"kuriyama", "person kuriyama, source lecture"},
        {"ivan petrov", "source lecture"},
        {"petrov", "source lecture"},
        {"cccp", ""},
        // What a party calls a thing first is its name; what else it says gives way to a topic.
        {"peaceful border", "topic treaty"},
        {"inner border", "name iturup"},
        {"th", "round moscow"},
        // References.
        {"moscow.7", "passage moscow.7"},
        {"7", "passage moscow.7"},
        {"moscow.8", ""},
        // Dates: of topics before those of rounds when it is a year alone; else the round.
        {"1956", "topic declaration, topic letters"},
        {"1956-10-13", "round moscow"},
        {"13 October 1956", "round moscow"},
        {"oct 13, 1956", "round moscow"},
        {"December 1988", "round tokyo"},
        {"1988", "round tokyo"}, // and not what is procedure
        {"20 dec 1988", "round tokyo"},
        {"1991-05", "round later"},
        {"November 1988", "topic day-book"},
        {"1960", "round tokyo"},
        {"2005", ""},
        {"32 december 1988", ""},
        {"-0416", "topic treaties"},
        {"417 BC", "topic treaties"},
        {"July 417 bc", "topic treaties"},
        {"15 march 44", ""},
        {"44 BC", "topic caesar"},
        {"15 March 44 BCE", "topic caesar"},
        {"nothing of the kind", ""},
        {"", ""},
        {"  ", ""},
    };
    Dossier *dossier = open_text();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char *best = best_of(dossier, cases[i].words, MEANING_ALL);
        ck_assert_msg(strcmp(best, cases[i].best) == 0, "%s: %s, not %s", cases[i].words, best,
                      cases[i].best);
        free(best);
    }
    dossier_close(dossier);
}
END_TEST

START_TEST(only_the_kinds_asked_for_are_found)
{
    Dossier *dossier = open_text();
    char *best = best_of(dossier, "dulles", MEANING_OF(TARGET_TOPIC));
    ck_assert_str_eq(best, "topic pressure");
    free(best);
    best = best_of(dossier, "ussr", MEANING_OF(TARGET_PARTY));
    ck_assert_str_eq(best, "party su");
    free(best);
    best = best_of(dossier, "7", MEANING_OF(TARGET_TOPIC));
    ck_assert_str_eq(best, "");
    free(best);
    dossier_close(dossier);
}
END_TEST

START_TEST(worse_meanings_follow_the_best)
{
    Dossier *dossier = open_text();
    Meanings meanings = {0};
    meaning_find(dossier, str_of("dulles"), NONE, MEANING_ALL, &meanings);
    ck_assert_uint_eq(meanings.best, 1);
    ck_assert_uint_eq(meanings.count, 2);
    ck_assert_int_eq(meanings.items[0].fit, FIT_WHOLE);
    ck_assert_int_eq(meanings.items[1].target.kind, TARGET_TOPIC);
    ck_assert_int_eq(meanings.items[1].fit, FIT_WORDS);
    free(meanings.items);
    dossier_close(dossier);
}
END_TEST

START_TEST(one_meaning_or_an_error_that_names_them)
{
    Dossier *dossier = open_text();
    Meaning meaning;
    Error error;
    ck_assert(meaning_one(dossier, str_of("kuri"), MEANING_OF(TARGET_PERSON), &meaning, &error));
    ck_assert_uint_eq(meaning.target.index, dossier_person(dossier, str_of("kuriyama")));
    ck_assert(!meaning_one(dossier, str_of("abe"), MEANING_OF(TARGET_PERSON), &meaning, &error));
    ck_assert_str_eq(error.text, "\"abe\" may mean abe, abe-shintaro: type more of it");
    ck_assert(!meaning_one(dossier, str_of("x"), MEANING_OF(TARGET_PERSON), &meaning, &error));
    ck_assert_str_eq(error.text, "there is no person \"x\"; 'diptych list' names them");
    ck_assert_uint_eq(meaning_account(dossier, str_of("x"), &error), NONE);
    ck_assert_ptr_nonnull(strstr(error.text, "no round or account \"x\""));
    ck_assert_uint_eq(meaning_topic(dossier, str_of(" "), &error), NONE);
    ck_assert_ptr_nonnull(strstr(error.text, "missing"));
    ck_assert_uint_eq(meaning_account(dossier, str_of("visit"), NULL),
                      dossier_account(dossier, str_of("tokyo")));
    dossier_close(dossier);
}
END_TEST

START_TEST(selectors_are_read_and_written)
{
    static const struct {
        const char *text, *written; // null: an error
        const char *error;          // a part of it
    } cases[] = {
        {"su", "su", NULL},
        {"USSR", "su", NULL},
        {"SU@TOKYO", "su@tokyo", NULL},
        {"j @ mos ", "jp@moscow", NULL},
        {"jp@moscow/panov", "jp@moscow/panov", NULL},
        {"x", NULL, "no party"},
        {"su@", NULL, "missing"},
        {"", NULL, "missing"},
        {"su@wg9", NULL, "no round or account"},
    };
    Dossier *dossier = open_text();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Error error = {""};
        Selector selector;
        bool read = meaning_selector(dossier, str_of(cases[i].text), &selector, &error);
        ck_assert_msg(read == (cases[i].written != NULL), "%s: %s", cases[i].text, error.text);
        if (!read) {
            ck_assert_msg(strstr(error.text, cases[i].error) != NULL, "%s: %s", cases[i].text, error.text);
            continue;
        }
        Buffer out = {0};
        selector_add(dossier, &out, selector);
        ck_assert(str_equal(buffer_str(&out), str_of(cases[i].written)));
        buffer_free(&out);
    }
    dossier_close(dossier);
}
END_TEST

Suite *unit_suite(void)
{
    Suite *suite = suite_create("meaning");
    TCase *tests = tcase_create("meaning");
    tcase_add_test(tests, words_mean_what_a_reader_means);
    tcase_add_test(tests, only_the_kinds_asked_for_are_found);
    tcase_add_test(tests, worse_meanings_follow_the_best);
    tcase_add_test(tests, one_meaning_or_an_error_that_names_them);
    tcase_add_test(tests, selectors_are_read_and_written);
    suite_add_tcase(suite, tests);
    return suite;
}
