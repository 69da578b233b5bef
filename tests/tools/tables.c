// SPDX-License-Identifier: MIT
// Prints the tables that the manual pages repeat, fields separated by tabs: "diagnostics" with name and
// level, "keys" with the keys and what they do.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "diptych/diagnostic.h"
#include "diptych/format.h"
#include "diptych/keys.h"
#include "diptych/standing.h"
#include "diptych/words.h"

static void print_diagnostics(void)
{
    for (int i = 0; i < DIAGNOSTIC_COUNT; i++) {
        DiagnosticKind kind = (DiagnosticKind)i;
        printf("%s\t%s\n", diagnostic_name(kind),
               diagnostic_level(kind) == LEVEL_ERROR ? "error" : "warning");
    }
}

static void print_keys(void)
{
    size_t count;
    const KeyBinding *table = keys_table(&count);
    for (size_t i = 0; i < count; i++) {
        Buffer line = {0};
        keys_binding_add(&line, &table[i]);
        buffer_addf(&line, "\t%s\n", table[i].text);
        fwrite(line.bytes, 1, line.len, stdout);
        buffer_free(&line);
    }
}

static void print_words(void)
{
    for (int i = 0; i < ACT_COUNT; i++)
        puts(act_word((Act)i));
    for (int i = 0; i < STATUS_COUNT; i++)
        puts(status_word((Status)i));
    for (int i = 0; i < VERB_COUNT; i++)
        puts(verb_word((Verb)i));
    for (int i = 0; i < EXTENT_COUNT; i++)
        puts(extent_word((Extent)i));
    for (int i = 0; i < TAGGING_COUNT; i++)
        puts(tagging_word((Tagging)i));
    for (int i = 0; i < ADDRESSEE_COUNT; i++)
        puts(addressee_word((Addressee)i));
    for (int i = 0; i < CAPACITY_COUNT; i++)
        puts(capacity_word((Capacity)i));
    for (int i = 0; i < SOURCE_KIND_COUNT; i++)
        puts(source_kind_word((SourceKind)i));
}

static void print_records(void)
{
    for (int i = 0; i < RECORD_OWN; i++)
        puts(record_type_name((RecordType)i));
}

static void print_standings(void)
{
    for (int i = STANDING_ANSWERED; i < STANDING_COUNT; i++)
        printf("%s\t%s\n", standing_word((StandingState)i), standing_phrase((StandingState)i));
}

int main(int argc, char **argv)
{
    if (argc == 2 && strcmp(argv[1], "diagnostics") == 0) {
        print_diagnostics();
    } else if (argc == 2 && strcmp(argv[1], "keys") == 0) {
        print_keys();
    } else if (argc == 2 && strcmp(argv[1], "words") == 0) {
        print_words();
    } else if (argc == 2 && strcmp(argv[1], "records") == 0) {
        print_records();
    } else if (argc == 2 && strcmp(argv[1], "standings") == 0) {
        print_standings();
    } else {
        fputs("usage: tables diagnostics|keys|records|standings|words\n", stderr);
        return 2;
    }
    return EXIT_SUCCESS;
}
