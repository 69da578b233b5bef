// SPDX-License-Identifier: MIT
// The marks behind a passage's number.
#include "diptych/discrepancies.h"
#include "diptych/layers.h"
#include "layout/inside.h"

static bool has_note(const Page *page, const Speech *speech, const Passage *passage)
{
    if (passage->details->note.len || passage->details->why.len || passage->details->term.len)
        return true;
    size_t count;
    const Remark *const *remarks = layered_remarks(page->dossier, speech, passage, &count);
    for (size_t i = 0; i < count; i++)
        if (record_value(&remarks[i]->record, "Note").len)
            return true;
    return false;
}

void marks_add(const Page *page, const Speech *speech, const Passage *passage, Buffer *out)
{
    if (page->measure.apparatus == APPARATUS_NONE)
        return;
    if (has_note(page, speech, passage))
        buffer_add_text(out, "*");
    if (discrepancy_marks(page->dossier, speech->account, passage->number))
        buffer_add_text(out, page->measure.ascii ? "#" : "\xe2\x89\xa0");
    if (passage->act == ACT_CONCEDES && passage->addressee == ADDRESSEE_OTHER)
        buffer_add_text(out, "+");
}
