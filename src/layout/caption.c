// SPDX-License-Identifier: MIT
#include "diptych/caption.h"

#include "diptych/cite.h"
#include "diptych/cluster.h"
#include "diptych/standing.h"

void caption_place_add(Buffer *out, const Dossier *dossier, uint32_t round)
{
    const Round *it = &dossier->rounds[round];
    buffer_add(out, it->place);
    if (it->place.len && date_known(it->date))
        buffer_add_text(out, ", ");
    if (date_known(it->date))
        date_add(out, it->date);
}

// "Soviet " when the source speaks for a party, by the party's Adjective: or its short name.
static void add_standpoint(Buffer *out, const Dossier *dossier, const Source *source)
{
    uint32_t party = dossier_party(dossier, source->standpoint);
    if (party == NONE)
        return;
    Str adjective = record_value(&dossier->parties[party].record, "Adjective");
    buffer_add(out, adjective.len ? adjective : dossier->parties[party].brief);
    buffer_add_byte(out, ' ');
}

static void add_source(Buffer *out, const Dossier *dossier, const Source *source)
{
    add_standpoint(out, dossier, source);
    buffer_add_text(out, source_kind_word(source->kind));
    Str translator = record_value(&source->record, "Translator");
    if (translator.len) {
        buffer_add_text(out, ", translated by ");
        buffer_add(out, translator);
    }
}

static const char *status_phrase(Status status)
{
    switch (status) {
    case STATUS_VERBATIM:
        return "word for word";
    case STATUS_REPORTED:
        return "in indirect speech";
    case STATUS_SUMMARY:
        return "summed up by an editor";
    case STATUS_OMITTED:
        return "left out";
    case STATUS_INFERRED:
        return "inferred by a historian";
    case STATUS_NARRATION:
        return "as narration";
    default:
        return "in paraphrase";
    }
}

void caption_record_add(Buffer *out, const Dossier *dossier, uint32_t account)
{
    const Account *it = &dossier->accounts[account];
    if (it->source == NONE)
        return;
    const Source *source = &dossier->sources[it->source];
    add_source(out, dossier, source);
    buffer_addf(out, ", %s (", status_phrase(it->status));
    buffer_add(out, source->record.id);
    buffer_add_byte(out, ')');
}

Str caption_lack(const Dossier *dossier, uint32_t account)
{
    const Account *it = &dossier->accounts[account];
    if (it->speechless)
        return str_of(standing_word(STANDING_NOT_RECORDED));
    switch (it->extent) {
    case EXTENT_CONTENTS:
        return str_of("a summary");
    case EXTENT_PART:
    case EXTENT_DIGEST:
        return str_of("incomplete");
    default:
        return (Str){NULL, 0};
    }
}

void caption_missing_add(Buffer *out, const Dossier *dossier, uint32_t account)
{
    const Account *it = &dossier->accounts[account];
    Str lack = caption_lack(dossier, account);
    if (!lack.len)
        return;
    buffer_add(out, lack);
    if (it->extent == EXTENT_DIGEST && !it->speechless)
        buffer_add_text(out, ", a digest");
    if (it->part.len)
        buffer_add_text(out, ": ");
    buffer_add(out, it->part);
}

void caption_account_add(Buffer *out, const Dossier *dossier, uint32_t account)
{
    uint32_t round = dossier->accounts[account].round;
    buffer_add(out, dossier->rounds[round].record.title);
    if (dossier->rounds[round].place.len || date_known(dossier->rounds[round].date))
        buffer_add_text(out, ", ");
    caption_place_add(out, dossier, round);
    buffer_add_byte(out, '\n');
    caption_record_add(out, dossier, account);
    buffer_add_byte(out, '\n');
    size_t end = out->len;
    caption_missing_add(out, dossier, account);
    buffer_add_text(out, out->len > end ? "\n" : "");
}

Style caption_style(const Dossier *dossier, uint32_t party)
{
    static const Style styles[] = {STYLE_HUE_FIRST | STYLE_BOLD, STYLE_HUE_SECOND | STYLE_UNDERLINE,
                                   STYLE_HUE_THIRD | STYLE_BOLD | STYLE_UNDERLINE};
    size_t rank = 0;
    if (party >= dossier->party_count)
        return STYLE_PLAIN;
    for (uint32_t i = 0; i < dossier->parties[party].side && rank < sizeof styles / sizeof *styles; i++)
        rank += dossier->parties[i].side == i;
    return rank < sizeof styles / sizeof *styles ? styles[rank] : STYLE_PLAIN;
}

// Adds `named` of those who speak for the party; returns how many there are.
static size_t add_people(Buffer *out, const Dossier *dossier, const Round *round, uint32_t party,
                         size_t named)
{
    size_t count = 0;
    for (size_t i = 0; i < round->person_count; i++) {
        const Person *person = &dossier->people[round->people[i]];
        if (person->party != party || count++ >= named)
            continue;
        buffer_add_text(out, count == 1 ? ": " : ", ");
        buffer_add(out, person->record.title);
        if (person->capacity != CAPACITY_GOVERNMENT)
            buffer_addf(out, " (for %s)", cite_capacity(person->capacity));
    }
    if (named && count > named)
        buffer_addf(out, " and %zu more", count - named);
    return count;
}

void caption_side_add(Buffer *out, const Dossier *dossier, uint32_t round, uint32_t party, size_t columns)
{
    if (party == NONE)
        return;
    size_t start = out->len;
    buffer_add(out, dossier->parties[party].brief);
    size_t end = out->len, count = add_people(out, dossier, &dossier->rounds[round], party, SIZE_MAX);
    while (count > 0 && cluster_columns(str_slice(buffer_str(out), start, out->len)) > columns) {
        out->len = end;
        add_people(out, dossier, &dossier->rounds[round], party, --count);
    }
}
