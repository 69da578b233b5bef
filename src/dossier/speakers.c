// SPDX-License-Identifier: MIT
// Who speaks in a turn.
#include "passage.h"

static Speaker read_speaker(Lookup *lookup, Line line, Str id)
{
    const Dossier *dossier = lookup->dossier;
    uint32_t column = (uint32_t)(id.at - line.text.at);
    Span span = {line.at + column, (uint32_t)id.len};
    Speaker speaker = {.id = input_text(&lookup->input, span, line.number, column + 1, JOINING_ATTRIBUTE)};
    speaker.person = dossier_person(dossier, id);
    speaker.party =
        speaker.person == NONE ? dossier_party(dossier, id) : dossier->people[speaker.person].party;
    if (speaker.person == NONE && speaker.party == NONE)
        input_problem(&lookup->input, DIAGNOSTIC_UNKNOWN_PERSON, line.number, column + 1, id);
    return speaker;
}

// Of its speakers, which it has already.
static void take_parties(Lookup *lookup, Turn *turn)
{
    size_t room = turn->speaker_count < TURN_PARTIES_MAX ? turn->speaker_count : TURN_PARTIES_MAX;
    uint32_t *parties = arena_new(lookup->input.arena, room * sizeof *parties);
    turn->parties = parties;
    for (size_t i = 0; i < turn->speaker_count && turn->party_count < room; i++) {
        uint32_t party = turn->speakers[i].party;
        if (party != NONE && !turn_is_by(turn, party))
            parties[turn->party_count++] = party;
    }
}

void speakers_read(Lookup *lookup, Line line, Str ids, Turn *turn)
{
    Str rest = ids, piece;
    size_t room = 1;
    for (size_t i = 0; i < ids.len; i++)
        room += ids.at[i] == '+';
    if (str_trim(ids).len == 0)
        return;
    Speaker *speakers = arena_new(lookup->input.arena, room * sizeof *speakers);
    while (str_next(&rest, "+", &piece))
        speakers[turn->speaker_count++] = read_speaker(lookup, line, str_trim(piece));
    turn->speakers = speakers;
    take_parties(lookup, turn);
}
