// SPDX-License-Identifier: MIT
// The names lens: beside each name of one side the word of the other.
#ifndef DIPTYCH_LAYOUT_LENS_H
#define DIPTYCH_LAYOUT_LENS_H

#include "diptych/dossier.h"
#include "layout/block.h"

// The words for names, made ready to be found in texts.
typedef struct Lens Lens;

// Knows the words of all Name: records of the dossier, which must outlive it. The caller frees it.
Lens *lens_new(const Dossier *dossier);
void lens_free(Lens *lens);

// Adds the text to the block's words, and behind each whole word that a record of names gives to some party,
// in brackets, the first word that one of `parties` has for the thing instead.
void lens_add(const Lens *lens, const uint32_t parties[2], Str text, Block *block);

#endif
