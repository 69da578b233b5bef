// SPDX-License-Identifier: MIT
#include <stdlib.h>

#include "diptych/holding.h"
#include "diptych/memory.h"
#include "diptych/sheet.h"
#include "diptych/standing.h"
#include "diptych/tally.h"

// A side of the overview.
typedef struct Half {
    uint32_t account;
    uint32_t party;
    Standings *standings;
    Tally *tallies; // by topic
} Half;

// A topic that is shown, and where.
typedef struct Shown {
    uint32_t topic;
    uint32_t group; // the topic at its top, when others below that are shown; NONE: it stands by itself
} Shown;

typedef struct Overview {
    Sheet *sheet;
    Dossier *dossier;
    Skim *skim;
    Query *only; // topics that have it in their lines; null: all
    Half halves[2];
    Shown *shown; // those of no group first, then group by group, in the order of the dossier
    size_t count;
} Overview;

// For each topic the one at its top. Each way up is gone once.
static uint32_t *find_tops(const Dossier *dossier)
{
    uint32_t *tops = mem_new(dossier->topic_count, sizeof *tops);
    for (uint32_t i = 0; i < dossier->topic_count; i++)
        tops[i] = NONE;
    for (uint32_t i = 0; i < dossier->topic_count; i++) {
        uint32_t top = i;
        while (tops[top] == NONE && dossier->topics[top].parent != NONE)
            top = dossier->topics[top].parent;
        top = tops[top] == NONE ? top : tops[top];
        for (uint32_t at = i; at != NONE && tops[at] == NONE; at = dossier->topics[at].parent)
            tops[at] = top;
    }
    return tops;
}

// Where something is said on it, or where somebody has a position there.
static bool is_shown(const Overview *overview, uint32_t topic)
{
    for (int side = 0; side < 2; side++) {
        const Half *half = &overview->halves[side];
        if (half->tallies[topic].direct ||
            dossier_position(overview->dossier, half->account, half->party, topic) != NONE)
            return true;
    }
    return false;
}

static int compare_shown(const void *a, const void *b)
{
    const Shown *x = a, *y = b;
    // NONE and 1 is 0: what is in no group comes first.
    if (x->group != y->group)
        return x->group + 1 < y->group + 1 ? -1 : 1;
    return (x->topic > y->topic) - (x->topic < y->topic);
}

static void choose_topics(Overview *overview)
{
    const Dossier *dossier = overview->dossier;
    uint32_t *tops = find_tops(dossier);
    bool *groups = mem_new(dossier->topic_count, sizeof *groups);
    overview->shown = mem_new(dossier->topic_count, sizeof *overview->shown);
    for (uint32_t topic = 0; topic < dossier->topic_count; topic++) {
        if (!is_shown(overview, topic))
            continue;
        groups[tops[topic]] = groups[tops[topic]] || tops[topic] != topic;
        overview->shown[overview->count++] = (Shown){topic, tops[topic]};
    }
    for (size_t i = 0; i < overview->count; i++)
        if (!groups[overview->shown[i].group])
            overview->shown[i].group = NONE;
    if (overview->count > 1)
        qsort(overview->shown, overview->count, sizeof *overview->shown, compare_shown);
    free(groups);
    free(tops);
}

// "7 : 9 · 3 open · 1 conceded".
static void add_counts(Buffer *out, const Tally *left, const Tally *right)
{
    uint32_t open = left->open + right->open, undecided = left->undecided + right->undecided;
    uint32_t conceded = left->conceded + right->conceded;
    buffer_addf(out, "%u : %u", (unsigned)left->passages, (unsigned)right->passages);
    if (open)
        buffer_addf(out, " · %u open", (unsigned)open);
    if (undecided)
        buffer_addf(out, " · %u undecided", (unsigned)undecided);
    if (conceded)
        buffer_addf(out, " · %u conceded", (unsigned)conceded);
}

static void add_half(const Overview *overview, Side side, uint32_t topic, Buffer *out)
{
    const Half *half = &overview->halves[side];
    holding_add(out, overview->dossier, overview->skim, half->standings,
                (Holder){half->account, half->party, topic});
}

static void put_half(const Overview *overview, Side side, uint32_t topic)
{
    const Half *half = &overview->halves[side];
    Buffer text = {0};
    Str whose = half->party == NONE ? (Str){0} : overview->dossier->parties[half->party].brief;
    add_half(overview, side, topic, &text);
    sheet_put_sentence(overview->sheet, side, whose, buffer_str(&text));
    buffer_free(&text);
}

