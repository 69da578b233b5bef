// SPDX-License-Identifier: MIT
// The speech of a dossier: turns, passages, attributes, and letting go.
#include "diptych/speech.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "dossier/open.h"
#include "unit.h"

#define CHECK_STR(s, expected) \
    ck_assert_msg(is(s, expected), "'%.*s' is not '%s'", (int)(s).len, (s).at, expected)

static bool is(Str s, const char *text)
{
    return str_equal(s, str_of(text));
}

static const char *const frame = "Dossier: d\nTitle: D\n\nParty: su\nTitle: S\n\nParty: jp\nTitle: J\n\n"
                                 "Person: malik\nTitle: M\nParty: su\n\nPerson: kono\nTitle: K\nParty: jp\n\n"
                                 "Person: doi\nTitle: D\nParty: jp\nCapacity: opposition\n\n"
                                 "Topic: a\nTitle: A\n\nTopic: b\nTitle: B\n\n"
                                 "Source: x\nTitle: X\nKind: press\n\nSource: y\nTitle: Y\nKind: press\n\n"
                                 "Round: old\nTitle: O\nDate: 1950\n\n";

// A dossier of the frame and one round in a file of its own, whose speech is given.
static Dossier *open_speech(const char *speech)
{
    static char round[1 << 16];
    snprintf(round, sizeof round, "Round: r\nTitle: R\nDate: 1955-06\nSources: x\nStatus: reported\n\n%s",
             speech);
    MemoryFile files[] = {{"frame.dip", str_of(frame)}, {"round.dip", str_of(round)}};
    return dossier_open_memory(files, 2);
}

static const Speech *speech_of(Dossier *d)
{
    return dossier_speech(d, dossier_account(d, str_of("r")));
}

static size_t count_of(const Speech *speech, DiagnosticKind kind)
{
    size_t count = 0;
    for (size_t i = 0; i < speech->problems->count; i++)
        count += speech->problems->items[i].kind == kind;
    return count;
}

