// SPDX-License-Identifier: MIT
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "diptych/caption.h"
#include "diptych/cluster.h"
#include "diptych/file.h"
#include "diptych/page.h"
#include "unit.h"

static const char records[] =
    "Dossier: test\n\n"
    "Party: su\nTitle: Soviet Union\nShort: USSR\n\n"
    "Party: jp\nTitle: Japan\n\n"
    "Person: rogachev\nTitle: Igor Rogachev\nParty: su\n\n"
    "Person: adamishin\nTitle: Anatoly Adamishin\nParty: su\n\n"
    "Person: kuriyama\nTitle: Takakazu Kuriyama\nParty: jp\n\n"
    "Topic: yalta\nTitle: Yalta\n\n"
    "Topic: treaty\nTitle: Treaty of Shimoda, 1855\nShort: Treaty\n\n"
    "Topic: kuriles\nTitle: The Kuriles\nShort: Kuriles\n\n"
    "Name: iturup\nsu: Iturup\njp: Etorofu; \u62e9\u6349\u5cf6\n\n"
    "Name: lesser\nsu: Lesser Kuriles; Lesser\njp: Habomai\n\n"
    "Round: wg1\nDate: 1988-12-20\nExtent: full\nTagged: full\n\n"
    "@ kuriyama\n"
    "[11] The treaties are cited for Iturup, \u62e9\u6349\u5cf6, the Lesser Kuriles and the"
    " Lesserones.\n{topics: treaty kuriles}\n\n"
    "[12] They show how it was.\n{topics: treaty; act: demands; via: Hasegawa}\n\n"
    "@ rogachev\n"
    "[34] Neither has such an article.\n{topics: treaty; rebuts: 12; overstated: 11 12;"
    " why: \"x\"}\n\n"
    "[1234] My own words.\n{topics: treaty; status: verbatim}\n\n"
    "@ adamishin {date: 1988-12-21}\n"
    "[36] Left out.\n{topics: treaty yalta; status: omitted}\n\n"
    "@\n[50] The meeting ends.\n";

typedef struct Fixture {
    char path[32];
    Dossier *dossier;
    Skim *skim;
    Sheet *sheet;
    Alignment *alignment;
} Fixture;

static const Measure wide = {.columns = 64}, full = {.columns = 64, .apparatus = APPARATUS_FULL};

static Fixture open_fixture(const char *text)
{
    Fixture fixture = {.path = "unit-page-XXXXXX"};
    Error error;
    int fd = mkstemp(fixture.path);
    ck_assert_int_ge(fd, 0);
    close(fd);
    ck_assert(file_write(fixture.path, str_of(text), &error));
    fixture.dossier = dossier_open(fixture.path, &error);
    ck_assert_msg(fixture.dossier != NULL, "%s", error.text);
    fixture.skim = skim_new(fixture.dossier);
    fixture.sheet = sheet_new();
    return fixture;
}

static void close_fixture(Fixture *fixture)
{
    sheet_free(fixture->sheet);
    align_free(fixture->alignment);
    skim_free(fixture->skim);
    dossier_close(fixture->dossier);
    unlink(fixture->path);
}

static void compare(Fixture *fixture, const char *topic)
{
    Selector columns[2] = {{0, NONE}, {1, NONE}};
    uint32_t only = topic ? dossier_topic(fixture->dossier, str_of(topic)) : NONE;
    fixture->alignment = align_columns(fixture->dossier, columns, 0, only);
    sheet_add_alignment(fixture->sheet, fixture->dossier, fixture->skim, fixture->alignment);
}

static size_t page_height(Page *page, const Sheet *sheet)
{
    size_t rows = 0;
    for (size_t i = 0; i < sheet->strip_count; i++)
        rows += page_rows(page, i);
    return rows;
}

static Grid *paint_all(Page *page, const Sheet *sheet, size_t columns, size_t current)
{
    Grid *grid = grid_new(page_height(page, sheet), columns);
    size_t row = 0;
    for (size_t i = 0; i < sheet->strip_count && row < grid->rows; i++) {
        page_paint(page, i, 0, page_rows(page, i), grid, row, 0, current);
        row += page_rows(page, i);
    }
    return grid;
}

