// SPDX-License-Identifier: MIT
// Positions: what a side holds on a topic in a round.
#include "build.h"

#include <stdlib.h>

static bool report(Build *build, const ScanItem *found, DiagnosticKind kind, Str detail)
{
    input_problem(&build->lookup.input, kind, found->raw.id_line, found->raw.record.column, detail);
    return false;
}

// Whose position it is, and on what. False: it is nobody's, and that has been said.
static bool take_subject(Build *build, const ScanItem *found, Position *position)
{
    const Dossier *dossier = &build->model->dossier;
    Str rest = found->raw.record.id;
    Str account, party, topic, more;
    str_next_word(&rest, " \t", &account);
    str_next_word(&rest, " \t", &party);
    if (!str_next_word(&rest, " \t", &topic) || str_next_word(&rest, " \t", &more))
        return report(build, found, DIAGNOSTIC_BAD_POSITION, found->raw.record.id);
    position->account = dossier_account(dossier, account);
    position->party = dossier_party(dossier, party);
    position->topic = dossier_topic(dossier, topic);
    bool known = position->account != NONE || report(build, found, DIAGNOSTIC_DANGLING_REFERENCE, account);
    known = (position->party != NONE || report(build, found, DIAGNOSTIC_UNKNOWN_PARTY, party)) && known;
    return (position->topic != NONE || report(build, found, DIAGNOSTIC_UNKNOWN_TOPIC, topic)) && known;
}

static int compare_subjects(const Position *x, const Position *y)
{
    if (x->account != y->account)
        return x->account < y->account ? -1 : 1;
    if (x->topic != y->topic)
        return x->topic < y->topic ? -1 : 1;
    return (x->party > y->party) - (x->party < y->party);
}

static int compare_positions(const void *a, const void *b)
{
    const Position *x = a, *y = b;
    int order = compare_subjects(x, y);
    if (order)
        return order;
    if (x->record.file != y->record.file)
        return x->record.file < y->record.file ? -1 : 1;
    return (x->record.line > y->record.line) - (x->record.line < y->record.line);
}

// Sorts them; of several for one subject the first in the files counts. Returns how many are left.
static size_t keep_first(Build *build, Position *positions, size_t count)
{
    size_t kept = 0;
    if (count > 1)
        qsort(positions, count, sizeof *positions, compare_positions);
    for (size_t i = 0; i < count; i++) {
        const Record *record = &positions[i].record;
        if (kept && compare_subjects(&positions[kept - 1], &positions[i]) == 0)
            diagnostic_add(build->lookup.input.problems, DIAGNOSTIC_REPEATED_ID, record->file, record->line,
                           record->column, record->id);
        else
            positions[kept++] = positions[i];
    }
    return kept;
}

void build_positions(Build *build)
{
    Dossier *dossier = &build->model->dossier;
    Position *positions = build_array(build, build_count(build, RECORD_POSITION), sizeof *positions);
    size_t count = 0;
    const ScanItem *found;
    for (size_t at = 0; (found = build_next(build, RECORD_POSITION, &at));) {
        const Record *record = &found->raw.record;
        Position position = {.record = *record, .text = record_value(record, "Text")};
        if (!take_subject(build, found, &position))
            continue;
        resolve_refs(&build->lookup, record_pair(record, "Rests"), position.account, &build->mentions);
        position.refs = mention_list_take(&build->mentions, &build->model->arena, &position.ref_count);
        positions[count++] = position;
    }
    dossier->positions = positions;
    dossier->position_count = keep_first(build, positions, count);
}

uint32_t dossier_position(const Dossier *dossier, uint32_t account, uint32_t party, uint32_t topic)
{
    Position wanted = {.account = account, .party = party, .topic = topic};
    size_t low = 0, high = dossier->position_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (compare_subjects(&dossier->positions[middle], &wanted) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    bool found = low < dossier->position_count && compare_subjects(&dossier->positions[low], &wanted) == 0;
    return found ? (uint32_t)low : NONE;
}
