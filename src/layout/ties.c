// SPDX-License-Identifier: MIT
#include "diptych/ties.h"

#include "diptych/memory.h"

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
    for (size_t i = 0; i < passage->link_count; i++)
        add_tie(ties, (Tie){.verb = passage->links[i].verb, .to = passage->links[i].ref});
    size_t count;
    const Backlink *back = skim_backlinks(skim, id.account, passage->number, &count);
    for (size_t i = 0; i < count; i++)
        add_tie(ties, (Tie){.verb = back[i].verb,
                            .incoming = true,
                            .to = {back[i].from.account, back[i].number, back[i].number}});
}
