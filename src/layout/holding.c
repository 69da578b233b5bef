// SPDX-License-Identifier: MIT
#include "diptych/holding.h"

#include "diptych/claim.h"
#include "diptych/cut.h"
#include "diptych/layers.h"

// So much of a passage stands for a position that nobody has put into words, in columns.
#define EXCERPT_COLUMNS 110

// The first claim among the reasons, else the first passage.
static PassageId first_claim(const Dossier *dossier, const Skim *skim, Standing standing)
{
    for (size_t i = 0; i < standing.count; i++) {
        PassageId id = standing.reasons[i].passage;
        Glance glance = layered_glance(dossier, skim, id);
        if (claim_is(dossier, &glance))
            return id;
    }
    return standing.reasons[0].passage;
}

void holding_add(Buffer *out, Dossier *dossier, const Skim *skim, const Standings *standings, Holder holder)
{
    uint32_t position = dossier_position(dossier, holder.account, holder.party, holder.topic);
    if (position != NONE) {
        buffer_add(out, dossier->positions[position].text);
        return;
    }
    Standing standing = standings_of(standings, holder.account, holder.topic);
    PassageId id = {NONE, NONE};
    if (standing.state == STANDING_SPOKE && standing.count)
        id = first_claim(dossier, skim, standing);
    const Passage *passage = id.account == NONE ? NULL : passage_at(dossier, id);
    if (!passage) {
        standing_add(out, dossier, standing);
        return;
    }
    buffer_addf(out, "passage %u: ", (unsigned)passage->number);
    cut_add(out, passage->text, EXCERPT_COLUMNS, false);
}
