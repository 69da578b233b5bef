// SPDX-License-Identifier: MIT
// Reads any bytes as a dossier: the model keeps its promises, every account can be laid out, and every value
// is written back where it was. With clang, from a directory of its own:
//
//     ../configure CC=clang CFLAGS='-g -O1 -fsanitize=fuzzer-no-link,address,undefined'
//     make tests/fuzz/fuzzer && tests/fuzz/fuzzer ../tests/fuzz/corpus
//
// `make check` replays the corpus through replay.c.
#include <stdlib.h>

#include "../support/values.h"
#include "diptych/fix.h"
#include "diptych/memory.h"
#include "diptych/problems.h"
#include "dossier/open.h"
#include "fuzz.h"
#include "invariants.h"
#include "screens.h"

const char *const fuzz_corpus[] = {"fuzz/corpus", "fixtures", NULL};

// What a file that holds one round alone needs beside it.
static const char *const frame =
    "Dossier: d\nTitle: D\n\nParty: su\nTitle: S\n\nParty: jp\nTitle: J\nSucceeds: su\n\n"
    "Person: malik\nTitle: M\nParty: su\n\nTopic: islands\nTitle: I\n\nTopic: a\nTitle: A\n"
    "Parent: islands\n\nSource: record\nKind: minutes\nTitle: R\n\n"
    "Round: first\nTitle: F\nDate: 1955-06-03\n\n@ su\n[1] one\n[2] two\n";

// Values of one input that are changed, each with all being read again; which ones, the input's length
// decides.
#define VALUES_MAX 3

static void check_diagnostics(Dossier *dossier)
{
    DiagnosticList list = {0};
    Buffer out = {0}, more = {0};
    problems_list(dossier, &list);
    Digest *digest = digest_new(dossier, &list);
    for (size_t i = 0; i < list.count; i++) {
        buffer_clear(&more);
        digest_more_add(&more, digest, i);
        problem_line_add(&out, dossier, &list.items[i], buffer_str(&more));
    }
    digest_free(digest);
    buffer_free(&more);
    must(is_visible(buffer_str(&out)), "diagnostics are visible");
    buffer_free(&out);
    diagnostic_free(&list);
}

// The files with the changed one read again; the value is there and reads as expected.
static void check_read_back(const MemoryFile *files, size_t count, const Value *value, Str changed,
                            Str expected)
{
    MemoryFile again[2];
    for (size_t i = 0; i < count; i++)
        again[i] = files[i];
    again[value->file].bytes = changed;
    Dossier *dossier = dossier_open_memory(again, count);
    ValueList values = values_collect(dossier);
    const Value *found = values_find(&values, value);
    must(found != NULL, "a changed value is where it was");
    must(str_equal(found->pair.value, expected), "a changed value reads as it was written");
    values_free(&values);
    dossier_close(dossier);
}

static void check_splice(const MemoryFile *files, size_t count, const Value *value)
{
    Str file = files[value->file].bytes;
    size_t from = value->pair.span.at - value->pair.quoted,
           to = (size_t)value->pair.span.at + value->pair.span.len;
    size_t tail = file.len - to - (value->pair.quoted && to < file.len);
    Buffer out = {0};
    Error error;
    if (values_splice(value, file, value->pair.value, &out, &error)) {
        Str after = buffer_str(&out);
        must(after.len >= from + tail && str_equal(str_slice(after, 0, from), str_slice(file, 0, from)) &&
                 str_equal(str_slice(after, after.len - tail, after.len),
                           str_slice(file, file.len - tail, file.len)),
             "only the bytes of the value are changed");
        if (str_equal(value->pair.value, str_slice(file, value->pair.span.at, to)) && value->pair.value.len)
            must(str_equal(after, file), "a value put back is the same file");
        check_read_back(files, count, value, after, value->pair.value);
    }
    buffer_free(&out);
}

// Words, all but blanks, of a file.
static Buffer words_of(Str bytes)
{
    Buffer words = {0};
    for (size_t i = 0; i < bytes.len; i++)
        if (bytes.at[i] != ' ' && bytes.at[i] != '\t' && bytes.at[i] != '\n' && bytes.at[i] != '\r')
            buffer_add_byte(&words, bytes.at[i]);
    return words;
}

static int compare_fixes(const void *a, const void *b)
{
    const Fix *x = a, *y = b;
    return (x->edit.from > y->edit.from) - (x->edit.from < y->edit.from);
}

// What is to be put right in a file; the caller frees the items.
static FixList fixes_of(Dossier *dossier, uint32_t file)
{
    FixList fixes = {0};
    for (uint32_t i = 0; i < dossier->account_count; i++)
        if (dossier->accounts[i].record.file == file)
            fix_find(dossier, i, &fixes);
    if (fixes.count > 1)
        qsort(fixes.items, fixes.count, sizeof *fixes.items, compare_fixes);
    return fixes;
}

static void check_fixes(Dossier *dossier, const MemoryFile *files, size_t count)
{
    uint32_t last = (uint32_t)count - 1;
    MemoryFile again[2];
    FixList fixes = fixes_of(dossier, last);
    Edit *edits = mem_new(fixes.count, sizeof *edits);
    Buffer after = {0};
    size_t braces = 0, end = 0;
    for (size_t i = 0; i < fixes.count; i++) {
        edits[i] = fixes.items[i].edit;
        must(end <= edits[i].from && edits[i].from <= edits[i].to, "fixes do not overlap");
        end = edits[i].to;
        braces += fixes.items[i].kind == DIAGNOSTIC_OPEN_ATTRIBUTES;
    }
    splice_edits(files[last].bytes, edits, fixes.count, &after);
    Buffer before_words = words_of(files[last].bytes), after_words = words_of(buffer_str(&after));
    must(before_words.len + braces == after_words.len, "fixes change no words");
    must(braces || str_equal(buffer_str(&before_words), buffer_str(&after_words)), "fixes change no word");
    for (size_t i = 0; i < count; i++)
        again[i] = files[i];
    again[last].bytes = buffer_str(&after);
    if (fixes.count) {
        Dossier *fixed = dossier_open_memory(again, count);
        FixList more = fixes_of(fixed, last);
        must(more.count == 0, "what was put right is right");
        free(more.items);
        dossier_close(fixed);
    }
    buffer_free(&before_words);
    buffer_free(&after_words);
    buffer_free(&after);
    free(edits);
    free(fixes.items);
}

static void check_files(const MemoryFile *files, size_t count)
{
    Dossier *dossier = dossier_open_memory(files, count);
    check_records(dossier);
    for (uint32_t i = 0; i < dossier->account_count; i++)
        check_speech(dossier, i);
    check_skim(dossier);
    check_diagnostics(dossier);
    check_screens(dossier);
    ValueList values = values_collect(dossier);
    size_t step = values.count / VALUES_MAX + 1;
    for (size_t i = files[count - 1].bytes.len % step; i < values.count; i += step)
        check_splice(files, count, &values.items[i]);
    values_free(&values);
    check_fixes(dossier, files, count);
    dossier_close(dossier);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Str bytes = {size ? (const char *)data : "", size};
    MemoryFile files[] = {{"frame.dip", str_of(frame)}, {"input.dip", bytes}};
    check_files(files, 2);
    check_files(files + 1, 1);
    return 0;
}
