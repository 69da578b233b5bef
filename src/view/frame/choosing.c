// SPDX-License-Identifier: MIT
// Choosing from what a line may mean.
#include <stdlib.h>

#include "diptych/memory.h"
#include "view/frame/inside.h"

static Prompt *command_prompt(Reader *reader)
{
    return &reader->prompts[PROMPT_COMMAND - PROMPT_SEARCH];
}

void choosing_add(Reader *reader, Choice choice)
{
    Choices *choices = &reader->choices;
    choices->items = mem_grow(choices->items, &choices->capacity, choices->count + 1, sizeof *choices->items);
    choices->items[choices->count++] = choice;
}

void choosing_close(Reader *reader)
{
    reader->choices.count = 0;
}

void choosing_open(Reader *reader, const Meanings *meanings)
{
    Prompt *prompt = command_prompt(reader);
    choosing_close(reader);
    for (size_t i = 0; i < meanings->best; i++)
        choosing_add(reader, (Choice){.meaning = meanings->items[i]});
    reader->choices.at = reader->choices.from = 0;
    reader->choices.whole = true;
    prompt->cursor = prompt->text.len;
    reader->prompting = PROMPT_COMMAND;
}

// A side by its short name, a person by the id; in quotes where it has blanks.
static void add_speaker(Buffer *out, Dossier *dossier, Target target)
{
    Str name = target.kind == TARGET_PARTY ? dossier->parties[target.index].brief
                                           : dossier->people[target.index].record.id;
    const char *quote = str_find(name, ' ', 0) < name.len ? "\"" : "";
    buffer_add_text(out, quote);
    buffer_add(out, name);
    buffer_add_text(out, quote);
    buffer_add_byte(out, ':');
}

void choice_add(Buffer *out, Dossier *dossier, const Choice *choice)
{
    switch (choice->kind) {
    case CHOICE_THING:
        meaning_id_add(out, dossier, choice->meaning.target);
        break;
    case CHOICE_SPEAKER:
        add_speaker(out, dossier, choice->meaning.target);
        break;
    case CHOICE_COLUMN:
        selector_add(dossier, out, choice->column);
        break;
    case CHOICE_KEY:
        buffer_addf(out, "%s:", term_word(choice->key));
        break;
    case CHOICE_WORD:
    case CHOICE_VALUE:
        buffer_add(out, choice->word);
    }
}

void choosing_choose(Reader *reader, size_t at)
{
    Choices *choices = &reader->choices;
    Buffer text = {0};
    choices->at = at;
    choice_add(&text, reader->dossier, &choices->items[at]);
    prompt_replace(&reader->prompts[reader->prompting - PROMPT_SEARCH], choices->from, buffer_str(&text));
    buffer_free(&text);
}

bool choosing_take(Reader *reader, Press press)
{
    const Choices *choices = &reader->choices;
    switch (press) {
    case PRESS_TAB:
    case PRESS_DOWN:
    case PRESS_CTRL('N'):
        choosing_choose(reader, (choices->at + 1) % choices->count);
        return true;
    case PRESS_BACKTAB:
    case PRESS_UP:
    case PRESS_CTRL('P'):
        choosing_choose(reader, (choices->at ? choices->at : choices->count) - 1);
        return true;
    default:
        return false;
    }
}
