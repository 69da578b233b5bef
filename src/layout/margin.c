// SPDX-License-Identifier: MIT
// What stands beside a passage, in words: as much as is asked for.
#include <stdlib.h>

#include "diptych/cite.h"
#include "diptych/discrepancies.h"
#include "diptych/layers.h"
#include "layout/inside.h"
#include "layout/who.h"

// So many topics are named; the rest is counted.
#define NAMED_MAX 16

Margin margin_of(Page *page, const Strip *strip, const Entry *entry, Buffer *out)
{
    Margin margin = {.page = page, .strip = strip, .entry = entry, .out = out, .start = out->len};
    margin.passage = page_passage(page, entry, &margin.speech);
    return margin;
}

static void add_word(Margin *margin, const char *word)
{
    margin_next(margin);
    buffer_add_text(margin->out, word);
}

// A text behind what it is, when there is one.
static void add_labelled(Margin *margin, const char *label, Str text)
{
    if (!text.len)
        return;
    add_word(margin, label);
    buffer_add(margin->out, text);
}

// Where there are no columns each passage says who speaks; else the sheet knows where that is needed, and
// what is to be said of a passage below others.
static void add_name(Margin *margin)
{
    const Dossier *dossier = margin->page->dossier;
    const Speech *speech = margin->speech;
    bool below = margin->entry->indent > 0 && margin->entry->label.len;
    if (margin->page->measure.stacked && !below && margin->passage->turn < speech->turn_count) {
        who_add(dossier, &speech->turns[margin->passage->turn], true, margin->out);
        when_add(dossier, speech, margin->passage, margin->out);
    } else {
        buffer_add(margin->out, margin->entry->label);
    }
}

static void add_act(Margin *margin)
{
    if (margin->passage->act != ACT_ASSERTS)
        add_word(margin, act_word(margin->passage->act));
}

// What kind of words they are, where that is not what the record says of all of them, and whom they were said
// to, where not to the other side.
static void add_kind(Margin *margin)
{
    const Passage *passage = margin->passage;
    if (passage->status != margin->page->dossier->accounts[margin->speech->account].status)
        add_word(margin, status_word(passage->status));
    if (passage->addressee != ADDRESSEE_OTHER)
        add_labelled(margin, "to ", str_of(cite_addressee(passage->addressee)));
}

// What the speaker always speaks as is told where the side is named.
static Capacity usual_capacity(const Margin *margin)
{
    const Dossier *dossier = margin->page->dossier;
    if (margin->passage->turn >= margin->speech->turn_count)
        return CAPACITY_GOVERNMENT;
    const Turn *turn = &margin->speech->turns[margin->passage->turn];
    bool known = turn->speaker_count && turn->speakers[0].person < dossier->person_count;
    return known ? dossier->people[turn->speakers[0].person].capacity : CAPACITY_GOVERNMENT;
}

// For whom the words are said, where not for a government as ever.
static void add_capacity(Margin *margin)
{
    if (margin->passage->capacity != CAPACITY_GOVERNMENT || usual_capacity(margin) != CAPACITY_GOVERNMENT)
        add_labelled(margin, "for ", str_of(cite_capacity(margin->passage->capacity)));
}

void margin_add_head(Margin *margin, uint32_t *name)
{
    Apparatus apparatus = margin->page->measure.apparatus;
    bool full = apparatus == APPARATUS_FULL;
    add_name(margin);
    *name = (uint32_t)(margin->out->len - margin->start);
    if (full)
        add_act(margin);
    add_kind(margin);
    if (full || margin->passage->capacity != usual_capacity(margin))
        add_capacity(margin);
    if (apparatus != APPARATUS_NONE)
        links_add(margin, full ? LINKS_ALL : LINKS_FACING);
    if (full && !margin->page->measure.cited) // that says it too
        add_labelled(margin, "via ", margin->passage->details->via);
    else if (apparatus == APPARATUS_SHORT)
        links_add_back(margin, LINKS_FACING);
}

static void add_topics(Margin *margin)
{
    const Page *page = margin->page;
    const uint32_t here = margin->entry->topic;
    size_t count = 0, topic_count;
    const uint32_t *topics = layered_topics(page->dossier, margin->speech, margin->passage, &topic_count);
    for (size_t i = 0; i < topic_count; i++) {
        uint32_t topic = topics[i];
        if (topic == here || topic >= page->dossier->topic_count)
            continue;
        if (count == NAMED_MAX) {
            buffer_addf(margin->out, " and %zu more", topic_count - count - (here != NONE));
            return;
        }
        if (count++ == 0)
            add_word(margin, here == NONE ? "topics: " : "also: ");
        else
            buffer_add_text(margin->out, page->measure.ascii ? " / " : " \xc2\xb7 ");
        const Record *record = &page->dossier->topics[topic].record;
        const Str brief = record_value(record, "Short");
        buffer_add(margin->out, brief.len ? brief : record->title);
    }
}

void margin_add_foot(Margin *margin)
{
    const Measure *measure = &margin->page->measure;
    buffer_add_byte(margin->out, '(');
    margin->start = margin->out->len;
    if (measure->cited)
        cite_place_add(margin->out, margin->page->dossier, margin->passage);
    if (measure->apparatus == APPARATUS_FULL) {
        add_topics(margin);
        links_add_back(margin, LINKS_ALL);
    }
    if (margin->out->len > margin->start)
        buffer_add_byte(margin->out, ')');
    else
        margin->out->len = margin->start - 1;
}

// The speaker, where several people speak for the side and this passage's head has not said which.
static void add_speaker(Margin *margin)
{
    if (margin->passage->turn >= margin->speech->turn_count)
        return;
    const Turn *turn = &margin->speech->turns[margin->passage->turn];
    if (margin->page->measure.stacked || margin->entry->label.len || turn->party_count != 1 ||
        !who_several(margin->speech, turn->parties[0]))
        return;
    who_add(margin->page->dossier, turn, false, margin->out);
}

static void add_discrepancies(Margin *margin)
{
    const Dossier *dossier = margin->page->dossier;
    size_t count;
    uint32_t *found =
        discrepancies_of_passage(dossier, margin->speech->account, margin->passage->number, &count);
    for (size_t i = 0; i < count; i++)
        add_labelled(margin, "accounts differ: ", dossier->discrepancies[found[i]].about);
    free(found);
}

static void add_notes(Margin *margin)
{
    const Passage *passage = margin->passage;
    size_t count;
    const Remark *const *remarks = layered_remarks(margin->page->dossier, margin->speech, passage, &count);
    add_discrepancies(margin);
    add_labelled(margin, "why: ", passage->details->why);
    add_labelled(margin, "note: ", passage->details->note);
    add_labelled(margin, "term: ", passage->details->term);
    for (size_t i = 0; i < count; i++)
        add_labelled(margin, "note: ", record_value(&remarks[i]->record, "Note"));
}

void margin_add_rest(Margin *margin)
{
    add_speaker(margin);
    add_act(margin);
    if (margin->passage->capacity == usual_capacity(margin))
        add_capacity(margin);
    links_add(margin, LINKS_OTHER);
    links_add_back(margin, LINKS_OTHER);
    add_topics(margin);
    add_labelled(margin, "via ", margin->passage->details->via);
    add_notes(margin);
}
