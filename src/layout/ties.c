// SPDX-License-Identifier: MIT
#include "diptych/ties.h"

#include "diptych/layers.h"
#include "diptych/memory.h"

const char *tie_phrase(Verb verb, bool incoming)
{
    if (incoming)
        return verb_reverse(verb);
    switch (verb) {
    case VERB_SUPPORTED:
        return "fairly reports";
    case VERB_OVERSTATED:
        return "overstates";
    case VERB_DISTORTED:
        return "distorts";
    case VERB_ELSEWHERE:
        return "said elsewhere:";
    case VERB_NOT_IN_RECORD:
        return "not in the record of";
    case VERB_SAME:
        return "same as";
    default:
        return verb_word(verb);
    }
}

static void add_tie(Ties *ties, Tie tie)
{
    ties->items = mem_grow(ties->items, &ties->capacity, ties->count + 1, sizeof *ties->items);
    ties->items[ties->count++] = tie;
}

void ties_add(Ties *ties, Dossier *dossier, Skim *skim, PassageId id)
{
    const Passage *passage = passage_at(dossier, id);
    if (!passage)
        return;
    size_t count;
    const Link *links = layered_links(dossier, dossier_speech(dossier, id.account), passage, &count);
    for (size_t i = 0; i < count; i++)
        add_tie(ties, (Tie){.verb = links[i].verb, .to = links[i].ref});
    const Backlink *back =
        layered_backlinks(dossier, skim, id.account, passage->number, BACKLINKS_SHOWN, &count);
    for (size_t i = 0; i < count; i++)
        add_tie(ties, (Tie){.verb = back[i].verb,
                            .incoming = true,
                            .to = {back[i].from.account, back[i].number, back[i].number}});
}
