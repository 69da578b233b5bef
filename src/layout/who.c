// SPDX-License-Identifier: MIT
#include "layout/who.h"

static void add_speaker(const Dossier *dossier, Speaker speaker, bool party, Buffer *out)
{
    bool person = speaker.person < dossier->person_count;
    if (person)
        buffer_add(out, dossier->people[speaker.person].record.title);
    else if (speaker.party >= dossier->party_count)
        buffer_add(out, speaker.id);
    if (speaker.party >= dossier->party_count || (person && !party))
        return;
    buffer_add_text(out, person ? ", " : "");
    buffer_add(out, dossier->parties[speaker.party].brief);
}

void who_add(const Dossier *dossier, const Turn *turn, bool party, Buffer *out)
{
    for (size_t i = 0; i < turn->speaker_count; i++) {
        buffer_add_text(out, i ? " and " : "");
        if (i == SPEAKERS_NAMED) {
            buffer_add_text(out, "others");
            return;
        }
        add_speaker(dossier, turn->speakers[i], party, out);
    }
}

bool who_same(const Turn *a, const Turn *b)
{
    if (a->speaker_count != b->speaker_count)
        return false;
    if (a->speakers == b->speakers)
        return true; // parts of one turn
    for (size_t i = 0; i < a->speaker_count; i++)
        if (a->speakers[i].person != b->speakers[i].person || a->speakers[i].party != b->speakers[i].party)
            return false;
    return true;
}

bool who_several(const Speech *speech, uint32_t party)
{
    const Speaker *seen = NULL;
    for (size_t i = 0; i < speech->turn_count; i++) {
        const Turn *turn = &speech->turns[i];
        if (turn->speaker_count != 1 || turn->speakers->party != party)
            continue;
        if (seen && seen->person != turn->speakers->person)
            return true;
        seen = turn->speakers;
    }
    return false;
}

void when_add(const Dossier *dossier, const Speech *speech, const Passage *passage, Buffer *out)
{
    Date round = dossier->rounds[dossier->accounts[speech->account].round].date;
    bool same = date_compare(passage->details->date, round) == 0 &&
                date_compare((Date){.from = passage->details->date.to}, (Date){.from = round.to}) == 0;
    if (!date_known(passage->details->date) || same)
        return;
    buffer_add_text(out, out->len ? ", " : "");
    date_add(out, passage->details->date);
}
