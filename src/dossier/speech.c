// SPDX-License-Identifier: MIT
// Questions about speech.
#include "diptych/speech.h"

const Passage *passage_at(Dossier *dossier, PassageId id)
{
    return speech_passage(dossier_speech(dossier, id.account), id.ordinal);
}

const Passage *speech_passage(const Speech *speech, uint32_t ordinal)
{
    return ordinal < speech->passage_count ? &speech->passages[ordinal] : NULL;
}

uint32_t speech_find(const Speech *speech, uint32_t number)
{
    size_t low = 0, high = speech->passage_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (speech->passages[speech_in_order(speech, middle)].number < number)
            low = middle + 1;
        else
            high = middle;
    }
    if (number == 0 || low == speech->passage_count)
        return NONE;
    uint32_t ordinal = speech_in_order(speech, low);
    return speech->passages[ordinal].number == number ? ordinal : NONE;
}

bool turn_is_by(const Turn *turn, uint32_t party)
{
    for (size_t i = 0; i < turn->party_count; i++)
        if (turn->parties[i] == party)
            return true;
    return false;
}

bool passage_is_by(const Speech *speech, const Passage *passage, uint32_t party)
{
    return turn_is_by(&speech->turns[passage->turn], party);
}

Str passage_raw(const Speech *speech, const Passage *passage)
{
    return str_slice(speech->bytes, passage->text_at, (size_t)passage->span.at + passage->span.len);
}
