// SPDX-License-Identifier: MIT
// Lists of what is said and held, of rounds, topics and sides that are chosen.
#include <stdlib.h>

#include "diptych/discrepancies.h"
#include "diptych/layers.h"
#include "list.h"

// Texts are kept up to here between accounts, in bytes.
#define LOADED_MAX ((size_t)1 << 24)

bool list_has_account(const ListWhat *what, uint32_t account)
{
    return !what->accounts.count || chosen_has(&what->accounts, account);
}

bool list_has_party(const ListWhat *what, uint32_t party)
{
    return !what->parties.count || chosen_has(&what->parties, party);
}

bool list_has_topics(const ListWhat *what, const uint32_t *topics, size_t count)
{
    for (size_t i = 0; i < count && what->by_topic; i++)
        if (chosen_has(&what->topics, topics[i]))
            return true;
    return !what->by_topic;
}

static void topics_cell(ListTable *table, const Dossier *dossier, const uint32_t *topics, size_t count)
{
    Buffer items = {0};
    for (size_t i = 0; i < count; i++)
        if (topics[i] < dossier->topic_count)
            table_item_add(&items, dossier->topics[topics[i]].record.id);
    table_cell(table, buffer_str(&items));
    buffer_free(&items);
}

// --- positions

static void refs_cell(ListTable *table, const Dossier *dossier, const Mention *refs, size_t count)
{
    Buffer items = {0}, ref = {0};
    for (size_t i = 0; i < count; i++) {
        buffer_clear(&ref);
        dossier_ref_add(dossier, &ref, refs[i].ref, NONE);
        table_item_add(&items, buffer_str(&ref));
    }
    table_cell(table, buffer_str(&items));
    buffer_free(&items);
    buffer_free(&ref);
}

void list_positions(ListTable *table, Dossier *dossier, const ListWhat *what)
{
    table_column(table, "account", COLUMN_WORDS);
    table_column(table, "party", COLUMN_WORDS);
    table_column(table, "topic", COLUMN_WORDS);
    table_column(table, "text", COLUMN_WORDS);
    table_column(table, "rests", COLUMN_LIST | COLUMN_DATA);
    for (size_t i = 0; i < dossier->position_count; i++) {
        const Position *position = &dossier->positions[i];
        if (!list_has_account(what, position->account) || !list_has_party(what, position->party) ||
            !list_has_topics(what, &position->topic, 1))
            continue;
        table_cell(table, dossier->accounts[position->account].name);
        table_cell(table, dossier->parties[position->party].record.id);
        table_cell(table, dossier->topics[position->topic].record.id);
        table_cell(table, position->text);
        refs_cell(table, dossier, position->refs, position->ref_count);
    }
}

// --- discrepancies

static void rounds_cell(ListTable *table, const Dossier *dossier, uint32_t discrepancy)
{
    Buffer rounds = {0}, items = {0};
    discrepancy_rounds_add(&rounds, dossier, discrepancy, ",");
    Str rest = buffer_str(&rounds), id;
    while (str_next(&rest, ",", &id))
        if (id.len)
            table_item_add(&items, id);
    table_cell(table, buffer_str(table->format == TABLE_TEXT ? &rounds : &items));
    buffer_free(&rounds);
    buffer_free(&items);
}

// The readings, and in the column behind it where each stands.
static void reading_cells(ListTable *table, const Dossier *dossier, const Discrepancy *discrepancy)
{
    Buffer texts = {0}, places = {0}, refs = {0};
    for (size_t i = 0; i < discrepancy->reading_count; i++) {
        const Reading *reading = &discrepancy->readings[i];
        buffer_clear(&refs);
        discrepancy_refs_add(&refs, dossier, reading);
        table_item_add(&texts, reading->text.len ? reading->text : str_of("-"));
        table_item_add(&places, refs.len ? buffer_str(&refs) : str_of("-"));
    }
    table_cell(table, buffer_str(&texts));
    table_cell(table, buffer_str(&places));
    buffer_free(&texts);
    buffer_free(&places);
    buffer_free(&refs);
}

static bool concerns(const Dossier *dossier, uint32_t discrepancy, const ListWhat *what)
{
    for (size_t i = 0; i < what->accounts.count; i++)
        if (discrepancy_concerns(dossier, discrepancy, dossier->accounts[what->accounts.items[i]].round))
            return true;
    return !what->accounts.count;
}

void list_discrepancies(ListTable *table, Dossier *dossier, const ListWhat *what)
{
    table_column(table, "id", COLUMN_WORDS);
    table_column(table, "rounds", COLUMN_LIST);
    table_column(table, "about", COLUMN_WORDS);
    table_column(table, "topics", COLUMN_LIST | COLUMN_DATA);
    table_column(table, "readings", COLUMN_LIST | COLUMN_DATA);
    table_column(table, "references", COLUMN_LIST | COLUMN_DATA);
    for (uint32_t i = 0; i < dossier->discrepancy_count; i++) {
        const Discrepancy *discrepancy = &dossier->discrepancies[i];
        if (!concerns(dossier, i, what) ||
            !list_has_topics(what, discrepancy->topics, discrepancy->topic_count))
            continue;
        table_cell(table, discrepancy->record.id);
        rounds_cell(table, dossier, i);
        table_cell(table, discrepancy->about);
        topics_cell(table, dossier, discrepancy->topics, discrepancy->topic_count);
        reading_cells(table, dossier, discrepancy);
    }
}

// --- passages

