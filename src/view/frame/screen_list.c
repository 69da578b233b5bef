// SPDX-License-Identifier: MIT
// What a line may mean, over the lowest rows of the screen: each in the rows that it needs.
#include <stdlib.h>

#include "diptych/cluster.h"
#include "diptych/cut.h"
#include "view/frame/inside.h"

// Columns of the mark and of the widest kind, with what follows it.
#define KIND_COLUMN 1
#define TITLE_COLUMN 13
// A title takes no more rows than these.
#define ROWS_MAX 4

// A choice, laid out.
typedef struct Offer {
    Buffer title, id;
    Breaks lines;  // of the title
    bool id_apart; // it has a row of its own
} Offer;

static size_t title_room(const Grid *grid)
{
    return grid->columns - TITLE_COLUMN; // of the 20 that there are at least
}

// Columns of the title's last line with the id behind it.
static size_t columns_of_last(const Offer *offer)
{
    size_t id = cluster_columns(buffer_str(&offer->id));
    return offer->lines.lines[offer->lines.count - 1].columns + (id ? id + 3 : 0);
}

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

// The short title instead of the whole one where that alone has room beside the id.
static void shorten(Reader *reader, Target target, size_t room, Offer *offer)
{
    Buffer brief = {0};
    size_t id = cluster_columns(buffer_str(&offer->id)) + 3;
    meaning_brief_add(&brief, reader->dossier, target);
    if (cluster_columns(buffer_str(&offer->title)) + id > room &&
        cluster_columns(buffer_str(&brief)) + id <= room) {
        buffer_clear(&offer->title);
        buffer_add(&offer->title, buffer_str(&brief));
    }
    buffer_free(&brief);
}

// What the choice is called, by its short title where that alone has room in a row, and what is typed for it.
static void add_texts(Reader *reader, const Choice *choice, size_t room, Offer *offer)
{
    Target target = choice->meaning.target;
    choice_add(&offer->id, reader->dossier, choice);
    if (choice->kind == CHOICE_COLUMN) {
        add_column(reader, &offer->title, choice->column);
    } else if (choice->kind == CHOICE_KEY) {
        buffer_add_text(&offer->title, about_key(choice->key));
    } else if (choice->kind == CHOICE_WORD || choice->kind == CHOICE_VALUE) {
        buffer_add(&offer->title, choice->word);
    } else {
        meaning_title_add(&offer->title, reader->dossier, target);
    }
    if (str_equal(buffer_str(&offer->id), buffer_str(&offer->title)))
        buffer_clear(&offer->id);
    if (target.kind != TARGET_NONE)
        shorten(reader, target, room, offer);
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

static Offer offer_of(Reader *reader, const Grid *grid, size_t at)
{
    Offer offer = {0};
    size_t room = title_room(grid);
    add_texts(reader, &reader->choices.items[at], room, &offer);
    break_lines(buffer_str(&offer.title), room, 0, &offer.lines);
    if (offer.lines.count > ROWS_MAX)
        offer.lines.count = ROWS_MAX;
    offer.id_apart = columns_of_last(&offer) > room;
    return offer;
}

static void free_offer(Offer *offer)
{
    buffer_free(&offer->title);
    buffer_free(&offer->id);
    free(offer->lines.lines);
}

static size_t rows_of(Reader *reader, const Grid *grid, size_t at)
{
    Offer offer = offer_of(reader, grid, at);
    size_t rows = offer.lines.count + offer.id_apart;
    free_offer(&offer);
    return rows;
}

// "topic  Treaty of Shimoda, 1855  shimoda-1855". Returns the row below it.
static size_t paint_choice(Reader *reader, Grid *grid, size_t row, size_t at)
{
    const Choice *choice = &reader->choices.items[at];
    bool chosen = at == reader->choices.at;
    Style quiet = chosen ? STYLE_BOLD : STYLE_DIM;
    Offer offer = offer_of(reader, grid, at);
    Str title = buffer_str(&offer.title), id = buffer_str(&offer.id);
    size_t end = row + offer.lines.count + offer.id_apart;
    for (size_t i = row; i < end; i++)
        screen_clear_row(grid, i);
    grid_put(grid, row, 0, KIND_COLUMN, str_of(chosen ? ">" : ""), STYLE_BOLD);
    grid_put(grid, row, KIND_COLUMN, TITLE_COLUMN - 1, str_of(kind_of(choice)), quiet);
    for (size_t i = 0; i < offer.lines.count; i++) {
        Buffer line = {0};
        size_t to = i + 1 < offer.lines.count ? offer.lines.lines[i].to : title.len;
        cut_add(&line, str_slice(title, offer.lines.lines[i].from, to), title_room(grid), reader->look.ascii);
        grid_put(grid, row + i, TITLE_COLUMN, grid->columns, buffer_str(&line),
                 chosen ? STYLE_BOLD : STYLE_PLAIN);
        buffer_free(&line);
    }
    screen_put_right(grid, end - 1, 0, id, quiet);
    free_offer(&offer);
    return end;
}

// The choices in sight.
typedef struct Sight {
    size_t first, end;
    size_t rows;
} Sight;

// As many as `most` rows hold, the chosen one about in the middle.
static Sight sight_of(Reader *reader, const Grid *grid, size_t most)
{
    const Choices *choices = &reader->choices;
    Sight sight = {choices->at, choices->at + 1, rows_of(reader, grid, choices->at)};
    for (bool up = true, down = true; up || down;) {
        bool above = up && sight.first > 0 && (!down || choices->at - sight.first <= sight.end - choices->at);
        if (above) {
            size_t rows = rows_of(reader, grid, sight.first - 1);
            up = sight.rows + rows <= most;
            sight.first -= up;
            sight.rows += up ? rows : 0;
        } else if (down && sight.end < choices->count) {
            size_t rows = rows_of(reader, grid, sight.end);
            down = sight.rows + rows <= most;
            sight.end += down;
            sight.rows += down ? rows : 0;
        } else if (down) {
            down = false;
        } else {
            up = false;
        }
    }
    return sight;
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
    Sight sight = sight_of(reader, grid, most);
    size_t row = grid->rows - 1 - (sight.rows < grid->rows - 1 ? sight.rows : grid->rows - 2);
    paint_how_many(reader, grid, row - 1);
    for (size_t i = sight.first; i < sight.end; i++)
        row = paint_choice(reader, grid, row, i);
}
