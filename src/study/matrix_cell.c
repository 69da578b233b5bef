// SPDX-License-Identifier: MIT
// What the matrix knows.
#include "study/seats.h"

size_t matrix_done(const Matrix *matrix)
{
    return matrix->next;
}

bool matrix_complete(const Matrix *matrix)
{
    return matrix->next == matrix->dossier->round_count;
}

bool matrix_has(const Matrix *matrix, uint32_t round)
{
    return matrix->rounds[round].done;
}

size_t matrix_parties(const Matrix *matrix, uint32_t round, uint32_t *parties)
{
    const Round *at = &matrix->dossier->rounds[round];
    const MatrixRound *done = &matrix->rounds[round];
    size_t count = 0;
    for (size_t i = 0; i < done->count; i++)
        parties[count++] = done->seats[i].party;
    for (size_t i = 0; i < at->party_count && !done->done && count < MATRIX_SIDES_MAX; i++)
        parties[count++] = at->parties[i];
    return count;
}

bool matrix_has_speech(const Matrix *matrix, uint32_t round)
{
    const Round *at = &matrix->dossier->rounds[round];
    if (matrix->rounds[round].done)
        return matrix->rounds[round].speech;
    for (uint32_t i = 0; i < at->account_count; i++)
        if (!matrix->dossier->accounts[at->account + i].speechless)
            return true;
    return false;
}

static const MatrixSeat *find_seat(const MatrixRound *done, uint32_t party)
{
    for (size_t i = 0; i < done->count; i++)
        if (done->seats[i].party == party)
            return &done->seats[i];
    return NULL;
}

static const MatrixItem *find_item(const MatrixSeat *seat, uint32_t topic)
{
    size_t low = 0, high = seat->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (seat->items[middle].topic < topic)
            low = middle + 1;
        else
            high = middle;
    }
    return low < seat->count && seat->items[low].topic == topic ? &seat->items[low] : NULL;
}

MatrixCell matrix_cell(const Matrix *matrix, uint32_t round, uint32_t party, uint32_t topic)
{
    const MatrixRound *done = &matrix->rounds[round];
    const MatrixSeat *seat = find_seat(done, party);
    if (!seat)
        return (MatrixCell){.state = done->others};
    if (topic == NONE)
        return seat->all;
    const MatrixItem *item = find_item(seat, topic);
    return item ? item->cell : (MatrixCell){.state = seat->lack};
}

MatrixTotal matrix_total(const Matrix *matrix, uint32_t side, uint32_t topic)
{
    for (size_t i = 0; i < matrix->side_count; i++)
        if (matrix->sides[i] == side)
            return matrix->totals[i][topic == NONE ? matrix->dossier->topic_count : topic];
    return (MatrixTotal){0};
}

uint32_t matrix_rounds(const Matrix *matrix, uint32_t topic)
{
    return matrix->raised[topic];
}

uint32_t matrix_rounds_alone(const Matrix *matrix, uint32_t topic)
{
    return matrix->alone[topic];
}