static void add_passage_columns(ListTable *table)
{
    table_column(table, "reference", COLUMN_WORDS);
    table_column(table, "parties", COLUMN_LIST);
    table_column(table, "speakers", COLUMN_LIST | COLUMN_DATA);
    table_column(table, "act", COLUMN_WORDS);
    table_column(table, "status", COLUMN_WORDS | COLUMN_DATA);
    table_column(table, "to", COLUMN_WORDS | COLUMN_DATA);
    table_column(table, "as", COLUMN_WORDS | COLUMN_DATA);
    table_column(table, "text", COLUMN_WORDS);
    table_column(table, "topics", COLUMN_LIST | COLUMN_DATA);
    table_column(table, "links", COLUMN_LIST | COLUMN_DATA);
    table_column(table, "round", COLUMN_WORDS | COLUMN_DATA);
    table_column(table, "account", COLUMN_WORDS | COLUMN_DATA);
    table_column(table, "number", COLUMN_NUMBER | COLUMN_DATA);
    table_column(table, "date", COLUMN_WORDS | COLUMN_DATA);
    table_column(table, "source", COLUMN_WORDS | COLUMN_DATA);
    table_column(table, "at", COLUMN_WORDS | COLUMN_DATA);
    table_column(table, "via", COLUMN_WORDS | COLUMN_DATA);
    table_column(table, "why", COLUMN_WORDS | COLUMN_DATA);
    table_column(table, "note", COLUMN_WORDS | COLUMN_DATA);
    table_column(table, "term", COLUMN_WORDS | COLUMN_DATA);
}

static void who_cells(ListTable *table, const Dossier *dossier, const Turn *turn)
{
    Buffer items = {0};
    for (size_t i = 0; i < turn->party_count; i++)
        table_item_add(&items, dossier->parties[turn->parties[i]].record.id);
    table_cell(table, buffer_str(&items));
    buffer_clear(&items);
    for (size_t i = 0; i < turn->speaker_count; i++)
        table_item_add(&items, turn->speakers[i].id);
    table_cell(table, buffer_str(&items));
    buffer_free(&items);
}

// "rebuts wg1.11": its links and those that layers give it.
static void links_cell(ListTable *table, const Dossier *dossier, const Speech *speech, const Passage *passage)
{
    Buffer items = {0}, item = {0};
    size_t count;
    const Link *links = layered_links(dossier, speech, passage, &count);
    for (size_t i = 0; i < count; i++) {
        buffer_clear(&item);
        buffer_addf(&item, "%s ", verb_word(links[i].verb));
        dossier_ref_add(dossier, &item, links[i].ref, NONE);
        table_item_add(&items, buffer_str(&item));
    }
    table_cell(table, buffer_str(&items));
    buffer_free(&items);
    buffer_free(&item);
}

// Where it stands, in the dossier and in its source.
static void place_cells(ListTable *table, const Dossier *dossier, uint32_t account, const Passage *passage)
{
    const Account *it = &dossier->accounts[account];
    Buffer cell = {0};
    table_cell(table, dossier->rounds[it->round].record.id);
    table_cell(table, it->name);
    buffer_addf(&cell, "%u", passage->number);
    table_cell(table, buffer_str(&cell));
    buffer_clear(&cell);
    if (date_known(passage->details->date))
        date_add_written(&cell, passage->details->date);
    table_cell(table, buffer_str(&cell));
    buffer_free(&cell);
    table_cell(table, passage->details->source == NONE
                          ? (Str){0}
                          : dossier->sources[passage->details->source].record.id);
    table_cell(table, passage->details->at);
    table_cell(table, passage->details->via);
}

static void add_passage(ListTable *table, const Dossier *dossier, const Speech *speech,
                        const Passage *passage)
{
    Buffer reference = {0};
    size_t count;
    const uint32_t *topics = layered_topics(dossier, speech, passage, &count);
    passage_reference_add(dossier, &reference, speech->account, passage->number);
    table_cell(table, buffer_str(&reference));
    buffer_free(&reference);
    who_cells(table, dossier, &speech->turns[passage->turn]);
    table_cell(table, str_of(act_word(passage->act)));
    table_cell(table, str_of(status_word(passage->status)));
    table_cell(table, str_of(addressee_word(passage->addressee)));
    table_cell(table, str_of(capacity_word(passage->capacity)));
    table_cell(table, passage->text);
    topics_cell(table, dossier, topics, count);
    links_cell(table, dossier, speech, passage);
    place_cells(table, dossier, speech->account, passage);
    table_cell(table, passage->details->why);
    table_cell(table, passage->details->note);
    table_cell(table, passage->details->term);
}

static bool has_party(const ListWhat *what, const Turn *turn)
{
    for (size_t i = 0; i < turn->party_count; i++)
        if (list_has_party(what, turn->parties[i]))
            return true;
    return !what->parties.count;
}

void list_passages(ListTable *table, Dossier *dossier, const ListWhat *what)
{
    add_passage_columns(table);
    for (uint32_t account = 0; account < dossier->account_count && !output_failed(table->output); account++) {
        if (!list_has_account(what, account))
            continue;
        const Speech *speech = dossier_speech(dossier, account);
        for (size_t i = 0; i < speech->passage_count; i++) {
            const Passage *passage = &speech->passages[i];
            size_t count;
            const uint32_t *topics = layered_topics(dossier, speech, passage, &count);
            if (has_party(what, &speech->turns[passage->turn]) && list_has_topics(what, topics, count))
                add_passage(table, dossier, speech, passage);
        }
        dossier_trim(dossier, LOADED_MAX);
    }
}
