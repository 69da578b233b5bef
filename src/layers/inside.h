// SPDX-License-Identifier: MIT
// The set of layers from inside.
#ifndef DIPTYCH_LAYERS_INSIDE_H
#define DIPTYCH_LAYERS_INSIDE_H

#include "diptych/layers.h"
#include "diptych/memory.h"
#include "diptych/ranges.h"

// A link of a layer, seen from its other end.
typedef struct Incoming {
    NumberRange range;     // numbers
    uint32_t account;      // that the link goes to
    uint32_t from_account; // that it comes from
    uint32_t from_number;
    uint32_t layer;
    Verb verb;
} Incoming;

// The topics and the verdicts of a skimmed passage that layers say something of, kept until a layer is
// switched.
typedef struct Glanced {
    uint16_t *topics; // null: not made yet
    uint16_t count;
    uint16_t own;      // of them the passage's own
    uint16_t verdicts; // among the layers' links
    bool restates;     // some layer says that it does
} Glanced;

// What is on, and by what it is found; and the answers to the last questions.
struct LayerSet {
    const Dossier *dossier;
    bool *on;          // by layer
    uint32_t *remarks; // those about a passage, by account, then number, then order
    Glanced *glanced;  // for the first remark about each passage
    size_t remark_count;
    Incoming *incoming; // by account that they go to, then as ranges
    size_t incoming_count;
    uint32_t *marks; // by topic, the question that it was last an answer to
    uint32_t mark;   // the question at hand
    uint32_t *topics;
    size_t topic_count, topic_capacity;
    Link *links;
    size_t link_count, link_capacity;
    const Remark **found;
    size_t found_count, found_capacity;
    Backlink *backlinks;
    size_t backlink_count, backlink_capacity;
};

// Fills the links seen from their other end.
void incoming_fill(LayerSet *layers);

// The first remark about the passage of that number or a later one: an index into ->remarks.
size_t layers_first_remark(const LayerSet *layers, uint32_t account, uint32_t number);
// Finds the remarks about a passage, of the layers that are on.
void layers_find(LayerSet *layers, uint32_t account, uint32_t number);
// Fills ->topics: begun anew, one added, those of the remarks that were found; each once.
void layers_begin_topics(LayerSet *layers);
void layers_add_topic(LayerSet *layers, uint32_t topic);
void layers_add_found_topics(LayerSet *layers);

// A layer was switched: what was glanced at is made anew.
void glances_forget(LayerSet *layers);

#endif
