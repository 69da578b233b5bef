// SPDX-License-Identifier: MIT
// What importing is made of: names, the marks of speakers, dates, the encodings of documents.
#include "unit.h"

#include "diptych/port.h"
#include "port/aside.h"
#include "port/furniture.h"
#include "port/label.h"
#include "port/reported.h"
#include "port/stated.h"

static void is_text(Str s, const char *expected)
{
    ck_assert_msg(str_equal(s, str_of(expected)), "%.*s is not %s", (int)s.len, s.at, expected);
}

START_TEST(labels_are_parsed)
{
    static const struct {
        const char *line;
        LabelStyle style;
        const char *form, *rest;
    } cases[] = {
        {"Dr. Example: The problem is this: no.", LABEL_COLON, "Dr. Example", "The problem is this: no."},
        {"KISSINGER: Yes.", LABEL_COLON, "KISSINGER", "Yes."},
        {"Kuriyama. We agree.", LABEL_STOP, "Kuriyama", "We agree."},
        {"I.A. Rogachev. We agree.", LABEL_STOP, "I.A. Rogachev", "We agree."},
        {"M. le président. La parole.", LABEL_STOP, "M. le président", "La parole."},
        {"P\xE2\x80\x94 Let us.", LABEL_DASH, "P", "Let us."},
        {"KI> still wrong", LABEL_ANGLE, "KI", "still wrong"},
        {">> ANN: so", LABEL_CHEVRON, "ANN", "so"},
        {">> so", LABEL_CHEVRON, "", "so"},
        {"M.P.  Does it?", LABEL_GAP, "M.P.", "Does it?"},
        {"Q. Who?", LABEL_ASKED, "Q", "Who?"},
        {"A   Me.", LABEL_ASKED, "A", "Me."},
        {"BY MR. SMITH:", LABEL_BY, "MR. SMITH", ""},
        {"KURIYAMA", LABEL_ALONE, "KURIYAMA", ""},
        {"Beispiel (SPD): Ja.", LABEL_COLON, "Beispiel (SPD)", "Ja."},
        {"Mr. Dupont (France) (interpretation from French): We agree.", LABEL_COLON, "Mr. Dupont (France)",
         "We agree."},
        {"[00:01:02] JD: And?", LABEL_COLON, "JD", "And?"},
        {"The problem is this: we agreed", LABEL_NONE, "", ""},
        {"At 9:15 I must go.", LABEL_NONE, "", ""},
        {"Section 3.2: MUST is wrong", LABEL_NONE, "", ""},
        {"writing: first, the date", LABEL_NONE, "", ""},
        {"My father said: \"We stay.\"", LABEL_NONE, "", ""},
        {"Monday, 13:30-15:00", LABEL_NONE, "", ""},
        {"see https://example.org/a", LABEL_NONE, "", ""},
        {"", LABEL_NONE, "", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const Label label = label_parse(str_of(cases[i].line), 0);
        ck_assert_msg(label.style == cases[i].style, "%s: %d", cases[i].line, (int)label.style);
        if (label.style == LABEL_NONE)
            continue;
        is_text(label.form, cases[i].form);
        is_text(label.rest, cases[i].rest);
    }
}
END_TEST

START_TEST(words_that_are_no_speakers)
{
    static const char *const words[] = {"Note", "PLACE", "ACTION", "Re", "PS", "Примечание", "Yes", "場所"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        ck_assert_msg(label_is_stopped(str_of(words[i])), "%s", words[i]);
    ck_assert(!label_is_stopped(str_of("Kuriyama")));
    ck_assert(!label_is_stopped(str_of("Doi")));
}
END_TEST

START_TEST(dates_and_times_are_read)
{
    static const char *const dates[][2] = {
        {"Thursday, May 4, 1972; 9:05", "1972-05-04"},
        {"4 June 1998", "1998-06-04"},
        {"3 марта 2001 года", "2001-03-03"},
        {"20. Dezember 1988", "1988-12-20"},
        {"1988年12月20日", "1988-12-20"},
        {"1955-08-29", "1955-08-29"},
        {"le 6 février 1945", "1945-02-06"},
        {"June 1955", "1955-06"},
        {"31 February 1955", "1955-02"},
        {"no date", ""},
        {"page 1234 of 5678", ""},
    };
    static const char *const times[][2] = {
        {"12.34 pm", "12:34"},
        {"9:05 p.m.", "21:05"},
        {"[00:00:05]", "0:00:05"},
        {"0:01:05.50", "0:01:05.5"},
        {"14:05", "14:05"},
        {"12.34", ""},
        {"9:65", ""},
        {"half past nine", ""},
    };
    for (size_t i = 0; i < sizeof dates / sizeof *dates; i++) {
        Buffer out = {0};
        ck_assert_msg(stated_date(str_of(dates[i][0]), &out, NULL, NULL) == (dates[i][1][0] != '\0'), "%s",
                      dates[i][0]);
        is_text(buffer_str(&out), dates[i][1]);
        buffer_free(&out);
    }
    for (size_t i = 0; i < sizeof times / sizeof *times; i++) {
        Buffer out = {0};
        ck_assert_msg((stated_time(str_of(times[i][0]), &out) > 0) == (times[i][1][0] != '\0'), "%s",
                      times[i][0]);
        is_text(buffer_str(&out), times[i][1]);
        buffer_free(&out);
    }
}
END_TEST

// Forms are taken one after another; each is the person of that number.
START_TEST(forms_of_one_person)
{
    static const struct {
        const char *form;
        uint32_t person;
        PeopleMatch match;
    } cases[] = {
        {"Mr. Henry A. Example", 0, PEOPLE_NEW},
        {"Mr. Example", 0, PEOPLE_GUESSED},
        {"MR. EXAMPLE", 0, PEOPLE_SAME},
        {"Mrs. Example", 1, PEOPLE_NEW},
        {"Ambassador Anatoly D. (Soviet Union)", 2, PEOPLE_NEW},
        {"Amb. Anatoly", 2, PEOPLE_GUESSED},
        {"The Secretary of State", 3, PEOPLE_NEW},
        {"The Secretary", 3, PEOPLE_GUESSED},
        {"Н.Н.Примеров", 4, PEOPLE_NEW},
        {"Н.ПРИМЕРОВ", 4, PEOPLE_GUESSED},
        {"Ann Other", 5, PEOPLE_NEW},
        {"AO", 5, PEOPLE_GUESSED},
        {"Beispiel (SPD)", 6, PEOPLE_NEW},
        {"Beispiel (CDU)", 7, PEOPLE_NEW},
        {"P", 8, PEOPLE_NEW},
        {"M.P.", 9, PEOPLE_NEW},
        {"Mr. John Example", 10, PEOPLE_NEW},
        {"Example", 11, PEOPLE_TORN},
    };
    People *people = people_new();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        PeopleMatch match;
        const uint32_t person = people_take(people, str_of(cases[i].form), &match, NULL);
        ck_assert_msg(person == cases[i].person && match == cases[i].match, "%s: %u %d", cases[i].form,
                      person, match);
    }
    is_text(people_at(people, 0)->title, "Mr. Henry A. Example");
    is_text(people_at(people, 4)->id, "primerov");
    is_text(people_at(people, 2)->office, "Soviet Union");
    people_free(people);
}
END_TEST

START_TEST(a_table_of_people_is_taken)
{
    static const char *const table =
        "form\tid\tside\tcapacity\nIlves\tilves\tNorth\tgovernment\nA. Ilves\tilves\t\t\n"
        "Note\t-\t\t\n";
    Error error;
    PeopleMatch match;
    People *people = people_new();
    ck_assert(people_table_take(people, "p", str_of(table), &error));
    const uint32_t person = people_take(people, str_of("ILVES"), &match, NULL);
    ck_assert_uint_eq(people_take(people, str_of("A. Ilves"), &match, NULL), person);
    is_text(people_at(people, person)->side, "North");
    ck_assert(people_is_refused(people, str_of("Note")));
    ck_assert(people_lacks(people, str_of("Corte")));
    ck_assert(!people_lacks(people, str_of("Ilves")));
    ck_assert(!people_table_take(people, "p", str_of("Ilves\tother\n"), &error));
    ck_assert(!people_table_take(people, "p", str_of("Corte\tno id\n"), &error));
    ck_assert(!people_table_take(people, "p", str_of("Corte\tcorte\tx\tnonsense\n"), &error));
    people_free(people);
}
END_TEST

START_TEST(furniture_of_pages)
{
    static const struct {
        const char *line;
        Furniture kind;
        const char *page;
    } cases[] = {
        {"- 2 -", FURNITURE_PAGE, "2"},
        {"[Page 79]", FURNITURE_PAGE, "79"},
        {"79", FURNITURE_PAGE, "79"},
        {"xii", FURNITURE_PAGE, "xii"},
        {"Page 3 of 12", FURNITURE_PAGE, "3"},
        {"Column 1234", FURNITURE_PAGE, "col. 1234"},
        {"стр. 5", FURNITURE_PAGE, "5"},
        {"(B)", FURNITURE_COLUMN, "(B)"},
        {"TOP SECRET/SENSITIVE", FURNITURE_STAMP, ""},
        {"Title of it      567", FURNITURE_RUNNING, "567"},
        {"The page was 79", FURNITURE_NONE, ""},
        {"Secretary: no", FURNITURE_NONE, ""},
        {"I", FURNITURE_NONE, ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Buffer page = {0};
        Str head;
        bool doubtful;
        ck_assert_msg(furniture_of(str_of(cases[i].line), &page, &head, &doubtful) == cases[i].kind, "%s",
                      cases[i].line);
        is_text(buffer_str(&page), cases[i].page);
        buffer_free(&page);
    }
}
END_TEST

START_TEST(who_speaks_in_indirect_speech)
{
    static const char *const cases[][2] = {
        {"The Foreign Minister said that it was so.", "The Foreign Minister"},
        {"MARSHAL PRIMER inquired whether it was.", "MARSHAL PRIMER"},
        {"Mr. Ito then replied that it was.", "Mr. Ito"},
        {"THE PRIME MINISTER said with great force: no.", "THE PRIME MINISTER"},
        {"The treaty said that it was so.", ""},
        {"He added that it was so.", ""},
        {"Thereafter, I drew the map.", ""},
        {"In reply Mr. Ito said no.", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        is_text(reported_subject(str_of(cases[i][0])), cases[i][1]);
    const Str text = str_of("Mr. Ito said no. The Secretary agreed. He left.");
    ck_assert_uint_eq(reported_sentence_end(text, 0), 17);
}
END_TEST

START_TEST(brackets_are_told_apart)
{
    static const struct {
        const char *text;
        PortKind kind;
    } cases[] = {
        {"[Laughter]", PORT_NARRATION},
        {"[1 line not declassified]", PORT_OMITTED},
        {"....", PORT_OMITTED},
        {"<\xE2\x80\xA6>", PORT_OMITTED},
        {"[A short disquisition on the treaty follows.]", PORT_SUMMARY},
        {"[Ed. note: the meeting of May is covered elsewhere.]", PORT_NARRATION},
        {"[Source: an archive]", PORT_CITATION},
        {"[so he says] and goes on", PORT_KIND_COUNT},
        {"words", PORT_KIND_COUNT},
    };
    bool sure;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        ck_assert_msg(aside_kind(str_of(cases[i].text), &sure) == cases[i].kind, "%s", cases[i].text);
}
END_TEST

// Lines end in LF, CR LF or CR, and a line that is too long comes in pieces, none of them lost.
START_TEST(lines_are_taken)
{
    Error error;
    Intake *intake = intake_open_memory(str_of("a\r\nb\rc\n\nd"), NULL, &error);
    static const char *const lines[] = {"a", "b", "c", "", "d"};
    Str line;
    bool whole;
    for (int twice = 0; twice < 2; twice++) {
        for (size_t i = 0; i < 5; i++) {
            ck_assert(intake_line(intake, &line, &whole) && whole);
            is_text(line, lines[i]);
            ck_assert_uint_eq(intake_number(intake), i + 1);
        }
        ck_assert(!intake_line(intake, &line, &whole));
        ck_assert(intake_rewind(intake));
    }
    intake_close(intake);
    Buffer wide = {0};
    size_t bytes = 0, pieces = 0;
    buffer_fill(&wide, 'x', 3 * INTAKE_LINE_MAX);
    intake = intake_open_memory(buffer_str(&wide), NULL, &error);
    while (intake_line(intake, &line, &whole)) {
        bytes += line.len;
        pieces++;
    }
    ck_assert_uint_eq(bytes, wide.len);
    ck_assert_uint_ge(pieces, 3);
    intake_close(intake);
    buffer_free(&wide);
}
END_TEST

START_TEST(encodings_are_known_or_refused)
{
    static const struct {
        Str bytes;
        const char *encoding, *first; // the first line; null: it is refused
    } cases[] = {
        {{"\xEF\xBB\xBF"
          "a",
          4},
         NULL,
         "a"},
        {{"\xFF\xFE"
          "a\0\n\0",
          6},
         NULL,
         "a"},
        {{"\xE9\n", 2}, "ISO-8859-1", "\xC3\xA9"},
        {{"<?xml version='1.0' encoding='ISO-8859-1'?>\n\xE9", 45},
         NULL,
         "<?xml version='1.0' encoding='ISO-8859-1'?>"},
        {{"\xE9\n", 2}, NULL, NULL},
        {{"\xE9\n", 2}, "UTF-8", "\xE9"},
        {{"a", 1}, "no such encoding", NULL},
        {{"%PDF-1.4", 8}, NULL, NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Error error;
        Str line;
        bool whole;
        Intake *intake = intake_open_memory(cases[i].bytes, cases[i].encoding, &error);
        const bool read = intake && intake_line(intake, &line, &whole) && !intake_failed(intake, &error);
        ck_assert_msg(read == (cases[i].first != NULL), "case %zu", i);
        if (read)
            is_text(line, cases[i].first);
        intake_close(intake);
    }
}
END_TEST

Suite *unit_suite(void)
{
    Suite *suite = suite_create("port");
    TCase *tests = tcase_create("port");
    tcase_add_test(tests, labels_are_parsed);
    tcase_add_test(tests, words_that_are_no_speakers);
    tcase_add_test(tests, dates_and_times_are_read);
    tcase_add_test(tests, forms_of_one_person);
    tcase_add_test(tests, a_table_of_people_is_taken);
    tcase_add_test(tests, furniture_of_pages);
    tcase_add_test(tests, who_speaks_in_indirect_speech);
    tcase_add_test(tests, brackets_are_told_apart);
    tcase_add_test(tests, lines_are_taken);
    tcase_add_test(tests, encodings_are_known_or_refused);
    suite_add_tcase(suite, tests);
    return suite;
}
