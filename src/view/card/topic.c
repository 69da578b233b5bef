// SPDX-License-Identifier: MIT
// The card of a topic: in which rounds it was raised and by whom, and what it means where it is not.
#include <stdlib.h>

#include "diptych/layers.h"
#include "diptych/memory.h"
#include "diptych/standing.h"
#include "view/card/card.h"

static void add_children(const Card *card, uint32_t topic)
{
    const Dossier *dossier = card->dossier;
    bool first = true;
    for (uint32_t i = 0; i < dossier->topic_count; i++) {
        if (dossier->topics[i].parent != topic)
            continue;
        card_link(card, (Target){TARGET_TOPIC, i, 0}, first ? "holds" : " ", dossier->topics[i].record.title);
        first = false;
    }
}

// So many sides of a round are told of.
#define SIDES_MAX ((size_t)16)

// The sides at the table of a round, and what they have there on the topic.
typedef struct Sides {
    uint32_t parties[SIDES_MAX];
    Standings *standings[SIDES_MAX];
    size_t count;
} Sides;

static void seat_sides(const Card *card, Sides *sides, uint32_t round, uint32_t topic)
{
    bool *seated = mem_new(card->dossier->party_count, sizeof *seated);
    standing_seat(card->dossier, card->skim, round, seated);
    sides->count = 0;
    for (uint32_t party = 0; party < card->dossier->party_count && sides->count < SIDES_MAX; party++) {
        if (!seated[party])
            continue;
        sides->parties[sides->count] = party;
        sides->standings[sides->count++] = standings_new(card->dossier, card->skim, round, party, topic);
    }
    free(seated);
}

static void free_sides(Sides *sides)
{
    for (size_t i = 0; i < sides->count; i++)
        standings_free(sides->standings[i]);
}

// So many passages that are why a side has the state that it has are listed.
#define REASONS_MAX ((size_t)8)

// What a side without words there said instead, and where: "wg1.103  Japan, put off  Of that another time.".
static void add_reasons(const Card *card, Standing standing, size_t *unread)
{
    card->sheet->indent++;
    for (size_t i = 0; i < standing.count && i < REASONS_MAX; i++) {
        const Reason *reason = &standing.reasons[i];
        card_reference_below(card, (Ref){reason->passage.account, reason->number, reason->number},
                             standing_word(standing.state), unread);
    }
    card->sheet->indent--;
}

// What a position says, and the passages that it rests on: the first is gone to.
static Target add_position(const Card *card, Buffer *text, uint32_t account, const Position *position)
{
    buffer_add(text, position->text);
    for (size_t i = 0; i < position->ref_count; i++) {
        buffer_add_text(text, i ? ", " : " (");
        dossier_ref_add(card->dossier, text, position->refs[i].ref, account);
    }
    buffer_add_text(text, position->ref_count ? ")" : "");
    if (position->ref_count && position->refs[0].ref.first) {
        Ref ref = position->refs[0].ref;
        uint32_t ordinal = skim_find(card->skim, ref.account, ref.first);
        if (ordinal != NONE)
            return (Target){TARGET_PASSAGE, ref.account, ordinal};
    }
    return (Target){TARGET_ACCOUNT, account, 0};
}

// What a side holds there, in the editor's words, or why it has none. Nothing of one that speaks for itself.
static void add_side(const Card *card, uint32_t account, uint32_t party, uint32_t topic, Standing standing)
{
    const Dossier *dossier = card->dossier;
    uint32_t position = dossier_position(dossier, account, party, topic);
    if (position == NONE && standing.state == STANDING_SPOKE)
        return;
    Target target = {TARGET_ACCOUNT, account, 0};
    Buffer label = {0}, text = {0};
    buffer_add(&label, dossier->parties[party].brief);
    if (position != NONE) {
        buffer_add_text(&label, " holds");
        target = add_position(card, &text, account, &dossier->positions[position]);
    } else {
        standing_add(&text, card->dossier, standing);
    }
    card->sheet->indent++;
    sheet_text(card->sheet, target, buffer_str(&label), buffer_str(&text), STYLE_PLAIN);
    card->sheet->indent--;
    buffer_free(&label);
    buffer_free(&text);
}

static void add_account(const Card *card, uint32_t index, uint32_t topic, const Sides *sides, size_t *unread)
{
    Buffer counts = {0};
    for (size_t i = 0; i < sides->count; i++) {
        Standing standing = standings_of(sides->standings[i], index, topic);
        if (standing.state != STANDING_SPOKE)
            continue;
        buffer_add_text(&counts, counts.len ? ", " : "");
        card_side_add(card, &counts, sides->parties[i], standing);
    }
    card_account(card, index, buffer_str(&counts));
    buffer_free(&counts);
    for (size_t i = 0; i < sides->count; i++) {
        Standing standing = standings_of(sides->standings[i], index, topic);
        add_side(card, index, sides->parties[i], topic, standing);
        if (standing.state != STANDING_SPOKE)
            add_reasons(card, standing, unread);
    }
}

// Who said something on it first of all.
static void add_first(const Card *card, uint32_t account, uint32_t topic, size_t *unread)
{
    size_t count = skim_count(card->skim, account);
    for (uint32_t i = 0; i < count; i++) {
        Glance glance = layered_glance(card->dossier, card->skim, (PassageId){account, i});
        if (glance.speaker == NONE || !glance_is_on(card->dossier, &glance, topic))
            continue;
        card_reference_below(card, (Ref){account, glance.number, glance.number}, "first", unread);
        return;
    }
}

