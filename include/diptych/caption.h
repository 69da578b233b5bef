// SPDX-License-Identifier: MIT
// Rounds and their records in a few words: for the head of a print, the top of a screen, a card.
#ifndef DIPTYCH_CAPTION_H
#define DIPTYCH_CAPTION_H

#include "diptych/dossier.h"
#include "diptych/grid.h"

// Each adds visible text without a line end, and nothing when nothing is known.

// When and where: "Tokyo, 20 Dec 1988".
void caption_place_add(Buffer *out, const Dossier *dossier, uint32_t round);

// What the reader has before him: "Soviet minutes, translated by Benjamin Aldrich-Moodie, in paraphrase
// (wilson-112477)".
void caption_record_add(Buffer *out, const Dossier *dossier, uint32_t account);

// That something is missing from the account, without saying which part: "incomplete", "a summary", "not
// recorded"; empty when nothing is.
Str caption_lack(const Dossier *dossier, uint32_t account);

// The same with the part, where it is known; nothing when it is full: "incomplete: the evening session only",
// "incomplete, a digest", "not recorded: only later words about it".
void caption_missing_add(Buffer *out, const Dossier *dossier, uint32_t account);

// An account in lines that end: the round, when and where; whose record; what is missing from it, where
// something is.
void caption_account_add(Buffer *out, const Dossier *dossier, uint32_t account);

// How a party is marked, the same wherever it stands, and those that succeed it: the first three of a dossier
// have a hue each and marks that tell them apart without it, others and NONE are plain.
Style caption_style(const Dossier *dossier, uint32_t party);

// A side and who speaks for it in the round, and in what capacity where it is not the government's: "USSR:
// Igor A. Rogachev", "Japan: Takako Doi (for the opposition)"; in at most `columns`, where that goes, by
// naming only the first of them: "USSR: Andrei A. Gromyko and 2 more", "USSR". Nothing for NONE: a dossier
// may have fewer than two parties.
void caption_side_add(Buffer *out, const Dossier *dossier, uint32_t round, uint32_t party, size_t columns);

#endif
