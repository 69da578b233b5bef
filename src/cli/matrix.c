// SPDX-License-Identifier: MIT
// Topics by rounds by sides, on paper or for other programs.
#include <string.h>

#include "diptych/reader.h"
#include "diptych/selector.h"
#include "find_dossier.h"
#include "matrix_files.h"
#include "subcommand.h"

enum { OPTION_ALONE = OPTION_FIRST, OPTION_SORT, OPTION_SPEECH, OPTION_TO, OPTION_WIDTH };

static const Option known[] = {
    {.value = OPTION_TO,
     .name = "to",
     .letter = 'T',
     .takes = "FORMAT",
     .words = "text tsv html",
     .help = "text, as on the screen; tsv, a line a cell; or html"},
    {.value = OPTION_SORT,
     .name = "sort",
     .takes = "ORDER",
     .words = "group date rounds",
     .help = "topics in their groups, the earliest first, or those of\n"
             "the most rounds first"},
    {.value = OPTION_SPEECH,
     .name = "speech",
     .or_next = true,
     .help = "without rounds of which nothing is recorded"},
    {.value = OPTION_ALONE, .name = "alone", .help = "only what one side alone has words on, by round"},
    OPTION_WIDTH_ROW(OPTION_WIDTH),
    {0},
};

static const Operand operands[] = {
    OPERAND_DOSSIER,
    {0},
};

// What is asked for.
typedef struct MatrixPlan {
    const char *to;
    MatrixLook look;
    size_t width; // columns
} MatrixPlan;

static int print_matrix(Output *output, Dossier *dossier, const Matrix *matrix, const MatrixPlan *plan)
{
    Table *table = matrix_table(dossier, matrix, &plan->look);
    if (strcmp(plan->to, "tsv") == 0) {
        matrix_print_tsv(output, dossier, matrix, table);
    } else if (strcmp(plan->to, "html") == 0) {
        matrix_print_html(output, dossier, matrix, table);
    } else {
        Buffer text = {0};
        table_add_text(table, plan->width, !output_is_utf8(output), &text);
        output_add(output, buffer_str(&text));
        buffer_free(&text);
    }
    table_free(table);
    return EXIT_DONE;
}

static AsOfLine line_of(const char *format)
{
    if (strcmp(format, "tsv") == 0)
        return AS_OF_COMMENT;
    return strcmp(format, "html") == 0 ? AS_OF_MARKUP : AS_OF_TEXT;
}

static int fill_and_print(Output *output, MatrixPlan *plan, const char *operand)
{
    output->line = line_of(plan->to);
    Dossier *dossier = find_and_open(output, operand);
    int status = EXIT_NOTHING;
    if (!dossier)
        return EXIT_TROUBLE;
    if (dossier->account_count) {
        Skim *skim = skim_new(dossier);
        Matrix *matrix = matrix_new(dossier, skim, 0);
        selector_parties(dossier, reader_first_account(dossier), plan->look.sides);
        while (matrix_step(matrix, 0))
            continue;
        status = print_matrix(output, dossier, matrix, plan);
        matrix_free(matrix);
        skim_free(skim);
    }
    dossier_close(dossier);
    return status;
}

// The index of the word among those, up to a null; false: it is none of them, which has been said.
static bool choose(Output *output, const char *option, const char *word, const char *const *words, int *index)
{
    for (*index = 0; words[*index]; ++*index)
        if (strcmp(words[*index], word) == 0)
            return true;
    arguments_wrong(output, &subcommand_matrix, "--%s %s: there is no such one", option, word);
    return false;
}

static bool take_option(Output *output, int option, MatrixPlan *plan)
{
    static const char *const formats[] = {"text", "tsv", "html", NULL};
    static const char *const orders[] = {"group", "date", "rounds", NULL};
    int index = 0;
    if (option == OPTION_WIDTH)
        return arguments_width(output, &subcommand_matrix, optarg, &plan->width);
    if (option == OPTION_TO) {
        if (!choose(output, "to", optarg, formats, &index))
            return false;
        plan->to = formats[index];
    } else if (option == OPTION_SORT) {
        if (!choose(output, "sort", optarg, orders, &index))
            return false;
        plan->look.sort = (MatrixSort)index;
    } else {
        plan->look.filter = option == OPTION_ALONE ? MATRIX_ALONE : MATRIX_WITH_SPEECH;
    }
    return true;
}

static int run(Output *output, int argc, char **argv)
{
    MatrixPlan plan = {.to = "text", .width = output_width()};
    int option;
    while ((option = arguments_next(output, &subcommand_matrix, argc, argv)) >= OPTION_FIRST)
        if (!take_option(output, option, &plan))
            return EXIT_TROUBLE;
    if (option != OPTION_END)
        return arguments_status(option);
    if (!arguments_operands(output, &subcommand_matrix, &argc, &argv))
        return EXIT_TROUBLE;
    return fill_and_print(output, &plan, argv[0]);
}

const Subcommand subcommand_matrix = {
    .name = "matrix",
    .run = run,
    .brief = "print topics by rounds and sides",
    .about = "Prints the state of each side on each topic in each round and, where it spoke, in how\n"
             "many passages it asserted anew (+) or repeated its side's earlier words (=). What the\n"
             "other signs mean stands behind the last row.\n",
    .options = known,
    .operands = operands,
    .ending = "Exit status: 0 done, 1 there are no rounds, 2 trouble.\n",
};
