// SPDX-License-Identifier: MIT
// Passages that begin on one row: in all that is shipped, the line between them says why.
#include <stdlib.h>
#include <string.h>

#include "../support/typing.h"
#include "diptych/align.h"
#include "diptych/layers.h"
#include "diptych/page.h"
#include "unit.h"

static void open_shipped(void)
{
    open_fixture("transcripts/soviet-japanese");
}

// What was counted on the sheets of a test.
typedef struct Counts {
    size_t linked, spoken;
} Counts;

static bool has_link_to(PassageId from, PassageId to)
{
    size_t count;
    const Speech *speech = dossier_speech(dossier, from.account);
    const Link *links = layered_links(dossier, speech, passage_at(dossier, from), &count);
    uint32_t number = passage_at(dossier, to)->number;
    for (size_t i = 0; i < count; i++) {
        Ref ref = links[i].ref;
        if (!verb_is_verdict(links[i].verb) && ref.account == to.account && ref.first <= number &&
            number <= ref.last)
            return true;
    }
    return false;
}

static bool belong_together(PassageId a, PassageId b)
{
    bool same = a.account == b.account && a.ordinal == b.ordinal;
    return same || has_link_to(a, b) || has_link_to(b, a);
}

static PassageId passage_of(const Entry *entry)
{
    return (PassageId){entry->target.index, entry->target.ordinal};
}

// Dashes on one side at least of the line: the other may be where a word ends.
static bool is_link(Str sign, bool ascii)
{
    static const char *const links[][2] = {
        {"\u2500\u253c\u2500", "-|-"}, {"\u2500\u2524 ", "-| "}, {" \u251c\u2500", " |-"}};
    for (size_t i = 0; i < sizeof links / sizeof *links; i++)
        if (str_equal(sign, str_of(links[i][ascii])))
            return true;
    return false;
}

// What stands in the gutter of a row that both begin in.
static void check_row(const Measure *measure, const Grid *painted, size_t row, const Entry *left,
                      const Entry *right, Counts *counts)
{
    size_t column = measure_field(measure, SIDE_RIGHT).column - 3;
    const Cell *gutter = painted->cells + row * painted->columns + column;
    bool together = belong_together(passage_of(left), passage_of(right));
    Buffer found = {0};
    for (int i = 0; i < 3; i++)
        buffer_add(&found, gutter[i].len ? (Str){gutter[i].bytes, gutter[i].len} : str_of(" "));
    Str sign = buffer_str(&found);
    ck_assert_msg(together ? is_link(sign, measure->ascii)
                           : str_equal(sign, str_of(measure->ascii ? " + " : " \u253c ")),
                  "%u.%u beside %u.%u: '%.*s'", left->target.index, left->target.ordinal, right->target.index,
                  right->target.ordinal, (int)sign.len, sign.at);
    ck_assert(together || left->target.index == right->target.index);
    *(together ? &counts->linked : &counts->spoken) += 1;
    buffer_free(&found);
}

static void check_strip(Page *page, const Sheet *sheet, const Measure *measure, size_t at, Counts *counts)
{
    const Strip *strip = &sheet->strips[at];
    size_t rows = page_rows(page, at), end = strip->first + strip->left + strip->right;
    Grid *painted = grid_new(rows, measure->columns);
    ck_assert_uint_eq(painted->rows, rows);
    const Entry **begins = calloc(rows, sizeof *begins);
    page_paint(page, at, 0, rows, painted, 0, 0, SIZE_MAX);
    for (size_t i = strip->first; i < end; i++) {
        const Entry *entry = &sheet->entries[i];
        size_t row = page_entry_rows(page, i).first;
        if (entry->kind != ENTRY_PASSAGE)
            continue;
        if (entry->side == SIDE_LEFT)
            begins[row] = entry;
        else if (begins[row])
            check_row(measure, painted, row, begins[row], entry, counts);
    }
    free(begins);
    grid_free(painted);
}

static void check_columns(Selector left, Selector right, uint32_t account, Counts *counts)
{
    static const size_t widths[] = {60, 80, 110, 200};
    Alignment *alignment = align_columns(dossier, (Selector[]){left, right}, account, NONE);
    Skim *skim = skim_new(dossier);
    Sheet *sheet = sheet_new();
    sheet_add_alignment(sheet, dossier, skim, alignment);
    for (size_t i = 0; i < sizeof widths / sizeof *widths; i++) {
        Measure measure = {.columns = widths[i], .ascii = i % 2};
        Page *page = page_new(dossier, sheet, &measure);
        for (size_t strip = 0; strip < sheet->strip_count; strip++)
            if (!sheet->strips[strip].whole)
                check_strip(page, sheet, &measure, strip, counts);
        page_free(page);
    }
    sheet_free(sheet);
    skim_free(skim);
    align_free(alignment);
}

START_TEST(the_sides_of_each_account)
{
    Counts counts = {0, 0};
    for (uint32_t account = 0; account < dossier->account_count; account++) {
        uint32_t parties[2];
        selector_parties(dossier, account, parties);
        check_columns((Selector){parties[0], NONE}, (Selector){parties[1], NONE}, account, &counts);
    }
    ck_assert_uint_gt(counts.linked, 100);
    ck_assert_uint_gt(counts.spoken, 10);
}
END_TEST

START_TEST(the_accounts_of_each_round)
{
    Counts counts = {0, 0};
    for (uint32_t account = 1; account < dossier->account_count; account++)
        for (uint32_t party = 0; party < 2; party++)
            if (dossier->accounts[account].round == dossier->accounts[account - 1].round)
                check_columns((Selector){party, account - 1}, (Selector){party, account}, account, &counts);
    ck_assert_uint_gt(counts.linked, 10);
    ck_assert_uint_eq(counts.spoken, 0);
}
END_TEST

START_TEST(a_side_in_two_rounds)
{
    Counts counts = {0, 0};
    for (uint32_t account = 1; account < dossier->account_count; account++)
        for (uint32_t party = 0; party < 2; party++)
            check_columns((Selector){party, account - 1}, (Selector){party, account}, account, &counts);
    check_columns((Selector){0, dossier_account(dossier, str_of("wg1"))},
                  (Selector){0, dossier_account(dossier, str_of("wg2"))}, 0, &counts);
    ck_assert_uint_gt(counts.linked, 10);
    ck_assert_uint_eq(counts.spoken, 0);
}
END_TEST

Suite *unit_suite(void)
{
    Suite *suite = suite_create("pairs");
    TCase *tests = tcase_create("pairs");
    tcase_add_checked_fixture(tests, open_shipped, close_reader);
    tcase_add_test(tests, the_sides_of_each_account);
    tcase_add_test(tests, the_accounts_of_each_round);
    tcase_add_test(tests, a_side_in_two_rounds);
    suite_add_tcase(suite, tests);
    return suite;
}
