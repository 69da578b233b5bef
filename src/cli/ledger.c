// SPDX-License-Identifier: MIT
// Claims, and what became of them, on paper or for other programs.
#include "diptych/ledger.h"

#include <stdlib.h>
#include <string.h>

#include "diptych/layers.h"
#include "diptych/ledger_tree.h"
#include "diptych/ledger_words.h"
#include "find_dossier.h"
#include "print.h"
#include "subcommand.h"

enum {
    OPTION_ACT = OPTION_FIRST,
    OPTION_AS,
    OPTION_BY,
    OPTION_LINK,
    OPTION_OPEN,
    OPTION_SIDE,
    OPTION_STATE,
    OPTION_TO,
    OPTION_TOPIC,
    OPTION_UNANSWERED,
    OPTION_WIDTH
};

static const Option known[] = {
    {.value = OPTION_OPEN,
     .name = "open",
     .or_next = true,
     .help = "only what nobody answers or puts off, in records that\nwould show it"},
    {.value = OPTION_UNANSWERED,
     .name = "unanswered",
     .or_next = true,
     .help = "only what nobody is known to answer: put off, open or\nundecided"},
    {.value = OPTION_STATE,
     .name = "state",
     .takes = "S",
     .words = "answered put-off open undecided unanswered",
     .help = "only what is in that state"},
    {.value = OPTION_SIDE,
     .name = "side",
     .letter = 's',
     .takes = "P",
     .kind = VALUE_PARTY,
     .help = "only one side's"},
    {.value = OPTION_BY, .name = "by", .takes = "PERSON", .help = "only one person's"},
    {.value = OPTION_TOPIC,
     .name = "topic",
     .letter = 't',
     .takes = "T",
     .kind = VALUE_TOPIC,
     .help = "one topic and those below it"},
    {.value = OPTION_ACT,
     .name = "act",
     .takes = "ACT",
     .words = "asserts proposes offers demands conditions concedes refuses asks complains procedure",
     .help = "only what does that: offers, concedes, ..."},
    {.value = OPTION_AS,
     .name = "as",
     .takes = "CAPACITY",
     .words = "government party opposition private",
     .help = "only what was said for it: opposition, private, ..."},
    {.value = OPTION_LINK,
     .name = "link",
     .takes = "LINK",
     .words = "answers rebuts distinguishes agrees defers restates retreats contradicts",
     .help = "only what somebody rebuts, defers, restates, ..."},
    {.value = OPTION_TO,
     .name = "to",
     .letter = 'T',
     .takes = "FORMAT",
     .words = "text tsv",
     .help = "text, as on the screen, or tsv, a line each"},
    OPTION_WIDTH_ROW(OPTION_WIDTH),
    {0},
};

static const Operand operands[] = {
    OPERAND_DOSSIER,
    {0},
};

// What is asked for.
typedef struct LedgerPlan {
    Buffer wishes; // as they are typed in the reader
    bool tsv;
    size_t width; // columns
} LedgerPlan;

static void add_speakers(Buffer *out, const Dossier *dossier, const Glance *glance)
{
    for (size_t i = 0; i < glance->speaker_count; i++) {
        uint32_t speaker = glance->speakers[i];
        buffer_add_text(out, i ? "; " : "");
        if (speaker != NONE)
            buffer_add(out, speaker & SKIM_PARTY ? dossier->parties[speaker & ~SKIM_PARTY].record.id
                                                 : dossier->people[speaker].record.id);
    }
}

static void add_replies(Buffer *out, const Dossier *dossier, Ledger *ledger, const LedgerEntry *entry)
{
    size_t count;
    LedgerReply *replies = ledger_replies(ledger, entry, &count);
    for (size_t i = 0; i < count; i++) {
        buffer_addf(out, "%s%s ", i ? "; " : "", verb_word(replies[i].verb));
        passage_reference_add(dossier, out, replies[i].passage.account, replies[i].number);
    }
    free(replies);
}

// Reference, speakers, act, topics, state, the record that may hold the answer, replies.
static void add_line(Buffer *out, const Dossier *dossier, const Skim *skim, Ledger *ledger,
                     const LedgerEntry *entry)
{
    Glance glance = layered_glance(dossier, skim, entry->passage);
    passage_reference_add(dossier, out, entry->passage.account, entry->number);
    buffer_add_byte(out, '\t');
    add_speakers(out, dossier, &glance);
    buffer_addf(out, "\t%s\t", act_word((Act)glance.act));
    for (size_t i = 0; i < glance.topic_count; i++) {
        buffer_add_text(out, i ? "; " : "");
        buffer_add(out, dossier->topics[glance.topics[i]].record.id);
    }
    buffer_addf(out, "\t%s\t", claim_state_word(entry->state));
    if (entry->record != NONE)
        buffer_add(out, dossier->accounts[entry->record].name);
    buffer_add_byte(out, '\t');
    add_replies(out, dossier, ledger, entry);
    buffer_add_byte(out, '\n');
}

static size_t print_tsv(Output *output, Dossier *dossier, const Skim *skim, Ledger *ledger)
{
    size_t lines = 0;
    output_add_text(output, "claim\tspeakers\tact\ttopics\tstate\trecord\tlinks\n");
    for (uint32_t i = 0; i < dossier->account_count && !output_failed(output); i++) {
        size_t count;
        Buffer out = {0};
        LedgerEntry *entries = ledger_entries(ledger, i, &count);
        for (size_t k = 0; k < count; k++)
            add_line(&out, dossier, skim, ledger, &entries[k]);
        output_add(output, buffer_str(&out));
        lines += count;
        free(entries);
        buffer_free(&out);
    }
    return lines;
}

