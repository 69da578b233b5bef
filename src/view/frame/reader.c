// SPDX-License-Identifier: MIT
#include "diptych/reader.h"

#include <stdlib.h>

#include "diptych/memory.h"
#include "view/frame/inside.h"

// Texts that are kept when the reader rests, beside those on the screen, in bytes.
#define TEXT_LIMIT ((size_t)64 << 20)

static void add_views(Reader *reader, ViewList views)
{
    reader->views = mem_new(views.count, sizeof *reader->views);
    reader->view_count = views.count;
    for (size_t i = 0; i < views.count; i++)
        reader->views[i].type = views.types[i];
    reader->view = reader->base = reader->words = reader->views;
    for (size_t i = views.count; i-- > 0;)
        if (views.types[i]->has_words)
            reader->words = &reader->views[i];
}

Reader *reader_open_with(Dossier *dossier, ViewList views, bool ascii, bool restricted)
{
    Reader *reader = mem_new(1, sizeof *reader);
    add_views(reader, views);
    reader->dossier = dossier;
    reader->rows = 24;
    reader->columns = 80;
    reader->look.ascii = ascii;
    reader->restricted = restricted;
    reader_begin(reader);
    return reader;
}

void reader_close(Reader *reader)
{
    reader_end(reader);
    free(reader->views);
    kept_marks_free(&reader->marks);
    free(reader->choices.items);
    for (size_t i = 0; i < sizeof reader->prompts / sizeof *reader->prompts; i++)
        prompt_free(&reader->prompts[i]);
    buffer_free(&reader->said);
    buffer_free(&reader->copy);
    free(reader);
}

void reader_resize(Reader *reader, size_t rows, size_t columns)
{
    if (rows == reader->rows && columns == reader->columns)
        return;
    reader->rows = rows > GRID_ROWS_MAX ? GRID_ROWS_MAX : rows;
    reader->columns = columns > GRID_COLUMNS_MAX ? GRID_COLUMNS_MAX : columns;
    reader_relayout(reader);
}

bool reader_prompts(const Reader *reader)
{
    return reader->prompting != PROMPT_NONE;
}

// Where what is chosen is the whole line, that is gone to whatever else is called so.
static void obey_line(Reader *reader, Str line)
{
    Choices *choices = &reader->choices;
    Meaning chosen = {0};
    if (choices->count && choices->whole)
        chosen = choices->items[choices->at].meaning;
    choosing_close(reader);
    if (chosen.target.kind != TARGET_NONE)
        going_to(reader, chosen);
    else
        going_obey(reader, line);
}

// On a page that page, unless a second slash in front, or what is asked for, means the records.
static void search(Reader *reader, Str line, bool regex)
{
    bool page = scanning_is_meant(reader), records = page && line.at[0] == '/';
    if (records)
        line = str_slice(line, 1, line.len);
    if (!page || records || !scanning_start(reader, line, regex))
        finding_start(reader, line, regex);
}

static void end_prompt(Reader *reader, Prompt *prompt, PromptEnd end)
{
    PromptKind kind = reader->prompting;
    reader->prompting = PROMPT_NONE;
    if (end == PROMPT_CANCELLED) {
        choosing_close(reader);
        return;
    }
    if (kind != PROMPT_COMMAND)
        choosing_close(reader);
    char *line = mem_text(buffer_str(&prompt->text));
    prompt_remember(prompt, buffer_str(&prompt->text));
    if (kind == PROMPT_COMMAND)
        obey_line(reader, str_of(line));
    else if (kind == PROMPT_SAVE)
        saving_save(reader, str_of(line));
    else if (kind == PROMPT_WISH)
        reader->view->type->wish(reader, reader->view, str_trim(str_of(line)));
    else if (*line)
        search(reader, str_of(line), prompt->regex);
    free(line);
}