static char *dump(Fixture *fixture, Measure measure, size_t current)
{
    Buffer out = {0};
    Page *page = page_new(fixture->dossier, fixture->sheet, &measure);
    Grid *grid = paint_all(page, fixture->sheet, measure.columns, current);
    grid_dump(grid, &out);
    grid_free(grid);
    page_free(page);
    return buffer_steal(&out);
}

static void check_dump(Fixture *fixture, Measure measure, size_t current, const char *expected)
{
    char *text = dump(fixture, measure, current);
    ck_assert_str_eq(text, expected);
    free(text);
}

START_TEST(two_columns)
{
    Fixture fixture = open_fixture(records);
    compare(&fixture, "treaty");
    check_dump(
        &fixture, full, 5,
        " Treaty of Shimoda, 1855 "
        "\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500"
        "\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500 topic 1/1 \u2500\u2500\n"
        "                               \u2502   11 The treaties are cited for\n"
        "                               \u2502      Iturup, \u62e9\u6349\u5cf6, the Lesser\n"
        "                               \u2502      Kuriles and the\n"
        "                               \u2502      Lesserones.\n"
        "                               \u2502      (also: Kuriles; overstated\n"
        "                               \u2502      by 34)\n"
        "                               \u2502\n"
        "  34* Igor Rogachev; rebuts   \u2500\u2524 > 12 demands; via Hasegawa\n"
        "     12; overstates 11-12      \u2502      They show how it was.\n"
        "     Neither has such an       \u2502      (rebutted by 34;\n"
        "     article.                  \u2502      overstated by 34)\n"
        "                               \u2502\n"
        " 1234 verbatim                 \u2502\n"
        "     \u201cMy own words.\u201d           \u2502\n"
        "                               \u2502\n"
        "  36 Anatoly Adamishin, 21 Dec \u2502\n"
        "     1988; omitted             \u2502\n"
        "     [... Left out.]           \u2502\n"
        "     (also: Yalta)             \u2502\n"
        "                               \u2502\n");
    close_fixture(&fixture);
}
END_TEST

// Marks, who speaks where that changes, what kind of words, and what ties the passage to the other column.
// One row is enough to tell that two passages have nothing to do with one another.
START_TEST(what_was_said_later_begins_further_down)
{
    static const char talk[] = "Dossier: x\n\nParty: su\n\nParty: jp\n\nTopic: t\n\nTopic: u\n\n"
                               "Round: r\nDate: 1989\n\n"
                               "@ jp\n[1] One.\n{topics: t}\n\n@ su\n[2] Two.\n{topics: u}\n\n"
                               "@ jp\n[3] Three.\n{topics: u}\n\n@ su\n[4] Four.\n{topics: t}\n";
    Fixture fixture = open_fixture(talk);
    compare(&fixture, "t");
    check_dump(&fixture, (Measure){.columns = 64, .ascii = true}, SIZE_MAX,
               " t ------------------------------------------------ topic 1/1 --\n"
               "                               |    1 One.\n"
               "   4 Four.                     |\n"
               "                               |\n");
    close_fixture(&fixture);
}
END_TEST

START_TEST(a_link_leaves_the_words_beside_it_as_they_are)
{
    Fixture fixture =
        open_fixture("Dossier: x\n\nParty: su\n\nParty: jp\n\nTopic: t\n\nRound: r\nDate: 1989\n\n"
                     "@ su\n[1] Aaaaaaaaaaaaaaaaaaaaaaaaz\n{topics: t}\n\n"
                     "@ jp\n[2] Two.\n{topics: t; answers: 1}\n");
    compare(&fixture, "t");
    check_dump(&fixture, (Measure){.columns = 64, .ascii = true, .apparatus = APPARATUS_NONE}, SIZE_MAX,
               " t ------------------------------------------------ topic 1/1 --\n"
               "   1 Aaaaaaaaaaaaaaaaaaaaaaaaz |-   2 Two.\n"
               "                               |\n");
    close_fixture(&fixture);
}
END_TEST

