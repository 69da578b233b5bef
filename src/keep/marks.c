// SPDX-License-Identifier: MIT
#include <stdlib.h>
#include <string.h>

#include "diptych/memory.h"
#include "diptych/session.h"

#define TEXTS 7

// The texts of a mark, one after the other.
static char **text_of(KeptMark *mark, int index)
{
    char **const texts[TEXTS] = {&mark->letter, &mark->view,       &mark->account,   &mark->topic,
                                 &mark->target, &mark->columns[0], &mark->columns[1]};
    return texts[index];
}

bool kept_mark_equal(const KeptMark *a, const KeptMark *b)
{
    KeptMark x = *a, y = *b;
    for (int i = 0; i < TEXTS; i++) {
        const char *left = *text_of(&x, i), *right = *text_of(&y, i);
        if (left && right ? strcmp(left, right) != 0 : left != right)
            return false;
    }
    return true;
}

KeptMark kept_mark_copy(const KeptMark *mark)
{
    KeptMark copy = *mark;
    for (int i = 0; i < TEXTS; i++) {
        char **text = text_of(&copy, i);
        *text = *text ? mem_text(str_of(*text)) : NULL;
    }
    return copy;
}

void kept_mark_free(KeptMark *mark)
{
    for (int i = 0; i < TEXTS; i++)
        free(*text_of(mark, i));
    *mark = (KeptMark){0};
}

const KeptMark *kept_marks_find(const KeptMarks *marks, const char *letter)
{
    for (size_t i = 0; i < marks->count; i++)
        if (strcmp(marks->items[i].letter, letter) == 0)
            return &marks->items[i];
    return NULL;
}

bool kept_marks_set(KeptMarks *marks, KeptMark mark)
{
    const KeptMark *old = kept_marks_find(marks, mark.letter);
    if (!old && marks->count == SESSION_MARKS) {
        kept_mark_free(&mark);
        return false;
    }
    size_t at = old ? (size_t)(old - marks->items) : marks->count++;
    marks->items = mem_grow(marks->items, &marks->capacity, marks->count, sizeof *marks->items);
    if (old)
        kept_mark_free(&marks->items[at]);
    marks->items[at] = mark;
    return true;
}

void kept_marks_copy(KeptMarks *to, const KeptMarks *from)
{
    kept_marks_free(to);
    for (size_t i = 0; i < from->count; i++)
        kept_marks_set(to, kept_mark_copy(&from->items[i]));
}

void kept_marks_free(KeptMarks *marks)
{
    for (size_t i = 0; i < marks->count; i++)
        kept_mark_free(&marks->items[i]);
    free(marks->items);
    *marks = (KeptMarks){0};
}