// TAB, or BACKTAB: what completes the line; of a name of a file, what it is for.
static void complete(Reader *reader, bool back)
{
    if (reader->prompting == PROMPT_COMMAND)
        completing_complete(reader, back);
    else if (reader->prompting == PROMPT_SEARCH)
        completing_complete_term(reader, back);
    else if (reader->prompting == PROMPT_SAVE)
        reader->save_whole = !reader->save_whole;
    else if (reader->view->type->wishes)
        completing_complete_wish(reader, reader->view->type, back);
}

static void press_in_prompt(Reader *reader, Press press)
{
    Prompt *prompt = &reader->prompts[reader->prompting - PROMPT_SEARCH];
    if (reader->choices.count && choosing_take(reader, press))
        return;
    if (press == PRESS_TAB || press == PRESS_BACKTAB) {
        complete(reader, press == PRESS_BACKTAB);
        return;
    }
    PromptEnd end = prompt_take(prompt, press);
    if (prompt->full)
        reader_say(reader, "the line is full");
    if (end == PROMPT_CANCELLED && press == PRESS_ESCAPE)
        reader->escaped = reader->prompting;
    if (end != PROMPT_OPEN)
        end_prompt(reader, prompt, end);
    else
        choosing_close(reader);
}

void reader_press(Reader *reader, Press press)
{
    Command command;
    PromptKind escaped = reader->escaped;
    reader->escaped = PROMPT_NONE;
    buffer_clear(&reader->said);
    reader->finding.told = false;
    reader->changed = true;
    if (press == PRESS_UNESCAPE) {
        if (escaped)
            reader->prompting = escaped; // with all that was typed
        return;
    }
    if (reader->prompting) {
        press_in_prompt(reader, press);
        return;
    }
    reader->keys.folds = !needing_lack(reader, NEED_FOLDING);
    if (!keys_take(&reader->keys, press, &command))
        return;
    if (command.action != ACTION_LINK_NEXT && command.action != ACTION_LINK_PREVIOUS &&
        command.action != ACTION_FOLLOW)
        reader->link = 0;
    reader->finding.waiting = false; // the reader has gone on without the first hit
    reader_obey(reader, command);
}

static bool work_on_view(Reader *reader, unsigned milliseconds)
{
    View *view = reader->view;
    return view->type->work && view->pane && view->type->work(reader, view, milliseconds);
}

bool reader_work(Reader *reader, unsigned milliseconds)
{
    if (finding_work(reader, milliseconds) || work_on_view(reader, milliseconds))
        return true;
    if (problems_complete(reader->problems))
        return false;
    bool more = problems_step(reader->problems, milliseconds);
    // Progress is shown now and then; what the skim found of links is shown when it is complete.
    if (!more || skim_done(reader->skim) >= reader->skimmed + 100) {
        reader->skimmed = skim_done(reader->skim);
        reader->changed = true;
    }
    if (!more) {
        reader_refresh(reader);
        for (size_t i = 0; i < reader->view_count; i++)
            if (reader->views[i].type->of_skim)
                reader_renew(reader, &reader->views[i]);
    }
    return more;
}

bool reader_changed(const Reader *reader)
{
    return reader->changed;
}

void reader_rest(Reader *reader)
{
    dossier_trim_unshown(reader->dossier, TEXT_LIMIT);
}

// The columns' texts are shown even while none of their passages is in sight.
static void show_columns(Reader *reader)
{
    if (!reader->view->type->of_account || !reader->dossier->account_count)
        return;
    for (int side = 0; side < 2; side++) {
        uint32_t account = reader->columns_of[side].account;
        account = account == NONE ? reader->account : account;
        if (speech_at_hand(reader->dossier, account))
            dossier_speech(reader->dossier, account);
    }
}

void reader_paint(Reader *reader, Grid *grid)
{
    reader->changed = false;
    dossier_show_anew(reader->dossier);
    screen_paint(reader, grid);
    show_columns(reader);
}

Wish reader_wish(Reader *reader, Str *text)
{
    Wish wish = reader->wish;
    reader->wish = WISH_NONE;
    *text = wish == WISH_COPY ? buffer_str(&reader->copy) : (Str){0};
    return wish;
}
