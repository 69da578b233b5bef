// SPDX-License-Identifier: MIT
// The results view, every hit in its context, and the help view, every key.
#include "diptych/caption.h"
#include "view/frame/inside.h"

static void results_heading(Sheet *sheet, const Dossier *dossier, uint32_t account, size_t hits)
{
    const Round *round = dossier->rounds + dossier->accounts[account].round;
    Buffer title = {0}, aside = {0};
    buffer_add(&title, round->record.title);
    buffer_add_text(&title, ", ");
    date_add(&title, round->date);
    caption_missing_add(&aside, dossier, account);
    buffer_addf(&aside, aside.len ? "; %zu" : "%zu", hits);
    sheet_band(sheet);
    sheet_heading(sheet, (Target){TARGET_ROUND, dossier->accounts[account].round, 0}, buffer_str(&title),
                  buffer_str(&aside));
    buffer_free(&title);
    buffer_free(&aside);
}

static void results_hit(Sheet *sheet, const Dossier *dossier, const Hit *hit)
{
    Buffer label = {0};
    passage_reference_add(dossier, &label, hit->passage.account, hit->number);
    if (hit->party != NONE) {
        buffer_add_byte(&label, ' ');
        buffer_add(&label, dossier->parties[hit->party].brief);
    }
    sheet_hit(sheet, hit->passage, buffer_str(&label), hit->match);
    buffer_free(&label);
}

static size_t hits_in_account(const Hit *hits, size_t count, size_t from)
{
    size_t to = from;
    while (to < count && hits[to].passage.account == hits[from].passage.account)
        to++;
    return to - from;
}

void results_add(Sheet *sheet, const Dossier *dossier, const Search *search)
{
    size_t count = 0;
    const Hit *hits = search ? search_hits(search, &count) : NULL;
    for (size_t i = 0; i < count; i++) {
        if (i == 0 || hits[i].passage.account != hits[i - 1].passage.account)
            results_heading(sheet, dossier, hits[i].passage.account, hits_in_account(hits, count, i));
        results_hit(sheet, dossier, hits + i);
    }
    if (count == 0) {
        sheet_band(sheet);
        sheet_heading(sheet, (Target){0}, str_of("Results"), (Str){0});
        sheet_text(sheet, (Target){0}, (Str){0}, str_of("Nothing is found."), STYLE_PLAIN);
    }
}

typedef struct HelpLine {
    const char *label, *text;
} HelpLine;

static void add_lines(Sheet *sheet, const char *heading, const char *aside, const HelpLine *lines,
                      size_t count)
{
    sheet_band(sheet);
    sheet_heading(sheet, (Target){0}, str_of(heading), str_of(aside));
    for (size_t i = 0; i < count; i++)
        sheet_text(sheet, (Target){0}, str_of(lines[i].label), str_of(lines[i].text), STYLE_PLAIN);
}

static void add_keys(Sheet *sheet)
{
    size_t count;
    const KeyBinding *table = keys_table(&count);
    for (size_t i = 0; i < count; i++) {
        if (table[i].group) {
            sheet_band(sheet);
            sheet_heading(sheet, (Target){0}, str_of(table[i].group), (Str){0});
        }
        Buffer keys = {0};
        keys_binding_add(&keys, table + i);
        sheet_text(sheet, (Target){0}, buffer_str(&keys), str_of(table[i].text), STYLE_PLAIN);
        buffer_free(&keys);
    }
}

void help_add(Sheet *sheet)
{
    static const HelpLine first_steps[] = {
        {"/word ENTER", "to the next place that has the word; n to one more, vr lists them all"},
        {":topic ENTER", "to a topic, a round, a person or a date; TAB completes what is typed"},
        {"o", "from a claim to its reply, and back"},
        {"] }", "to the next topic; to the next round, with the same topic"},
        {"vi", "about this round: who, whose record, what came of it; then ] to what is agreed, and what "
               "the record leaves out"},
        {"i", "about what the cursor is on"},
    };
    static const HelpLine page[] = {
        {"v c s i r", "v and a letter opens a view: compare, spoken, card of the round, results"},
        {"5j 3]", "a number in front repeats a key"},
        {"34", "the passage's number; :wg1.34 goes to it from anywhere"},
        {"rebuts 11", "how the passage is linked; TAB selects, ENTER follows, BACKSPACE returns"},
        {"silent", "the record is full, and this side says nothing on the topic"},
        {"omitted", "the record says that something was said, and leaves it out"},
        {"not recorded", "the record is not full; nobody knows"},
    };
    add_lines(sheet, "First steps", "q closes this page", first_steps,
              sizeof first_steps / sizeof *first_steps);
    add_keys(sheet);
    add_lines(sheet, "Reading the page", "", page, sizeof page / sizeof *page);
}
