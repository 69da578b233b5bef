// SPDX-License-Identifier: MIT
// What a line may mean, a line each, over the lowest rows of the screen.
#include "diptych/cluster.h"
#include "view/frame/inside.h"

// Columns of the mark and of the widest kind, with what follows it.
#define KIND_COLUMN 1
#define TITLE_COLUMN 13

// "USSR, 20 Dec 1988, Working group 1".
static void add_column(Reader *reader, Buffer *out, Selector column)
{
    const Dossier *dossier = reader->dossier;
    buffer_add(out, dossier->parties[column.party].brief);
    if (column.account == NONE) {
        buffer_add_text(out, ", in the round at hand");
        return;
    }
    uint32_t round = dossier->accounts[column.account].round;
    buffer_add_text(out, ", ");
    date_add(out, dossier->rounds[round].date);
    buffer_add_text(out, date_known(dossier->rounds[round].date) ? ", " : "");
    meaning_brief_add(out, reader->dossier, (Target){TARGET_ROUND, round, 0});
}

// What a key of terms is about.
static const char *about_key(TermKey key)
{
    static const char *const about[TERM_KEY_COUNT] = {
        [TERM_ACT] = "what a passage does",
        [TERM_STATUS] = "what kind of words it is",
        [TERM_TOPIC] = "what it is about",
        [TERM_ROUND] = "where it was said",
        [TERM_VERDICT] = "what it says of the other side's words",
        [TERM_TO] = "whom it was said to",
    };
    return about[key];
}

// What the choice is called, by its short title where the whole one has no room, and what is typed for it.
static void add_texts(Reader *reader, const Choice *choice, size_t room, Buffer *title, Buffer *id)
{
    choice_add(id, reader->dossier, choice);
    if (choice->kind == CHOICE_COLUMN) {
        add_column(reader, title, choice->column);
    } else if (choice->kind == CHOICE_KEY) {
        buffer_add_text(title, about_key(choice->key));
    } else if (choice->kind == CHOICE_WORD || choice->kind == CHOICE_VALUE) {
        buffer_add(title, choice->word);
    } else {
        meaning_title_add(title, reader->dossier, choice->meaning.target);
    }
    if (str_equal(buffer_str(id), buffer_str(title)))
        buffer_clear(id);
    if (choice->meaning.target.kind == TARGET_NONE ||
        cluster_columns(buffer_str(title)) + 3 + cluster_columns(buffer_str(id)) <= room)
        return;
    buffer_clear(title);
    meaning_brief_add(title, reader->dossier, choice->meaning.target);
}

static const char *kind_of(const Choice *choice)
{
    switch (choice->kind) {
    case CHOICE_COLUMN:
        return "column";
    case CHOICE_KEY:
        return "only";
    case CHOICE_WORD:
        return "command";
    case CHOICE_VALUE:
        return term_word(choice->key);
    default:
        return meaning_kind(choice->meaning.target.kind);
    }
}

// "topic  Treaty of Shimoda, 1855  shimoda-1855". An id that would take too much of the row gives way to the
// title; it is in the prompt once it is chosen.
static void paint_choice(Reader *reader, Grid *grid, size_t row, size_t at)
{
    const Choice *choice = &reader->choices.items[at];
    bool chosen = at == reader->choices.at;
    Buffer title = {0}, id = {0}, fitting = {0};
    Style quiet = chosen ? STYLE_BOLD : STYLE_DIM;
    size_t room = grid->columns > TITLE_COLUMN ? grid->columns - TITLE_COLUMN : 1;
    add_texts(reader, choice, room, &title, &id);
    size_t taken = id.len ? cluster_columns(buffer_str(&id)) + 3 : 0; // with a blank behind it
    if (taken < room / 2)
        room -= taken;
    screen_clear_row(grid, row);
    grid_put(grid, row, 0, KIND_COLUMN, str_of(chosen ? ">" : ""), STYLE_BOLD);
    grid_put(grid, row, KIND_COLUMN, TITLE_COLUMN - 1, str_of(kind_of(choice)), quiet);
    cluster_cut_add(&fitting, buffer_str(&title), room);
    size_t column = grid_put(grid, row, TITLE_COLUMN, grid->columns, buffer_str(&fitting),
                             chosen ? STYLE_BOLD : STYLE_PLAIN);
    screen_put_right(grid, row, column + 1, buffer_str(&id), quiet);
    buffer_free(&title);
    buffer_free(&id);
    buffer_free(&fitting);
}

static void paint_how_many(const Reader *reader, Grid *grid, size_t row)
{
    const Choices *choices = &reader->choices;
    Buffer text = {0}, line = {0};
    buffer_addf(&text, " %zu of %zu   TAB next   ENTER %s   ESC leave ", choices->at + 1, choices->count,
                choices->whole                       ? "go there"
                : reader->prompting == PROMPT_SEARCH ? "search"
                                                     : "do it");
    screen_clear_row(grid, row);
    size_t column = grid_put(grid, row, 0, grid->columns, buffer_str(&text), STYLE_BOLD);
    for (size_t at = column; at < grid->columns; at++)
        buffer_add_text(&line, reader->look.ascii ? "-" : "─");
    grid_put(grid, row, column, grid->columns, buffer_str(&line), STYLE_DIM);
    buffer_free(&text);
    buffer_free(&line);
}

void screen_paint_choices(Reader *reader, Grid *grid)
{
    const Choices *choices = &reader->choices;
    if (!choices->count)
        return;
    size_t most = grid->rows / 2 - 1; // a smaller screen than six rows shows nothing of the kind
    size_t rows = choices->count < most ? choices->count : most, first = 0;
    if (choices->at > rows / 2)
        first = choices->at - rows / 2;
    if (first > choices->count - rows)
        first = choices->count - rows;
    size_t row = grid->rows - 1 - rows;
    paint_how_many(reader, grid, row - 1);
    for (size_t i = 0; i < rows; i++)
        paint_choice(reader, grid, row + i, first + i);
}
