// SPDX-License-Identifier: MIT
// What was said in one account: turns and passages.
#ifndef DIPTYCH_SPEECH_H
#define DIPTYCH_SPEECH_H

#include "diptych/dossier.h"

// One of those who speak in a turn.
typedef struct Speaker {
    Str id;          // as written; visible
    uint32_t person; // NONE when a party speaks, or nobody known
    uint32_t party;  // NONE when the person's is unknown, or nobody known speaks
} Speaker;

// So many parties of one turn are told apart; further ones count as nobody.
#define TURN_PARTIES_MAX ((size_t)255)

// One speaker's uninterrupted speech. Without speakers it is the record's own narration.
typedef struct Turn {
    const Speaker *speakers;
    const uint32_t *parties; // of the speakers: the known ones, each once, in the order of the speakers
    uint32_t speaker_count;
    uint32_t party_count;
    uint32_t first; // ordinal of its first passage
    uint32_t count; // passages, 1 and up: a turn in which nothing is said is none
    uint32_t line;
} Turn;

// What is mostly the same for the passages of a turn, which then share it.
typedef struct PassageDetails {
    Date date;                    // its own, else its turn's, else its round's
    uint32_t source;              // NONE when nothing says
    Str at, via, term, why, note; // empty when not given
    Str time, lang;               // as written; empty when not given
} PassageDetails;

// What is numbered, cited and linked: one point that is made. It is as its file has it: what layers add is
// asked for in layers.h.
typedef struct Passage {
    Str text;               // for display: one paragraph, visible
    const uint32_t *topics; // without repetition, in the order given
    const Link *links;      // each once, in the order given; only those that name an account of this dossier
    const PassageDetails *details; // never null
    uint32_t topic_count, link_count;
    uint32_t number; // its name in the account; 0 when it was unusable
    uint32_t turn;
    uint32_t line;
    Span span;         // from the bracket to the end of its text
    uint32_t text_at;  // where the text begins in the file; it ends with the span
    uint8_t act;       // Act
    uint8_t status;    // Status
    uint8_t extent;    // Extent
    uint8_t addressee; // Addressee: whom it was said to
    uint8_t capacity;  // Capacity: for whom its speaker spoke
} Passage;

// The speech of one account; it lives as speech_parse() and dossier_speech() say.
typedef struct Speech {
    uint32_t account;
    const Passage *passages; // in the order of speaking; the index is the ordinal
    size_t passage_count;
    const Turn *turns;
    size_t turn_count;
    const uint32_t *by_number; // ordinals in order of number, and of ordinal where numbers are equal; null
                               // when that is the order of speaking
    Str bytes;                 // of the file, or of the account's part of it; spans count from here
    uint32_t at;               // where the bytes begin in the file
    const DiagnosticList *problems; // of this account's file or part of a file
} Speech;

// A passage, wherever it is.
typedef struct PassageId {
    uint32_t account;
    uint32_t ordinal;
} PassageId;

// Reads and parses the account when it is not at hand. Never null: what cannot be read has no passages and a
// problem. Valid until the next dossier_trim() or dossier_close().
const Speech *dossier_speech(Dossier *dossier, uint32_t account);

// For going through many accounts without keeping them, beside what dossier_speech() keeps: the account's
// speech when that has it at hand, else null;
const Speech *speech_at_hand(const Dossier *dossier, uint32_t account);
// its bytes, as they stand in its file, added to `out` (false: they cannot be read);
bool speech_read(Dossier *dossier, uint32_t account, Buffer *out, Error *error);
// and those bytes, taken over, as speech that the caller frees before the dossier. Never null.
Speech *speech_parse(Dossier *dossier, uint32_t account, Buffer *bytes);
// Tells by the bytes of a text in its file whether it is wanted.
typedef struct TextFilter {
    bool (*wants)(const void *of, Str raw);
    const void *of; // what it is called with
} TextFilter;
// speech_parse() with the texts alone that are wanted; the others are empty, and the problems do not count.
Speech *speech_parse_some(Dossier *dossier, uint32_t account, Buffer *bytes, TextFilter filter);
void speech_free(Speech *speech);

// The passage, valid as its speech is, or null when there is none: the file may have been cut since its
// ordinal was found.
const Passage *passage_at(Dossier *dossier, PassageId id);

// The passage of that ordinal, or null when there is none.
const Passage *speech_passage(const Speech *speech, uint32_t ordinal);
// The ordinal of the passage that is at `index` in the order of numbers, and of ordinals where numbers are
// equal.
static inline uint32_t speech_in_order(const Speech *speech, size_t index)
{
    return speech->by_number ? speech->by_number[index] : (uint32_t)index;
}
// The ordinal of the passage of that number, or NONE.
uint32_t speech_find(const Speech *speech, uint32_t number);

// True when `party` is among those of the turn, or of the passage's turn. A joint text is in both columns.
bool turn_is_by(const Turn *turn, uint32_t party);
bool passage_is_by(const Speech *speech, const Passage *passage, uint32_t party);

// The bytes of the file that its text is made of.
Str passage_raw(const Speech *speech, const Passage *passage);

// Adds "wg1.23".
void passage_reference_add(const Dossier *dossier, Buffer *out, uint32_t account, uint32_t number);

#endif
