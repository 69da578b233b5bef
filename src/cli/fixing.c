// SPDX-License-Identifier: MIT
#include "fixing.h"

#include <stdlib.h>

#include "diptych/cluster.h"
#include "diptych/file.h"
#include "diptych/fix.h"
#include "diptych/line.h"
#include "diptych/memory.h"
#include "diptych/visible.h"

// Texts are kept up to here between files, in bytes.
#define LOADED_MAX ((size_t)1 << 24)
// So much of a line is told, in columns.
#define TOLD_COLUMNS 72

// An account by its place in the files.
typedef struct Site {
    uint32_t file, line, account;
} Site;

static int compare_sites(const void *a, const void *b)
{
    const Site *x = a, *y = b;
    if (x->file != y->file)
        return x->file < y->file ? -1 : 1;
    return (x->line > y->line) - (x->line < y->line);
}

static Site *find_sites(const Dossier *dossier)
{
    Site *sites = mem_new(dossier->account_count, sizeof *sites);
    for (uint32_t i = 0; i < dossier->account_count; i++)
        sites[i] = (Site){dossier->accounts[i].record.file, dossier->accounts[i].record.line, i};
    if (dossier->account_count > 1)
        qsort(sites, dossier->account_count, sizeof *sites, compare_sites);
    return sites;
}

// What is to be done in a file whose bytes are those that the accounts were read from; else nothing.
static void find_fixes(Dossier *dossier, const Site *sites, size_t count, Str bytes, FixList *fixes)
{
    for (size_t i = 0; i < count; i++) {
        const Speech *speech = dossier_speech(dossier, sites[i].account);
        Str here = str_slice(bytes, speech->at, speech->at + speech->bytes.len);
        if (str_equal(here, speech->bytes))
            fix_find(dossier, sites[i].account, fixes);
        dossier_trim(dossier, LOADED_MAX);
    }
}

static void tell(Output *output, const char *path, uint32_t number, Str text, DiagnosticKind kind)
{
    Buffer line = {0}, shown = {0};
    visible_add(&line, str_of(path), false);
    buffer_addf(&line, ":%u: fixed: ", number);
    visible_add(&shown, text, false);
    size_t fits = cluster_fit(buffer_str(&shown), TOLD_COLUMNS);
    buffer_add(&line, str_slice(buffer_str(&shown), 0, fits));
    buffer_addf(&line, "%s [%s]\n", fits < shown.len ? " ..." : "", diagnostic_name(kind));
    output_add(output, buffer_str(&line));
    buffer_free(&line);
    buffer_free(&shown);
}

// The lines as the file has them now.
static void tell_all(Output *output, const char *path, const FixList *fixes, Str now)
{
    Lines lines = lines_of(now, 1);
    Line line = {0};
    uint32_t added = 0;
    for (size_t i = 0; i < fixes->count; i++) {
        const Fix *fix = &fixes->items[i];
        added += fix->lines;
        while (line.number < fix->line + added && lines_next(&lines, &line))
            continue;
        if (!fix->untold)
            tell(output, path, line.number, line.text, fix->kind);
    }
}

static bool write_fixes(Output *output, const char *path, Str bytes, const FixList *fixes)
{
    Edit *edits = mem_new(fixes->count, sizeof *edits);
    Buffer now = {0};
    Error error;
    for (size_t i = 0; i < fixes->count; i++)
        edits[i] = fixes->items[i].edit;
    splice_edits(bytes, edits, fixes->count, &now);
    bool written = file_write(path, buffer_str(&now), &error);
    if (written)
        tell_all(output, path, fixes, buffer_str(&now));
    else
        output_error(output, &error);
    free(edits);
    buffer_free(&now);
    return written;
}

static bool fix_file(Output *output, Dossier *dossier, const Site *sites, size_t count)
{
    const char *path = dossier->files[sites->file].path;
    Buffer bytes = {0};
    FixList fixes = {0};
    bool done = true;
    if (file_read(path, FILE_LIMIT, &bytes, NULL, NULL))
        find_fixes(dossier, sites, count, buffer_str(&bytes), &fixes);
    if (fixes.count)
        done = write_fixes(output, path, buffer_str(&bytes), &fixes);
    free(fixes.items);
    buffer_free(&bytes);
    return done;
}

int fixing_fix(Output *output, Dossier *dossier)
{
    Site *sites = find_sites(dossier);
    bool done = true;
    for (size_t from = 0, to = 0; from < dossier->account_count; from = to) {
        while (to < dossier->account_count && sites[to].file == sites[from].file)
            to++;
        done = fix_file(output, dossier, sites + from, to - from) && done;
    }
    free(sites);
    return done ? EXIT_DONE : EXIT_TROUBLE;
}
