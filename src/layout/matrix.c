// SPDX-License-Identifier: MIT
// The matrix as a table.
#include "diptych/matrix_table.h"

#include <stdlib.h>

#include "diptych/as_of.h"
#include "diptych/memory.h"

// What stands for each state but the first, in ASCII, and as short as it may be without being another's.
static const char *const signs[STANDING_COUNT] = {
    [STANDING_SPOKE] = "+ =",          [STANDING_ANSWERED] = "ans",
    [STANDING_PUT_OFF] = "off",        [STANDING_OMITTED] = "cut",
    [STANDING_TOLD] = "acc",           [STANDING_ABSENT] = "-",
    [STANDING_SILENT] = "0",           [STANDING_NOT_IN_MINUTES] = "min?",
    [STANDING_NOT_IN_RECORD] = "rec?", [STANDING_NOT_RECORDED] = "?",
};

static void add_numbers(Buffer *out, uint32_t anew, uint32_t repeated)
{
    if (anew)
        buffer_addf(out, "+%u", (unsigned)anew);
    if (repeated)
        buffer_addf(out, "=%u", (unsigned)repeated);
}

void matrix_sign_add(Buffer *out, MatrixCell cell)
{
    if (cell.state != STANDING_SPOKE)
        buffer_add_text(out, signs[cell.state]);
    else if (cell.anew + cell.repeated)
        add_numbers(out, cell.anew, cell.repeated);
    else
        buffer_addf(out, "~%u", (unsigned)cell.inferred);
    if (cell.alone)
        buffer_add_byte(out, '!');
}

void matrix_meaning_add(Buffer *out, StandingState state)
{
    buffer_addf(out, "%-5s %s: %s", signs[state], standing_word(state), standing_meaning(state));
}

// What the cells are asked of.
typedef struct Asked {
    const Dossier *dossier;
    const Matrix *matrix;
    const Table *table;
    MatrixFilter filter;
} Asked;

static Style add_total(const Asked *asked, uint32_t side, uint32_t topic, Buffer *text)
{
    MatrixTotal total = matrix_total(asked->matrix, side, topic);
    add_numbers(text, total.anew, total.repeated);
    if (text->len && !matrix_complete(asked->matrix))
        buffer_add_byte(text, '+');
    return STYLE_PLAIN;
}

static Style add_round(const Asked *asked, Target column, uint32_t topic, Buffer *text)
{
    if (!matrix_has(asked->matrix, column.index)) {
        buffer_add_text(text, "..");
        return STYLE_DIM;
    }
    MatrixCell cell = matrix_cell(asked->matrix, column.index, column.ordinal, topic);
    if (asked->filter == MATRIX_ALONE && !cell.alone)
        return STYLE_DIM;
    if (topic != NONE) {
        matrix_sign_add(text, cell);
        return cell.state == STANDING_SPOKE ? STYLE_BOLD : STYLE_PLAIN;
    }
    add_numbers(text, cell.anew, cell.repeated);
    return STYLE_PLAIN;
}

static Style add_cell(const void *context, size_t row, size_t column, Buffer *text)
{
    const Asked *asked = context;
    Target of = asked->table->columns[column].target, about = asked->table->rows[row].target;
    uint32_t topic = about.kind == TARGET_TOPIC ? about.index : NONE;
    if (of.kind == TARGET_ROUND)
        return add_round(asked, of, topic, text);
    if (of.kind == TARGET_PARTY)
        return add_total(asked, of.index, topic, text);
    if (topic != NONE && matrix_rounds(asked->matrix, topic))
        buffer_addf(text, "%u%s", (unsigned)matrix_rounds(asked->matrix, topic),
                    matrix_complete(asked->matrix) ? "" : "+");
    return STYLE_PLAIN;
}

// The party of that side in the round: it, or the one at the table that stands in its line, or nobody at the
// table.
static uint32_t party_in(const Dossier *dossier, const uint32_t *parties, size_t count, uint32_t side)
{
    uint32_t found = side;
    for (size_t i = 0; i < count; i++) {
        if (parties[i] == side)
            return side;
        if (dossier->parties[parties[i]].side == dossier->parties[side].side)
            found = parties[i];
    }
    return found;
}

