// SPDX-License-Identifier: MIT
#include "layout/passages.h"

#include "diptych/layers.h"

static void add_speakers(Buffer *out, const Dossier *dossier, const Glance *glance)
{
    for (size_t i = 0; i < glance->speaker_count; i++) {
        uint32_t speaker = glance->speakers[i];
        if (speaker == NONE)
            continue;
        buffer_add_text(out, i ? " and " : "");
        buffer_add(out, speaker & SKIM_PARTY ? dossier->parties[speaker & ~SKIM_PARTY].record.title
                                             : dossier->people[speaker].record.title);
    }
}

void passages_label_add(Buffer *out, const Dossier *dossier, const Skim *skim, PassageId passage,
                        const char *what)
{
    Glance glance = layered_glance(dossier, skim, passage);
    add_speakers(out, dossier, &glance);
    buffer_add_text(out, ", ");
    passage_reference_add(dossier, out, passage.account, glance.number);
    buffer_addf(out, ", %s", what);
}
