// SPDX-License-Identifier: MIT
#include "diptych/change.h"

#include <stdlib.h>

#include "diptych/claim.h"
#include "diptych/layers.h"
#include "diptych/memory.h"

// So many links are followed: whoever has more to be looked through does harm.
#define LINKS_MAX ((size_t)1 << 20)

typedef struct ChangeSearch {
    Dossier *dossier;
    Skim *skim;
    Change *change;
    size_t capacity;
    bool *linked;     // by ordinal of the later account: it comes back to something
    uint32_t **marks; // by account from the earlier one on, and ordinal: the last words that they stood for
    uint32_t mark;    // of the earlier words at hand
    PassageId *todo;  // words that stand for them
    size_t todo_count, todo_capacity;
    size_t links;
} ChangeSearch;

static bool is_by_side(const Dossier *dossier, const Glance *glance, uint32_t party)
{
    for (size_t i = 0; i < glance->speaker_count; i++) {
        uint32_t speaker = glance_party(dossier, glance->speakers[i]);
        if (speaker != NONE && dossier->parties[speaker].side == dossier->parties[party].side)
            return true;
    }
    return false;
}

// Words that somebody can be held to: what is asked, complained of, or about procedure is no position.
static bool is_held(const ChangeSearch *search, const Glance *glance)
{
    return status_is_said((Status)glance->status) && glance->status != STATUS_SUMMARY &&
           glance->addressee == ADDRESSEE_OTHER && glance->act <= ACT_REFUSES &&
           is_by_side(search->dossier, glance, search->change->party);
}

static bool is_on_topic(const ChangeSearch *search, const Glance *glance)
{
    uint32_t topic = search->change->topic;
    return topic == NONE ? claim_has_substance(search->dossier, glance)
                         : glance_is_on(search->dossier, glance, topic);
}

static void add_item(ChangeSearch *search, ChangeKind kind, PassageId earlier, PassageId later)
{
    Change *change = search->change;
    change->items = mem_grow(change->items, &search->capacity, change->count + 1, sizeof *change->items);
    change->items[change->count++] = (ChangeItem){kind, earlier, later};
}

static void push(ChangeSearch *search, PassageId id)
{
    uint32_t **marks = &search->marks[id.account - search->change->from];
    if (!*marks)
        *marks = mem_new(skim_count(search->skim, id.account), sizeof **marks);
    if ((*marks)[id.ordinal] == search->mark)
        return;
    (*marks)[id.ordinal] = search->mark;
    search->todo =
        mem_grow(search->todo, &search->todo_capacity, search->todo_count + 1, sizeof *search->todo);
    search->todo[search->todo_count++] = id;
}

static ChangeKind kind_of(Verb verb)
{
    return verb == VERB_RESTATES   ? CHANGE_RESTATED
           : verb == VERB_RETREATS ? CHANGE_RETREATED
                                   : CHANGE_CONTRADICTED;
}

// What of its own side comes back to words that stand for the earlier ones. Returns whether some is of the
// later account.
static bool follow_links(ChangeSearch *search, PassageId earlier, bool on_topic, PassageId at)
{
    const Change *change = search->change;
    bool found = false;
    size_t count;
    Glance glance = layered_glance(search->dossier, search->skim, at);
    const Backlink *back =
        layered_backlinks(search->dossier, search->skim, at.account, glance.number, SIZE_MAX, &count);
    for (size_t i = 0; i < count && !search->change->cut; i++) {
        Backlink link = back[i];
        search->change->cut = ++search->links > LINKS_MAX;
        if (!verb_is_own(link.verb) || link.from.account < change->from || link.from.account > change->to)
            continue;
        Glance later = layered_glance(search->dossier, search->skim, link.from);
        if (!is_by_side(search->dossier, &later, change->party))
            continue;
        if (link.verb == VERB_RESTATES)
            push(search, link.from);
        if (link.from.account != change->to)
            continue;
        search->linked[link.from.ordinal] = true;
        found = true;
        if (on_topic || (is_held(search, &later) && is_on_topic(search, &later)))
            add_item(search, kind_of(link.verb), earlier, link.from);
    }
    return found;
}

// Whether the later record would show the words, if they had been said.
static ChangeKind lack_of(const ChangeSearch *search)
{
    StandingState state = standing_of_lack(search->dossier, search->skim, search->change->to).state;
    return state == STANDING_SILENT ? CHANGE_DROPPED : CHANGE_NOT_THERE;
}

