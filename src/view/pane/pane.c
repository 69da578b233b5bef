// SPDX-License-Identifier: MIT
#include "view/pane/pane.h"

bool target_equal(Target a, Target b)
{
    return a.kind == b.kind && a.index == b.index && a.ordinal == b.ordinal;
}

void pane_close(Pane *pane)
{
    if (pane)
        pane->type->close(pane);
}

size_t pane_items(const Pane *pane)
{
    return pane && pane->type->items ? pane->type->items(pane) : 0;
}

void pane_measure(Pane *pane, const Setting *setting)
{
    if (!pane)
        return;
    pane->setting = *setting;
    pane->type->measure(pane);
}

void pane_refresh(Pane *pane, Skim *skim, Query *query)
{
    if (!pane)
        return;
    pane->setting.skim = skim;
    pane->setting.query = query;
    pane->type->measure(pane);
}
