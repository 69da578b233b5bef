// SPDX-License-Identifier: MIT
#include "draft.h"

#include <stdlib.h>

#include "passage.h"

// More passages than this in an account are no speech, nor are more than its bytes can hold: one in so many
// is the rule, beyond a number that no reader minds.
#define PASSAGES_MAX ((size_t)1000000)
#define PASSAGES_FREE ((size_t)20000)
#define PASSAGE_BYTES ((size_t)40)

Draft draft_new(size_t bytes)
{
    size_t limit = PASSAGES_FREE + bytes / PASSAGE_BYTES;
    return (Draft){.limit = limit < PASSAGES_MAX ? limit : PASSAGES_MAX};
}

void draft_add_turn(Draft *draft, Turn turn)
{
    draft->turns = mem_grow(draft->turns, &draft->turn_capacity, draft->turn_count + 1, sizeof *draft->turns);
    turn.first = (uint32_t)draft->passage_count;
    turn.count = 0;
    draft->turns[draft->turn_count++] = turn;
}

void draft_add_passage(Draft *draft, Passage passage)
{
    draft->passages = mem_grow(draft->passages, &draft->passage_capacity, draft->passage_count + 1,
                               sizeof *draft->passages);
    passage.turn = (uint32_t)draft->turn_count - 1;
    draft->turns[passage.turn].count++;
    draft->passages[draft->passage_count++] = passage;
}

// Gives back what the array does not need.
static void *settle(void *items, size_t size)
{
    void *settled = size ? realloc(items, size) : NULL;
    if (!size)
        free(items);
    return settled || !size ? settled : items;
}

void draft_finish(Draft *draft, Input *input, Loaded *loaded)
{
    Speech *speech = &loaded->speech;
    loaded->turns = settle(draft->turns, draft->turn_count * sizeof *loaded->turns);
    loaded->passages = settle(draft->passages, draft->passage_count * sizeof *loaded->passages);
    loaded->by_number = passages_by_number(input, loaded->passages, draft->passage_count);
    speech->turns = loaded->turns;
    speech->turn_count = draft->turn_count;
    speech->passages = loaded->passages;
    speech->passage_count = draft->passage_count;
    speech->by_number = loaded->by_number;
}
