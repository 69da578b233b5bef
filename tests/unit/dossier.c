// SPDX-License-Identifier: MIT
// Dates, words and records.
#include "diptych/dossier.h"

#include <stdlib.h>

#include "dossier/open.h"
#include "unit.h"

#define CHECK_STR(s, expected) \
    ck_assert_msg(is(s, expected), "'%.*s' is not '%s'", (int)(s).len, (s).at, expected)

static bool is(Str s, const char *text)
{
    return str_equal(s, str_of(text));
}

static Dossier *open_text(const char *text)
{
    MemoryFile file = {"memory.dip", str_of(text)};
    return dossier_open_memory(&file, 1);
}

static size_t count_of(const DiagnosticList *list, DiagnosticKind kind)
{
    size_t count = 0;
    for (size_t i = 0; i < list->count; i++)
        count += list->items[i].kind == kind;
    return count;
}

START_TEST(dates_are_read_and_shown)
{
    static const struct {
        const char *text, *shown; // shown null: no date
    } cases[] = {
        {"1988-12-20", "20 Dec 1988"},
        {"1955-06", "June 1955"},
        {"1955~", "about 1955"},
        {"1956?", "1956?"},
        {"2000-02-29", "29 Feb 2000"},
        {"1955-06/1955-09", "June to September 1955"},
        {"1956-09-23/1956-10-02", "23 Sep to 2 Oct 1956"},
        {"1955-06-03/1955-06-07", "3 to 7 Jun 1955"},
        {"1955-12-31/1956-01-02", "31 Dec 1955 to 2 Jan 1956"},
        {"1955/1956", "1955 to 1956"},
        {"1956-01?/1956-03", "January 1956? to March 1956"},
        {"1601~/1700~", "about 1601 to about 1700"},
        {"1956-03/1956", "March 1956 to 1956"},
        {"1900-02-29", NULL},
        {"1955-13", NULL},
        {"1955-00", NULL},
        {"1955-6", NULL},
        {"-0416", "417 BC"},
        {"-0416-07~", "about July 417 BC"},
        {"0000", "1 BC"},
        {"-0430-05-03/-0403-04", "3 May 431 BC to April 404 BC"},
        {"-0416-03/-0416-07", "March to July 417 BC"},
        {"-0001/0001", "2 BC to 1"},
        {"0416", "416"},
        {"-0004-02-29", "29 Feb 5 BC"},
        {"12024-05", "May 12024"},
        {"+012024", "12024"},
        {"-4000000", "4000001 BC"},
        {"1875-05-07 [25 April]", "7 May 1875 [25 April]"},
        {"1875-05-07/1875-05-09 [25 to 27 April, old style]", "7 to 9 May 1875 [25 to 27 April, old style]"},
        {"1875 []", NULL},
        {"[25 April]", NULL},
        {"-4000001", NULL},
        {"195506", NULL},
        {"19550603", NULL},
        {"01955", NULL},
        {"-416", NULL},
        {"--0416", NULL},
        {"-0005-02-29", NULL},
        {"-0403/-0430", NULL},
        {"??", NULL},
        {"?/1955", NULL},
        {"955", NULL},
        {"", NULL},
        {"1956/1955", NULL},
        {"1956-03-05/1956-02", NULL},
        {"1955/", NULL},
        {"/1955", NULL},
        {"1955~?", NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Date date = {0};
        Buffer out = {0};
        bool valid = date_parse(str_of(cases[i].text), &date);
        ck_assert_msg(valid == (cases[i].shown != NULL), "%s", cases[i].text);
        ck_assert(date_known(date) == valid);
        date_add(&out, date);
        CHECK_STR(buffer_str(&out), valid ? cases[i].shown : "");
        buffer_free(&out);
    }
}
END_TEST

START_TEST(dates_are_written_as_they_are_read)
{
    static const char *const texts[] = {"1955",
                                        "1955-06",
                                        "1955-06-03",
                                        "1955~",
                                        "1955-06?",
                                        "1988-12-20/1989-03-21",
                                        "1955?/1956~",
                                        "-0416-07",
                                        "0000",
                                        "-4000000",
                                        "12024-05",
                                        "+123456",
                                        "?"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        Date date = {0};
        Buffer out = {0};
        ck_assert_msg(date_parse(str_of(texts[i]), &date), "%s", texts[i]);
        date_add_written(&out, date);
        CHECK_STR(buffer_str(&out), texts[i]);
        buffer_free(&out);
    }
}
END_TEST

START_TEST(dates_are_ordered_by_their_first_day)
{
    static const char *const ordered[] = {
        "",     "-4000000", "-0431", "-0416-01-02", "-0416-07~",  "-0415",           "0000",
        "0001", "0416",     "1955",  "1955-02",     "1955-02-02", "1955-03-01/1956", "1956"};
    for (size_t i = 1; i < sizeof ordered / sizeof *ordered; i++) {
        Date before = {0}, after = {0};
        date_parse(str_of(ordered[i - 1]), &before);
        date_parse(str_of(ordered[i]), &after);
        ck_assert_msg(date_compare(before, after) < 0, "%s", ordered[i]);
        ck_assert_int_gt(date_compare(after, before), 0);
    }
    Date month, day, none;
    ck_assert(date_parse(str_of("?"), &none) && !date_known(none));
    ck_assert_int_lt(date_compare(none, (Date){.from = {.year = -4000000, .known = true}}), 0);
    date_parse(str_of("1955-02"), &month);
    date_parse(str_of("1955-02-01"), &day);
    ck_assert_int_eq(date_compare(month, day), 0);
}
END_TEST

START_TEST(words_are_found_again)
{
    for (int i = 0; i < VERB_COUNT; i++) {
        Verb verb = VERB_COUNT;
        ck_assert(verb_parse(str_of(verb_word((Verb)i)), &verb));
        ck_assert_int_eq(verb, i);
        ck_assert_str_ne(verb_reverse(verb), "");
        ck_assert_int_le(verb_is_reply(verb) + verb_is_own(verb) + verb_is_verdict(verb), 1);
    }
    for (int i = 0; i < ACT_COUNT; i++) {
        Act act = ACT_COUNT;
        ck_assert(act_parse(str_of(act_word((Act)i)), &act) && (int)act == i);
    }
    for (int i = 0; i < STATUS_COUNT; i++) {
        Status status = STATUS_COUNT;
        ck_assert(status_parse(str_of(status_word((Status)i)), &status) && (int)status == i);
    }
    for (int i = 0; i < EXTENT_COUNT; i++) {
        Extent extent = EXTENT_COUNT;
        ck_assert(extent_parse(str_of(extent_word((Extent)i)), &extent) && (int)extent == i);
    }
    for (int i = 0; i < TAGGING_COUNT; i++) {
        Tagging tagging = TAGGING_COUNT;
        ck_assert(tagging_parse(str_of(tagging_word((Tagging)i)), &tagging) && (int)tagging == i);
    }
    for (int i = 0; i < ADDRESSEE_COUNT; i++) {
        Addressee addressee = ADDRESSEE_COUNT;
        ck_assert(addressee_parse(str_of(addressee_word((Addressee)i)), &addressee) && (int)addressee == i);
    }
    for (int i = 0; i < CAPACITY_COUNT; i++) {
        Capacity capacity = CAPACITY_COUNT;
        ck_assert(capacity_parse(str_of(capacity_word((Capacity)i)), &capacity) && (int)capacity == i);
    }
    for (int i = 0; i < SOURCE_KIND_COUNT; i++) {
        SourceKind kind = SOURCE_KIND_COUNT;
        ck_assert(source_kind_parse(str_of(source_kind_word((SourceKind)i)), &kind) && (int)kind == i);
    }
    Act act;
    ck_assert(act_parse(str_of("REFUSES"), &act) && act == ACT_REFUSES);
    ck_assert(!act_parse(str_of("refuse"), &act));
}
END_TEST

static const char *const islands =
    "# a comment\n"
    "Dossier: islands\nTitle: Talks on islands\nShort: Islands\nFormat: 1\n\n"
    "Party: su\nTitle: Soviet Union\nShort: USSR\n\n"
    "Party: jp\nTitle: Japan\n\n"
    "Person: malik\nTitle: Y. A. Malik\nParty: su\n\n"
    "Person: doi\nTitle: T. Doi\nParty: jp\nCapacity: opposition\n\n"
    "Topic: law\nTitle: Law\n\nTopic: treaty\nParent: law\nTitle: A treaty,\n  in two lines\n"
    "About: First\n .\n second\n# not this\n third.\nX-Own: yes\n\n"
    "Name: iturup\nsu: Iturup; \xd0\x98\xd1\x82\xd1\x83\xd1\x80\xd1\x83\xd0\xbf\njp: Etorofu;;\nMeans: "
    "one\n\n"
    "Source: panov\nKind: history\nTitle: A history\nStandpoint: ru\n\n"
    "Source: saito\nKind: history\nTitle: Another\n\n"
    "Event: 1951-09-08\nTitle: San Francisco\nTopics: treaty, law treaty\nSource: panov\n\n"
    "Round: london2\nTitle: London again\nDate: 1956-01-17\nSource: saito\n\n"
    "Round: london1\nTitle: London\nDate: 1955-06\nPlace: London\nParticipants: malik jp\nSources: saito "
    "panov\n"
    "Extent: part; the opening\nStatus: reported\nOutcome: none\n\n"
    "Account: london1/panov\nSource: panov\nExtent: full\nTagged: full\n\n"
    "Discrepancy: opening\nAbout: the day\nTopics: law\nReading: london1.1 london1.2-3; 1 June; or so\n"
    "Reading: london1/panov; 3 June\nReading: ; nobody knows\n\n";

START_TEST(records_are_typed)
{
    Dossier *d = open_text(islands);
    ck_assert_uint_eq(d->problems->count, 0);
    CHECK_STR(d->record.title, "Talks on islands");
    CHECK_STR(d->brief, "Islands");
    ck_assert_uint_eq(d->party_count, 2);
    CHECK_STR(d->parties[1].brief, "Japan");
    ck_assert_uint_eq(d->people[0].party, dossier_party(d, str_of("su")));
    ck_assert_int_eq(d->people[0].capacity, CAPACITY_GOVERNMENT);
    ck_assert_int_eq(d->people[1].capacity, CAPACITY_OPPOSITION);
    uint32_t treaty = dossier_topic(d, str_of("treaty"));
    CHECK_STR(d->topics[treaty].record.title, "A treaty, in two lines");
    CHECK_STR(record_value(&d->topics[treaty].record, "about"), "First\n\nsecond third.");
    ck_assert(topic_within(d, treaty, d->topics[treaty].parent));
    ck_assert(!topic_within(d, d->topics[treaty].parent, treaty));
    ck_assert_uint_eq(d->names[0].naming_count, 2);
    ck_assert_uint_eq(d->names[0].namings[1].word_count, 1);
    ck_assert_uint_eq(d->events[0].topic_count, 2);
    ck_assert_uint_eq(d->events[0].source, 0);
    dossier_close(d);
}
END_TEST

START_TEST(rounds_are_ordered_with_their_accounts)
{
    Dossier *d = open_text(islands);
    ck_assert_uint_eq(d->round_count, 2);
    ck_assert_uint_eq(d->account_count, 3);
    CHECK_STR(d->rounds[0].record.id, "london1");
    ck_assert_uint_eq(d->rounds[0].account_count, 2);
    ck_assert_uint_eq(d->rounds[0].person_count, 1);
    CHECK_STR(d->accounts[0].brief, "saito");
    CHECK_STR(d->accounts[1].name, "london1/panov");
    CHECK_STR(d->accounts[1].brief, "panov");
    ck_assert_int_eq(d->accounts[0].extent, EXTENT_PART);
    CHECK_STR(d->accounts[0].part, "the opening");
    ck_assert_int_eq(d->accounts[1].extent, EXTENT_FULL);
    ck_assert_int_eq(d->accounts[1].status, STATUS_REPORTED);
    ck_assert_int_eq(d->accounts[0].tagging, TAGGING_PART);
    ck_assert_int_eq(d->accounts[1].tagging, TAGGING_FULL);
    ck_assert(d->accounts[0].speechless);
    ck_assert_uint_eq(d->rounds[1].account, 2);
    const Discrepancy *opening = &d->discrepancies[0];
    ck_assert_uint_eq(opening->reading_count, 3);
    ck_assert_uint_eq(opening->readings[0].ref_count, 2);
    CHECK_STR(opening->readings[0].text, "1 June; or so");
    ck_assert_uint_eq(opening->readings[1].ref.account, 1);
    ck_assert_uint_eq(opening->readings[2].ref.account, NONE);
    CHECK_STR(opening->readings[2].text, "nobody knows");
    dossier_close(d);
}
END_TEST

START_TEST(references_are_read_and_written)
{
    static const struct {
        const char *text, *shown;
    } cases[] = {
        {"london1.23", "23"},
        {"london1.3-5", "3-5"},
        {"london1/panov.7", "london1/panov.7"},
        {"23", "23"},
        {"2-4", "2-4"},
        {"london1", "london1"},
        {"london1/panov", "london1/panov"},
        {"4-2", NULL},
        {"0", NULL},
        {"1000000000", NULL},
        {"london1.", NULL},
        {"london9.1", NULL},
        {"London1.1", NULL},
        {"london1/.1", NULL},
        {"", NULL},
        {"london1.1-", NULL},
        {".1", NULL},
        {"london1.-1", NULL},
    };
    Dossier *d = open_text(islands);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Ref ref;
        Buffer out = {0};
        bool valid = dossier_ref_parse(d, str_of(cases[i].text), 0, &ref);
        ck_assert_msg(valid == (cases[i].shown != NULL), "%s", cases[i].text);
        if (valid)
            dossier_ref_add(d, &out, ref, 0);
        CHECK_STR(buffer_str(&out), valid ? cases[i].shown : "");
        buffer_free(&out);
    }
    Ref ref;
    ck_assert(!dossier_ref_parse(d, str_of("23"), NONE, &ref));
    dossier_close(d);
}
END_TEST

