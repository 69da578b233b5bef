// SPDX-License-Identifier: MIT
// Citations in words: where a passage stands, in which source, from whom.
#ifndef DIPTYCH_CITE_H
#define DIPTYCH_CITE_H

#include "diptych/speech.h"

// Adds "Author, "Title", Container ..., Date, ..." of a source, as far as its record tells.
void cite_source_add(Buffer *out, const Dossier *dossier, uint32_t source);
// Adds "Rogachev, Working group 1, Tokyo, 20 Dec 1988 (wg1.34), paraphrase of ¶35 in ...". Behind the speaker
// stands whom it was said to and for whom, where that was not the other side or not the government; a day
// that is not known is not told. Nothing of a passage that is gone.
void cite_passage_add(Buffer *out, Dossier *dossier, PassageId passage);
// Adds "(soviet-japanese wg1.34), paraphrase of wilson-112477 ¶35", for where all else has been said.
void cite_reference_add(Buffer *out, const Dossier *dossier, uint32_t account, const Passage *passage);
// Adds the names of those who speak in a turn: "Rogachev", "Soviet Union and Japan"; nothing for narration.
void cite_speakers_add(Buffer *out, const Dossier *dossier, const Turn *turn);
// Whom words were said to, and for whom: "their own side", "the opposition".
const char *cite_addressee(Addressee addressee);
const char *cite_capacity(Capacity capacity);
// Adds where a passage stands in which source, as far as it says: "wilson-112477 ¶35, via Matsumoto".
void cite_place_add(Buffer *out, const Dossier *dossier, const Passage *passage);
// The same behind what kind of words they are: "paraphrase of wilson-112477 ¶35, via Matsumoto".
void cite_status_add(Buffer *out, const Dossier *dossier, const Passage *passage);

#endif
