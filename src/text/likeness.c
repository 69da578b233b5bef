// SPDX-License-Identifier: MIT
#include "diptych/likeness.h"

#include "text/utf8.h"

typedef struct Letters {
    uint32_t points[LIKENESS_LETTERS];
    size_t count; // more than LIKENESS_LETTERS: there are too many
} Letters;

static Letters letters_of(Str word)
{
    Letters letters = {.count = 0};
    for (size_t at = 0; at < word.len && letters.count <= LIKENESS_LETTERS; letters.count++) {
        const Decoded decoded = utf8_decode(word, at);
        if (letters.count < LIKENESS_LETTERS)
            letters.points[letters.count] = decoded.point;
        at += decoded.bytes;
    }
    return letters;
}

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

// The row of distances from the first `at` + 1 letters of `a` to each beginning of `b`, from the two rows
// before it.
static void fill_row(const Letters *a, const Letters *b, size_t at, const size_t *rows[2], size_t *row)
{
    row[0] = at + 1;
    for (size_t i = 0; i < b->count; i++) {
        const bool same = a->points[at] == b->points[i];
        row[i + 1] = least(least(rows[1][i + 1], row[i]) + 1, rows[1][i] + !same);
        if (at && i && a->points[at] == b->points[i - 1] && a->points[at - 1] == b->points[i])
            row[i + 1] = least(row[i + 1], rows[0][i - 1] + 1);
    }
}

size_t likeness_distance(Str a, Str b, size_t limit)
{
    if (str_equal(a, b))
        return 0;
    const Letters from = letters_of(a), to = letters_of(b);
    const size_t apart = from.count > to.count ? from.count - to.count : to.count - from.count;
    if (from.count > LIKENESS_LETTERS || to.count > LIKENESS_LETTERS || apart > limit)
        return limit + 1;
    size_t rows[3][LIKENESS_LETTERS + 1];
    for (size_t i = 0; i <= to.count; i++)
        rows[0][i] = rows[2][i] =
            i; // the first row stands before any letter, and the one before it counts for nothing
    for (size_t at = 0; at < from.count; at++)
        fill_row(&from, &to, at, (const size_t *[]){rows[(at + 2) % 3], rows[at % 3]}, rows[(at + 1) % 3]);
    return least(rows[from.count % 3][to.count], limit + 1);
}

size_t likeness_limit(Str typed)
{
    const size_t count = letters_of(typed).count;
    return count <= 2 ? 0 : count / 3;
}