START_TEST(little_stands_beside_the_words)
{
    Fixture fixture = open_fixture(records);
    compare(&fixture, "treaty");
    check_dump(&fixture, (Measure){.columns = 64, .ascii = true}, 5,
               " Treaty of Shimoda, 1855 -------------------------- topic 1/1 --\n"
               "                               |   11 The treaties are cited for\n"
               "                               |      Iturup, \u62e9\u6349\u5cf6, the Lesser\n"
               "                               |      Kuriles and the\n"
               "                               |      Lesserones.\n"
               "                               |\n"
               "  34* Igor Rogachev; rebuts   -| > 12 rebutted by 34\n"
               "     12; overstates 11-12      |      They show how it was.\n"
               "     Neither has such an       |\n"
               "     article.                  |\n"
               "                               |\n"
               " 1234 verbatim                 |\n"
               "     \"My own words.\"           |\n"
               "                               |\n"
               "  36 Anatoly Adamishin, 21 Dec |\n"
               "     1988; omitted             |\n"
               "     [... Left out.]           |\n"
               "                               |\n");
    close_fixture(&fixture);
}
END_TEST

START_TEST(nothing_but_whose_and_what_words_they_are)
{
    Fixture fixture = open_fixture(records);
    compare(&fixture, "treaty");
    Measure measure = {.columns = 64, .ascii = true, .apparatus = APPARATUS_NONE};
    char *text = dump(&fixture, measure, SIZE_MAX);
    ck_assert_ptr_nonnull(strstr(text, "\n  34 Igor Rogachev            -|-  12 They show how it was.\n"));
    ck_assert_ptr_nonnull(strstr(text, "\n 1234 verbatim  "));
    ck_assert_ptr_nonnull(strstr(text, "1988; omitted"));
    free(text);
    close_fixture(&fixture);
}
END_TEST

START_TEST(stacked_in_order_of_speaking)
{
    Fixture fixture = open_fixture(records);
    compare(&fixture, NULL);
    check_dump(&fixture,
               (Measure){.columns = 40, .stacked = true, .ascii = true, .apparatus = APPARATUS_FULL},
               SIZE_MAX,
               " Treaty of Shimoda, 1855 -- topic 1/3 --\n"
               "  11 Takakazu Kuriyama, Japan\n"
               "     The treaties are cited for Iturup,\n"
               "     \u62e9\u6349\u5cf6, the Lesser Kuriles and the\n"
               "     Lesserones.\n"
               "     (also: Kuriles; overstated by 34)\n"
               "\n"
               "  12 Takakazu Kuriyama, Japan; demands;\n"
               "     via Hasegawa\n"
               "     They show how it was.\n"
               "     (rebutted by 34; overstated by 34)\n"
               "\n"
               "  34* Igor Rogachev, USSR; rebuts 12;\n"
               "     overstates 11-12\n"
               "     Neither has such an article.\n"
               "\n"
               " 1234 Igor Rogachev, USSR; verbatim\n"
               "     \"My own words.\"\n"
               "\n"
               "  36 Anatoly Adamishin, USSR, 21 Dec\n"
               "     1988; omitted\n"
               "     [... Left out.]\n"
               "     (also: Yalta)\n"
               "\n"
               " The Kuriles -------------- topic 2/3 --\n"
               "     USSR, silent: not a word on this in\n"
               "     a full record\n"
               "\n"
               "  11 Takakazu Kuriyama, Japan\n"
               "     The treaties are cited for Iturup,\n"
               "     \u62e9\u6349\u5cf6, the Lesser Kuriles and the\n"
               "     Lesserones.\n"
               "     (also: Treaty; overstated by 34)\n"
               "\n"
               " Yalta -------------------- topic 3/3 --\n"
               "     Japan, silent: not a word on this\n"
               "     in a full record\n"
               "\n"
               "  36 Anatoly Adamishin, USSR, 21 Dec\n"
               "     1988; omitted\n"
               "     [... Left out.]\n"
               "     (also: Treaty)\n"
               "\n"
               "     USSR, left out of the record: 36\n"
               "\n"
               " Procedure and other -------------------\n"
               "  50 narration\n"
               "     The meeting ends.\n");
    close_fixture(&fixture);
}
END_TEST

