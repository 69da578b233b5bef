// SPDX-License-Identifier: MIT
// Who speaks in a turn.
#include <stdlib.h>

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

static bool has_party(const Speakers *speakers, uint32_t party)
{
    for (size_t i = 0; i < speakers->party_count; i++)
        if (speakers->parties[i] == party)
            return true;
    return false;
}

static void add_speaker(Speakers *out, Speaker speaker)
{
    out->items = mem_grow(out->items, &out->capacity, out->count + 1, sizeof *out->items);
    out->items[out->count++] = speaker;
    if (speaker.party == NONE || out->party_count == TURN_PARTIES_MAX || has_party(out, speaker.party))
        return;
    out->parties = mem_grow(out->parties, &out->party_capacity, out->party_count + 1, sizeof *out->parties);
    out->parties[out->party_count++] = speaker.party;
}

// Those who can speak in one turn; beyond them are no more than words with a + between them.
#define SPEAKERS_MAX ((size_t)1000)

void speakers_read(Lookup *lookup, Line line, Str ids, Speakers *out)
{
    Str rest = ids, piece;
    out->count = out->party_count = 0;
    if (str_trim(ids).len == 0)
        return;
    while (str_next(&rest, "+", &piece)) {
        if (out->count == SPEAKERS_MAX) {
            input_problem(&lookup->input, DIAGNOSTIC_TOO_MANY, line.number,
                          (uint32_t)(piece.at - line.text.at) + 1, str_trim(piece));
            return;
        }
        add_speaker(out, read_speaker(lookup, line, str_trim(piece)));
    }
}

static bool are_those_of(const Speakers *speakers, const Turn *turn)
{
    if (turn->speaker_count != speakers->count)
        return false;
    for (size_t i = 0; i < speakers->count; i++)
        if (!str_equal(turn->speakers[i].id, speakers->items[i].id))
            return false;
    return true;
}

void speakers_take(const Speakers *speakers, Arena *arena, const Turn *last, Turn *turn)
{
    turn->speaker_count = (uint32_t)speakers->count;
    turn->party_count = (uint32_t)speakers->party_count;
    if (last && are_those_of(speakers, last)) {
        turn->speakers = last->speakers;
        turn->parties = last->parties;
        return;
    }
    turn->speakers = arena_copy(arena, speakers->items, speakers->count * sizeof *speakers->items);
    turn->parties = arena_copy(arena, speakers->parties, speakers->party_count * sizeof *speakers->parties);
}

void speakers_free(Speakers *speakers)
{
    free(speakers->items);
    free(speakers->parties);
}
