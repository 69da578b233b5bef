// SPDX-License-Identifier: MIT
// Layers: what they add is found with the passages, never in them, and goes when they are taken off.
#include "diptych/layers.h"

#include <stdlib.h>
#include <string.h>

#include "diptych/page.h"
#include "dossier/open.h"
#include "unit.h"

static const char *const text =
    "Dossier: d\nTitle: D\n\nParty: su\nTitle: S\n\nParty: jp\nTitle: J\n\nTopic: a\nTitle: A\n\nTopic: b\n"
    "Title: B\n\nTopic: c\nTitle: C\n\nRound: r\nTitle: R\nDate: 1955\nParticipants: su jp\n\n"
    "@ su\n[1] one\n{topics: a}\n[2] two\n\n@ jp\n[3] three\n{topics: b a; rebuts: 1}\n[4] four\n\n@ su\n"
    "[4] four again\n\nRound: s\nTitle: S\nDate: 1956\n\n@ jp\n[1] later\n{topics: a; answers: r.3}\n";

static const char *const mine =
    "Layer: mine\nFor: d\nBy: me\n\nOn: r.3\nTopics: a c b\nanswers: r.2\nNote: n\n\n"
    "On: r.4\nTopics: b\nrebuts: r.1-2\n\nOn: r.3\nMark: x\n\nOn: r.9\nTag: y\n\n"
    "On: s.1\nTopics: c\nrestates: r.4\nagrees: r.2\n\nOn: r.1-2\n\nOn: t.1\n";
static const char *const yours = "Layer: yours\nFor: d\nBy: you\n\nOn: r.2\nTopics: a\n\nOn: r.3\nTopics: c\n"
                                 "distinguishes: r.1\n";
static const char *const theirs = "On: r.1\n\nLayer: theirs\nFor: other\n\nOn: r.2\nTopics: b\n";

typedef enum Whose { MINE, YOURS, THEIRS } Whose;

static Dossier *open_layers(size_t count)
{
    MemoryFile files[] = {{"d.dip", str_of(text)},
                          {"mine.dip", str_of(mine)},
                          {"yours.dip", str_of(yours)},
                          {"theirs.dip", str_of(theirs)}};
    return dossier_open_memory(files, 1 + count);
}

static Skim *skim_all(Dossier *dossier)
{
    Skim *skim = skim_new(dossier);
    while (skim_step(skim, 0))
        continue;
    return skim;
}

static void add_backlinks(const Dossier *d, Skim *skim, uint32_t account, uint32_t number, Buffer *out)
{
    size_t count;
    const Backlink *back = layered_backlinks(d, skim, account, number, SIZE_MAX, &count);
    for (size_t i = 0; i < count; i++) {
        buffer_addf(out, " <%s ", verb_word(back[i].verb));
        passage_reference_add(d, out, back[i].from.account, back[i].number);
        buffer_addf(out, "/%d", (int)back[i].layer);
    }
}

// How many links come to the account, of those that count.
static void add_arrows(const Dossier *d, Skim *skim, uint32_t account, Buffer *out)
{
    size_t count = 0;
    Arrow arrow;
    for (size_t i = 0; i < layered_arrow_count(d, skim, account); i++)
        count += layered_arrow(d, skim, account, i, &arrow);
    buffer_addf(out, "%zu\n", count);
}

// What is asked of every passage, a line each: topics, links, backlinks and remarks.
static char *told(Dossier *d)
{
    Buffer out = {0};
    Skim *skim = skim_all(d);
    for (uint32_t account = 0; account < d->account_count; account++) {
        const Speech *speech = dossier_speech(d, account);
        for (uint32_t i = 0; i < speech->passage_count; i++) {
            const Passage *passage = &speech->passages[i];
            size_t count;
            passage_reference_add(d, &out, account, passage->number);
            buffer_add_byte(&out, ' ');
            const uint32_t *topics = layered_topics(d, speech, passage, &count);
            for (size_t j = 0; j < count; j++)
                buffer_add(&out, d->topics[topics[j]].record.id);
            buffer_add_text(&out, ",");
            Glance glance = layered_glance(d, skim, (PassageId){account, i});
            for (size_t j = 0; j < glance.topic_count; j++)
                buffer_add(&out, d->topics[glance.topics[j]].record.id);
            const Link *links = layered_links(d, speech, passage, &count);
            for (size_t j = 0; j < count; j++) {
                buffer_addf(&out, " %s ", verb_word(links[j].verb));
                dossier_ref_add(d, &out, links[j].ref, NONE);
                buffer_addf(&out, "/%d", (int)links[j].layer);
            }
            add_backlinks(d, skim, account, passage->number, &out);
            layered_remarks(d, speech, passage, &count);
            buffer_addf(&out, " %zu\n", count);
        }
        add_arrows(d, skim, account, &out);
    }
    skim_free(skim);
    return buffer_steal(&out);
}

// The compare view of the first round, as it is painted.
static char *painted(Dossier *d)
{
    Buffer out = {0};
    Skim *skim = skim_all(d);
    Selector columns[2] = {{0, NONE}, {1, NONE}};
    Alignment *alignment = align_columns(d, columns, 0, NONE);
    Sheet *sheet = sheet_new();
    Measure measure = {.columns = 80};
    sheet_add_alignment(sheet, d, skim, alignment);
    Page *page = page_new(d, sheet, &measure);
    Grid *grid = grid_new(60, 80);
    page_set(page, skim, NULL);
    size_t row = 0;
    for (size_t strip = 0; strip < sheet->strip_count; strip++) {
        size_t rows = page_rows(page, strip);
        page_paint(page, strip, 0, rows, grid, row, 0, SIZE_MAX);
        row += rows;
    }
    grid_dump(grid, &out);
    grid_free(grid);
    page_free(page);
    sheet_free(sheet);
    align_free(alignment);
    skim_free(skim);
    return buffer_steal(&out);
}

