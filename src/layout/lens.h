// SPDX-License-Identifier: MIT
// The names lens: beside each name of one side the word of the other.
#ifndef DIPTYCH_LAYOUT_LENS_H
#define DIPTYCH_LAYOUT_LENS_H

#include "diptych/names.h"
#include "layout/block.h"

// Adds the text to the block's words, and behind each word in it that a record of names gives to some party,
// in brackets, the first word that one of `parties` has for the thing instead.
void lens_add(const Dossier *dossier, const Names *names, const uint32_t parties[2], Str text, Block *block);

#endif
