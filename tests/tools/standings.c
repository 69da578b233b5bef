// SPDX-License-Identifier: MIT
// Prints the state of every side on every topic in every account of a dossier, a line each, fields separated
// by tabs: for tests that are scripts.
//
//     ACCOUNT PARTY TOPIC STATE REASONS     references with blanks between
#include <stdio.h>
#include <stdlib.h>

#include "diptych/standing.h"

static void add_state(const Dossier *dossier, uint32_t account, uint32_t party, uint32_t topic,
                      Standing standing, Buffer *out)
{
    buffer_add(out, dossier->accounts[account].name);
    buffer_add_byte(out, '\t');
    buffer_add(out, dossier->parties[party].record.id);
    buffer_add_byte(out, '\t');
    buffer_add(out, dossier->topics[topic].record.id);
    buffer_addf(out, "\t%s\t", standing_word(standing.state));
    for (size_t i = 0; i < standing.count; i++) {
        buffer_add_text(out, i ? " " : "");
        passage_reference_add(dossier, out, standing.reasons[i].passage.account, standing.reasons[i].number);
    }
    buffer_add_byte(out, '\n');
}

static void add_party(Dossier *dossier, Skim *skim, uint32_t round, uint32_t party, Buffer *out)
{
    Standings *standings = standings_new(dossier, skim, round, party, NONE);
    const Round *at = &dossier->rounds[round];
    for (uint32_t account = at->account; account < at->account + at->account_count; account++)
        for (uint32_t topic = 0; topic < dossier->topic_count; topic++)
            add_state(dossier, account, party, topic, standings_of(standings, account, topic), out);
    standings_free(standings);
}

int main(int argc, char **argv)
{
    Error error;
    Dossier *dossier = argc == 2 ? dossier_open(argv[1], &error) : NULL;
    if (!dossier) {
        fprintf(stderr, "usage: standings DOSSIER%s%s\n", argc == 2 ? "; " : "", argc == 2 ? error.text : "");
        return 2;
    }
    Buffer out = {0};
    Skim *skim = skim_new(dossier);
    for (uint32_t round = 0; round < dossier->round_count; round++)
        for (uint32_t party = 0; party < dossier->party_count; party++)
            add_party(dossier, skim, round, party, &out);
    fwrite(out.bytes, 1, out.len, stdout);
    buffer_free(&out);
    skim_free(skim);
    dossier_close(dossier);
    return EXIT_SUCCESS;
}
