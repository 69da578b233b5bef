// SPDX-License-Identifier: MIT
// What the two sides hold, topic by topic, a sentence each: the first screen of a dossier and of each round.
#include <stdlib.h>

#include "diptych/memory.h"
#include "view/frame/inside.h"

extern const ViewType view_overview;

// Which topics are shown.
typedef struct OverviewView {
    Query *only; // null: all
    Buffer words;
} OverviewView;

static void *begin(Reader *reader)
{
    (void)reader;
    return mem_new(1, sizeof(OverviewView));
}

static void end(void *own)
{
    OverviewView *it = own;
    query_free(it->only);
    buffer_free(&it->words);
    free(it);
}

static void *fill(Reader *reader)
{
    const OverviewView *own = reader_view_of_type(reader, &view_overview)->own;
    Sheet *sheet = sheet_new();
    if (own->only) {
        sheet_band(sheet);
        sheet_text(sheet, (Target){0}, (Str){0}, buffer_str(&own->words), STYLE_BOLD);
    }
    sheet_add_overview(sheet, reader->dossier, reader->skim, reader->columns_of, reader->account, own->only);
    return sheet;
}

static void filter(Reader *reader, View *view)
{
    (void)view;
    reader_ask(reader);
}

// Shows only topics that have the words; all, where there are none.
static void wish(Reader *reader, View *view, Str words)
{
    OverviewView *own = view->own;
    Error error;
    Query *only = words.len ? query_new(reader->dossier, words, false, reader->look.lens, &error) : NULL;
    if (words.len && (!only || !query_has_words(only))) {
        reader_say(reader, "%s", only ? "topics are told apart by words alone" : error.text);
        query_free(only);
        return;
    }
    query_free(own->only);
    own->only = only;
    buffer_clear(&own->words);
    buffer_addf(&own->words, "Only topics that have \"%.*s\" (f and ENTER: all)", (int)words.len, words.at);
    reader_renew(reader, view);
    if (only && reader_current(reader).kind == TARGET_NONE)
        reader_say(reader, "no topic here has these words; f and ENTER shows all again");
}

// To the passages that the line sums up.
static void follow(Reader *reader, Target target)
{
    if (target.kind == TARGET_TOPIC)
        reader_visit_topic(reader, target.index);
    else
        reader_visit_target(reader, target);
}

const ViewType view_overview = {
    .name = "overview",
    .letter = 'o',
    .hints = "/:search  }:next round  ]:next topic  ENTER:read it side by side  ?:help",
    .need = NEED_ROUNDS,
    .is_base = true,
    .is_kept = true,
    .of_account = true,
    .of_skim = true,
    .by_topic = true,
    .pane = &pane_strips,
    .fill = fill,
    .follow = follow,
    .begin = begin,
    .end = end,
    .filter = filter,
    .wish = wish,
};
