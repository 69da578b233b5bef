// SPDX-License-Identifier: MIT
// The sources of what is on a sheet, for the end of what is printed.
#include "diptych/cite.h"
#include "diptych/sheet.h"

void sheet_mark_sources(const Sheet *sheet, Dossier *dossier, bool *cited)
{
    for (size_t i = 0; i < sheet->entry_count; i++) {
        const Entry *entry = &sheet->entries[i];
        const Passage *passage =
            entry->kind == ENTRY_PASSAGE
                ? passage_at(dossier, (PassageId){entry->target.index, entry->target.ordinal})
                : NULL;
        if (passage && passage->details->source != NONE)
            cited[passage->details->source] = true;
    }
}

void sheet_add_sources(Sheet *sheet, const Dossier *dossier, const bool *cited)
{
    bool any = false;
    for (uint32_t i = 0; i < dossier->source_count; i++) {
        if (!cited[i])
            continue;
        if (!any) {
            sheet_band(sheet);
            sheet_heading(sheet, (Target){0}, str_of("Sources"), (Str){0});
        }
        any = true;
        Buffer citation = {0};
        cite_source_add(&citation, dossier, i);
        sheet_text(sheet, (Target){TARGET_SOURCE, i, 0}, dossier->sources[i].record.id, buffer_str(&citation),
                   STYLE_PLAIN);
        buffer_free(&citation);
    }
}
