// SPDX-License-Identifier: MIT
// Filling the matrix, a round at a time.

#include <stdlib.h>

#include "diptych/clock.h"
#include "diptych/layers.h"
#include "diptych/memory.h"
#include "study/seats.h"

Matrix *matrix_new(Dossier *dossier, Skim *skim, uint32_t first)
{
    Matrix *matrix = mem_new(1, sizeof *matrix);
    matrix->dossier = dossier;
    matrix->skim = skim;
    matrix->first = first;
    matrix->rounds = mem_new(dossier->round_count, sizeof *matrix->rounds);
    matrix->raised = mem_new(dossier->topic_count, sizeof *matrix->raised);
    matrix->alone = mem_new(dossier->topic_count, sizeof *matrix->alone);
    matrix->speaking = mem_new(dossier->topic_count, sizeof *matrix->speaking);
    return matrix;
}

void matrix_free(Matrix *matrix)
{
    if (!matrix)
        return;
    for (size_t i = 0; i < matrix->dossier->round_count; i++) {
        for (size_t k = 0; k < matrix->rounds[i].count; k++)
            free(matrix->rounds[i].seats[k].items);
        free(matrix->rounds[i].seats);
    }
    for (size_t i = 0; i < matrix->side_count; i++)
        free(matrix->totals[i]);
    free(matrix->rounds);
    free(matrix->raised);
    free(matrix->alone);
    free(matrix->speaking);
    free(matrix);
}

// Counts a passage of the party's.
static void count_passage(MatrixCell *cell, const Glance *glance)
{
    if (glance->status == STATUS_OMITTED || glance->status == STATUS_SUMMARY)
        return;
    if (!status_is_said((Status)glance->status))
        cell->inferred++;
    else if (glance->restates)
        cell->repeated++;
    else
        cell->anew++;
}

static MatrixCell cell_of(const Matrix *matrix, Standing standing)
{
    MatrixCell cell = {.state = standing.state};
    for (size_t i = 0; i < standing.count && standing.state == STANDING_SPOKE; i++) {
        Glance glance = layered_glance(matrix->dossier, matrix->skim, standing.reasons[i].passage);
        count_passage(&cell, &glance);
    }
    return cell;
}

static MatrixCell count_all(const Matrix *matrix, uint32_t account, uint32_t party)
{
    MatrixCell cell = {.state = STANDING_SPOKE};
    for (uint32_t i = 0; i < skim_count(matrix->skim, account); i++) {
        Glance glance = layered_glance(matrix->dossier, matrix->skim, (PassageId){account, i});
        if (glance_is_by(matrix->dossier, &glance, party))
            count_passage(&cell, &glance);
    }
    return cell;
}

// The totals of the side, made when they are first wanted; null: there are too many sides.
static MatrixTotal *totals_of(Matrix *matrix, uint32_t side)
{
    for (size_t i = 0; i < matrix->side_count; i++)
        if (matrix->sides[i] == side)
            return matrix->totals[i];
    if (matrix->side_count == MATRIX_SIDES_MAX)
        return NULL;
    matrix->sides[matrix->side_count] = side;
    MatrixTotal *totals = mem_new(matrix->dossier->topic_count + 1, sizeof *totals);
    matrix->totals[matrix->side_count++] = totals;
    return totals;
}

static void add_total(MatrixTotal *total, MatrixCell cell)
{
    total->rounds += cell.state == STANDING_TOLD || cell.anew + cell.repeated + cell.inferred > 0;
    total->anew += cell.anew;
    total->repeated += cell.repeated;
}

// It has words there, in this account or in another one of the round.
static bool has_words(const MatrixItem *item)
{
    return item->cell.state == STANDING_SPOKE || item->cell.state == STANDING_TOLD;
}

