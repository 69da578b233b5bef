// SPDX-License-Identifier: MIT
// Problems as they are told: a name that nothing is called by is told once, with where else it stands; and
// not at all where a record of that name is there, of a kind that is misspelt, which has been told.
#include "diptych/problems.h"

#include <stdlib.h>

#include "diptych/memory.h"
#include "diptych/visible.h"
#include "suggest.h"

// A problem and the name that it is about.
typedef struct Named {
    DiagnosticKind kind;
    Str name;
    size_t at; // in the list
} Named;

struct Digest {
    const Dossier *dossier;
    const DiagnosticList *problems;
    Suggester *suggester;
    size_t *first; // by problem: the first one with its name; itself mostly
    size_t *next;  // the next one with its name; 0: none
    bool *dropped;
};

// Names that are looked up; each may be unknown in a hundred places for one record that is misspelt.
static Str name_of(const Dossier *dossier, const Diagnostic *problem)
{
    switch (problem->kind) {
    case DIAGNOSTIC_UNKNOWN_TOPIC:
    case DIAGNOSTIC_UNKNOWN_PARTY:
    case DIAGNOSTIC_UNKNOWN_PERSON:
    case DIAGNOSTIC_UNKNOWN_SOURCE:
        return problem->detail;
    case DIAGNOSTIC_DANGLING_REFERENCE:
        return suggest_account(dossier, problem->detail);
    default:
        return (Str){"", 0};
    }
}

static int compare_named(const void *a, const void *b)
{
    const Named *x = a, *y = b;
    int order = str_compare(x->name, y->name);
    if (order == 0)
        order = (int)x->kind - (int)y->kind;
    return order ? order : (x->at > y->at) - (x->at < y->at);
}

static void add_named(Named *named, size_t *count, DiagnosticKind kind, Str name, size_t at)
{
    if (name.len)
        named[(*count)++] = (Named){kind, name, at};
}

// The id that a record of an unknown kind gives itself.
static Str id_of(const Diagnostic *problem)
{
    size_t colon = str_find(problem->detail, ':', 0);
    if (problem->kind != DIAGNOSTIC_UNKNOWN_RECORD)
        return (Str){"", 0};
    return str_trim(str_slice(problem->detail, colon + 1, problem->detail.len));
}

// The problems of one name stand together in `named`, those of one kind next to each other.
static void join_name(Digest *digest, const Named *named, size_t count)
{
    bool lost = false;
    for (size_t i = 0; i < count; i++)
        lost = lost || named[i].kind == DIAGNOSTIC_UNKNOWN_RECORD;
    for (size_t i = 0; i < count; i++) {
        bool again = i && named[i - 1].kind == named[i].kind && named[i].kind != DIAGNOSTIC_UNKNOWN_RECORD;
        digest->dropped[named[i].at] = lost && named[i].kind != DIAGNOSTIC_UNKNOWN_RECORD;
        if (!again)
            continue;
        digest->first[named[i].at] = digest->first[named[i - 1].at];
        digest->next[named[i - 1].at] = named[i].at;
    }
}

static void join(Digest *digest)
{
    const DiagnosticList *problems = digest->problems;
    Named *named = mem_new(problems->count, sizeof *named);
    size_t count = 0;
    for (size_t i = 0; i < problems->count; i++) {
        const Diagnostic *problem = &problems->items[i];
        digest->first[i] = i;
        add_named(named, &count, problem->kind, name_of(digest->dossier, problem), i);
        add_named(named, &count, problem->kind, id_of(problem), i);
    }
    if (count > 1)
        qsort(named, count, sizeof *named, compare_named);
    for (size_t from = 0, to = 0; from < count; from = to) {
        while (to < count && str_equal(named[from].name, named[to].name))
            to++;
        join_name(digest, named + from, to - from);
    }
    free(named);
}

Digest *digest_new(const Dossier *dossier, const DiagnosticList *problems)
{
    Digest *digest = mem_new(1, sizeof *digest);
    *digest = (Digest){.dossier = dossier,
                       .problems = problems,
                       .suggester = suggester_new(dossier),
                       .first = mem_new(problems->count, sizeof(size_t)),
                       .next = mem_new(problems->count, sizeof(size_t)),
                       .dropped = mem_new(problems->count, sizeof(bool))};
    join(digest);
    return digest;
}

void digest_free(Digest *digest)
{
    suggester_free(digest->suggester);
    free(digest->first);
    free(digest->next);
    free(digest->dropped);
    free(digest);
}

size_t digest_next(const Digest *digest, size_t at)
{
    while (at < digest->problems->count && (digest->dropped[at] || digest->first[at] != at))
        at++;
    return at;
}

// So many other places are told, the rest is counted.
#define PLACES_MAX 8

// "; also at 14, 20 and rounds/2.dip:3": where else the same name stands.
static void add_places(Buffer *out, const Digest *digest, size_t at)
{
    const Diagnostic *items = digest->problems->items;
    uint32_t file = items[at].file, line = items[at].line;
    size_t count = 0;
    for (size_t i = digest->next[at]; i; i = digest->next[i]) {
        bool told = items[i].file == file && items[i].line == line;
        line = items[i].line;
        if (told || count++ >= PLACES_MAX)
            continue;
        buffer_add_text(out, count == 1 ? "; also at " : ", ");
        if (items[i].file != file)
            visible_add(out, str_of(digest->dossier->files[items[i].file].path), false);
        buffer_addf(out, "%s%u", items[i].file != file ? ":" : "", items[i].line);
        file = items[i].file;
    }
    if (count > PLACES_MAX)
        buffer_addf(out, " and %zu more", count - PLACES_MAX);
}

void digest_more_add(Buffer *out, Digest *digest, size_t at)
{
    suggest_add(out, digest->suggester, &digest->problems->items[at]);
    add_places(out, digest, at);
}