START_TEST(topics_know_what_they_are_below)
{
    Dossier *d = open_text("Dossier: d\nTitle: D\n\nTopic: c\nTitle: C\nParent: b\n\nTopic: a\nTitle: A\n\n"
                           "Topic: f\nTitle: F\nParent: e\n\nTopic: b\nTitle: B\nParent: a\n\n"
                           "Topic: e\nTitle: E\n\nTopic: g\nTitle: G\nParent: a\n\n"
                           "Topic: h\nTitle: H\nParent: g\n");
    for (uint32_t below = 0; below < d->topic_count; below++)
        for (uint32_t above = 0; above < d->topic_count; above++) {
            uint32_t climbed = below;
            while (climbed != NONE && climbed != above)
                climbed = d->topics[climbed].parent;
            ck_assert_int_eq(topic_within(d, below, above), climbed == above);
        }
    dossier_close(d);
}
END_TEST

START_TEST(positions_are_found_by_their_subject)
{
    Dossier *d = open_text("Dossier: d\nTitle: D\n\nParty: su\nTitle: S\n\nParty: jp\nTitle: J\n\n"
                           "Topic: a\nTitle: A\n\nTopic: b\nTitle: B\n\nRound: r\nTitle: R\nDate: 1955\n\n"
                           "Account: r/x\n\n"
                           "Position: r jp b\nText: It holds b.\nRests: 4 r/x.2-3\n\n"
                           "Position: r/x  su a\nText: It holds a.\nRests: 7\n\n"
                           "Position: r jp b\nText: A second one.\nRests: 5\n\n"
                           "Position: r jp\nText: On nothing.\nRests: 5\n\n"
                           "Position: q us c\nText: Nobody's.\nRests: 5\n\n");
    static const DiagnosticKind expected[] = {DIAGNOSTIC_BAD_POSITION, DIAGNOSTIC_DANGLING_REFERENCE,
                                              DIAGNOSTIC_UNKNOWN_PARTY, DIAGNOSTIC_UNKNOWN_TOPIC,
                                              DIAGNOSTIC_REPEATED_ID};
    ck_assert_uint_eq(d->position_count, 2);
    uint32_t b = dossier_position(d, 0, 1, 1);
    ck_assert_uint_ne(b, NONE);
    CHECK_STR(d->positions[b].text, "It holds b.");
    ck_assert_uint_eq(d->positions[b].ref_count, 2);
    ck_assert_uint_eq(d->positions[b].refs[0].ref.account, 0);
    ck_assert_uint_eq(d->positions[b].refs[1].ref.account, 1);
    ck_assert_uint_eq(d->positions[b].refs[1].ref.last, 3);
    uint32_t a = dossier_position(d, 1, 0, 0);
    ck_assert_uint_ne(a, NONE);
    ck_assert_uint_eq(d->positions[a].refs[0].ref.account, 1);
    ck_assert_uint_eq(dossier_position(d, 0, 0, 1), NONE);
    ck_assert_uint_eq(dossier_position(d, 1, 1, 1), NONE);
    ck_assert_uint_eq(d->problems->count, sizeof expected / sizeof *expected);
    for (size_t i = 0; i < d->problems->count; i++)
        ck_assert_int_eq(d->problems->items[i].kind, expected[i]);
    dossier_close(d);
}
END_TEST

