// SPDX-License-Identifier: MIT
// Every hit of the search in its context.
#include "diptych/caption.h"
#include "view/frame/inside.h"

static void add_heading(Sheet *sheet, const Dossier *dossier, uint32_t account, size_t hits)
{
    const Round *round = dossier->rounds + dossier->accounts[account].round;
    Buffer title = {0}, aside = {0};
    buffer_add(&title, round->record.title);
    buffer_add_text(&title, date_known(round->date) ? ", " : "");
    date_add(&title, round->date);
    caption_missing_add(&aside, dossier, account);
    buffer_addf(&aside, aside.len ? "; %zu" : "%zu", hits);
    sheet_band(sheet);
    sheet_heading(sheet, (Target){TARGET_ROUND, dossier->accounts[account].round, 0}, buffer_str(&title),
                  buffer_str(&aside));
    buffer_free(&title);
    buffer_free(&aside);
}

static void add_hit(Sheet *sheet, const Dossier *dossier, const Hit *hit)
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

static void *fill(Reader *reader)
{
    const Dossier *dossier = reader->dossier;
    const Search *search = reader->finding.search;
    Sheet *sheet = sheet_new();
    size_t count = 0;
    const Hit *hits = search ? search_hits(search, &count) : NULL;
    for (size_t i = 0; i < count; i++) {
        if (i == 0 || hits[i].passage.account != hits[i - 1].passage.account)
            add_heading(sheet, dossier, hits[i].passage.account, hits_in_account(hits, count, i));
        add_hit(sheet, dossier, hits + i);
    }
    if (count == 0) {
        sheet_band(sheet);
        sheet_heading(sheet, (Target){0}, str_of("Results"), (Str){0});
        sheet_text(sheet, (Target){0}, (Str){0}, str_of("Nothing is found."), STYLE_PLAIN);
    }
    reader->finding.listed = count;
    return sheet;
}

static void open(Reader *reader, View *view, Action action)
{
    (void)action;
    finding_relist(reader);
    reader_visit_view(reader, view);
}

// To the hit at hand.
static void point(Reader *reader)
{
    if (!reader->finding.on)
        return;
    size_t count;
    const Hit *hit = search_hits(reader->finding.search, &count) + reader->finding.at;
    Spot spot = {.target = {TARGET_PASSAGE, hit->passage.account, hit->passage.ordinal}, .row = 2};
    Pane *pane = reader_pane(reader);
    pane->type->place(pane, &spot);
}

static void title_add(const Reader *reader, Buffer *out)
{
    size_t count;
    if (!reader->finding.search)
        return;
    search_hits(reader->finding.search, &count);
    buffer_addf(out, ": %zu%s", count, finding_more(&reader->finding));
}

const ViewType view_results = {
    .name = "results",
    .letter = 'r',
    .title = "results",
    .hints = "J:next  ENTER:open  q:close  ?:help",
    .need = NEED_SEARCH,
    .of_search = true,
    .pane = &pane_strips,
    .fill = fill,
    .open = open,
    .point = point,
    .title_add = title_add,
};