static bool is_left_out(const Asked *asked, uint32_t round, uint32_t party)
{
    if (asked->filter == MATRIX_EVERYTHING || !matrix_has(asked->matrix, round))
        return asked->filter != MATRIX_EVERYTHING && !matrix_has_speech(asked->matrix, round);
    return !matrix_has_speech(asked->matrix, round) ||
           (asked->filter == MATRIX_ALONE && !matrix_cell(asked->matrix, round, party, NONE).alone);
}

static void add_column(Table *table, const Asked *asked, uint32_t round, uint32_t party)
{
    const Dossier *dossier = asked->dossier;
    if (!is_left_out(asked, round, party))
        table_add_column(table, (Target){TARGET_ROUND, round, party}, dossier->rounds[round].record.id,
                         dossier->parties[party].brief);
}

// The two sides first, then whoever else was at the table.
static void add_columns_of_round(Table *table, const Asked *asked, const MatrixLook *look, uint32_t round)
{
    uint32_t parties[MATRIX_SIDES_MAX], shown[2] = {NONE, NONE};
    size_t count = matrix_parties(asked->matrix, round, parties);
    for (int side = 0; side < 2; side++) {
        if (look->sides[side] == NONE)
            continue;
        shown[side] = party_in(asked->dossier, parties, count, look->sides[side]);
        if (side == 0 || shown[1] != shown[0])
            add_column(table, asked, round, shown[side]);
    }
    for (size_t i = 0; i < count; i++)
        if (parties[i] != shown[0] && parties[i] != shown[1])
            add_column(table, asked, round, parties[i]);
}

static void add_columns(Table *table, const Asked *asked, const MatrixLook *look)
{
    const Dossier *dossier = asked->dossier;
    Str all = str_of("all rounds");
    table_add_column(table, (Target){0}, all, str_of("rounds"));
    for (int side = 0; side < 2; side++)
        if (look->sides[side] != NONE) {
            uint32_t first = dossier->parties[look->sides[side]].side;
            table_add_column(table, (Target){TARGET_PARTY, first, 0}, all, dossier->parties[first].brief);
        }
    for (uint32_t round = 0; round < dossier->round_count; round++)
        add_columns_of_round(table, asked, look, round);
}

// A topic on its way to its row.
typedef struct TopicRank {
    uint32_t topic;
    uint32_t place; // in a walk through all topics
    uint32_t depth;
    uint32_t rounds;
    Date date;
} TopicRank;

static int compare_places(const void *a, const void *b)
{
    const TopicRank *x = a, *y = b;
    return (x->place > y->place) - (x->place < y->place);
}

static int compare_dates(const void *a, const void *b)
{
    const TopicRank *x = a, *y = b;
    int known = date_known(y->date) - date_known(x->date);
    int order = known ? known : date_compare(x->date, y->date);
    return order ? order : compare_places(a, b);
}

static int compare_rounds(const void *a, const void *b)
{
    const TopicRank *x = a, *y = b;
    if (x->rounds != y->rounds)
        return x->rounds > y->rounds ? -1 : 1;
    return compare_places(a, b);
}

// The first topic below each, and the next one beside it, in the order of the dossier; NONE.
typedef struct Kin {
    uint32_t below, beside;
} Kin;

// The last one stands for the topics at the top.
static Kin *find_kin(const Dossier *dossier)
{
    size_t count = dossier->topic_count;
    Kin *kin = mem_new(count + 1, sizeof *kin);
    for (size_t i = 0; i <= count; i++)
        kin[i] = (Kin){NONE, NONE};
    for (size_t i = count; i-- > 0;) {
        uint32_t parent = dossier->topics[i].parent;
        Kin *above = &kin[parent == NONE ? count : parent];
        kin[i].beside = above->below;
        above->below = (uint32_t)i;
    }
    return kin;
}

// All topics in the order of the dossier, each followed by those below it, with how deep they stand.
static TopicRank *walk_topics(const Dossier *dossier, const Matrix *matrix, size_t *count)
{
    TopicRank *ranked = mem_new(dossier->topic_count, sizeof *ranked);
    Kin *kin = find_kin(dossier);
    uint32_t topic = kin[dossier->topic_count].below, depth = 0;
    *count = 0;
    while (topic != NONE) {
        ranked[*count] = (TopicRank){topic, (uint32_t)*count, depth, matrix_rounds(matrix, topic),
                                     dossier->topics[topic].date};
        ++*count;
        depth += kin[topic].below != NONE;
        uint32_t next = kin[topic].below;
        while (next == NONE && topic != NONE) {
            next = kin[topic].beside;
            topic = dossier->topics[topic].parent;
            depth -= next == NONE && topic != NONE;
        }
        topic = next;
    }
    free(kin);
    return ranked;
}