START_TEST(lines_become_text)
{
    static const struct {
        const char *speech, *text;
    } cases[] = {
        {"[1] one", "one"},
        {"[1] one \n  two\t\nthree\n", "one two three"},
        {"[1]\n one\r\ntwo\r\n\r\n", "one two"},
        {"[1] one\n# comment\n\\# two\n\\[3] three\n\\\\four\n", "one # two [3] three \\four"},
        {"[1] #1 \\ stays\nKey: too\n", "#1 \\ stays Key: too"},
        {"[1] \xe5\x9b\xbd\n\xe5\xbe\x8c\nx", "\xe5\x9b\xbd\xe5\xbe\x8cx"},
        {"[1] 昭和31\n年、ソ\n連と\n日本。\n「北」\nand so", "昭和31年、ソ連と日本。「北」and so"},
        {"[1] \u2028a\x0c\n\x0b\n\u2029\x0b b\x0c", "a b"},
        {"[1] 択\x0c\n\u2028捉", "択捉"},
        {"[1] 북방\n영토\n문제", "북방 영토 문제"},
        {"[1] 条約,\n平和", "条約, 平和"},
        {"[1] か\n\u3099", "か \u3099"},
        {"[1] gesell\u00AD\nschaft\u200B\nx", "gesell\u00ADschaft\u200Bx"},
        {"[1] caf\xe9 \x1b[0m", "caf\xef\xbf\xbd <U+001B>[0m"},
        {"[1]one", "one"},
        {"[1] ", ""},
        {"[1] e\xcc\x81", "\xc3\xa9"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Buffer text = {0};
        buffer_addf(&text, "@ su\n%s", cases[i].speech);
        char *bytes = buffer_steal(&text);
        Dossier *d = open_speech(bytes);
        const Speech *speech = speech_of(d);
        ck_assert_uint_eq(speech->passage_count, 1);
        CHECK_STR(speech->passages[0].text, cases[i].text);
        dossier_close(d);
        free(bytes);
    }
}
END_TEST

START_TEST(attributes_become_fields)
{
    Dossier *d = open_speech(
        "@ malik {date: 1955-06-03; via: \"him; and her\"}\n"
        "[1] one\n{topics: a, b a; act: refuses; Status: omitted; at: \xc2\xb6"
        "3; X-own: 1;\n"
        "# comment\n"
        " restates: old.1 2-3; elsewhere: old; why: \"for\n  a reason\"; source: y; term: t; note:;}\n"
        "[2] two\n{date: 1955-07}\n");
    const Speech *speech = speech_of(d);
    const Passage *one = &speech->passages[0], *two = &speech->passages[1];
    ck_assert_uint_eq(speech->problems->count, 0);
    ck_assert_uint_eq(one->topic_count, 2);
    ck_assert_int_eq(one->act, ACT_REFUSES);
    ck_assert_int_eq(one->status, STATUS_OMITTED);
    ck_assert_uint_eq(one->details->source, 1);
    CHECK_STR(one->details->at, "\xc2\xb6"
                                "3");
    CHECK_STR(one->details->via, "him; and her");
    CHECK_STR(one->details->why, "for a reason");
    CHECK_STR(one->details->note, "");
    ck_assert_uint_eq(one->link_count, 3);
    ck_assert_int_eq(one->links[2].verb, VERB_ELSEWHERE);
    ck_assert_uint_eq(one->links[2].ref.first, 0);
    ck_assert_uint_eq(one->links[1].ref.last, 3);
    ck_assert_uint_eq(one->details->date.from.day, 3);
    ck_assert_uint_eq(two->details->date.from.month, 7);
    ck_assert_int_eq(two->status, STATUS_REPORTED);
    ck_assert_uint_eq(two->details->source, 0);
    dossier_close(d);
}
END_TEST

START_TEST(a_day_that_is_not_known_is_not_inherited)
{
    Dossier *d =
        open_speech("@ su\n[1] a\n{date: ?}\n[2] b\n\n@ jp {date: ?}\n[3] c\n[4] d\n{date: 1955-06-03}\n");
    const Speech *speech = speech_of(d);
    static const bool known[] = {false, true, false, true};
    ck_assert_uint_eq(speech->passage_count, 4);
    for (size_t i = 0; i < 4; i++)
        ck_assert(date_known(speech->passages[i].details->date) == known[i]);
    dossier_close(d);
}
END_TEST

START_TEST(speakers_and_turns)
{
    Dossier *d = open_speech("@ malik\n[1] a\n\n[2] b\n\n@ su + jp\n[3] c\n\n@\n[4] d\n\n@ nobody\n[5] "
                             "e\n\n@ kono\n\n@ kono\n[6] f\n");
    const Speech *speech = speech_of(d);
    // Nothing is said in one of them.
    ck_assert_uint_eq(speech->turn_count, 5);
    ck_assert_uint_eq(speech->turns[0].count, 2);
    ck_assert_uint_eq(speech->turns[4].count, 1);
    ck_assert(passage_is_by(speech, &speech->passages[2], 0) &&
              passage_is_by(speech, &speech->passages[2], 1));
    ck_assert(passage_is_by(speech, &speech->passages[0], 0) &&
              !passage_is_by(speech, &speech->passages[0], 1));
    ck_assert_int_eq(speech->passages[3].status, STATUS_NARRATION);
    ck_assert_uint_eq(speech->turns[3].speakers[0].party, NONE);
    CHECK_STR(speech->turns[3].speakers[0].id, "nobody");
    ck_assert_uint_eq(count_of(speech, DIAGNOSTIC_UNKNOWN_PERSON), 1);
    ck_assert_uint_eq(speech->problems->count, 1);
    dossier_close(d);
}
END_TEST

START_TEST(a_turn_has_its_parties_once)
{
    Dossier *d =
        open_speech("@ malik + su + malik\n[1] a\n\n@ nobody + kono + malik + jp\n[2] b\n\n@\n[3] c\n");
    const Turn *turns = speech_of(d)->turns;
    ck_assert_uint_eq(turns[0].speaker_count, 3);
    ck_assert_uint_eq(turns[0].party_count, 1);
    ck_assert_uint_eq(turns[1].party_count, 2);
    ck_assert_uint_eq(turns[1].parties[0], 1);
    ck_assert_uint_eq(turns[1].parties[1], 0);
    ck_assert_uint_eq(turns[2].party_count, 0);
    ck_assert(turn_is_by(&turns[1], 0) && turn_is_by(&turns[1], 1) && !turn_is_by(&turns[1], NONE));
    ck_assert(!turn_is_by(&turns[0], 1) && !turn_is_by(&turns[2], 0));
    dossier_close(d);
}
END_TEST

START_TEST(stray_text_is_kept_as_narration)
{
    Dossier *d = open_speech(
        "[1] before any turn\n\n@ malik\n[2] two\n\nstray # text\ngoes on\n[3] three\n{act: asks} tail\n"
        "\n{topics: a}\n\nNote: no record\n\nTopic: here\nTitle: T\n\nX-Own: record\n@: 1\n\n[4] four\n");
    const Speech *speech = speech_of(d);
    static const struct {
        uint32_t number;
        const char *text;
        size_t speakers;
    } expected[] = {
        {1, "before any turn", 0},
        {2, "two", 1},
        {0, "stray # text goes on", 0},
        {3, "three", 1},
        {0, "tail", 0},
        {0, "{topics: a}", 0},
        {0, "Note: no record", 0},
        {0, "Topic: here Title: T", 0},
        {4, "four", 1},
    };
    ck_assert_uint_eq(speech->passage_count, sizeof expected / sizeof *expected);
    for (size_t i = 0; i < speech->passage_count; i++) {
        const Passage *passage = &speech->passages[i];
        CHECK_STR(passage->text, expected[i].text);
        ck_assert_uint_eq(passage->number, expected[i].number);
        ck_assert_uint_eq(speech->turns[passage->turn].speaker_count, expected[i].speakers);
    }
    ck_assert_uint_eq(count_of(speech, DIAGNOSTIC_STRAY_TEXT), 2);
    ck_assert_uint_eq(count_of(speech, DIAGNOSTIC_STRAY_ATTRIBUTES), 1);
    ck_assert_uint_eq(count_of(speech, DIAGNOSTIC_UNKNOWN_RECORD), 1);
    ck_assert_uint_eq(count_of(speech, DIAGNOSTIC_TWO_IN_FILE), 1);
    ck_assert_uint_eq(count_of(speech, DIAGNOSTIC_NO_SPEAKER), 1);
    dossier_close(d);
}
END_TEST

START_TEST(open_attributes_hide_nobody)
{
    static const char *const cases[] = {
        "@ su\n[1] one\n{topics: a\n[2] two\n",
        "@ su\n[1] one\n{topics: a\n\n[2] two\n",
        "@ su\n[1] one\n{why: \"never closed\n; topics: a\n\n[2] two\n",
        "@ su\n[1] one\n{topics: a\n@ jp\n[2] two\n",
        "@ su\n[1] one\n{topics: a; act\n\n[2] two\n{at: ",
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Dossier *d = open_speech(cases[i]);
        const Speech *speech = speech_of(d);
        ck_assert_uint_eq(speech->passage_count, 2);
        CHECK_STR(speech->passages[1].text, "two");
        ck_assert_uint_eq(speech->passages[0].topic_count, i != 2);
        ck_assert_uint_ge(count_of(speech, DIAGNOSTIC_OPEN_ATTRIBUTES), 1);
        ck_assert_uint_eq(count_of(speech, DIAGNOSTIC_OPEN_QUOTE), i == 2);
        dossier_close(d);
    }
}
END_TEST

START_TEST(numbers_are_names)
{
    Dossier *d = open_speech("@ su\n[7] a\n[3] b\n[7] c\n[0] d\n[99999999999] e\n[4] f\n");
    const Speech *speech = speech_of(d);
    ck_assert_uint_eq(speech_find(speech, 7), 0);
    ck_assert_uint_eq(speech_find(speech, 3), 1);
    ck_assert_uint_eq(speech_find(speech, 4), 5);
    ck_assert_uint_eq(speech_find(speech, 5), NONE);
    ck_assert_uint_eq(speech_find(speech, 0), NONE);
    ck_assert_uint_eq(count_of(speech, DIAGNOSTIC_REPEATED_NUMBER), 1);
    ck_assert_uint_eq(count_of(speech, DIAGNOSTIC_BAD_NUMBER), 2);
    dossier_close(d);
}
END_TEST

START_TEST(one_file_may_hold_all)
{
    Buffer text = {0};
    buffer_addf(&text, "%s%s", frame,
                "Round: r\nTitle: R\nDate: 1955\n@ su\n[1] one\n{rebuts: r/x.1}\n\nTopic: c\nTitle: C\n\n[2] "
                "two\n{topics: c}\n\n"
                "Account: r/x\n\n@ jp\n[1] other\n");
    MemoryFile file = {"all.dip", buffer_str(&text)};
    Dossier *d = dossier_open_memory(&file, 1);
    const Speech *own = speech_of(d), *other = dossier_speech(d, dossier_account(d, str_of("r/x")));
    ck_assert_uint_eq(d->problems->count, 1); // the blank line behind the record is missing
    ck_assert_uint_eq(own->passage_count, 2);
    ck_assert_uint_eq(own->passages[1].topic_count, 1);
    ck_assert_uint_eq(own->problems->count, 0);
    ck_assert_uint_eq(other->passage_count, 1);
    CHECK_STR(str_slice(file.bytes, other->at + other->passages[0].text_at,
                        other->at + other->passages[0].text_at + 5),
              "other");
    uint32_t lines = 0;
    for (size_t i = 0; i < text.len; i++)
        lines += text.bytes[i] == '\n';
    ck_assert_uint_eq(other->passages[0].line, lines); // the last one
    dossier_close(d);
    buffer_free(&text);
}
END_TEST

START_TEST(the_least_recently_used_goes_first)
{
    Dossier *d = open_speech("@ su\n[1] one\n");
    const Speech *first = dossier_speech(d, 0);
    size_t held = dossier_loaded(d);
    ck_assert_uint_gt(held, 0);
    dossier_speech(d, 1);
    ck_assert_ptr_eq(dossier_speech(d, 0), first);
    dossier_trim(d, held);
    ck_assert_uint_eq(dossier_loaded(d), held);
    ck_assert_ptr_eq(dossier_speech(d, 0), first);
    dossier_trim(d, 0);
    ck_assert_uint_eq(dossier_loaded(d), 0);
    ck_assert_uint_eq(speech_of(d)->passage_count, 1);
    dossier_close(d);
}
END_TEST

START_TEST(what_is_shown_stays)
{
    Dossier *d = open_speech("@ su\n[1] one\n");
    dossier_speech(d, 0);
    size_t held = dossier_loaded(d);
    dossier_show_anew(d);
    const Speech *shown = dossier_speech(d, 1);
    held = dossier_loaded(d) - held;
    dossier_trim_unshown(d, 0);
    ck_assert_uint_eq(dossier_loaded(d), held);
    ck_assert_ptr_eq(speech_at_hand(d, 1), shown);
    dossier_show_anew(d);
    dossier_trim_unshown(d, held);
    ck_assert_ptr_eq(speech_at_hand(d, 1), shown);
    dossier_trim_unshown(d, 0);
    ck_assert_uint_eq(dossier_loaded(d), 0);
    dossier_close(d);
}
END_TEST

START_TEST(a_file_that_has_gone_is_reported)
{
    char name[] = "unit-speech-XXXXXX.dip";
    int fd = mkstemps(name, 4);
    ck_assert_int_ge(fd, 0);
    close(fd);
    Buffer text = {0};
    buffer_addf(&text, "%sRound: r\nTitle: R\nDate: 1955\n\n@\n[1] x\n", frame);
    ck_assert(file_write(name, buffer_str(&text), NULL));
    Dossier *d = dossier_open(name, NULL);
    ck_assert_ptr_nonnull(d);
    unlink(name);
    ck_assert_uint_eq(speech_of(d)->passage_count, 0);
    ck_assert_uint_eq(count_of(speech_of(d), DIAGNOSTIC_UNREADABLE), 1);
    dossier_close(d);
    buffer_free(&text);
}
END_TEST

START_TEST(words_have_an_addressee_and_a_capacity)
{
    Dossier *d = open_speech("@ kono {to: own; as: party}\n[1] a\n[2] b\n{to: later; as: private}\n\n"
                             "@ malik\n[3] c\n\n@ doi\n[4] d\n[5] e\n{as: government}\n\n"
                             "@ malik\n[6] f\n{to: nobody; as: nobody}\n");
    static const struct {
        Addressee addressee;
        Capacity capacity;
    } expected[] = {{ADDRESSEE_OWN, CAPACITY_PARTY},        {ADDRESSEE_LATER, CAPACITY_PRIVATE},
                    {ADDRESSEE_OTHER, CAPACITY_GOVERNMENT}, {ADDRESSEE_OTHER, CAPACITY_OPPOSITION},
                    {ADDRESSEE_OTHER, CAPACITY_GOVERNMENT}, {ADDRESSEE_OTHER, CAPACITY_GOVERNMENT}};
    const Speech *speech = speech_of(d);
    for (size_t i = 0; i < speech->passage_count; i++) {
        ck_assert_int_eq(speech->passages[i].addressee, expected[i].addressee);
        ck_assert_int_eq(speech->passages[i].capacity, expected[i].capacity);
    }
    ck_assert_uint_eq(count_of(speech, DIAGNOSTIC_UNKNOWN_WORD), 2);
    dossier_close(d);
}
END_TEST

START_TEST(a_turn_speaks_for_its_passages)
{
    Dossier *d =
        open_speech("@ malik {note: \"said aloud\"; at: p. 3; via: him; status: verbatim; source: y}\n"
                    "[1] one\n[2] two\n{note: \"in a whisper\"; at: p. 4}\n\n@ malik\n[3] three\n");
    const Speech *speech = speech_of(d);
    ck_assert_uint_eq(speech->passage_count, 3);
    const Passage *one = &speech->passages[0], *two = &speech->passages[1], *three = &speech->passages[2];
    CHECK_STR(one->details->note, "said aloud");
    CHECK_STR(two->details->note, "in a whisper");
    CHECK_STR(three->details->note, "");
    CHECK_STR(one->details->at, "p. 3");
    CHECK_STR(two->details->at, "p. 4");
    CHECK_STR(two->details->via, "him");
    ck_assert_int_eq(two->status, STATUS_VERBATIM);
    ck_assert_uint_eq(two->details->source, 1);
    ck_assert_int_eq(three->status, STATUS_REPORTED);
    dossier_close(d);
}
END_TEST

START_TEST(what_is_nearly_syntax_is_text)
{
    Dossier *d = open_speech("@ malik\n[1] a\n[] b\n{why: \"for\n\\# a reason\"}\n");
    const Speech *speech = speech_of(d);
    ck_assert_uint_eq(speech->passage_count, 1);
    CHECK_STR(speech->passages[0].text, "a [] b");
    CHECK_STR(speech->passages[0].details->why, "for \\# a reason");
    dossier_close(d);
}
END_TEST

// The frame and what follows it, in one file.
static Dossier *open_one_file(const char *rest)
{
    static char text[1 << 16];
    snprintf(text, sizeof text, "%s%s", frame, rest);
    MemoryFile file = {"all.dip", str_of(text)};
    return dossier_open_memory(&file, 1);
}

static void check_speaker(const Speech *speech, uint32_t ordinal, const char *text, const char *id)
{
    ck_assert_uint_lt(ordinal, speech->passage_count);
    const Passage *passage = &speech->passages[ordinal];
    CHECK_STR(passage->text, text);
    ck_assert_uint_ne(passage->turn, NONE);
    ck_assert_uint_eq(speech->turns[passage->turn].speaker_count, 1);
    CHECK_STR(speech->turns[passage->turn].speakers[0].id, id);
}

START_TEST(a_record_without_a_blank_line_behind_it_hides_nobody)
{
    MemoryFile alone[] = {{"frame.dip", str_of(frame)},
                          {"round.dip", str_of("Round: r\nTitle: R\n@ malik\n[1] a\n")}};
    Dossier *d = dossier_open_memory(alone, 2);
    ck_assert_uint_eq(speech_of(d)->passage_count, 1);
    check_speaker(speech_of(d), 0, "a", "malik");
    dossier_close(d);
    d = open_one_file("Round: r\nTitle: R\n\n@ malik\n[1] a\n\nDiscrepancy: x\nAbout: y\n@ kono\n[2] b\n");
    ck_assert_uint_eq(speech_of(d)->passage_count, 2);
    check_speaker(speech_of(d), 0, "a", "malik");
    check_speaker(speech_of(d), 1, "b", "kono");
    dossier_close(d);
}
END_TEST

// In front of anything else it is text.
START_TEST(a_byte_order_mark_is_one_at_the_beginning_of_a_file)
{
    Dossier *d = open_one_file("Round: r\nTitle: R\n\n\xef\xbb\xbf@ malik\n[1] a\n");
    ck_assert_uint_eq(count_of(speech_of(d), DIAGNOSTIC_STRAY_TEXT), 1);
    ck_assert_uint_eq(speech_of(d)->passage_count, 2);
    dossier_close(d);
    MemoryFile files[] = {{"frame.dip", str_of(frame)},
                          {"round.dip", str_of("\xef\xbb\xbfRound: r\nTitle: R\n\n@ malik\n[1] a\n")}};
    d = dossier_open_memory(files, 2);
    ck_assert_uint_eq(speech_of(d)->passage_count, 1);
    check_speaker(speech_of(d), 0, "a", "malik");
    dossier_close(d);
}
END_TEST

Suite *unit_suite(void)
{
    Suite *suite = suite_create("speech");
    TCase *tests = tcase_create("speech");
    tcase_add_test(tests, lines_become_text);
    tcase_add_test(tests, attributes_become_fields);
    tcase_add_test(tests, a_day_that_is_not_known_is_not_inherited);
    tcase_add_test(tests, speakers_and_turns);
    tcase_add_test(tests, a_turn_has_its_parties_once);
    tcase_add_test(tests, stray_text_is_kept_as_narration);
    tcase_add_test(tests, open_attributes_hide_nobody);
    tcase_add_test(tests, numbers_are_names);
    tcase_add_test(tests, one_file_may_hold_all);
    tcase_add_test(tests, the_least_recently_used_goes_first);
    tcase_add_test(tests, what_is_shown_stays);
    tcase_add_test(tests, a_file_that_has_gone_is_reported);
    tcase_add_test(tests, words_have_an_addressee_and_a_capacity);
    tcase_add_test(tests, a_turn_speaks_for_its_passages);
    tcase_add_test(tests, what_is_nearly_syntax_is_text);
    tcase_add_test(tests, a_record_without_a_blank_line_behind_it_hides_nobody);
    tcase_add_test(tests, a_byte_order_mark_is_one_at_the_beginning_of_a_file);
    suite_add_tcase(suite, tests);
    return suite;
}
