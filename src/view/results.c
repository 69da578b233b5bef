// SPDX-License-Identifier: MIT
// Every hit of the search in its context.
#include "diptych/caption.h"
#include "view/frame/inside.h"

// Rows of the list above the hit at hand.
#define ROWS_ABOVE 4

// A band of hits in one account, all of them in words of one kind.
typedef struct Group {
    uint32_t account;
    bool part;
    size_t count;
} Group;

static void add_heading(Sheet *sheet, const Dossier *dossier, Group group)
{
    const Round *round = dossier->rounds + dossier->accounts[group.account].round;
    Buffer title = {0}, aside = {0};
    buffer_add(&title, round->record.title);
    buffer_add_text(&title, date_known(round->date) ? ", " : "");
    date_add(&title, round->date);
    caption_missing_add(&aside, dossier, group.account);
    buffer_addf(&aside, aside.len ? "; %zu" : "%zu", group.count);
    buffer_add_text(&aside, group.part ? " in longer words" : "");
    sheet_band(sheet);
    sheet_heading(sheet, (Target){TARGET_ROUND, dossier->accounts[group.account].round, 0},
                  buffer_str(&title), buffer_str(&aside));
    buffer_free(&title);
    buffer_free(&aside);
}

static void add_hit(Sheet *sheet, const Dossier *dossier, const Hit *hit)
{
    Buffer label = {0};
    passage_reference_add(dossier, &label, hit->passage.account, hit->number);
    if (hit->party != NONE || hit->narrated) {
        buffer_add_byte(&label, ' ');
        buffer_add(&label, hit->narrated ? str_of("narration") : dossier->parties[hit->party].brief);
    }
    sheet_hit(sheet, hit->passage, buffer_str(&label), hit->match);
    buffer_free(&label);
}

// The hits from `from` on that belong together.
static Group group_from(const Search *search, size_t from, size_t count)
{
    const Hit *first = search_hit(search, from);
    size_t to = from;
    while (to < count && search_hit(search, to)->passage.account == first->passage.account &&
           search_hit(search, to)->part == first->part)
        to++;
    return (Group){first->passage.account, first->part, to - from};
}

static void *fill(Reader *reader)
{
    const Dossier *dossier = reader->dossier;
    const Search *search = reader->finding.search;
    Sheet *sheet = sheet_new();
    size_t count = search ? search_count(search) : 0, next = 0;
    for (size_t i = 0; i < count; i++) {
        if (i == next) {
            Group group = group_from(search, i, count);
            add_heading(sheet, dossier, group);
            next += group.count;
        }
        add_hit(sheet, dossier, search_hit(search, i));
    }
    if (count == 0) {
        sheet_band(sheet);
        sheet_heading(sheet, (Target){0}, str_of("Results"), (Str){0});
        sheet_text(sheet, (Target){0}, (Str){0}, str_of("Nothing is found."), STYLE_PLAIN);
    }
    reader->finding.listed = count;
    return sheet;
}

// Each band has a heading of its own, before its hits: how many there are up to the hit.
static size_t headings_up_to(const Search *search, size_t hit)
{
    size_t count = search_count(search), headings = 0;
    for (size_t next = 0; next <= hit; headings++)
        next += group_from(search, next, count).count;
    return headings;
}

// To the hit at hand, if that is another one since the list was last left.
static void point(Reader *reader)
{
    Finding *finding = &reader->finding;
    Pane *pane = reader_pane(reader);
    bool moved = finding->on && finding->pointed != finding->at + 1;
    finding->pointed = finding->on ? finding->at + 1 : 0;
    if (moved)
        pane->type->to_item(pane, finding->at + headings_up_to(finding->search, finding->at), 0, ROWS_ABOVE);
}

static void open(Reader *reader, View *view, Action action)
{
    (void)action;
    finding_relist(reader);
    reader_visit_view(reader, view);
}

static void go_to_listed(Reader *reader, size_t hit)
{
    finding_go(reader, hit);
    reader->finding.pointed = hit + 1;
}

// To the words, from where n and N go on; where more has been found than is listed, that is not known yet.
static void follow(Reader *reader, Target target)
{
    const Pane *pane = reader_pane(reader);
    size_t headings = (size_t)pane->type->band(pane) + 1, item = pane->type->item(pane);
    if (item >= headings && reader->finding.listed == search_count(reader->finding.search))
        go_to_listed(reader, item - headings);
    else
        reader_visit_target(reader, target);
}

static void title_add(const Reader *reader, Buffer *out)
{
    const Finding *finding = &reader->finding;
    if (finding->search)
        buffer_addf(out, ": %zu%s", search_count(finding->search), finding_more(finding));
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
    .follow = follow,
    .title_add = title_add,
};