// True when the title, what stands behind it or what a side holds has the words that are looked for.
static bool is_wanted(const Overview *overview, uint32_t topic, bool holdings)
{
    Buffer text = {0};
    Match match;
    if (!overview->only)
        return true;
    buffer_add(&text, overview->dossier->topics[topic].record.title);
    buffer_add_byte(&text, '\n');
    add_counts(&text, &overview->halves[0].tallies[topic], &overview->halves[1].tallies[topic]);
    for (int side = 0; side < 2 && holdings; side++) {
        buffer_add_byte(&text, '\n');
        add_half(overview, (Side)side, topic, &text);
    }
    bool wanted = query_match(overview->only, buffer_str(&text), 0, &match);
    buffer_free(&text);
    return wanted;
}

static void put_topic(Overview *overview, uint32_t topic, bool holdings)
{
    Buffer counts = {0};
    add_counts(&counts, &overview->halves[0].tallies[topic], &overview->halves[1].tallies[topic]);
    sheet_title(overview->sheet, (Target){TARGET_TOPIC, topic, NONE},
                overview->dossier->topics[topic].record.title, buffer_str(&counts));
    buffer_free(&counts);
    if (!holdings)
        return;
    sheet_pair(overview->sheet);
    put_half(overview, SIDE_LEFT, topic);
    put_half(overview, SIDE_RIGHT, topic);
}

// Those of substance with what the sides hold, a heading over each group, or those about the talks
// themselves, a line each.
static void put_topics(Overview *overview, bool procedural, const char *other)
{
    const Topic *topics = overview->dossier->topics;
    const Shown *last = NULL;
    for (size_t i = 0; i < overview->count; i++) {
        const Shown *shown = &overview->shown[i];
        if (topics[shown->topic].procedural != procedural || !is_wanted(overview, shown->topic, !procedural))
            continue;
        uint32_t group = procedural ? NONE : shown->group;
        sheet_band(overview->sheet);
        if (!last || (!procedural && last->group != group))
            sheet_heading(overview->sheet, (Target){0},
                          group == NONE ? str_of(other) : topics[group].record.title, (Str){0});
        put_topic(overview, shown->topic, !procedural);
        last = shown;
    }
}

// What the dossier says of a record as a whole, of each account once.
static void put_notes(Overview *overview)
{
    for (int side = 0; side < 2; side++) {
        const Half *half = &overview->halves[side];
        Str note = record_value(&overview->dossier->accounts[half->account].record, "Note");
        if (!note.len || (side && half->account == overview->halves[0].account))
            continue;
        sheet_band(overview->sheet);
        sheet_heading(overview->sheet, (Target){0}, str_of("About this record"),
                      overview->dossier->accounts[half->account].name);
        sheet_text(overview->sheet, (Target){0}, (Str){0}, note, STYLE_PLAIN);
    }
}

// No topic was raised, or nobody knows of one: why, for each side.
static void put_nothing(Overview *overview)
{
    sheet_band(overview->sheet);
    sheet_pair(overview->sheet);
    for (int side = 0; side < 2; side++) {
        const Half *half = &overview->halves[side];
        Str whose = half->party == NONE ? (Str){0} : overview->dossier->parties[half->party].brief;
        Buffer words = {0};
        standing_add(&words, overview->dossier,
                     standing_of_lack(overview->dossier, overview->skim, half->account));
        sheet_put_sentence(overview->sheet, (Side)side, whose, buffer_str(&words));
        buffer_free(&words);
    }
}

static Half half_of(Dossier *dossier, Skim *skim, Selector column, uint32_t account)
{
    Half half = {.account = column.account == NONE ? account : column.account, .party = column.party};
    half.standings = standings_new(dossier, skim, dossier->accounts[half.account].round, half.party, NONE);
    half.tallies = tally_topics(dossier, skim, half.account, half.party);
    return half;
}

void sheet_add_overview(Sheet *sheet, Dossier *dossier, Skim *skim, const Selector columns[2],
                        uint32_t account, Query *only)
{
    Overview overview = {.sheet = sheet, .dossier = dossier, .skim = skim, .only = only};
    for (int side = 0; side < 2; side++)
        overview.halves[side] = half_of(dossier, skim, columns[side], account);
    for (int side = 0; side < 2; side++)
        sheet->parties[side] = overview.halves[side].party;
    choose_topics(&overview);
    put_topics(&overview, false, "Topics");
    put_topics(&overview, true, "Procedure");
    if (!overview.count)
        put_nothing(&overview);
    put_notes(&overview);
    sheet->parties[0] = sheet->parties[1] = NONE;
    for (int side = 0; side < 2; side++) {
        standings_free(overview.halves[side].standings);
        free(overview.halves[side].tallies);
    }
    free(overview.shown);
}