START_TEST(instruments_have_clauses_and_understandings)
{
    Dossier *d = open_text("Dossier: d\nTitle: D\n\nParty: su\nTitle: S\n\nParty: jp\nTitle: J\n\n"
                           "Topic: a\nTitle: A\n\nSource: s\nKind: document\nTitle: S\n\n"
                           "Round: r\nTitle: R\nDate: 1955\n\n"
                           "Instrument: pact\nTitle: The pact\nDate: 1941-04-13\nTopics: a\nSource: s\n"
                           "Clause: 1; Peace; and quiet; p. 2\nClause: 2; Five years\nClause: 3\n"
                           "jp: r.3 r.5-6\n\n");
    uint32_t index = dossier_instrument(d, str_of("pact"));
    ck_assert_uint_eq(index, 0);
    const Instrument *pact = &d->instruments[index];
    ck_assert_uint_eq(pact->date.from.month, 4);
    ck_assert_uint_eq(pact->topic_count, 1);
    ck_assert_uint_eq(pact->source, 0);
    ck_assert_uint_eq(pact->clause_count, 3);
    CHECK_STR(pact->clauses[0].number, "1");
    CHECK_STR(pact->clauses[0].text, "Peace; and quiet");
    CHECK_STR(pact->clauses[0].at, "p. 2");
    CHECK_STR(pact->clauses[1].text, "Five years");
    CHECK_STR(pact->clauses[1].at, "");
    ck_assert_uint_eq(pact->understanding_count, 1);
    ck_assert_uint_eq(pact->understandings[0].party, 1);
    ck_assert_uint_eq(pact->understandings[0].ref_count, 2);
    ck_assert_uint_eq(d->problems->count, 1);
    ck_assert_int_eq(d->problems->items[0].kind, DIAGNOSTIC_BAD_CLAUSE);
    dossier_close(d);
}
END_TEST

