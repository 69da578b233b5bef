// SPDX-License-Identifier: MIT
// The standing of one passage, and the passages and records that give it.
#include <stdlib.h>

#include "diptych/caption.h"
#include "diptych/cite.h"
#include "diptych/cut.h"
#include "diptych/ground.h"
#include "diptych/layers.h"
#include "diptych/ledger_tree.h"
#include "diptych/meaning.h"
#include "diptych/memory.h"
#include "find_dossier.h"
#include "subcommand.h"

static const Operand operands[] = {
    {.name = "REFERENCE"},
    OPERAND_DOSSIER,
    {0},
};

// What is looked at.
typedef struct Puzzle {
    Output *output;
    Dossier *dossier;
    Skim *skim;
    Ledger *ledger;
    PassageId id;
    uint32_t number;
} Puzzle;

// A line: what, a reference, and words.
static void print_line(const Puzzle *question, const char *what, Str reference, Str words)
{
    Buffer line = {0};
    buffer_addf(&line, "%-14s  ", what);
    buffer_add(&line, reference);
    buffer_add_text(&line, words.len ? "  " : "");
    buffer_add(&line, words);
    buffer_add_byte(&line, '\n');
    output_add(question->output, buffer_str(&line));
    buffer_free(&line);
}

#define EXCERPT_COLUMNS 60

// "rebuts  wg1.30  Takakazu Kuriyama: ...".
static void print_passage(const Puzzle *question, const char *what, PassageId id, uint32_t number)
{
    Buffer reference = {0}, words = {0};
    const Passage *passage = passage_at(question->dossier, id);
    const Speech *speech = dossier_speech(question->dossier, id.account);
    passage_reference_add(question->dossier, &reference, id.account, number);
    if (passage) {
        cite_speakers_add(&words, question->dossier, &speech->turns[passage->turn]);
        buffer_add_text(&words, words.len ? ": " : "");
        cut_add(&words, passage->text, EXCERPT_COLUMNS, !output_is_utf8(question->output));
    }
    print_line(question, what, buffer_str(&reference), buffer_str(&words));
    buffer_free(&reference);
    buffer_free(&words);
}

static void print_records(const Puzzle *question, const LedgerEntry *entry)
{
    const Dossier *dossier = question->dossier;
    uint32_t *records = mem_new(dossier->account_count, sizeof *records);
    size_t count = ledger_records(question->ledger, entry->passage, records, dossier->account_count);
    for (size_t i = 0; i < count && i < dossier->account_count; i++) {
        Buffer lack = {0};
        caption_missing_add(&lack, dossier, records[i]);
        print_line(question, "not complete", dossier->accounts[records[i]].name,
                   lack.len ? buffer_str(&lack) : str_of("not all of it has its topics"));
        buffer_free(&lack);
    }
    free(records);
}

static void print_standing(const Puzzle *question, const LedgerEntry *entry)
{
    size_t count;
    LedgerReply *replies = ledger_replies(question->ledger, entry, &count);
    print_passage(question, entry->is_claim ? claim_state_word(entry->state) : "no claim", question->id,
                  question->number);
    for (size_t i = 0; i < count; i++)
        print_passage(question, verb_word(replies[i].verb), replies[i].passage, replies[i].number);
    free(replies);
    if (entry->is_claim && entry->state != CLAIM_ANSWERED)
        print_records(question, entry);
}

// Why it is none.
static const char *lack_of_claim(const Dossier *dossier, const Glance *glance)
{
    if (!status_is_said((Status)glance->status))
        return "nobody said it: its status";
    if (glance->addressee != ADDRESSEE_OTHER)
        return "it was not said to the other side, but to";
    if (!claim_has_substance(dossier, glance))
        return "it stands under no topic of substance; it";
    return "it claims nothing: it";
}

static const char *word_of_lack(const Dossier *dossier, const Glance *glance)
{
    if (!status_is_said((Status)glance->status))
        return status_word((Status)glance->status);
    if (glance->addressee != ADDRESSEE_OTHER)
        return addressee_word((Addressee)glance->addressee);
    (void)dossier;
    return act_word((Act)glance->act);
}

static void print_no_claim(const Puzzle *question, const Glance *glance)
{
    Buffer words = {0};
    buffer_addf(&words, "%s %s", lack_of_claim(question->dossier, glance),
                word_of_lack(question->dossier, glance));
    print_line(question, "because", (Str){0}, buffer_str(&words));
    buffer_free(&words);
}

// What it adds to the common ground, and to whose words.
static void print_ground(const Puzzle *question)
{
    static const char *const words[] = {[GROUND_CONCESSION] = "a concession",
                                        [GROUND_AGREEMENT] = "an agreement",
                                        [GROUND_JOINT] = "a joint text"};
    const Passage *passage = passage_at(question->dossier, question->id);
    const Speech *speech = dossier_speech(question->dossier, question->id.account);
    if (!passage)
        return;
    Ground ground = ground_of(question->dossier, question->skim, speech, passage);
    if (ground.kind == GROUND_NONE)
        return;
    Buffer reference = {0};
    if (ground.object) {
        buffer_addf(&reference, "%s ", verb_word(ground.object->verb));
        dossier_ref_add(question->dossier, &reference, ground.object->ref, NONE);
    } else {
        buffer_add_text(&reference, "to no words in particular");
    }
    print_line(question, words[ground.kind], buffer_str(&reference), (Str){0});
    buffer_free(&reference);
}

static void answer(const Puzzle *question)
{
    Glance glance = layered_glance(question->dossier, question->skim, question->id);
    LedgerEntry entry = {.passage = question->id, .number = question->number, .record = NONE};
    bool stands = ledger_entry(question->ledger, question->id, &entry);
    print_standing(question, &entry);
    if (!stands || !entry.is_claim)
        print_no_claim(question, &glance);
    print_ground(question);
}

static int explain(Output *output, Dossier *dossier, const char *reference)
{
    Meaning meaning;
    Error error;
    char *words = arguments_words(reference);
    bool found = meaning_one(dossier, str_of(words), MEANING_OF(TARGET_PASSAGE), &meaning, &error);
    free(words);
    if (!found)
        return output_error(output, &error);
    Puzzle question = {.output = output, .dossier = dossier, .skim = skim_new(dossier)};
    question.ledger = ledger_new(dossier, question.skim);
    question.id = (PassageId){meaning.target.index, meaning.target.ordinal};
    while (ledger_step(question.ledger, 0))
        continue;
    question.number = skim_glance(question.skim, question.id.account, question.id.ordinal).number;
    answer(&question);
    ledger_free(question.ledger);
    skim_free(question.skim);
    return EXIT_DONE;
}

static int run(Output *output, int argc, char **argv)
{
    int option = arguments_next(output, &subcommand_why, argc, argv);
    if (option != OPTION_END)
        return arguments_status(option);
    if (!arguments_operands(output, &subcommand_why, &argc, &argv))
        return EXIT_TROUBLE;
    Dossier *dossier = find_and_open(output, argc > 1 ? argv[1] : NULL);
    if (!dossier)
        return EXIT_TROUBLE;
    int status = explain(output, dossier, argv[0]);
    dossier_close(dossier);
    return status;
}

const Subcommand subcommand_why = {
    .name = "why",
    .run = run,
    .brief = "print what became of a claim, and why",
    .about = "Prints what became of one claim and the passages that give it, each with how it\n"
             "replies; of one that nobody answers, the records that may hold an answer; of a passage\n"
             "that is no claim, why it is none; and what it concedes or agrees to.\n",
    .operands = operands,
    .ending = "Exit status: 0 done, 2 trouble.\n",
};
