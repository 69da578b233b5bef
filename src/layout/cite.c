// SPDX-License-Identifier: MIT
#include "diptych/cite.h"

#include "diptych/cluster.h"
#include "layout/who.h"

// Adds `before`, the value of the key, and `after`, when the record has the key.
static void add_value(Buffer *out, const Record *record, const char *key, const char *before,
                      const char *after)
{
    Str value = record_value(record, key);
    if (value.len == 0)
        return;
    buffer_add_text(out, before);
    buffer_add(out, value);
    buffer_add_text(out, after);
}

void cite_source_add(Buffer *out, const Dossier *dossier, uint32_t source)
{
    const Record *record = &dossier->sources[source].record;
    add_value(out, record, "Author", "", ", ");
    buffer_add(out, record->title);
    add_value(out, record, "Container", ", ", "");
    add_value(out, record, "Volume", " ", "");
    add_value(out, record, "Issue", ", no. ", "");
    add_value(out, record, "Date", ", ", "");
    add_value(out, record, "Pages", ", pp. ", "");
    add_value(out, record, "Publisher", ", ", "");
    add_value(out, record, "Archive", ", ", "");
    add_value(out, record, "Translator", ", translated by ", "");
    add_value(out, record, "DOI", ", doi ", "");
}

void cite_speakers_add(Buffer *out, const Dossier *dossier, const Turn *turn)
{
    for (size_t i = 0; i < turn->speaker_count; i++) {
        Speaker speaker = turn->speakers[i];
        if (i)
            buffer_add_text(out, " and ");
        if (i == SPEAKERS_NAMED) {
            buffer_add_text(out, "others");
            return;
        }
        if (speaker.person != NONE)
            buffer_add(out, dossier->people[speaker.person].record.title);
        else if (speaker.party != NONE)
            buffer_add(out, dossier->parties[speaker.party].record.title);
    }
}

const char *cite_addressee(Addressee addressee)
{
    static const char *const phrases[ADDRESSEE_COUNT] = {
        [ADDRESSEE_OTHER] = "the other side", [ADDRESSEE_OWN] = "their own side",
        [ADDRESSEE_PUBLIC] = "the public",    [ADDRESSEE_THIRD] = "a third state",
        [ADDRESSEE_LATER] = "readers, later",
    };
    return phrases[addressee];
}

const char *cite_capacity(Capacity capacity)
{
    static const char *const phrases[CAPACITY_COUNT] = {
        [CAPACITY_GOVERNMENT] = "the government",
        [CAPACITY_PARTY] = "a political party",
        [CAPACITY_OPPOSITION] = "the opposition",
        [CAPACITY_PRIVATE] = "themselves alone",
    };
    return phrases[capacity];
}

// "for the opposition, to the public": what is not as it mostly is.
static void add_voice(Buffer *out, const Passage *passage)
{
    if (passage->capacity != CAPACITY_GOVERNMENT)
        buffer_addf(out, ", for %s", cite_capacity(passage->capacity));
    if (passage->addressee != ADDRESSEE_OTHER)
        buffer_addf(out, ", to %s", cite_addressee(passage->addressee));
}

void cite_place_add(Buffer *out, const Dossier *dossier, const Passage *passage)
{
    size_t start = out->len;
    if (passage->details->source != NONE)
        buffer_add(out, dossier->sources[passage->details->source].record.id);
    if (passage->details->at.len) {
        buffer_add_text(out, out->len > start ? " " : "");
        buffer_add(out, passage->details->at);
    }
    if (passage->details->via.len) {
        buffer_add_text(out, out->len > start ? ", via " : "via ");
        buffer_add(out, passage->details->via);
    }
}

void cite_status_add(Buffer *out, const Dossier *dossier, const Passage *passage)
{
    buffer_add_text(out, status_word(passage->status));
    if (passage->details->source != NONE)
        buffer_add_text(out, passage->status == STATUS_PARAPHRASE ? " of " : " in ");
    else if (passage->details->at.len)
        buffer_add_byte(out, ' ');
    else if (passage->details->via.len)
        buffer_add_text(out, ", ");
    cite_place_add(out, dossier, passage);
}

void cite_reference_add(Buffer *out, const Dossier *dossier, uint32_t account, const Passage *passage)
{
    buffer_add_byte(out, '(');
    buffer_add(out, dossier->record.id);
    buffer_add_byte(out, ' ');
    passage_reference_add(dossier, out, account, passage->number);
    buffer_add_text(out, "), ");
    cite_status_add(out, dossier, passage);
}

void cite_passage_add(Buffer *out, Dossier *dossier, PassageId id)
{
    const Speech *speech = dossier_speech(dossier, id.account);
    const Passage *passage = passage_at(dossier, id);
    if (!passage)
        return;
    const Turn *turn = speech->turns + passage->turn;
    const Round *round = dossier->rounds + dossier->accounts[id.account].round;
    if (turn->speaker_count) {
        cite_speakers_add(out, dossier, turn);
        add_voice(out, passage);
        buffer_add_text(out, ", ");
    }
    buffer_add(out, round->record.title);
    if (round->place.len) {
        buffer_add_text(out, ", ");
        buffer_add(out, round->place);
    }
    if (date_known(passage->details->date)) {
        buffer_add_text(out, ", ");
        date_add(out, passage->details->date);
    }
    buffer_add_byte(out, ' ');
    cite_reference_add(out, dossier, id.account, passage);
    if (passage->details->source != NONE) {
        buffer_add_text(out, ": ");
        cite_source_add(out, dossier, passage->details->source);
    }
    buffer_add_byte(out, '.');
}