// A dossier whose passages have each mark, alone and with others.
static const char marked[] =
    "Dossier: d\n\nParty: a\n\nParty: b\n\nTopic: t\n\nTopic: u\nShort: Other\n\n"
    "Person: x\nParty: a\nTitle: Ix\n\nPerson: y\nParty: a\nTitle: Ypsilon\nCapacity: opposition\n\n"
    "Discrepancy: one\nAbout: what\nReading: r.1-2; so\nReading: r.4; or so\n\n"
    "Layer: l\nFor: d\nBy: me\n\nOn: r.5\nNote: Look here.\n\n"
    "Round: r\nTitle: R\nDate: 1955\nExtent: full\n\n"
    "@ b\n[1] Demanded.\n{topics: t; term: word}\n\n"
    "@ x\n[2] Granted.\n{topics: t; act: concedes; agrees: 1; note: it was not}\n\n"
    "@ x {to: own}\n[3] At home.\n{topics: t u; act: concedes; restates: 2}\n\n"
    "@ y\n[4] Differs.\n{topics: t; via: Zet; why: because; restates: 2}\n\n"
    "[5] Noted.\n{topics: t; answers: 6}\n\n@ b\n[6] Elsewhere.\n{topics: u}\n";

START_TEST(marks_tell_that_there_is_more)
{
    Fixture fixture = open_fixture(marked);
    compare(&fixture, "t");
    check_dump(&fixture, (Measure){.columns = 60, .ascii = true}, SIZE_MAX,
               " t -------------------------------------------- topic 1/1 --\n"
               "   2*#+ Ix; agrees 1        -|-   1*# agreed to by 2\n"
               "     Granted.                |      Demanded.\n"
               "                             |\n"
               "   3 to their own side       |\n"
               "     At home.                |\n"
               "                             |\n"
               "   4*# Ypsilon               |\n"
               "     Differs.                |\n"
               "                             |\n"
               "   5* Noted.                 |\n"
               "                             |\n");
    close_fixture(&fixture);
}
END_TEST

// What the marks are about, and what else is not beside the passage.
START_TEST(the_rest_is_told_in_a_line)
{
    static const struct {
        size_t entry;
        const char *rest;
    } table[] = {
        {1, "concedes; restated by 3-4; accounts differ: what; note: it was not"},
        {2, "Ix; concedes; restates 2; also: Other"},
        {3, "for the opposition; restates 2; via Zet; accounts differ: what; why: because"},
        {4, "Ypsilon; for the opposition; answers 6; note: Look here."},
        {5, "accounts differ: what; term: word"},
        {0, ""}, // the heading
    };
    Fixture fixture = open_fixture(marked);
    compare(&fixture, "t");
    Page *page = page_new(fixture.dossier, fixture.sheet, &wide);
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        Buffer rest = {0};
        page_rest_add(page, table[i].entry, &rest);
        char *text = buffer_steal(&rest);
        ck_assert_str_eq(text, table[i].rest);
        free(text);
    }
    page_free(page);
    close_fixture(&fixture);
}
END_TEST

// What a speaker always speaks as stands where the side is named; beside a passage only what differs from
// that.
START_TEST(capacities_are_told_where_they_differ)
{
    Fixture fixture = open_fixture(
        "Dossier: d\n\nParty: a\n\nParty: b\n\nTopic: t\n\nPerson: y\nParty: a\nCapacity: opposition\n\n"
        "Round: r\nTitle: R\nDate: 1955\nParticipants: y b\n\n@ y\n[1] As ever.\n{topics: t}\n"
        "[2] For once.\n{topics: t; as: government}\n[3] By myself.\n{topics: t; as: private}\n"
        "@ b\n[4] So.\n{topics: t; as: party; to: public}\n");
    Buffer side = {0};
    caption_side_add(&side, fixture.dossier, 0, 0, SIZE_MAX);
    ck_assert(str_equal(buffer_str(&side), str_of("a: y (for the opposition)")));
    buffer_free(&side);
    compare(&fixture, "t");
    check_dump(&fixture, (Measure){.columns = 70, .ascii = true}, SIZE_MAX,
               " t ------------------------------------------------------ topic 1/1 --\n"
               "   1 As ever.                     +    4 to the public; for a\n"
               "                                  |      political party\n"
               "   2 for the government           |      So.\n"
               "     For once.                    |\n"
               "                                  |\n"
               "   3 for themselves alone         |\n"
               "     By myself.                   |\n"
               "                                  |\n");
    close_fixture(&fixture);
}
END_TEST

