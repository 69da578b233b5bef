// SPDX-License-Identifier: MIT
#include "exchanges.h"

#include <stdlib.h>

#include "diptych/memory.h"

// Who speaks: a sum.
#define SPEAKS_LEFT 1
#define SPEAKS_RIGHT 2

static int who_speaks(const ColumnPair *columns, const Passage *passage)
{
    const Speech *speech = columns->speech[0];
    return (passage_is_by(speech, passage, columns->parties[0]) ? SPEAKS_LEFT : 0) +
           (passage_is_by(speech, passage, columns->parties[1]) ? SPEAKS_RIGHT : 0);
}

void runs_init(Runs *runs, const ColumnPair *columns)
{
    runs->of = NULL;
    if (!columns_same(columns))
        return;
    const Speech *speech = columns->speech[0];
    uint32_t run = 0;
    int last = 0;
    runs->of = mem_new(speech->passage_count, sizeof *runs->of);
    for (size_t i = 0; i < speech->passage_count; i++) {
        int now = who_speaks(columns, &speech->passages[i]);
        runs->of[i] = NONE;
        if (now && now != last)
            run++;
        if (now)
            last = now;
        if (now == SPEAKS_LEFT || now == SPEAKS_RIGHT)
            runs->of[i] = run;
    }
}

void runs_free(Runs *runs)
{
    free(runs->of);
}

// The run that begins, as far as the band has it, at the position of the column; NONE: none does.
static uint32_t begins(const Runs *runs, const BandColumn *column, size_t at)
{
    uint32_t run = runs->of[column->ordinals[at]];
    return at && runs->of[column->ordinals[at - 1]] == run ? NONE : run;
}

// The same between the anchors: from `from` on, up to `to`.
static size_t add_gap(const Runs *runs, const Band *band, Anchor from, Anchor to, Anchor *out)
{
    size_t added = 0;
    while (from.left < to.left && from.right < to.right) {
        uint32_t left = begins(runs, &band->columns[0], from.left);
        uint32_t right = begins(runs, &band->columns[1], from.right);
        bool both = left != NONE && right != NONE;
        if (both && (left + 1 == right || right + 1 == left))
            out[added++] = (Anchor){from.left++, from.right++};
        else if (left == NONE || (both && left < right))
            from.left++;
        else
            from.right++;
    }
    return added;
}

size_t runs_exchanges(const Runs *runs, const Band *band, Anchor *out)
{
    Anchor from = {0, 0}, end = {(uint32_t)band->columns[0].count, (uint32_t)band->columns[1].count};
    size_t added = 0;
    if (!runs->of)
        return 0;
    for (size_t i = 0; i <= band->anchor_count; i++) {
        Anchor to = i < band->anchor_count ? band->anchors[i] : end;
        added += add_gap(runs, band, from, to, out + added);
        from = (Anchor){to.left + 1, to.right + 1};
    }
    return added;
}
