// SPDX-License-Identifier: MIT
// Every hit of a search in its context, a line each.
#include "diptych/search.h"
#include "diptych/order.h"

#include <stdlib.h>

#include "find_dossier.h"
#include "subcommand.h"

#include "diptych/cluster.h"
#include "diptych/memory.h"

enum { OPTION_COUNT = OPTION_FIRST, OPTION_NAMES, OPTION_REGEX, OPTION_WIDTH };

static const Option known[] = {
    {.value = OPTION_REGEX,
     .name = "regex",
     .letter = 'E',
     .help = "PATTERN is a regular expression (PCRE2)"},
    {.value = OPTION_NAMES,
     .name = "names",
     .letter = 'n',
     .help = "a name finds the other side's names for the same thing too"},
    {.value = OPTION_COUNT,
     .name = "count",
     .letter = 'c',
     .help = "print how many places there are for each side instead"},
    OPTION_WIDTH_ROW(OPTION_WIDTH),
    {0},
};

static const Operand operands[] = {
    {.name = "PATTERN"},
    OPERAND_DOSSIER,
    {0},
};

typedef struct SearchPlan {
    bool count;
    bool names;
    bool regex;
    size_t width; // columns
} SearchPlan;

// How wide the first two columns of a line are.
typedef struct Columns {
    size_t reference;
    size_t side;
} Columns;

// The least columns that the words around a hit get, however wide the rest.
#define CONTEXT_MIN 16
// A reference that is wider than this part of the line moves the rest of its line alone.
#define REFERENCE_PART 5
// In place of a side: the record's own words.
#define NARRATION "narration"

static Columns measure(const Dossier *dossier, size_t width)
{
    Columns columns = {.side = sizeof NARRATION - 1 <= width / REFERENCE_PART ? sizeof NARRATION - 1 : 1};
    for (size_t i = 0; i < dossier->account_count; i++) {
        size_t reference = cluster_columns(dossier->accounts[i].name) + sizeof ".123" - 1;
        if (reference > columns.reference && reference <= width / REFERENCE_PART)
            columns.reference = reference;
    }
    for (size_t i = 0; i < dossier->party_count; i++) {
        size_t side = cluster_columns(dossier->parties[i].brief);
        if (side > columns.side && side <= width / REFERENCE_PART)
            columns.side = side;
    }
    return columns;
}

static Str side_of(const Dossier *dossier, const Hit *hit)
{
    if (hit->narrated)
        return str_of(NARRATION);
    return hit->party == NONE ? str_of("-") : dossier->parties[hit->party].brief;
}

static void pad(Buffer *line, size_t columns)
{
    size_t used = cluster_columns(buffer_str(line));
    buffer_fill(line, ' ', used < columns ? columns - used : 0);
    buffer_add_text(line, "  ");
}

static void print_hit(Output *output, Dossier *dossier, const Hit *hit, Columns columns, size_t width)
{
    Buffer line = {0};
    passage_reference_add(dossier, &line, hit->passage.account, hit->number);
    pad(&line, columns.reference);
    size_t side = cluster_columns(buffer_str(&line)) + columns.side;
    order_add_apart(&line, side_of(dossier, hit));
    buffer_add_text(&line, hit->joint ? "+" : "");
    pad(&line, side);
    size_t used = cluster_columns(buffer_str(&line));
    size_t rest = width > used + CONTEXT_MIN ? width - used : CONTEXT_MIN;
    Str text;
    Match keyword;
    Buffer words = {0};
    if (hit_text(dossier, hit->passage, hit->match, &text))
        search_context_add(&words, text, hit->match, rest, !output_is_utf8(output), &keyword);
    else
        buffer_add_text(&words, "(the file has changed)");
    order_add_apart(&line, buffer_str(&words));
    buffer_free(&words);
    buffer_add_byte(&line, '\n');
    output_add(output, buffer_str(&line));
    buffer_free(&line);
}

// Texts are kept up to here, in bytes, while their hits are printed.
#define LOADED_MAX ((size_t)1 << 24)

// Prints the hits in order as they are found, those in longer words when all are; returns how many.
static size_t print_hits(Output *output, Dossier *dossier, Search *search, size_t width)
{
    Columns columns = measure(dossier, width);
    size_t printed = 0;
    uint32_t account = NONE;
    bool more = true;
    while (more && !output_failed(output)) {
        more = search_step(search, 0);
        size_t ready = more ? search_whole(search) : search_count(search);
        for (; printed < ready && !output_failed(output); printed++) {
            const Hit *hit = search_hit(search, printed);
            // Not between hits of one account, which would be read again for each when it is large.
            if (hit->passage.account != account)
                dossier_trim(dossier, LOADED_MAX);
            account = hit->passage.account;
            print_hit(output, dossier, hit, columns, width);
        }
    }
    return printed;
}

