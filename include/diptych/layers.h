// SPDX-License-Identifier: MIT
// What layers add to passages: laid over them by account and number, and never written into them. Whoever
// wants a passage's topics or links asks here and gets its own with those of the layers that are on, so that
// nobody forgets them. Arrays that are given out are valid until the same question is asked again.
#ifndef DIPTYCH_LAYERS_H
#define DIPTYCH_LAYERS_H

#include "diptych/skim.h"

// The layers that are laid over a dossier.
typedef struct LayerSet LayerSet;

// Those of the dossier's own files that are for it, by their index in dossier->layers, all of them on at
// first. The set is the dossier's, made at the first question, and goes with it.
LayerSet *layers_over(const Dossier *dossier);

// Lays a layer over the passages or takes it off again, with all that it gave. Nothing is read anew;
// alignments, sheets and pages that were made before are the caller's to make anew.
void layers_switch(LayerSet *layers, uint32_t layer, bool on);
bool layers_is_on(const LayerSet *layers, uint32_t layer);

// The topics of a passage, without repetition: its own, in the order given, then those of layers.
const uint32_t *layered_topics(const Dossier *dossier, const Speech *speech, const Passage *passage,
                               size_t *count);
// The links of a passage: its own, in the order given, then those of layers; ->layer tells whose.
const Link *layered_links(const Dossier *dossier, const Speech *speech, const Passage *passage,
                          size_t *count);
// What layers say of a passage, in the order of the files: notes, marks and tags are among the records'
// pairs.
const Remark *const *layered_remarks(const Dossier *dossier, const Speech *speech, const Passage *passage,
                                     size_t *count);

// As skim_glance(), with the topics and the verdicts of layers. Its arrays are valid until a layer is
// switched.
Glance layered_glance(const Dossier *dossier, const Skim *skim, PassageId id);

// As skim_backlinks(), with the links of layers, whose passages are known as far as they are skimmed.
const Backlink *layered_backlinks(const Dossier *dossier, Skim *skim, uint32_t account, uint32_t number,
                                  size_t limit, size_t *count);

// The links to passages of the account, of the account's own and of layers, counted from 0. False: the layer
// of this one is off, or its passage is not known.
size_t layered_arrow_count(const Dossier *dossier, const Skim *skim, uint32_t account);
bool layered_arrow(const Dossier *dossier, const Skim *skim, uint32_t account, size_t index, Arrow *arrow);

#endif