static bool is_folded(const MatrixLook *look, uint32_t topic)
{
    return look->folded && look->folded[topic];
}

// What is dated later than the day as of which the dossier is told, and nobody spoke of yet.
static bool is_to_come(const Asked *asked, uint32_t topic)
{
    const Dossier *dossier = asked->dossier;
    return as_of_is_set(dossier) && date_ends_before(dossier->as_of, dossier->topics[topic].date) &&
           matrix_complete(asked->matrix) && !matrix_rounds(asked->matrix, topic);
}

// Keeps those that are shown; returns how many.
static size_t keep_shown(const Asked *asked, const MatrixLook *look, TopicRank *ranked, size_t count)
{
    size_t kept = 0;
    uint32_t depth = UINT32_MAX; // what is deeper is folded away
    for (size_t i = 0; i < count; i++) {
        uint32_t topic = ranked[i].topic;
        if (ranked[i].depth > depth)
            continue;
        depth = is_folded(look, topic) ? ranked[i].depth : UINT32_MAX;
        if (is_to_come(asked, topic))
            continue;
        if (look->filter != MATRIX_ALONE || !matrix_complete(asked->matrix) ||
            matrix_rounds_alone(asked->matrix, topic))
            ranked[kept++] = ranked[i];
    }
    return kept;
}

static void add_topic(Table *table, const Dossier *dossier, const MatrixLook *look, const TopicRank *ranked)
{
    const Topic *topic = &dossier->topics[ranked->topic];
    size_t below = topic->end > topic->place + 1 ? topic->end - topic->place - 1 : 0;
    Str brief = record_value(&topic->record, "Short");
    Buffer title = {0};
    if (look->sort == MATRIX_BY_GROUP)
        buffer_fill(&title, ' ', 2 * (ranked->depth < 8 ? ranked->depth : 8));
    if (below && is_folded(look, ranked->topic))
        buffer_addf(&title, "[+%zu] ", below);
    size_t front = title.len;
    buffer_add(&title, topic->record.title);
    table_add_row(table, (Target){TARGET_TOPIC, ranked->topic, 0}, buffer_str(&title));
    title.len = front;
    buffer_add(&title, brief);
    if (brief.len)
        table_set_brief(table, buffer_str(&title));
    buffer_free(&title);
}

static void add_rows(Table *table, const Asked *asked, const MatrixLook *look)
{
    static int (*const orders[MATRIX_SORT_COUNT])(const void *, const void *) = {
        compare_places, compare_dates, compare_rounds};
    size_t count;
    TopicRank *ranked = walk_topics(asked->dossier, asked->matrix, &count);
    count = keep_shown(asked, look, ranked, count);
    if (count > 1)
        qsort(ranked, count, sizeof *ranked, orders[look->sort]);
    for (size_t i = 0; i < count; i++)
        add_topic(table, asked->dossier, look, &ranked[i]);
    table_add_row(table, (Target){0}, str_of("All topics, and none"));
    free(ranked);
}

static void add_legend(Table *table)
{
    table_add_note(table, (Str){0});
    table_add_note(table, str_of("+3=2  spoke: 3 passages anew, 2 that restate its side's earlier words"));
    table_add_note(table, str_of("~1    spoke: only what is inferred or narrated of it"));
    for (StandingState state = STANDING_SPOKE + 1; state < STANDING_COUNT; state++) {
        Buffer line = {0};
        matrix_meaning_add(&line, state);
        table_add_note(table, buffer_str(&line));
        buffer_free(&line);
    }
    table_add_note(table, str_of("!     behind it: no other side has words on the topic in this round"));
    table_add_note(table, str_of("..    not read yet"));
}

Table *matrix_table(Dossier *dossier, const Matrix *matrix, const MatrixLook *look)
{
    Table *table = table_new();
    Asked *asked = arena_new(table->arena, sizeof *asked);
    *asked = (Asked){dossier, matrix, table, look->filter};
    table_ask(table, (TableSource){add_cell, asked});
    add_columns(table, asked, look);
    add_rows(table, asked, look);
    add_legend(table);
    return table;
}
