// SPDX-License-Identifier: MIT
// The one list of views. Each is a file of its own, and named nowhere but there and here.
#include "view/frame/view.h"

extern const ViewType view_attributions, view_card, view_change, view_compare, view_discrepancies, view_help,
    view_ledger, view_matrix, view_overview, view_results, view_spoken;

ViewList views_all(void)
{
    static const ViewType *const types[] = {
        &view_overview, &view_compare,      &view_spoken,        &view_card,    &view_matrix, &view_ledger,
        &view_change,   &view_attributions, &view_discrepancies, &view_results, &view_help,
    };
    return (ViewList){types, sizeof types / sizeof *types};
}

Reader *reader_open(Dossier *dossier, bool ascii, bool restricted)
{
    return reader_open_with(dossier, views_all(), ascii, restricted);
}
