// SPDX-License-Identifier: MIT
// The one list of views. Each is a file of its own, and named nowhere but there and here.
#include "view/frame/view.h"

extern const ViewType view_card, view_compare, view_help, view_results, view_spoken;

Reader *reader_open(Dossier *dossier, bool ascii, bool restricted)
{
    static const ViewType *const types[] = {
        &view_compare, &view_spoken, &view_card, &view_results, &view_help,
    };
    return reader_open_with(dossier, (ViewList){types, sizeof types / sizeof *types}, ascii, restricted);
}
