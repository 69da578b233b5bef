// SPDX-License-Identifier: MIT
// What words mean: what ":" would go to, the best first.
#include <stdlib.h>

#include "diptych/meaning.h"

#include "find_dossier.h"
#include "subcommand.h"
#include "table.h"

static const Operand operands[] = {
    {.name = "TEXT"},
    OPERAND_DOSSIER,
    {0},
};

static void add_meaning(ListTable *table, Dossier *dossier, Meaning meaning, bool best)
{
    Buffer id = {0}, title = {0};
    meaning_id_add(&id, dossier, meaning.target);
    meaning_title_add(&title, dossier, meaning.target);
    table_cell(table, str_of(best ? "*" : "-"));
    table_cell(table, str_of(meaning_kind(meaning.target.kind)));
    table_cell(table, buffer_str(&id));
    table_cell(table, buffer_str(&title));
    buffer_free(&id);
    buffer_free(&title);
}

static int resolve(Output *output, Dossier *dossier, Str words)
{
    ListTable table;
    Meanings meanings = {0};
    meaning_find(dossier, words, NONE, MEANING_ALL, &meanings);
    table_open(&table, output, TABLE_TEXT);
    table_column(&table, "best", COLUMN_WORDS);
    table_column(&table, "kind", COLUMN_WORDS);
    table_column(&table, "id", COLUMN_WORDS);
    table_column(&table, "title", COLUMN_WORDS);
    for (size_t i = 0; i < meanings.count; i++)
        add_meaning(&table, dossier, meanings.items[i], i < meanings.best);
    free(meanings.items);
    return table_close(&table) ? EXIT_DONE : EXIT_NOTHING;
}

static int run(Output *output, int argc, char **argv)
{
    int option = arguments_next(output, &subcommand_resolve, argc, argv);
    if (option != OPTION_END)
        return arguments_status(option);
    if (!arguments_operands(output, &subcommand_resolve, &argc, &argv))
        return EXIT_TROUBLE;
    Dossier *dossier = find_and_open(output, argc > 1 ? argv[1] : NULL);
    if (!dossier)
        return EXIT_TROUBLE;
    char *words = arguments_words(argv[0]);
    int status = resolve(output, dossier, str_of(words));
    free(words);
    dossier_close(dossier);
    return status;
}

const Subcommand subcommand_resolve = {
    .name = "resolve",
    .run = run,
    .brief = "list what words may mean",
    .about = "Lists what TEXT may mean, one line each: what ':' in the reader goes to, and what the\n"
             "options take that name a round, a topic or a party. The best comes first and is marked\n"
             "with '*'; several with a '*' are equally good, and ':' has the reader choose. Behind it\n"
             "stand the kind, the id and the title. A line that is wider than the terminal is cut;\n"
             "in a pipe or file lines are whole.\n",
    .operands = operands,
    .ending = "Exit status: 0 found, 1 nothing found, 2 trouble.\n",
};