static void sum_up(Matrix *matrix, const MatrixSeat *seat)
{
    MatrixTotal *totals = totals_of(matrix, matrix->dossier->parties[seat->party].side);
    if (!totals)
        return;
    for (size_t i = 0; i < seat->count; i++)
        if (has_words(&seat->items[i]))
            add_total(&totals[seat->items[i].topic], seat->items[i].cell);
    add_total(&totals[matrix->dossier->topic_count], seat->all);
}

// Who alone has words on a topic.
static void find_alone(Matrix *matrix, const MatrixRound *done)
{
    uint32_t *speaking = matrix->speaking;
    for (size_t s = 0; s < done->count; s++)
        for (size_t i = 0; i < done->seats[s].count; i++)
            speaking[done->seats[s].items[i].topic] += has_words(&done->seats[s].items[i]);
    for (size_t s = 0; s < done->count; s++)
        for (size_t i = 0; i < done->seats[s].count; i++) {
            MatrixItem *item = &done->seats[s].items[i];
            item->cell.alone = has_words(item) && speaking[item->topic] == 1;
            done->seats[s].all.alone = done->seats[s].all.alone || item->cell.alone;
            matrix->alone[item->topic] += item->cell.alone;
        }
    for (size_t s = 0; s < done->count; s++)
        for (size_t i = 0; i < done->seats[s].count; i++) {
            uint32_t topic = done->seats[s].items[i].topic;
            matrix->raised[topic] += speaking[topic] > 0;
            speaking[topic] = 0;
        }
}

static MatrixSeat seat_party(const Matrix *matrix, uint32_t round, uint32_t party)
{
    uint32_t account = matrix->dossier->rounds[round].account;
    Standings *standings = standings_new(matrix->dossier, matrix->skim, round, party, NONE);
    MatrixSeat seat = {.party = party, .lack = standings_lack(standings, account).state};
    uint32_t *topics = standings_topics(standings, account, &seat.count);
    seat.items = mem_new(seat.count, sizeof *seat.items);
    for (size_t i = 0; i < seat.count; i++)
        seat.items[i] = (MatrixItem){topics[i], cell_of(matrix, standings_of(standings, account, topics[i]))};
    seat.all = count_all(matrix, account, party);
    free(topics);
    standings_free(standings);
    return seat;
}

static bool has_speech(const Matrix *matrix, uint32_t round)
{
    const Round *at = &matrix->dossier->rounds[round];
    return standing_of_lack(matrix->dossier, matrix->skim, at->account).state != STANDING_NOT_RECORDED;
}

static void take_round(Matrix *matrix, uint32_t round)
{
    const Dossier *dossier = matrix->dossier;
    MatrixRound *done = &matrix->rounds[round];
    bool *seated = mem_new(dossier->party_count, sizeof *seated);
    size_t count = standing_seat(matrix->dossier, matrix->skim, round, seated);
    size_t most = count < MATRIX_SIDES_MAX ? count : MATRIX_SIDES_MAX;
    done->seats = mem_new(most, sizeof *done->seats);
    for (uint32_t party = 0; party < dossier->party_count && done->count < most; party++)
        if (seated[party])
            done->seats[done->count++] = seat_party(matrix, round, party);
    for (size_t i = 0; i < done->count; i++)
        sum_up(matrix, &done->seats[i]);
    find_alone(matrix, done);
    free(seated);
    done->speech = has_speech(matrix, round);
    if (count > most)
        done->others = STANDING_NOT_IN_RECORD; // it may be one that is not told of
    else if (count)
        done->others = STANDING_ABSENT;
    else
        done->others = standing_of_lack(matrix->dossier, matrix->skim, dossier->rounds[round].account).state;
    done->done = true;
}

bool matrix_step(Matrix *matrix, unsigned milliseconds)
{
    int64_t end = milliseconds ? clock_milliseconds() + milliseconds : 0;
    do {
        if (matrix_complete(matrix))
            return false;
        take_round(matrix, (uint32_t)((matrix->first + matrix->next++) % matrix->dossier->round_count));
    } while (milliseconds && clock_milliseconds() < end);
    return !matrix_complete(matrix);
}