static void follow_words(ChangeSearch *search, PassageId earlier, ChangeKind lack)
{
    Glance glance = layered_glance(search->dossier, search->skim, earlier);
    if (!is_held(search, &glance))
        return;
    bool on_topic = is_on_topic(search, &glance), found = false;
    search->todo_count = 0;
    search->mark++;
    push(search, earlier);
    for (size_t i = 0; i < search->todo_count && !search->change->cut; i++)
        found = follow_links(search, earlier, on_topic, search->todo[i]) || found;
    if (on_topic && !found)
        add_item(search, lack, earlier, (PassageId){NONE, NONE});
}

static void find_new(ChangeSearch *search)
{
    Change *change = search->change;
    for (uint32_t i = 0; i < skim_count(search->skim, change->to); i++) {
        PassageId id = {change->to, i};
        Glance glance = layered_glance(search->dossier, search->skim, id);
        if (!search->linked[i] && is_held(search, &glance) && is_on_topic(search, &glance))
            add_item(search, CHANGE_NEW, (PassageId){NONE, NONE}, id);
    }
}

static int compare_ids(PassageId a, PassageId b)
{
    if (a.account != b.account)
        return a.account < b.account ? -1 : 1;
    return (a.ordinal > b.ordinal) - (a.ordinal < b.ordinal);
}

static int compare_items(const void *a, const void *b)
{
    const ChangeItem *x = a, *y = b;
    if (x->kind != y->kind)
        return x->kind < y->kind ? -1 : 1;
    int order = compare_ids(x->earlier, y->earlier);
    return order ? order : compare_ids(x->later, y->later);
}

// Sorts them, keeps each once, and counts what each begins with.
static void settle(Change *change)
{
    size_t kept = 0;
    if (change->count > 1)
        qsort(change->items, change->count, sizeof *change->items, compare_items);
    for (size_t i = 0; i < change->count; i++) {
        ChangeItem item = change->items[i];
        const ChangeItem *before = kept ? &change->items[kept - 1] : NULL;
        if (before && compare_items(before, &item) == 0)
            continue;
        bool same = before && before->kind == item.kind && item.kind != CHANGE_NEW &&
                    compare_ids(before->earlier, item.earlier) == 0;
        change->counts[item.kind] += !same;
        change->items[kept++] = item;
    }
    change->count = kept;
}

Change *change_new(Dossier *dossier, Skim *skim, uint32_t party, const uint32_t accounts[2], uint32_t topic)
{
    Change *change = mem_new(1, sizeof *change);
    bool turned = accounts[1] < accounts[0];
    *change = (Change){.party = party, .from = accounts[turned], .to = accounts[!turned], .topic = topic};
    skim_take_round(skim, dossier->accounts[change->from].round);
    skim_take_round(skim, dossier->accounts[change->to].round);
    ChangeSearch search = {.dossier = dossier, .skim = skim, .change = change};
    size_t between = change->to - change->from + 1;
    search.marks = mem_new(between, sizeof *search.marks);
    search.linked = mem_new(skim_count(skim, change->to), sizeof *search.linked);
    ChangeKind lack = lack_of(&search);
    for (uint32_t i = 0; i < skim_count(skim, change->from); i++)
        follow_words(&search, (PassageId){change->from, i}, lack);
    find_new(&search);
    settle(change);
    for (size_t i = 0; i < between; i++)
        free(search.marks[i]);
    free(search.marks);
    free(search.linked);
    free(search.todo);
    return change;
}

void change_free(Change *change)
{
    if (!change)
        return;
    free(change->items);
    free(change);
}

bool change_sides_match(const Dossier *dossier, const Selector columns[2])
{
    return columns[0].party != NONE && columns[1].party != NONE &&
           dossier->parties[columns[0].party].side == dossier->parties[columns[1].party].side;
}

const char *change_word(ChangeKind kind)
{
    static const char *const words[CHANGE_KINDS] = {
        [CHANGE_CONTRADICTED] = "contradicted", [CHANGE_RETREATED] = "retreated from",
        [CHANGE_RESTATED] = "restated",         [CHANGE_NEW] = "new",
        [CHANGE_DROPPED] = "dropped",           [CHANGE_NOT_THERE] = "not in the later record"};
    return words[kind];
}
