// SPDX-License-Identifier: MIT
// Values looked up: dates, words, ids and references, each with its problems reported in place.
#ifndef DIPTYCH_DOSSIER_RESOLVE_H
#define DIPTYCH_DOSSIER_RESOLVE_H

#include "diptych/dossier.h"
#include "diptych/input.h"
#include "diptych/reference.h"

// The reader of the format, and the dossier that ids are looked up in.
typedef struct Lookup {
    Input input;
    const Dossier *dossier;
    uint32_t *marks; // of resolving topics: for each the list it was last put into
    uint32_t mark;   // the list at hand
    size_t links;    // that may still be taken
    size_t topics;   // of passages and records, likewise
    bool crowded;    // there were more; it has been said
} Lookup;

void lookup_free(Lookup *lookup); // its scratch memory

// Numbers on their way into an arena. A zeroed one is empty.
typedef struct NumberList {
    uint32_t *items;
    size_t count;
    size_t capacity;
} NumberList;

// Links on their way into an arena. A zeroed one is empty.
typedef struct LinkList {
    Link *items;
    size_t count;
    size_t capacity;
    const Link **order; // working space
    size_t order_capacity;
} LinkList;

// References, each with its place, on their way into an arena. A zeroed one is empty.
typedef struct MentionList {
    Mention *items;
    size_t count;
    size_t capacity;
} MentionList;

// Adds a number to the end.
void number_list_add(NumberList *list, uint32_t number);
// The items in the arena (null when there are none); the list is emptied and keeps its memory.
const uint32_t *number_list_take(NumberList *list, Arena *arena, size_t *count);
const Mention *mention_list_take(MentionList *list, Arena *arena, size_t *count);

// So many links, and so many topics, may be taken from a text of `bytes`: more than one in so many bytes
// nobody means.
size_t links_allowed(size_t bytes);
// Reports, once, that there are more.
void links_report(Lookup *lookup, uint32_t line, uint32_t column);
// Adds a link to the end.
void link_list_add(LinkList *list, Link link);
// The links in the input's arena, as the above; one that stands there twice is taken once. When there are
// more than may be taken, it is reported.
const Link *link_list_take(Lookup *lookup, LinkList *list, size_t *count);
void link_list_free(LinkList *list);

// What becomes of a reference that is read.
typedef enum RefResult { REF_FOUND, REF_MALFORMED, REF_NO_ACCOUNT } RefResult;

// As dossier_ref_parse(), and says why not.
RefResult ref_read(const Dossier *dossier, Str text, uint32_t account, Ref *ref);

// Reports that the value is none of the words that may stand there.
void resolve_refuse_word(Lookup *lookup, const Pair *pair);

// Each reads the value of the pair (which may be null: nothing is given) and leaves the result alone when it
// is of no use.
void resolve_date(Lookup *lookup, const Pair *pair, Date *date);
void resolve_status(Lookup *lookup, const Pair *pair, Status *status);
void resolve_act(Lookup *lookup, const Pair *pair, Act *act);
void resolve_addressee(Lookup *lookup, const Pair *pair, Addressee *addressee);
void resolve_capacity(Lookup *lookup, const Pair *pair, Capacity *capacity);
void resolve_tagging(Lookup *lookup, const Pair *pair, Tagging *tagging);
// "part; which part": `part` may be null.
void resolve_extent(Lookup *lookup, const Pair *pair, Extent *extent, Str *part);
void resolve_number(Lookup *lookup, const Pair *pair, uint32_t *number);
void resolve_source(Lookup *lookup, const Pair *pair, uint32_t *source);
void resolve_party(Lookup *lookup, const Pair *pair, uint32_t *party);
// The party whose id is the name of the key, ASCII case aside, or NONE.
uint32_t resolve_party_key(Lookup *lookup, Str name);
void resolve_sources(Lookup *lookup, const Pair *pair, NumberList *out);
// Ids of people and parties; `parties` gets those of the people too, each once.
void resolve_people(Lookup *lookup, const Pair *pair, NumberList *people, NumberList *parties);
// Only topics not yet in `out` are added.
void resolve_topics(Lookup *lookup, const Pair *pair, NumberList *out);
// `account` is that of bare numbers. Of more references than a list can mean the first are taken.
void resolve_refs(Lookup *lookup, const Pair *pair, uint32_t account, MentionList *out);
// The same of a list that is a part of a value.
void resolve_listed_refs(Lookup *lookup, Items items, uint32_t account, MentionList *out);
void resolve_links(Lookup *lookup, const Pair *pair, Verb verb, uint32_t account, LinkList *out);

#endif
