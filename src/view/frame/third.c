// SPDX-License-Identifier: MIT
// The third pane of wide screens: the page of the current passage.
#include "view/frame/inside.h"

// Rows of the screen that it does not have: the first and the last, and that of its heading.
#define ROWS_AROUND 3

static Pane *open_page(Reader *reader, const ViewType *type, PassageId passage)
{
    Setting setting = reader_setting(reader, reader->view);
    setting.measure.columns = reader_widths(reader, reader->view).third - 2; // the line, a blank
    setting.measure.stacked = true;
    setting.height = reader->rows > ROWS_AROUND ? reader->rows - ROWS_AROUND : 1;
    Pane *pane = type->pane->open(type->fill_third(reader, passage), &setting);
    reader->third_goes_on = pane->type->scroll(pane, 1);
    pane->type->to_end(pane, -1);
    return pane;
}

Pane *third_build(Reader *reader)
{
    PassageId passage;
    View *view = reader_view_of_subject(reader);
    if (!view || !view->type->fill_third || !reader_current_passage(reader, &passage)) {
        reader_close_third(reader);
        return NULL;
    }
    Target subject = {TARGET_PASSAGE, passage.account, passage.ordinal};
    uint32_t topic = reader_current_topic(reader);
    if (reader->third && target_equal(subject, reader->third_of) && topic == reader->third_topic)
        return reader->third;
    reader_close_third(reader);
    reader->third = open_page(reader, view->type, passage);
    reader->third_of = subject;
    reader->third_topic = topic;
    return reader->third;
}
