// SPDX-License-Identifier: MIT
// Lining up: two columns of passages, topic by topic, reply beside claim.
#ifndef DIPTYCH_ALIGN_H
#define DIPTYCH_ALIGN_H

#include "diptych/selector.h"
#include "diptych/speech.h"

// Passages of one side on the topic, in the order of the record.
typedef struct BandColumn {
    const uint32_t *ordinals; // in the column's account
    size_t count;
} BandColumn;

// Two passages whose blocks begin on the same row.
typedef struct Anchor {
    uint32_t left;  // position in the left column
    uint32_t right; // position in the right column
} Anchor;

// One topic. Rows: between anchors and exchanges each column flows on its own; the row of one of these is the
// larger of the two columns' next free rows.
typedef struct Band {
    uint32_t topic; // NONE: procedure and other
    BandColumn columns[2];
    const Anchor *anchors; // strictly increasing in both
    size_t anchor_count;
    // Where nothing is linked the order of speaking lines up: the beginnings of a run of one side's turns and
    // of the other side's that follows it. They too increase strictly, together with the anchors, between
    // which they lie. None when the columns' accounts differ.
    const Anchor *exchanges;
    size_t exchange_count;
    // Ordinals of narration and of other parties' words on the topic. None when the columns' accounts differ.
    const uint32_t *asides;
    size_t aside_count;
} Band;

// The passages of two columns, band by band. It lives until align_free().
typedef struct Alignment {
    uint32_t accounts[2];
    uint32_t parties[2];
    const Band *bands; // in the order in which the record (the left one, then the right) raises the topics;
                       // procedure last
    size_t band_count;
} Alignment;

// So many ends of the links of one passage are looked at for anchors; what is beyond is shown as a reference
// only.
#define ALIGN_ENDS_MAX 256

// Lines up two `columns`; a selector without an account takes `account`. With `topic` other than NONE only
// the bands of that topic and of those below it; when the record raises none of them, one band of that topic,
// empty. Candidates for anchors are the links (verdicts aside), `same`, and a joint text,
// which is the same on both sides. The result owns its arrays, holds no pointer into the speech, and is freed
// by the caller.
Alignment *align_columns(Dossier *dossier, const Selector *columns, uint32_t account, uint32_t topic);
// The same with the bands of several topics (0: all) and of those below them; of each that the record does
// not raise there is an empty band, behind the others.
Alignment *align_topics(Dossier *dossier, const Selector *columns, uint32_t account, const uint32_t *topics,
                        size_t count);
void align_free(Alignment *alignment);

// A candidate for an anchor: positions in the two columns, and whether it was set by hand (`beside`).
typedef struct Candidate {
    uint32_t left;
    uint32_t right;
    bool beside;
} Candidate;

// The rule itself: `beside` candidates in order, each unless it crosses an earlier one; in each gap between
// them the longest chain of the others that strictly increases on both sides, among equals the
// lexicographically smallest. O(n log n). Adds to `out`, which has room for `count`, and returns how many.
// Candidates may repeat and come in any order, but `beside` ones come in the order of the file.
size_t align_anchors(const Candidate *candidates, size_t count, Anchor *out);

#endif