START_TEST(topics_have_their_kind_from_above)
{
    static const bool procedural[] = {true, false, true, false};
    Dossier *d = open_text("Dossier: d\nTitle: D\n\nTopic: c\nTitle: C\nParent: a\n\n"
                           "Topic: b\nTitle: B\nParent: a\nKind: substance\n\n"
                           "Topic: a\nTitle: A\nKind: procedure\n\nTopic: e\nTitle: E\n");
    ck_assert_uint_eq(d->problems->count, 0);
    for (size_t i = 0; i < d->topic_count; i++)
        ck_assert_int_eq(d->topics[i].procedural, procedural[i]);
    dossier_close(d);
    d = open_text("Dossier: d\nTitle: D\n\nTopic: a\nTitle: A\nKind: form\n");
    ck_assert_uint_eq(d->problems->count, 1);
    ck_assert_int_eq(d->problems->items[0].kind, DIAGNOSTIC_UNKNOWN_WORD);
    dossier_close(d);
}
END_TEST

START_TEST(what_is_damaged_hides_nothing_else)
{
    Dossier *d = open_text("Dossier: d\nTitle: D\n\nParty: su\nTitle: S\n@ su\nParty: jp\n\n"
                           "Topic: a\nTitle: A\nParent: b\n\nTopic: b\nTitle: B\nParent: c\n\n"
                           "Topic: c\nTitle: C\nParent: a\nParent: b\nno key\n\nTopic: a\nTitle: again\n\n"
                           "Topik: x\n\nAccount: nowhere/x\n\nRound: r\nTitle: R\nDate: 1955-13\n");
    const DiagnosticList *problems = d->problems;
    ck_assert_uint_eq(d->topic_count, 4);
    ck_assert_uint_eq(count_of(problems, DIAGNOSTIC_TOPIC_CYCLE), 1);
    for (uint32_t i = 0; i < d->topic_count; i++)
        ck_assert(topic_within(d, i, i));
    ck_assert_uint_eq(count_of(problems, DIAGNOSTIC_REPEATED_ID), 1);
    ck_assert_uint_eq(count_of(problems, DIAGNOSTIC_REPEATED_KEY), 1);
    ck_assert_uint_eq(count_of(problems, DIAGNOSTIC_BAD_KEY), 2);
    ck_assert_uint_eq(count_of(problems, DIAGNOSTIC_UNKNOWN_RECORD), 1);
    ck_assert_uint_eq(count_of(problems, DIAGNOSTIC_DANGLING_REFERENCE), 1);
    ck_assert_uint_eq(count_of(problems, DIAGNOSTIC_BAD_DATE), 1);
    ck_assert_uint_eq(d->round_count, 2);
    CHECK_STR(d->rounds[0].record.id, "nowhere");
    CHECK_STR(d->accounts[0].name, "nowhere/x");
    dossier_close(d);
}
END_TEST

Suite *unit_suite(void)
{
    Suite *suite = suite_create("dossier");
    TCase *values = tcase_create("values");
    tcase_add_test(values, dates_are_read_and_shown);
    tcase_add_test(values, dates_are_written_as_they_are_read);
    tcase_add_test(values, dates_are_ordered_by_their_first_day);
    tcase_add_test(values, words_are_found_again);
    suite_add_tcase(suite, values);
    TCase *records = tcase_create("records");
    tcase_add_test(records, records_are_typed);
    tcase_add_test(records, rounds_are_ordered_with_their_accounts);
    tcase_add_test(records, references_are_read_and_written);
    tcase_add_test(records, topics_know_what_they_are_below);
    tcase_add_test(records, positions_are_found_by_their_subject);
    tcase_add_test(records, instruments_have_clauses_and_understandings);
    tcase_add_test(records, topics_have_their_kind_from_above);
    tcase_add_test(records, what_is_damaged_hides_nothing_else);
    suite_add_tcase(suite, records);
    return suite;
}
