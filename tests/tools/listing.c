// SPDX-License-Identifier: MIT
// Prints what a dossier holds, a line a thing, fields separated by tabs: for tests that are scripts.
//
//     passage REFERENCE SPEAKERS STATUS ACT SOURCE AT TOPICS TEXT     lists with blanks between
//     round   ID PEOPLE
//     event   DATE SOURCE AT
//     topic   ID PARENT
//     person  ID TITLE NAMES PARTY
//     clause  INSTRUMENT NUMBER SOURCE AT
//     reading INSTRUMENT PARTY REFERENCES
//
// A reason or note that stands with a passage follows its text.
#include <stdio.h>
#include <stdlib.h>

#include "diptych/speech.h"

static void add_id(const Record *record, Buffer *out)
{
    if (out->len && out->bytes[out->len - 1] != '\t')
        buffer_add_byte(out, ' ');
    buffer_add(out, record->id);
}

static void add_speakers(const Dossier *dossier, const Turn *turn, Buffer *out)
{
    for (size_t i = 0; i < turn->speaker_count; i++) {
        Speaker speaker = turn->speakers[i];
        if (speaker.person != NONE)
            add_id(&dossier->people[speaker.person].record, out);
        else if (speaker.party != NONE)
            add_id(&dossier->parties[speaker.party].record, out);
    }
}

static void add_field(Buffer *out, Str value)
{
    buffer_add_byte(out, '\t');
    buffer_add(out, value);
}

static void add_passage(const Dossier *dossier, const Speech *speech, const Passage *passage, Buffer *out)
{
    buffer_add_text(out, "passage\t");
    passage_reference_add(dossier, out, speech->account, passage->number);
    buffer_add_byte(out, '\t');
    add_speakers(dossier, &speech->turns[passage->turn], out);
    add_field(out, str_of(status_word(passage->status)));
    add_field(out, str_of(act_word(passage->act)));
    add_field(out, passage->details->source == NONE ? (Str){0}
                                                    : dossier->sources[passage->details->source].record.id);
    add_field(out, passage->details->at);
    buffer_add_byte(out, '\t');
    for (size_t i = 0; i < passage->topic_count; i++)
        add_id(&dossier->topics[passage->topics[i]].record, out);
    add_field(out, passage->text);
    buffer_add_byte(out, ' ');
    buffer_add(out, passage->details->why);
    buffer_add_byte(out, ' ');
    buffer_add(out, passage->details->note);
    buffer_add_byte(out, '\n');
}

static void add_speech(Dossier *dossier, uint32_t account, Buffer *out)
{
    const Speech *speech = dossier_speech(dossier, account);
    for (size_t i = 0; i < speech->passage_count; i++)
        add_passage(dossier, speech, &speech->passages[i], out);
}

static void add_records(const Dossier *dossier, Buffer *out)
{
    for (size_t i = 0; i < dossier->round_count; i++) {
        const Round *round = &dossier->rounds[i];
        buffer_add_text(out, "round");
        add_field(out, round->record.id);
        buffer_add_byte(out, '\t');
        for (size_t k = 0; k < round->person_count; k++)
            if (round->people[k] != NONE)
                add_id(&dossier->people[round->people[k]].record, out);
        buffer_add_byte(out, '\n');
    }
    for (size_t i = 0; i < dossier->event_count; i++) {
        const Event *event = &dossier->events[i];
        buffer_add_text(out, "event");
        add_field(out, event->record.id);
        add_field(out, record_value(&event->record, "Source"));
        add_field(out, record_value(&event->record, "At"));
        buffer_add_byte(out, '\n');
    }
    for (size_t i = 0; i < dossier->topic_count; i++) {
        const Topic *topic = &dossier->topics[i];
        buffer_add_text(out, "topic");
        add_field(out, topic->record.id);
        add_field(out, topic->parent == NONE ? (Str){0} : dossier->topics[topic->parent].record.id);
        buffer_add_byte(out, '\n');
    }
    for (size_t i = 0; i < dossier->person_count; i++) {
        const Record *record = &dossier->people[i].record;
        buffer_add_text(out, "person");
        add_field(out, record->id);
        add_field(out, record->title);
        add_field(out, record_value(record, "Names"));
        add_field(out, record_value(record, "Party"));
        buffer_add_byte(out, '\n');
    }
}

static void add_instrument(const Dossier *dossier, const Instrument *instrument, Buffer *out)
{
    for (size_t i = 0; i < instrument->clause_count; i++) {
        buffer_add_text(out, "clause");
        add_field(out, instrument->record.id);
        add_field(out, instrument->clauses[i].number);
        add_field(out, record_value(&instrument->record, "Source"));
        add_field(out, instrument->clauses[i].at);
        buffer_add_byte(out, '\n');
    }
    for (size_t i = 0; i < instrument->understanding_count; i++) {
        const Str party = dossier->parties[instrument->understandings[i].party].record.id;
        buffer_add_text(out, "reading");
        add_field(out, instrument->record.id);
        add_field(out, party);
        char key[64];
        snprintf(key, sizeof key, "%.*s", (int)party.len, party.at);
        add_field(out, record_value(&instrument->record, key));
        buffer_add_byte(out, '\n');
    }
}

int main(int argc, char **argv)
{
    Error error;
    Dossier *dossier = argc == 2 ? dossier_open(argv[1], &error) : NULL;
    if (!dossier) {
        fprintf(stderr, "usage: listing DOSSIER%s%s\n", argc == 2 ? "; " : "", argc == 2 ? error.text : "");
        return 2;
    }
    Buffer out = {0};
    add_records(dossier, &out);
    for (size_t i = 0; i < dossier->instrument_count; i++)
        add_instrument(dossier, &dossier->instruments[i], &out);
    for (uint32_t i = 0; i < dossier->account_count; i++)
        add_speech(dossier, i, &out);
    fwrite(out.bytes, 1, out.len, stdout);
    buffer_free(&out);
    dossier_close(dossier);
    return EXIT_SUCCESS;
}
