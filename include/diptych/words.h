// SPDX-License-Identifier: MIT
// The closed vocabularies of a dossier: acts, links, verdicts, statuses, kinds of sources, extents,
// addressees.
#ifndef DIPTYCH_WORDS_H
#define DIPTYCH_WORDS_H

#include "diptych/str.h"

// What a passage does.
typedef enum Act {
    ACT_ASSERTS, // the default
    ACT_PROPOSES,
    ACT_OFFERS,
    ACT_DEMANDS,
    ACT_CONDITIONS,
    ACT_CONCEDES,
    ACT_REFUSES,
    ACT_ASKS,
    ACT_COMPLAINS,
    ACT_PROCEDURE,
    ACT_COUNT
} Act;

// What kind of words the reader is looking at.
typedef enum Status {
    STATUS_PARAPHRASE, // the default
    STATUS_VERBATIM,
    STATUS_REPORTED,  // indirect speech in the record itself
    STATUS_SUMMARY,   // an editor's
    STATUS_OMITTED,   // the record says that something was said and leaves it out
    STATUS_INFERRED,  // a historian's conclusion about what a side held or meant
    STATUS_NARRATION, // the default of a turn without a speaker
    STATUS_COUNT
} Status;

// Why a passage points at others. The order is that of printing.
typedef enum Verb {
    VERB_ANSWERS, // from here: to the other side's words
    VERB_REBUTS,
    VERB_DISTINGUISHES,
    VERB_AGREES,
    VERB_DEFERS,
    VERB_RESTATES, // from here: to one's own side's earlier words
    VERB_RETREATS,
    VERB_CONTRADICTS,
    VERB_SUPPORTED, // from here: verdicts on an attribution
    VERB_OVERSTATED,
    VERB_DISTORTED,
    VERB_ELSEWHERE,     // names rounds
    VERB_NOT_IN_RECORD, // names rounds
    VERB_SAME,          // from here: arrangement, not argument
    VERB_BESIDE,
    VERB_COUNT
} Verb;

// How much of a round an account holds.
typedef enum Extent {
    EXTENT_FULL,     // everything that was said, as a stenogram has it
    EXTENT_CONTENTS, // the whole course of the meeting, in summary
    EXTENT_PART,     // the default
    EXTENT_DIGEST,
    EXTENT_LOST,
    EXTENT_COUNT
} Extent;

// How far the passages of an account have been given topics.
typedef enum Tagging {
    TAGGING_PART, // the default
    TAGGING_FULL,
    TAGGING_WORDS, // found by a program
    TAGGING_COUNT
} Tagging;

// Whom words were said to. Only those to the other side can be a claim, a concession or an agreement.
typedef enum Addressee {
    ADDRESSEE_OTHER,  // the other side: the default
    ADDRESSEE_OWN,    // a delegation, a cabinet, a party
    ADDRESSEE_PUBLIC, // the press, a parliament, a crowd
    ADDRESSEE_THIRD,  // another state
    ADDRESSEE_LATER,  // a memoir
    ADDRESSEE_COUNT
} Addressee;

// For whom somebody speaks.
typedef enum Capacity {
    CAPACITY_GOVERNMENT, // the default
    CAPACITY_PARTY,
    CAPACITY_OPPOSITION,
    CAPACITY_PRIVATE,
    CAPACITY_COUNT
} Capacity;

// What a source is.
typedef enum SourceKind {
    SOURCE_MINUTES,
    SOURCE_STENOGRAM,
    SOURCE_MEMORANDUM,
    SOURCE_DOCUMENT,
    SOURCE_MEMOIR,
    SOURCE_HISTORY,
    SOURCE_REPORT,
    SOURCE_PRESS,
    SOURCE_KIND_COUNT
} SourceKind;

// The word of a value, as it stands in a file ("not-in-record").
const char *act_word(Act act);
const char *status_word(Status status);
const char *verb_word(Verb verb);
const char *extent_word(Extent extent);
const char *tagging_word(Tagging tagging);
const char *addressee_word(Addressee addressee);
const char *capacity_word(Capacity capacity);
const char *source_kind_word(SourceKind kind);

// What a link is called at its other end: "answered by", "restated by", "overstated by", "same as".
const char *verb_reverse(Verb verb);

// The value of a word, ASCII case aside. False: there is no such word.
bool act_parse(Str word, Act *act);
bool status_parse(Str word, Status *status);
bool verb_parse(Str word, Verb *verb);
bool extent_parse(Str word, Extent *extent);
bool tagging_parse(Str word, Tagging *tagging);
bool addressee_parse(Str word, Addressee *addressee);
bool capacity_parse(Str word, Capacity *capacity);
bool source_kind_parse(Str word, SourceKind *kind);

bool verb_is_reply(Verb verb);     // answers, rebuts, distinguishes, agrees, defers
bool verb_is_own(Verb verb);       // restates, retreats, contradicts
bool verb_is_verdict(Verb verb);   // supported ... not-in-record
bool verb_names_rounds(Verb verb); // elsewhere, not-in-record: bare numbers mean nothing there

// False for omitted, inferred and narrated words, which nobody can be held to.
bool status_is_said(Status status);

#endif