static void print_count(Output *output, Str side, size_t count)
{
    if (count == 0)
        return;
    Buffer line = {0};
    buffer_addf(&line, "%zu  ", count);
    buffer_add(&line, side);
    buffer_add_byte(&line, '\n');
    output_add(output, buffer_str(&line));
    buffer_free(&line);
}

// A line for each side that has hits; returns how many hits there are.
static size_t print_counts(Output *output, const Dossier *dossier, Search *search)
{
    while (search_step(search, 0))
        continue;
    size_t count = search_count(search), nobody = 0;
    for (size_t i = 0; i < count; i++) {
        const Hit *hit = search_hit(search, i);
        nobody += hit->party == NONE && !hit->narrated;
    }
    for (uint32_t party = 0; party < dossier->party_count; party++)
        print_count(output, dossier->parties[party].brief, search_count_of(search, party));
    print_count(output, str_of(NARRATION), search_narrated(search));
    print_count(output, str_of("-"), nobody);
    return count;
}

static int search_for(Output *output, const SearchPlan *plan, const char *pattern, const char *operand)
{
    Dossier *dossier = find_and_open(output, operand);
    if (!dossier)
        return EXIT_TROUBLE;
    Error error;
    char *words = arguments_words(pattern);
    Query *query = query_new(dossier, str_of(words), plan->regex, plan->names, &error);
    free(words);
    int status = EXIT_TROUBLE;
    if (!query) {
        output_error(output, &error);
    } else {
        Search *search = search_new(dossier, NULL, query, 0);
        char *doubt = mem_text(query_doubt(query));
        size_t found = plan->count ? print_counts(output, dossier, search)
                                   : print_hits(output, dossier, search, plan->width);
        status = found ? EXIT_DONE : EXIT_NOTHING;
        if (search_is_cut(search))
            output_message(output, "the search was cut short: there may be more");
        if (!found && *doubt)
            output_message(output, "nothing is found; is \"%s\" meant?", doubt);
        free(doubt);
        search_free(search);
    }
    dossier_close(dossier);
    return status;
}

// Fills `*plan` from the options; OPTION_END when all is well, else what arguments_status() takes.
static int read_options(Output *output, int argc, char **argv, SearchPlan *plan)
{
    int option;
    while ((option = arguments_next(output, &subcommand_search, argc, argv)) >= OPTION_FIRST) {
        if (option == OPTION_WIDTH && !arguments_width(output, &subcommand_search, optarg, &plan->width))
            return OPTION_WRONG;
        plan->count = plan->count || option == OPTION_COUNT;
        plan->names = plan->names || option == OPTION_NAMES;
        plan->regex = plan->regex || option == OPTION_REGEX;
    }
    return option;
}

static int run(Output *output, int argc, char **argv)
{
    SearchPlan plan = {.width = output_width()};
    int option = read_options(output, argc, argv, &plan);
    if (option != OPTION_END)
        return arguments_status(option);
    if (!arguments_operands(output, &subcommand_search, &argc, &argv))
        return EXIT_TROUBLE;
    return search_for(output, &plan, argv[0], argc > 1 ? argv[1] : NULL);
}

const Subcommand subcommand_search = {
    .name = "search",
    .run = run,
    .brief = "print every place where something is said",
    .about = "Prints every place where PATTERN is said: reference, side, and the words around\n"
             "it, in the order of the record; first where the words stand by themselves, then\n"
             "where they are parts of longer ones. A phrase that a line or page breaks is found.\n"
             "Case, accents and the styles of quotes and dashes count only when PATTERN uses them.\n"
             "\n"
             "Before, between or behind the words, or without any, PATTERN may hold\n"
             "\n"
             "      Japan: su:         who speaks: a side or a person, by name, surname or id\n"
             "      act:concedes       what the passage does\n"
             "      status:omitted     what kind of words it is\n"
             "      topic:yalta        what it is about\n"
             "      round:wg1          where it was said\n"
             "      verdict:distorted  what it says of the other side's words that they are\n"
             "      to:public          whom it was said to\n"
             "\n"
             "Values may be several (act:offers,concedes); names with blanks stand in quotes.\n",
    .options = known,
    .operands = operands,
    .ending = "Exit status: 0 found, 1 not found, 2 trouble.\n",
};
