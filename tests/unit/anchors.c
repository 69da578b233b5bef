// SPDX-License-Identifier: MIT
// The rule for anchors, against a search through all subsets.
#include <stdlib.h>

#include "diptych/align.h"
#include "unit.h"

#define CANDIDATES_MAX 10

// Numbers that are the same in each run: the tests' own generator (xorshift, Marsaglia 2003).
static uint32_t next_random(uint32_t *state)
{
    *state ^= *state << 13;
    *state ^= *state >> 17;
    *state ^= *state << 5;
    return *state;
}

static bool increases(const Anchor *chain, size_t count)
{
    for (size_t i = 1; i < count; i++)
        if (chain[i].left <= chain[i - 1].left || chain[i].right <= chain[i - 1].right)
            return false;
    return true;
}

static bool crosses(Anchor a, Anchor b)
{
    return !((a.left < b.left && a.right < b.right) || (a.left > b.left && a.right > b.right));
}

static void sort_chain(Anchor *chain, size_t count)
{
    for (size_t i = 1; i < count; i++)
        for (size_t j = i;
             j > 0 && (chain[j].left < chain[j - 1].left ||
                       (chain[j].left == chain[j - 1].left && chain[j].right < chain[j - 1].right));
             j--) {
            Anchor swap = chain[j];
            chain[j] = chain[j - 1];
            chain[j - 1] = swap;
        }
}

static bool is_smaller(const Anchor *a, const Anchor *b, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (a[i].left != b[i].left)
            return a[i].left < b[i].left;
        if (a[i].right != b[i].right)
            return a[i].right < b[i].right;
    }
    return false;
}

static size_t brute_beside(const Candidate *candidates, size_t count, Anchor *out)
{
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        Anchor anchor = {candidates[i].left, candidates[i].right};
        bool free_of = candidates[i].beside;
        for (size_t j = 0; j < kept; j++)
            free_of = free_of && !crosses(anchor, out[j]);
        if (free_of)
            out[kept++] = anchor;
    }
    return kept;
}

// Every subset of the others together with the fixed ones: a chain of all is one chain in each gap.
static size_t brute_anchors(const Candidate *candidates, size_t count, Anchor *best)
{
    Anchor fixed[CANDIDATES_MAX], chain[CANDIDATES_MAX * 2];
    size_t fixed_count = brute_beside(candidates, count, fixed), best_count = 0;
    for (uint32_t subset = 0; subset < 1u << count; subset++) {
        size_t n = 0;
        bool allowed = true;
        for (size_t i = 0; i < fixed_count; i++)
            chain[n++] = fixed[i];
        for (size_t i = 0; i < count; i++)
            if (subset >> i & 1) {
                allowed = allowed && !candidates[i].beside;
                chain[n++] = (Anchor){candidates[i].left, candidates[i].right};
            }
        if (!allowed || n < best_count)
            continue;
        sort_chain(chain, n);
        if (!increases(chain, n) || (n == best_count && !is_smaller(chain, best, n)))
            continue;
        best_count = n;
        for (size_t i = 0; i < n; i++)
            best[i] = chain[i];
    }
    return best_count;
}

static void check_case(const Candidate *candidates, size_t count, uint32_t name)
{
    Anchor expected[CANDIDATES_MAX * 2], found[CANDIDATES_MAX];
    size_t expected_count = brute_anchors(candidates, count, expected);
    size_t found_count = align_anchors(candidates, count, found);
    ck_assert_msg(found_count == expected_count, "case %u: %zu anchors instead of %zu", name, found_count,
                  expected_count);
    for (size_t i = 0; i < found_count; i++)
        ck_assert_msg(found[i].left == expected[i].left && found[i].right == expected[i].right,
                      "case %u: anchor %zu is %u-%u instead of %u-%u", name, i, found[i].left, found[i].right,
                      expected[i].left, expected[i].right);
}

START_TEST(random_cases_agree_with_brute_force)
{
    uint32_t state = 20121988;
    for (uint32_t name = 0; name < 6000; name++) {
        Candidate candidates[CANDIDATES_MAX];
        size_t count = next_random(&state) % (CANDIDATES_MAX + 1);
        uint32_t width = 1 + next_random(&state) % 7, by_hand = next_random(&state) % 5;
        for (size_t i = 0; i < count; i++)
            candidates[i] = (Candidate){next_random(&state) % width, next_random(&state) % width,
                                        by_hand && next_random(&state) % 5 < by_hand};
        check_case(candidates, count, name);
    }
}
END_TEST

START_TEST(small_cases_are_as_written)
{
    static const struct {
        Candidate candidates[4];
        size_t count;
        Anchor anchors[3];
        size_t anchor_count;
    } cases[] = {
        {{{0}}, 0, {{0}}, 0},
        {{{3, 5, false}, {3, 5, false}}, 2, {{3, 5}}, 1},
        // Of two chains of one, the smaller on the left; with the same left end, the smaller on the right.
        {{{1, 0, false}, {0, 1, false}}, 2, {{0, 1}}, 1},
        {{{0, 2, false}, {0, 1, false}}, 2, {{0, 1}}, 1},
        // A longer chain wins over a smaller one.
        {{{0, 9, false}, {1, 1, false}, {2, 2, false}}, 3, {{1, 1}, {2, 2}}, 2},
        // What was set by hand stands, and the first of two that cross.
        {{{1, 1, false}, {2, 2, false}, {0, 9, true}}, 3, {{0, 9}}, 1},
        {{{4, 1, true}, {1, 4, true}, {5, 5, true}}, 3, {{4, 1}, {5, 5}}, 2},
        {{{1, 1, true}, {1, 2, true}, {0, UINT32_MAX, false}}, 3, {{1, 1}}, 1},
        {{{UINT32_MAX, UINT32_MAX, true}, {0, UINT32_MAX, true}}, 2, {{UINT32_MAX, UINT32_MAX}}, 1},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Anchor found[4];
        ck_assert_uint_eq(align_anchors(cases[i].candidates, cases[i].count, found), cases[i].anchor_count);
        for (size_t j = 0; j < cases[i].anchor_count; j++) {
            ck_assert_uint_eq(found[j].left, cases[i].anchors[j].left);
            ck_assert_uint_eq(found[j].right, cases[i].anchors[j].right);
        }
    }
}
END_TEST

// A quadratic way would take minutes here.
START_TEST(many_candidates_take_no_time)
{
    enum { COUNT = 400000 };
    Candidate *candidates = calloc(COUNT, sizeof *candidates);
    Anchor *found = calloc(COUNT, sizeof *found);
    ck_assert(candidates && found);
    uint32_t state = 1855;
    for (uint32_t i = 0; i < COUNT; i++)
        candidates[i] = (Candidate){i, i % 2 ? i : COUNT - i, i % 4 == 3};
    ck_assert_uint_gt(align_anchors(candidates, COUNT, found), COUNT / 8);
    for (uint32_t i = 0; i < COUNT; i++)
        candidates[i] = (Candidate){next_random(&state) % COUNT, next_random(&state) % COUNT, i % 64 == 0};
    ck_assert(increases(found, align_anchors(candidates, COUNT, found)));
    free(found);
    free(candidates);
}
END_TEST

Suite *unit_suite(void)
{
    Suite *suite = suite_create("anchors");
    TCase *tests = tcase_create("anchors");
    tcase_set_timeout(tests, 60);
    tcase_add_test(tests, random_cases_agree_with_brute_force);
    tcase_add_test(tests, small_cases_are_as_written);
    tcase_add_test(tests, many_candidates_take_no_time);
    suite_add_tcase(suite, tests);
    return suite;
}