// Each note once, though its passage stands in two bands; what accounts differ on is told once and then
// named.
START_TEST(notes_are_numbered)
{
    Fixture fixture = open_fixture(marked);
    compare(&fixture, NULL);
    Sheet *notes = sheet_new(), *shown = fixture.sheet;
    sheet_add_notes(notes, fixture.dossier, shown);
    fixture.sheet = notes;
    check_dump(&fixture, (Measure){.columns = 60, .ascii = true}, SIZE_MAX,
               " Notes -----------------------------------------------------\n"
               " 1 r.2      note: it was not\n"
               " 2 r.2      accounts differ: what: so (r.1-2); or so (r.4)\n"
               " 3 r.4      why: because\n"
               " 4 r.4      accounts differ: what, see note 2\n"
               " 5 r.5      note: Look here.\n"
               " 6 r.1      term: word\n"
               " 7 r.1      accounts differ: what, see note 2\n");
    Sheet *none = sheet_new();
    sheet_add_notes(none, fixture.dossier, notes);
    ck_assert_uint_eq(none->strip_count, 0);
    sheet_free(none);
    sheet_free(shown);
    close_fixture(&fixture);
}
END_TEST

START_TEST(names_lens_shows_the_other_word)
{
    Fixture fixture = open_fixture(records);
    compare(&fixture, "kuriles");
    char *text = dump(&fixture, (Measure){.columns = 160, .lens = true}, SIZE_MAX);
    ck_assert_ptr_nonnull(
        strstr(text, "cited for Iturup [Etorofu], \u62e9\u6349\u5cf6 [Iturup], the Lesser\n"));
    ck_assert_ptr_nonnull(strstr(text, "Kuriles [Habomai] and the Lesserones.\n"));
    free(text);
    close_fixture(&fixture);
}
END_TEST

START_TEST(spoken_in_time_order)
{
    Fixture fixture = open_fixture(records);
    const uint32_t parties[2] = {0, 1};
    sheet_add_spoken(fixture.sheet, fixture.dossier, fixture.skim, 0, parties);
    ck_assert_uint_eq(fixture.sheet->bands, 4);
    ck_assert_uint_eq(fixture.sheet->entry_count, 6);
    static const Side sides[] = {SIDE_RIGHT, SIDE_RIGHT, SIDE_LEFT, SIDE_LEFT, SIDE_LEFT, SIDE_WHOLE};
    for (uint32_t i = 0; i < 6; i++) {
        ck_assert_int_eq(fixture.sheet->entries[i].side, sides[i]);
        ck_assert_uint_eq(fixture.sheet->entries[i].target.ordinal, i);
    }
    ck_assert(str_equal(fixture.sheet->entries[4].label, str_of("Anatoly Adamishin, 21 Dec 1988")));
    close_fixture(&fixture);
}
END_TEST

// A cell that is too wide for its column does not break that of the last one.
START_TEST(rows_stand_under_one_another)
{
    Fixture fixture = open_fixture(records);
    Target none = {TARGET_NONE, NONE, NONE};
    sheet_row(fixture.sheet, none, (Str[]){str_of("wg1.3"), str_of("rebuts"), str_of("All the words there")},
              3);
    sheet_row(fixture.sheet, none, (Str[]){str_of("r.4"), str_of(""), str_of("Some")}, 3);
    sheet_row(fixture.sheet, none, (Str[]){str_of("r.5"), str_of("not in the record of"), str_of("More")}, 3);
    sheet_band(fixture.sheet);
    sheet_band(fixture.sheet);
    sheet_row(fixture.sheet, none, (Str[]){str_of("r.6"), str_of(""), str_of("Alone")}, 3);
    check_dump(&fixture, (Measure){.columns = 32}, SIZE_MAX,
               " wg1.3  rebuts  All the words\u2026\n"
               " r.4            Some\n"
               " r.5    not in the record of\n"
               "                More\n"
               " r.6  Alone\n");
    close_fixture(&fixture);
}
END_TEST