// An account at a time, so that no more than its texts are held.
static size_t print_text(Output *output, Dossier *dossier, Skim *skim, Ledger *ledger, size_t width)
{
    Measure measure = {.columns = width, .stacked = true, .ascii = !output_is_utf8(output)};
    size_t lines = 0;
    for (uint32_t i = 0; i < dossier->account_count && !output_failed(output); i++) {
        if (!ledger_count(ledger, i))
            continue;
        lines += ledger_count(ledger, i);
        Tree *tree = ledger_tree_of(dossier, skim, ledger, i);
        uint32_t *nodes;
        Sheet *sheet = tree_sheet(tree, &nodes);
        print_sheet(output, dossier, skim, sheet, &measure);
        sheet_free(sheet);
        free(nodes);
        tree_free(tree);
        dossier_trim(dossier, (size_t)1 << 24);
    }
    return lines;
}

// Where nothing is open: how much may be, since the records that would show it are not complete.
static void say_undecided(Output *output, Ledger *ledger)
{
    LedgerFilter filter = ledger_wants(ledger);
    if (filter.states != 1u << CLAIM_OPEN)
        return;
    filter.states = 1u << CLAIM_UNDECIDED;
    ledger_filter(ledger, filter);
    while (ledger_step(ledger, 0))
        continue;
    size_t count = ledger_count(ledger, NONE);
    if (count)
        output_message(
            output,
            "nothing is open; of %zu it is undecided, since records are not complete: --state=undecided",
            count);
}

static int print_ledger(Output *output, Dossier *dossier, const LedgerPlan *plan)
{
    LedgerFilter filter;
    Error error;
    if (!ledger_words_take(dossier, buffer_str(&plan->wishes), &filter, &error))
        return output_error(output, &error);
    Skim *skim = skim_new(dossier);
    Ledger *ledger = ledger_new(dossier, skim);
    ledger_filter(ledger, filter);
    while (ledger_step(ledger, 0))
        continue;
    size_t lines = plan->tsv ? print_tsv(output, dossier, skim, ledger)
                             : print_text(output, dossier, skim, ledger, plan->width);
    if (!lines)
        say_undecided(output, ledger);
    ledger_free(ledger);
    skim_free(skim);
    return lines ? EXIT_DONE : EXIT_NOTHING;
}

static void wish(LedgerPlan *plan, const char *key, const char *value)
{
    char *words = arguments_words(value);
    buffer_addf(&plan->wishes, " %s:%s", key, words);
    free(words);
}

static bool take_option(Output *output, int option, LedgerPlan *plan)
{
    static const struct {
        int option;
        const char *key;
    } wishes[] = {{OPTION_ACT, "act"},    {OPTION_AS, "as"},     {OPTION_BY, "by"},
                  {OPTION_LINK, "link"},  {OPTION_SIDE, "side"}, {OPTION_STATE, "state"},
                  {OPTION_TOPIC, "topic"}};
    if (option == OPTION_WIDTH)
        return arguments_width(output, &subcommand_ledger, optarg, &plan->width);
    if (option == OPTION_OPEN || option == OPTION_UNANSWERED)
        wish(plan, "state", option == OPTION_OPEN ? "open" : "unanswered");
    for (size_t i = 0; i < sizeof wishes / sizeof *wishes; i++)
        if (wishes[i].option == option)
            wish(plan, wishes[i].key, optarg);
    if (option != OPTION_TO)
        return true;
    return arguments_tsv(output, &subcommand_ledger, optarg, &plan->tsv);
}

static int run_plan(Output *output, int argc, char **argv, LedgerPlan *plan)
{
    int option;
    while ((option = arguments_next(output, &subcommand_ledger, argc, argv)) >= OPTION_FIRST)
        if (!take_option(output, option, plan))
            return EXIT_TROUBLE;
    if (option != OPTION_END)
        return arguments_status(option);
    if (!arguments_operands(output, &subcommand_ledger, &argc, &argv))
        return EXIT_TROUBLE;
    output->line = plan->tsv ? AS_OF_COMMENT : AS_OF_TEXT;
    Dossier *dossier = find_and_open(output, argv[0]);
    if (!dossier)
        return EXIT_TROUBLE;
    int status = print_ledger(output, dossier, plan);
    dossier_close(dossier);
    return status;
}

static int run(Output *output, int argc, char **argv)
{
    LedgerPlan plan = {.width = output_width()};
    int status = run_plan(output, argc, argv, &plan);
    buffer_free(&plan.wishes);
    return status;
}

const Subcommand subcommand_ledger = {
    .name = "ledger",
    .run = run,
    .brief = "print claims, and what became of each",
    .about = "Prints every claim of substance with what became of it over all rounds, answered, put\n"
             "off, open or undecided, and the passages that give that: those that reply, and its own\n"
             "side's that come back to it. A claim is undecided when a record that may hold the\n"
             "answer is not complete.\n",
    .options = known,
    .operands = operands,
    .ending = "Exit status: 0 done, 1 there is none, 2 trouble.\n",
};
