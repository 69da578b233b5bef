// SPDX-License-Identifier: MIT
// Values looked up: dates, words, ids and references, each with its problems reported in place.
#ifndef DIPTYCH_DOSSIER_RESOLVE_H
#define DIPTYCH_DOSSIER_RESOLVE_H

#include "intake.h"

typedef struct NumberList {
    uint32_t *items;
    size_t count;
    size_t capacity;
} NumberList;

typedef struct LinkList {
    Link *items;
    size_t count;
    size_t capacity;
} LinkList;

void number_list_add(NumberList *list, uint32_t number);
// The items in the arena (null when there are none); the list is emptied and keeps its memory.
const uint32_t *number_list_take(NumberList *list, Arena *arena, size_t *count);
void link_list_add(LinkList *list, Link link);
const Link *link_list_take(LinkList *list, Arena *arena, size_t *count);

typedef enum RefResult { REF_FOUND, REF_MALFORMED, REF_NO_ACCOUNT } RefResult;

// As dossier_ref_parse(), and says why not.
RefResult ref_read(const Dossier *dossier, Str text, uint32_t account, Ref *ref);

// True when the text is an id: [a-z0-9][a-z0-9-]*.
bool id_is_valid(Str text);

// Each reads the value of the pair (which may be null: nothing is given) and leaves the result alone when it
// is of no use.
void resolve_date(Intake *intake, const Pair *pair, Date *date);
void resolve_status(Intake *intake, const Pair *pair, Status *status);
void resolve_act(Intake *intake, const Pair *pair, Act *act);
// "part; which part": `part` may be null.
void resolve_extent(Intake *intake, const Pair *pair, Extent *extent, Str *part);
void resolve_number(Intake *intake, const Pair *pair, uint32_t *number);
void resolve_source(Intake *intake, const Pair *pair, uint32_t *source);
void resolve_party(Intake *intake, const Pair *pair, uint32_t *party);
// The party whose id is the name of the key, ASCII case aside, or NONE.
uint32_t resolve_party_key(Intake *intake, Str name);
void resolve_sources(Intake *intake, const Pair *pair, NumberList *out);
void resolve_people(Intake *intake, const Pair *pair, NumberList *out);
// Only topics not yet in `out` are added.
void resolve_topics(Intake *intake, const Pair *pair, NumberList *out);
// `account` is that of bare numbers.
void resolve_links(Intake *intake, const Pair *pair, Verb verb, uint32_t account, LinkList *out);

#endif