static void check_text(char *got, const char *expected)
{
    ck_assert_str_eq(got, expected);
    free(got);
}

START_TEST(what_layers_add_is_found_with_the_passages)
{
    Dossier *d = open_layers(3);
    check_text(told(d), "r.1 a,a <rebuts r.3/-1 <distinguishes r.3/1 <rebuts r.4/0 0\n"
                        "r.2 a,a <answers r.3/0 <rebuts r.4/0 <agrees s.1/0 1\n"
                        "r.3 bac,bac rebuts r.1/-1 answers r.2/0 distinguishes r.1/1 <answers s.1/-1 3\n"
                        "r.4 b,b rebuts r.1-2/0 <restates s.1/0 1\n"
                        "r.4 , <restates s.1/0 0\n7\n"
                        "s.1 ac,ac answers r.3/-1 restates r.4/0 agrees r.2/0 1\n0\n");
    size_t count;
    const Speech *speech = dossier_speech(d, 0);
    const Remark *const *remarks = layered_remarks(d, speech, &speech->passages[2], &count);
    ck_assert(str_equal(record_value(&remarks[0]->record, "Note"), str_of("n")));
    ck_assert(str_equal(record_value(&remarks[1]->record, "Mark"), str_of("x")));
    dossier_close(d);
}
END_TEST

START_TEST(nothing_is_written_into_a_passage)
{
    Dossier *bare = open_layers(0), *d = open_layers(3);
    layers_over(d);
    for (uint32_t account = 0; account < d->account_count; account++) {
        const Speech *speech = dossier_speech(d, account), *own = dossier_speech(bare, account);
        ck_assert_uint_eq(speech->passage_count, own->passage_count);
        for (size_t i = 0; i < own->passage_count; i++) {
            const Passage *x = &speech->passages[i], *y = &own->passages[i];
            ck_assert_uint_eq(x->topic_count, y->topic_count);
            ck_assert_uint_eq(x->link_count, y->link_count);
            ck_assert(x->topic_count == 0 ||
                      memcmp(x->topics, y->topics, x->topic_count * sizeof *x->topics) == 0);
            ck_assert(str_equal(x->text, y->text) && str_equal(x->details->note, y->details->note));
        }
    }
    dossier_close(bare);
    dossier_close(d);
}
END_TEST

START_TEST(a_layer_that_is_taken_off_is_as_if_it_had_never_been)
{
    Dossier *bare = open_layers(0), *d = open_layers(3);
    char *without = told(bare), *with = told(d), *screen_without = painted(bare), *screen_with = painted(d);
    const Passage *passages = dossier_speech(d, 0)->passages;
    ck_assert_str_ne(without, with);
    ck_assert_str_ne(screen_without, screen_with);
    LayerSet *layers = layers_over(d);
    ck_assert(layers_is_on(layers, MINE) && layers_is_on(layers, YOURS) && !layers_is_on(layers, THEIRS));
    for (int round = 0; round < 2; round++) {
        layers_switch(layers, MINE, false);
        layers_switch(layers, YOURS, false);
        check_text(told(d), without);
        check_text(painted(d), screen_without);
        layers_switch(layers, YOURS, true);
        char *one = told(d);
        ck_assert_str_ne(one, without);
        ck_assert_str_ne(one, with);
        free(one);
        layers_switch(layers, MINE, true);
        check_text(told(d), with);
        check_text(painted(d), screen_with);
    }
    ck_assert_ptr_eq(dossier_speech(d, 0)->passages, passages); // nothing was read anew
    free(without);
    free(with);
    free(screen_without);
    free(screen_with);
    dossier_close(bare);
    dossier_close(d);
}
END_TEST

START_TEST(layers_of_other_dossiers_stay_off)
{
    Dossier *d = open_layers(3);
    LayerSet *layers = layers_over(d);
    layers_switch(layers, THEIRS, true);
    ck_assert(!layers_is_on(layers, THEIRS));
    static const DiagnosticKind kinds[] = {DIAGNOSTIC_BAD_REFERENCE, DIAGNOSTIC_DANGLING_REFERENCE,
                                           DIAGNOSTIC_STRAY_REMARK, DIAGNOSTIC_FOREIGN_LAYER};
    ck_assert_uint_eq(d->problems->count, 4);
    for (size_t i = 0; i < 4; i++)
        ck_assert_int_eq(d->problems->items[i].kind, kinds[i]);
    dossier_close(d);
}
END_TEST

Suite *unit_suite(void)
{
    Suite *suite = suite_create("layers");
    TCase *tests = tcase_create("layers");
    tcase_add_test(tests, what_layers_add_is_found_with_the_passages);
    tcase_add_test(tests, nothing_is_written_into_a_passage);
    tcase_add_test(tests, a_layer_that_is_taken_off_is_as_if_it_had_never_been);
    tcase_add_test(tests, layers_of_other_dossiers_stay_off);
    suite_add_tcase(suite, tests);
    return suite;
}