START_TEST(titles_make_room_for_what_is_counted)
{
    Fixture fixture = open_fixture(records);
    Target none = {TARGET_NONE, NONE, NONE}, treaty = {TARGET_TOPIC, 1, NONE};
    sheet_title(fixture.sheet, treaty, str_of("Treaty of Shimoda, 1855"), str_of("3 : 4"));
    sheet_title(fixture.sheet, treaty, str_of("Treaty of Shimoda, 1855"), str_of("3 : 4 \u00b7 12 open"));
    sheet_title(fixture.sheet, none, str_of("A title as wide as this one"), str_of("3 : 4 \u00b7 12 open"));
    check_dump(&fixture, (Measure){.columns = 36}, SIZE_MAX,
               " Treaty of Shimoda, 1855      3 : 4\n"
               " Treaty             3 : 4 \u00b7 12 open\n"
               " A title as wide as this one\n"
               "                    3 : 4 \u00b7 12 open\n");
    close_fixture(&fixture);
}
END_TEST

START_TEST(prose_lines_and_headings)
{
    Fixture fixture = open_fixture(records);
    Sheet *sheet = fixture.sheet;
    Target none = {TARGET_NONE, NONE, NONE};
    sheet_heading(sheet, none, str_of("A title that is far too long for this page"), str_of("1/2"));
    sheet_text(sheet, none, str_of("Place"), str_of("Tokyo, and then\nMoscow"), STYLE_PLAIN);
    sheet_text(sheet, none, str_of("A label of twenty-one"), str_of("some words behind it"), STYLE_PLAIN);
    sheet_text(sheet, none, str_of(""), str_of(""), STYLE_PLAIN);
    sheet_text(sheet, none, str_of(""), str_of("Without a label."), STYLE_PLAIN);
    sheet_hit(sheet, (PassageId){0, 0}, str_of("wg1.11"), (Match){13, 16});
    sheet_heading(sheet, none, str_of("Next"), str_of(""));
    check_dump(
        &fixture, (Measure){.columns = 40}, 5,
        " A title that is far too long for\u2026 \u2500\u2500\u2500\u2500\u2500\n"
        " Place      Tokyo, and then\n"
        "            Moscow\n"
        " A label of twenty-one\n"
        "            some words behind it\n"
        "\n"
        " Without a label.\n"
        ">wg1.11     \u2026are cited for Iturup, \u62e9\u6349\u2026\n"
        "\n"
        " Next "
        "\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500"
        "\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500"
        "\u2500"
        "\u2500\n");
    close_fixture(&fixture);
}
END_TEST

START_TEST(matches_are_highlighted_where_they_are_shown)
{
    Fixture fixture = open_fixture(records);
    Error error;
    Buffer out = {0};
    compare(&fixture, "treaty");
    Measure measure = {.columns = 64, .lens = true};
    Page *page = page_new(fixture.dossier, fixture.sheet, &measure);
    Query *query = query_new(fixture.dossier, str_of("jp:cited for iturup"), false, false, &error);
    ck_assert_msg(query != NULL, "%s", error.text);
    page_set(page, NULL, query);
    Grid *grid = paint_all(page, fixture.sheet, 64, SIZE_MAX);
    for (size_t row = 0; row < grid->rows; row++)
        for (size_t column = 0; column < grid->columns; column++)
            if (grid->cells[row * grid->columns + column].style == (STYLE_HUE_HIT | STYLE_REVERSE))
                buffer_addf(&out, "%s", grid->cells[row * grid->columns + column].bytes);
    ck_assert(str_equal(buffer_str(&out), str_of("citedforIturup")));
    buffer_free(&out);
    grid_free(grid);
    page_free(page);
    query_free(query);
    close_fixture(&fixture);
}
END_TEST

START_TEST(a_place_survives_a_change_of_width)
{
    Fixture fixture = open_fixture(records);
    compare(&fixture, NULL);
    for (size_t columns = 20; columns <= 120; columns += 10) {
        Measure measure = {.columns = columns, .lens = true};
        Page *page = page_new(fixture.dossier, fixture.sheet, &measure);
        for (size_t entry = 0; entry < fixture.sheet->entry_count; entry++) {
            RowRange rows = page_entry_rows(page, entry);
            size_t strip = page_entry_strip(page, entry);
            ck_assert_uint_le(rows.first + rows.count, page_rows(page, strip));
            for (size_t row = 0; row < rows.count; row++) {
                size_t offset = page_offset_of_row(page, entry, row);
                // A word of the lens may be broken over several lines: they are one place.
                size_t back = page_row_of_offset(page, entry, offset);
                ck_assert_uint_le(back, row);
                size_t again = page_offset_of_row(page, entry, back);
                ck_assert_uint_le(again, offset);
                ck_assert(again == 0 || page_row_of_offset(page, entry, again) == back);
            }
        }
        page_free(page);
    }
    close_fixture(&fixture);
}
END_TEST

