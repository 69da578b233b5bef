// SPDX-License-Identifier: MIT
// Imports any bytes, as what they are recognised to be and as each kind that there is: whatever was told
// becomes a dossier without an error, fit to be shown. With clang, from a directory of its own:
//
//     ../configure CC=clang CFLAGS='-g -O1 -fsanitize=fuzzer-no-link,address,undefined'
//     make tests/fuzz/import_fuzzer && tests/fuzz/import_fuzzer ../tests/fuzz/import
//
// `make check` replays the corpus through replay.c, and the fixtures of tests/import.sh.
#include <stdlib.h>

#include "diptych/port.h"
#include "diptych/problems.h"
#include "dossier/open.h"
#include "fuzz.h"
#include "invariants.h"

const char *const fuzz_corpus[] = {"fuzz/import", "fixtures/import", NULL};

// The kinds that --as knows.
static const char *const kinds[] = {"text", "markdown", "tsv", "captions", "recording",
                                    "json", "tei",      "akn", "elan"};

static bool keep(void *context, Str piece, Error *error)
{
    (void)error;
    buffer_add(context, piece);
    return true;
}

// What was written is read again: no error, and nothing that must not be shown.
static void check_dossier(Str written)
{
    const MemoryFile file = {"import.dip", written};
    Dossier *dossier = dossier_open_memory(&file, 1);
    DiagnosticList problems = {0};
    Buffer shown = {0};
    check_records(dossier);
    for (uint32_t i = 0; i < dossier->account_count; i++)
        check_speech(dossier, i);
    problems_list(dossier, &problems);
    for (size_t i = 0; i < problems.count; i++) {
        if (diagnostic_level(problems.items[i].kind) != LEVEL_ERROR)
            continue;
        problem_line_add(&shown, dossier, &problems.items[i], (Str){NULL, 0});
        buffer_add_byte(&shown, '\0');
        must(false, shown.bytes);
    }
    buffer_free(&shown);
    diagnostic_free(&problems);
    dossier_close(dossier);
}

static void check_table(const People *people)
{
    Buffer table = {0};
    Error error;
    People *again = people_new();
    people_table_add(people, &table);
    must(people_table_take(again, "people", buffer_str(&table), &error), "a table that was written is read");
    people_free(again);
    buffer_free(&table);
}

static void import(Str bytes, const char *kind)
{
    Error error;
    Intake *intake = intake_open_memory(bytes, NULL, &error);
    if (!intake)
        return;
    People *people = people_new();
    Emitter *emitter = emitter_new("import", 0, people, &error);
    must(emitter != NULL, "there is a place for what is kept");
    const Port port = {.intake = intake, .people = people, .sink = emitter_sink(emitter)};
    const PortReader *reader = kind ? port_reader_named(kind) : port_reader_of(intake);
    Buffer written = {0};
    if (reader->read(&port, &error) && !intake_failed(intake, &error) && emitter_totals(emitter).turns > 0) {
        must(emitter_finish(emitter, keep, &written, &error), "what was told is written");
        check_dossier(buffer_str(&written));
        check_table(people);
    }
    buffer_free(&written);
    emitter_free(emitter);
    people_free(people);
    intake_close(intake);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const Str bytes = {size ? (const char *)data : "", size};
    import(bytes, NULL);
    import(bytes, kinds[size % (sizeof kinds / sizeof *kinds)]);
    return 0;
}
