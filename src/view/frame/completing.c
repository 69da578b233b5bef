// SPDX-License-Identifier: MIT
// The ":" prompt: what completes what is typed.
#include <stdlib.h>

#include "diptych/memory.h"
#include "view/frame/inside.h"

static void offer(Candidates *candidates, Str stem, Str word)
{
    if (!str_starts(word, stem))
        return;
    candidates->items =
        mem_grow(candidates->items, &candidates->capacity, candidates->count + 1, sizeof *candidates->items);
    candidates->items[candidates->count++] = word;
}

static void offer_accounts(Candidates *candidates, Str stem, const Dossier *dossier)
{
    for (size_t i = 0; i < dossier->account_count; i++)
        offer(candidates, stem, dossier->accounts[i].name);
}

static void offer_words(Candidates *candidates, Str stem, const Reader *reader)
{
    for (size_t i = 0; i < reader->view_count; i++)
        if (reader->views[i].type->word)
            offer(candidates, stem, str_of(reader->views[i].type->word));
    offer(candidates, stem, str_of("quit"));
}

static void offer_ids(Candidates *candidates, Str stem, const Dossier *dossier)
{
    for (size_t i = 0; i < dossier->topic_count; i++)
        offer(candidates, stem, dossier->topics[i].record.id);
    offer_accounts(candidates, stem, dossier);
    for (size_t i = 0; i < dossier->party_count; i++)
        offer(candidates, stem, dossier->parties[i].record.id);
    for (size_t i = 0; i < dossier->person_count; i++)
        offer(candidates, stem, dossier->people[i].record.id);
    for (size_t i = 0; i < dossier->name_count; i++)
        offer(candidates, stem, dossier->names[i].record.id);
    for (size_t i = 0; i < dossier->source_count; i++)
        offer(candidates, stem, dossier->sources[i].record.id);
}

void completing_complete(Reader *reader, Prompt *prompt, bool back)
{
    Str typed = prompt_stem(prompt);
    bool behind_at = typed.at > prompt->text.bytes && typed.at[-1] == '@';
    char *stem = mem_text(typed);
    Candidates candidates = {0};
    if (behind_at) {
        offer_accounts(&candidates, str_of(stem), reader->dossier);
    } else {
        offer_words(&candidates, str_of(stem), reader);
        offer_ids(&candidates, str_of(stem), reader->dossier);
    }
    if (candidates.count == 0)
        reader_say(reader, "nothing begins so");
    prompt_complete(prompt, &candidates, back);
    free(candidates.items);
    free(stem);
}
