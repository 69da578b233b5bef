// SPDX-License-Identifier: MIT
// What may have been meant by words that mean nothing.
#include "diptych/likeness.h"
#include "diptych/meaning.h"
#include "find/fitting.h"

// The nearest one so far.
typedef struct NearestThing {
    Str typed; // folded
    size_t least;
    Target target; // of TARGET_NONE: none is near
    Folded folded;
} NearestThing;

static void try_name(NearestThing *nearest, Str name, Target target)
{
    fold_text(name, FOLD_ALL, &nearest->folded);
    Str folded = str_trim(buffer_str(&nearest->folded.text));
    size_t distance = likeness_distance(nearest->typed, folded, nearest->least);
    if (distance >= nearest->least)
        return;
    nearest->least = distance;
    nearest->target = target;
}

// By the whole of it, by what it begins with up to a hyphen or comma, and by each word.
static void try_names(NearestThing *nearest, Str name, Target target)
{
    Str word, rest = name;
    if (!name.len)
        return;
    try_name(nearest, name, target);
    while (str_next(&rest, " -,;", &word))
        if (word.len && word.len < name.len)
            try_name(nearest, word, target);
}

bool meaning_nearest(Dossier *dossier, Str words, unsigned kinds, Target *out)
{
    Folded typed = {0};
    fold_text(words, FOLD_ALL, &typed);
    NearestThing nearest = {.typed = str_trim(buffer_str(&typed.text))};
    nearest.least = likeness_limit(nearest.typed) + 1;
    for (int kind = TARGET_PASSAGE; kind <= TARGET_PARTY; kind++)
        for (uint32_t i = 0; kinds & MEANING_OF(kind) && i < meaning_count(dossier, (TargetKind)kind); i++) {
            const Target target = {(TargetKind)kind, i, 0};
            const Record *record = meaning_record(dossier, target);
            try_names(&nearest, record ? record->id : dossier->accounts[i].name, target);
            if (!record)
                continue;
            try_names(&nearest, record->title, target);
            try_names(&nearest, record_value(record, "Short"), target);
            try_names(&nearest, record_value(record, "Words"), target);
        }
    *out = nearest.target;
    fold_free(&nearest.folded);
    fold_free(&typed);
    return nearest.target.kind != TARGET_NONE;
}
