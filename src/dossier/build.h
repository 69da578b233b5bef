// SPDX-License-Identifier: MIT
// The second pass: records become typed, and their ids are looked up.
#ifndef DIPTYCH_DOSSIER_BUILD_H
#define DIPTYCH_DOSSIER_BUILD_H

#include "resolve.h"
#include "scan.h"

// What the records of a dossier are built with.
typedef struct Build {
    Scan *scan;
    Model *model;
    uint32_t main; // the file whose Dossier: record counts
    Lookup lookup; // turned to the record at hand
    NumberList numbers;
    LinkList links;
    MentionList mentions;
} Build;

// Builds the dossier from all that was found.
void build_dossier(Scan *scan, uint32_t main);

// The parts of it, each for records whose ids refer only to what is built before.
void build_things(Build *build);
void build_topics(Build *build);
void build_rounds(Build *build);
void build_discrepancies(Build *build);
void build_disputes(Build *build);
void build_positions(Build *build);
void build_instruments(Build *build);
void build_layers(Build *build);

// The next record of the type at or after `*at`, which goes behind it; null at the end. The lookup is turned
// to it.
const ScanItem *build_next(Build *build, RecordType type, size_t *at);
// The number of records of the type.
size_t build_count(const Build *build, RecordType type);
// Turns the lookup to the record's file.
void build_turn(Build *build, const ScanItem *found);
// Zeroed room for `count` items in the model.
void *build_array(Build *build, size_t count, size_t size);
// Cuts `parents`, where each item names another or NONE, so that no way upwards comes back to itself. The
// items whose parent was taken away are added to `cut`. O(count).
void build_cut_cycles(uint32_t *parents, size_t count, NumberList *cut);
// Reports an id that is not written as one.
void build_check_id(Build *build, const ScanItem *found, Str id);
// Adds the id to the index as `value`.
void build_add_id(Build *build, Index *index, const ScanItem *found, uint32_t value);
// Sorts the index and reports every record of the type whose id is taken; values count up with the records.
void build_end_ids(Build *build, Index *index, RecordType type);
void build_report_repeated(Build *build, const ScanItem *found);

#endif
