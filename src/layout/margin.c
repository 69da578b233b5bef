// SPDX-License-Identifier: MIT
#include "diptych/layers.h"
#include "layout/inside.h"
#include "layout/who.h"

// So many references are named for one verb, and so many topics; the rest is counted.
#define NAMED_MAX 16

// What a verb is called in front of its references. A verdict is on this passage's own claim.
static const char *verb_phrase(Verb verb)
{
    switch (verb) {
    case VERB_SUPPORTED:
        return "fairly reports";
    case VERB_OVERSTATED:
        return "overstates";
    case VERB_DISTORTED:
        return "distorts";
    case VERB_ELSEWHERE:
        return "said elsewhere:";
    case VERB_NOT_IN_RECORD:
        return "not in the record of";
    case VERB_SAME:
        return "same as";
    default:
        return verb_word(verb);
    }
}

// Adds a further item of a head or foot that begins at `start` of `out`.
static void next_item(Buffer *out, size_t start)
{
    buffer_add_text(out, out->len > start ? "; " : "");
}

static void add_word(Buffer *out, size_t start, const char *word)
{
    next_item(out, start);
    buffer_add_text(out, word);
}

// A list of references behind a verb while it is written.
typedef struct RefRun {
    const Dossier *dossier;
    Buffer *out;
    size_t start;       // of the head or foot in `out`
    const char *phrase; // the verb's
    uint32_t here;      // the account whose references are short
    Ref last;           // not written yet; account NONE: none
    size_t count;
} RefRun;

static void write_last(RefRun *list)
{
    if (list->last.account == NONE || ++list->count > NAMED_MAX)
        return;
    if (list->count == 1) {
        add_word(list->out, list->start, list->phrase);
        buffer_add_byte(list->out, ' ');
    } else {
        buffer_add_text(list->out, ", ");
    }
    dossier_ref_add(list->dossier, list->out, list->last, list->here);
}

// Joins what follows on directly: 11, 12, 13 are 11-13.
static void add_ref(RefRun *list, Ref ref)
{
    Ref *last = &list->last;
    if (last->account == ref.account && last->first && ref.first && last->last + 1 == ref.first) {
        last->last = ref.last;
        return;
    }
    write_last(list);
    *last = ref;
}

static void end_refs(RefRun *list)
{
    write_last(list);
    if (list->count > NAMED_MAX)
        buffer_addf(list->out, " and %zu more", list->count - NAMED_MAX);
}

static void add_links(const Page *page, const Speech *speech, const Passage *passage, Buffer *out,
                      size_t start)
{
    size_t count;
    const Link *links = layered_links(page->dossier, speech, passage, &count);
    for (int verb = 0; verb < VERB_COUNT; verb++) {
        RefRun list = {.dossier = page->dossier,
                       .out = out,
                       .start = start,
                       .phrase = verb_phrase((Verb)verb),
                       .here = speech->account,
                       .last = {NONE, 0, 0}};
        if (verb == VERB_BESIDE)
            continue;
        for (size_t i = 0; i < count; i++)
            if (links[i].verb == (Verb)verb)
                add_ref(&list, links[i].ref);
        end_refs(&list);
    }
}

// Where there are no columns each passage says who speaks; else the sheet knows where that is needed.
static void add_name(const Page *page, const Entry *entry, const Speech *speech, const Passage *passage,
                     Buffer *out)
{
    if (page->measure.stacked && passage->turn < speech->turn_count) {
        who_add(page->dossier, &speech->turns[passage->turn], true, out);
        when_add(page->dossier, speech, passage, out);
    } else {
        buffer_add(out, entry->label);
    }
}

void margin_add_head(Page *page, const Entry *entry, const Speech *speech, const Passage *passage,
                     Buffer *out, uint32_t *name)
{
    size_t start = out->len;
    add_name(page, entry, speech, passage, out);
    *name = (uint32_t)(out->len - start);
    if (passage->act != ACT_ASSERTS)
        add_word(out, start, act_word(passage->act));
    if (passage->status != page->dossier->accounts[speech->account].status)
        add_word(out, start, status_word(passage->status));
    add_links(page, speech, passage, out, start);
    if (passage->via.len) {
        add_word(out, start, "via ");
        buffer_add(out, passage->via);
    }
}

static void add_topics(const Page *page, const Entry *entry, const Speech *speech, const Passage *passage,
                       Buffer *out, size_t start)
{
    size_t count = 0, topic_count;
    const uint32_t *topics = layered_topics(page->dossier, speech, passage, &topic_count);
    for (size_t i = 0; i < topic_count; i++) {
        uint32_t topic = topics[i];
        if (topic == entry->topic || topic >= page->dossier->topic_count)
            continue;
        if (count == NAMED_MAX) {
            buffer_addf(out, " and %zu more", topic_count - count - (entry->topic != NONE));
            return;
        }
        if (count++ == 0)
            add_word(out, start, entry->topic == NONE ? "topics: " : "also: ");
        else
            buffer_add_text(out, page->measure.ascii ? " / " : " \xc2\xb7 ");
        const Record *record = &page->dossier->topics[topic].record;
        const Str brief = record_value(record, "Short");
        buffer_add(out, brief.len ? brief : record->title);
    }
}

static void add_backlinks(const Page *page, uint32_t here, const Backlink *links, size_t count, Buffer *out,
                          size_t start)
{
    for (int verb = 0; verb < VERB_COUNT; verb++) {
        RefRun list = {.dossier = page->dossier,
                       .out = out,
                       .start = start,
                       .phrase = verb_reverse((Verb)verb),
                       .here = here,
                       .last = {NONE, 0, 0}};
        if (verb == VERB_BESIDE || verb == VERB_SUPPORTED)
            continue;
        for (size_t i = 0; i < count; i++)
            if (links[i].verb == (Verb)verb)
                add_ref(&list, (Ref){links[i].from.account, links[i].number, links[i].number});
        end_refs(&list);
    }
    if (count >= BACKLINKS_SHOWN)
        add_word(out, start, "and many more");
}

void margin_add_foot(Page *page, const Entry *entry, const Speech *speech, const Passage *passage,
                     Buffer *out)
{
    buffer_add_byte(out, '(');
    size_t start = out->len, count = 0;
    add_topics(page, entry, speech, passage, out, start);
    if (!page->skim || !skim_has(page->skim, speech->account)) {
        const Backlink *links = echoes_of(&page->echoes, page->dossier, speech, passage->number, &count);
        add_backlinks(page, speech->account, links, count, out, start);
    }
    if (page->skim) {
        const Backlink *links = layered_backlinks(page->dossier, page->skim, speech->account, passage->number,
                                                  BACKLINKS_SHOWN, &count);
        add_backlinks(page, speech->account, links, count, out, start);
    }
    if (out->len > start)
        buffer_add_byte(out, ')');
    else
        out->len = start - 1;
}