// Whatever the width, every byte of the text is on the page, and nothing is outside its column.
START_TEST(all_widths_show_all_words)
{
    Fixture fixture = open_fixture(records);
    compare(&fixture, NULL);
    for (size_t columns = 20; columns <= 500; columns += columns < 90 ? 1 : 41) {
        for (int stacked = 0; stacked < 2; stacked++) {
            Measure measure = {.columns = columns, .left = columns * 7 % 90, .stacked = stacked == 1};
            Page *page = page_new(fixture.dossier, fixture.sheet, &measure);
            Field left = measure_field(&measure, SIDE_LEFT), right = measure_field(&measure, SIDE_RIGHT);
            ck_assert_uint_eq(stacked ? 0 : left.columns + 3, right.column);
            ck_assert_uint_eq(right.column + right.columns, columns);
            Grid *grid = paint_all(page, fixture.sheet, columns, 0);
            size_t ends = 0;
            for (size_t i = 0; i < grid->rows * grid->columns; i++)
                ends += grid->cells[i].len == 1 && grid->cells[i].bytes[0] == '.';
            // Ends of sentences, three dots of an omission twice, and who is there once or twice.
            ck_assert_uint_ge(ends, 8 + 6);
            grid_free(grid);
            page_free(page);
        }
    }
    close_fixture(&fixture);
}
END_TEST

// Painting a strip in slices gives what painting it at once gives.
START_TEST(slices_of_a_strip_agree)
{
    Fixture fixture = open_fixture(records);
    compare(&fixture, "treaty");
    Page *page = page_new(fixture.dossier, fixture.sheet, &wide);
    size_t strip = fixture.sheet->strip_count - 1, rows = page_rows(page, strip);
    Grid *whole = grid_new(rows, 64), *slices = grid_new(rows, 64);
    page_paint(page, strip, 0, rows, whole, 0, 0, SIZE_MAX);
    for (size_t row = 0; row < rows; row++)
        page_paint(page, strip, row, 1, slices, row, 0, SIZE_MAX);
    ck_assert(memcmp(whole->cells, slices->cells, rows * 64 * sizeof(Cell)) == 0);
    page_paint(page, strip, rows, 5, whole, 0, 0, SIZE_MAX);
    ck_assert(memcmp(whole->cells, slices->cells, rows * 64 * sizeof(Cell)) == 0);
    grid_free(whole);
    grid_free(slices);
    page_free(page);
    close_fixture(&fixture);
}
END_TEST

START_TEST(a_round_without_speech_says_so)
{
    Fixture fixture =
        open_fixture("Dossier: x\n\nParty: su\n\nParty: jp\n\nRound: r\nDate: 1989\nExtent: lost\n");
    compare(&fixture, NULL);
    char *text = dump(&fixture, (Measure){.columns = 200}, SIZE_MAX);
    ck_assert_ptr_nonnull(strstr(text, "no record of this round here"));
    free(text);
    close_fixture(&fixture);
}
END_TEST

// A page of many strips keeps only those that were seen last, and knows the heights of all.
START_TEST(many_strips_are_laid_out_as_they_come)
{
    Fixture fixture = open_fixture(records);
    for (int i = 0; i < 3000; i++)
        sheet_passage(fixture.sheet, (PassageId){0, (uint32_t)(i % 7)}, str_of(""));
    Page *page = page_new(fixture.dossier, fixture.sheet, &wide);
    size_t height = page_height(page, fixture.sheet);
    sheet_hit(fixture.sheet, (PassageId){0, 0}, str_of("added later"), (Match){0, 3});
    ck_assert_uint_eq(page_height(page, fixture.sheet), height + 1);
    Grid *grid = grid_new(10, 64);
    page_paint(page, 0, 0, 10, grid, 0, 0, SIZE_MAX);
    ck_assert_uint_eq(grid->cells[3].len, 1);
    grid_free(grid);
    page_free(page);
    close_fixture(&fixture);
}
END_TEST

