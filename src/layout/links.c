// SPDX-License-Identifier: MIT
// The links of a passage and those to it, in words.
#include "diptych/layers.h"
#include "diptych/ties.h"
#include "layout/inside.h"

// So many references are named for one verb; the rest is counted.
#define NAMED_MAX 16

void margin_next(Margin *margin)
{
    buffer_add_text(margin->out, margin->out->len > margin->start ? "; " : "");
}

// A list of references behind a verb while it is written.
typedef struct RefRun {
    Margin *margin;
    const char *phrase; // the verb's
    Ref last;           // not written yet; account NONE: none
    size_t count;
} RefRun;

static void write_last(RefRun *list)
{
    Buffer *out = list->margin->out;
    if (list->last.account == NONE || ++list->count > NAMED_MAX)
        return;
    if (list->count == 1) {
        margin_next(list->margin);
        buffer_addf(out, "%s ", list->phrase);
    } else {
        buffer_add_text(out, ", ");
    }
    dossier_ref_add(list->margin->page->dossier, out, list->last, list->margin->speech->account);
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
        buffer_addf(list->margin->out, " and %zu more", list->count - NAMED_MAX);
}

static bool is_meant(Margin *margin, Which which, Ref ref)
{
    return which == LINKS_ALL || facing_has(margin, ref) == (which == LINKS_FACING);
}

void links_add(Margin *margin, Which which)
{
    size_t count;
    const Link *links = layered_links(margin->page->dossier, margin->speech, margin->passage, &count);
    for (int verb = 0; verb < VERB_COUNT; verb++) {
        RefRun list = {.margin = margin, .phrase = tie_phrase((Verb)verb, false), .last = {NONE, 0, 0}};
        if (verb == VERB_BESIDE)
            continue;
        for (size_t i = 0; i < count; i++)
            if (links[i].verb == (Verb)verb && is_meant(margin, which, links[i].ref))
                add_ref(&list, links[i].ref);
        end_refs(&list);
    }
}

// Of the links from the other column those that reply to the passage tie it there; what that says of it else
// is its own matter.
static bool is_back_meant(Margin *margin, Which which, const Backlink *link)
{
    if (which == LINKS_ALL)
        return true;
    Ref ref = {link->from.account, link->number, link->number};
    return (verb_is_reply(link->verb) && facing_has(margin, ref)) == (which == LINKS_FACING);
}

static void add_backlinks(Margin *margin, Which which, const Backlink *links, size_t count)
{
    for (int verb = 0; verb < VERB_COUNT; verb++) {
        RefRun list = {.margin = margin, .phrase = tie_phrase((Verb)verb, true), .last = {NONE, 0, 0}};
        if (verb == VERB_BESIDE || verb == VERB_SUPPORTED)
            continue;
        for (size_t i = 0; i < count; i++)
            if (links[i].verb == (Verb)verb && is_back_meant(margin, which, &links[i]))
                add_ref(&list, (Ref){links[i].from.account, links[i].number, links[i].number});
        end_refs(&list);
    }
    if (count >= BACKLINKS_SHOWN) {
        margin_next(margin);
        buffer_add_text(margin->out, "and many more");
    }
}

void links_add_back(Margin *margin, Which which)
{
    Page *page = margin->page;
    const uint32_t account = margin->speech->account, number = margin->passage->number;
    size_t count = 0;
    if (!page->skim || !skim_has(page->skim, account)) {
        const Backlink *links = echoes_of(&page->echoes, page->dossier, margin->speech, number, &count);
        add_backlinks(margin, which, links, count);
    }
    if (page->skim) {
        const Backlink *links =
            layered_backlinks(page->dossier, page->skim, account, number, BACKLINKS_SHOWN, &count);
        add_backlinks(margin, which, links, count);
    }
}