// Whether the topic is raised in each of the accounts, as far as is known. The caller frees it.
static bool *find_raised(const Card *card, uint32_t topic)
{
    bool *raised = mem_new(card->dossier->account_count, sizeof *raised);
    for (uint32_t account = 0; account < card->dossier->account_count; account++)
        raised[account] = standing_is_raised(card->dossier, card->skim, account, topic);
    return raised;
}

// The accounts of the round that raise the topic. `first` of all: what is in front of them.
static void add_round(const Card *card, uint32_t index, uint32_t topic, const bool *raised, bool *first,
                      size_t *unread)
{
    const Round *round = &card->dossier->rounds[index];
    Sides sides = {.count = 0};
    bool seated = false;
    for (uint32_t account = round->account; account < round->account + round->account_count; account++) {
        if (!raised[account])
            continue;
        if (!seated)
            seat_sides(card, &sides, index, topic);
        seated = true;
        if (*first) {
            card_heading(card, (Target){0}, str_of("Where it is raised"), "passages of each side");
            add_first(card, account, topic, unread);
        }
        *first = false;
        add_account(card, account, topic, &sides, unread);
    }
    free_sides(&sides);
}

// True when all of the round is known, and no account of it has the topic.
static bool is_unraised(const Card *card, const Round *round, const bool *raised)
{
    for (uint32_t account = round->account; account < round->account + round->account_count; account++)
        if (raised[account] || !skim_has(card->skim, account))
            return false;
    return true;
}

// What it means that no account of the round has the topic: what it means in the one that tells most.
static StandingState lack_of(const Card *card, const Round *round)
{
    StandingState least = STANDING_COUNT;
    for (uint32_t account = round->account; account < round->account + round->account_count; account++) {
        StandingState state = standing_of_lack(card->dossier, card->skim, account).state;
        if (state < least)
            least = state;
    }
    return least;
}

// The rounds in none of whose accounts the topic stands, told apart by what that means.
static void add_unraised(const Card *card, const bool *raised)
{
    const Dossier *dossier = card->dossier;
    Buffer rounds[STANDING_COUNT] = {0};
    for (size_t i = 0; i < dossier->round_count; i++) {
        const Round *round = dossier->rounds + i;
        if (!is_unraised(card, round, raised))
            continue;
        Buffer *out = &rounds[lack_of(card, round)];
        buffer_add_text(out, out->len ? ", " : "");
        buffer_add(out, round->record.id);
    }
    for (StandingState state = STANDING_SILENT; state < STANDING_COUNT; state++) {
        card_text(card, standing_word(state), buffer_str(&rounds[state]));
        buffer_free(&rounds[state]);
    }
}

// The instruments that are argued about under it or under topics below it.
static void add_instruments(const Card *card, uint32_t topic)
{
    const Dossier *dossier = card->dossier;
    bool first = true;
    for (uint32_t i = 0; i < dossier->instrument_count; i++) {
        const Instrument *instrument = &dossier->instruments[i];
        size_t at = 0;
        while (at < instrument->topic_count && !topic_within(dossier, instrument->topics[at], topic))
            at++;
        if (at == instrument->topic_count)
            continue;
        card_link(card, (Target){TARGET_INSTRUMENT, i, 0}, first ? "text" : " ", instrument->record.title);
        first = false;
    }
}

// The discrepancies on it or on topics below it.
static void add_discrepancies(const Card *card, uint32_t topic)
{
    const Dossier *dossier = card->dossier;
    bool first = true;
    for (uint32_t i = 0; i < dossier->discrepancy_count; i++) {
        const Discrepancy *discrepancy = &dossier->discrepancies[i];
        size_t at = 0;
        while (at < discrepancy->topic_count && !topic_within(dossier, discrepancy->topics[at], topic))
            at++;
        if (at == discrepancy->topic_count)
            continue;
        if (first)
            card_heading(card, (Target){0}, str_of("Where the accounts differ"), "");
        card_link(card, (Target){TARGET_DISCREPANCY, i, 0}, "", discrepancy->about);
        first = false;
    }
}

void card_topic(const Card *card, uint32_t index)
{
    const Topic *topic = card->dossier->topics + index;
    card_heading(card, (Target){TARGET_TOPIC, index, 0}, topic->record.title, "topic");
    sheet_text(card->sheet, (Target){TARGET_TOPIC, index, 0}, str_of("id"), topic->record.id, STYLE_PLAIN);
    if (topic->parent != NONE)
        card_link(card, (Target){TARGET_TOPIC, topic->parent, 0}, "part of",
                  card->dossier->topics[topic->parent].record.title);
    add_children(card, index);
    card_key(card, &topic->record, "About", "about");
    card_key(card, &topic->record, "Words", "words");
    card_key(card, &topic->record, "Note", "note");
    add_instruments(card, index);
    card_progress(card);
    bool *raised = find_raised(card, index);
    bool first = true;
    size_t unread = CARD_UNREAD;
    for (uint32_t round = 0; round < card->dossier->round_count; round++)
        add_round(card, round, index, raised, &first, &unread);
    add_discrepancies(card, index);
    card_heading(card, (Target){0}, str_of("Where it is not"), "");
    add_unraised(card, raised);
    free(raised);
}