// Whole words alone, the longest first; words that begin with one another are tried one by one.
START_TEST(names_within_names_are_told_apart)
{
    static const char names[] = "Dossier: test\n\nParty: su\nTitle: S\n\nParty: jp\nTitle: J\n\n"
                                "Name: one\nsu: Kuril\njp: First\n\n"
                                "Name: two\nsu: Kuril Isle\njp: Second\n\n"
                                "Name: three\nsu: Kuril Isle South\njp: Third\n\n"
                                "Name: four\nsu: Kuril Isthmus\njp: Fourth\n\n"
                                "Round: r\nDate: 1988\nExtent: full\n\n@ su\n[1] ";
    static const struct {
        const char *words, *shown;
    } cases[] = {
        {"Kuril", "Kuril [First]"},
        {"Kuril Isle", "Kuril Isle [Second]"},
        {"Kuril Isle South", "Kuril Isle South [Third]"},
        {"Kuril Isle Southern", "Kuril Isle [Second] Southern"},
        {"Kuril Isles", "Kuril [First] Isles"},
        {"Kuril Isles Southern", "Kuril [First] Isles Southern"},
        {"Kuril Isthmus", "Kuril Isthmus [Fourth]"},
        {"Kuril Isthm", "Kuril [First] Isthm"},
        {"Kurils", "Kurils"},
        {"NoKuril", "NoKuril"},
        {"Kuril-Kuril", "Kuril [First]-Kuril [First]"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Buffer text = {0}, shown = {0};
        buffer_addf(&text, "%s%s.\n", names, cases[i].words);
        buffer_addf(&shown, " %s. ", cases[i].shown);
        char *dip = buffer_steal(&text), *line = buffer_steal(&shown);
        Fixture fixture = open_fixture(dip);
        const uint32_t parties[2] = {0, 1};
        sheet_add_spoken(fixture.sheet, fixture.dossier, fixture.skim, 0, parties);
        char *screen = dump(&fixture, (Measure){.columns = 160, .lens = true}, SIZE_MAX);
        ck_assert_msg(strstr(screen, line) != NULL, "no %s in\n%s", line, screen);
        free(screen);
        close_fixture(&fixture);
        free(dip);
        free(line);
    }
}
END_TEST

Suite *unit_suite(void)
{
    Suite *suite = suite_create("page");
    TCase *tests = tcase_create("page");
    tcase_set_timeout(tests, 60);
    tcase_add_test(tests, two_columns);
    tcase_add_test(tests, what_was_said_later_begins_further_down);
    tcase_add_test(tests, a_link_leaves_the_words_beside_it_as_they_are);
    tcase_add_test(tests, rows_stand_under_one_another);
    tcase_add_test(tests, titles_make_room_for_what_is_counted);
    tcase_add_test(tests, little_stands_beside_the_words);
    tcase_add_test(tests, nothing_but_whose_and_what_words_they_are);
    tcase_add_test(tests, marks_tell_that_there_is_more);
    tcase_add_test(tests, the_rest_is_told_in_a_line);
    tcase_add_test(tests, capacities_are_told_where_they_differ);
    tcase_add_test(tests, notes_are_numbered);
    tcase_add_test(tests, stacked_in_order_of_speaking);
    tcase_add_test(tests, names_lens_shows_the_other_word);
    tcase_add_test(tests, spoken_in_time_order);
    tcase_add_test(tests, prose_lines_and_headings);
    tcase_add_test(tests, matches_are_highlighted_where_they_are_shown);
    tcase_add_test(tests, a_place_survives_a_change_of_width);
    tcase_add_test(tests, all_widths_show_all_words);
    tcase_add_test(tests, slices_of_a_strip_agree);
    tcase_add_test(tests, a_round_without_speech_says_so);
    tcase_add_test(tests, many_strips_are_laid_out_as_they_come);
    tcase_add_test(tests, names_within_names_are_told_apart);
    suite_add_tcase(suite, tests);
    return suite;
}
