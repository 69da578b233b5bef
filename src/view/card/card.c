// SPDX-License-Identifier: MIT
#include "view/card/card.h"

void card_add(Sheet *sheet, Dossier *dossier, Skim *skim, Target subject)
{
    Card card = {sheet, dossier, skim, NULL};
    switch (subject.kind) {
    case TARGET_PASSAGE:
        card_passage(&card, (PassageId){subject.index, subject.ordinal});
        break;
    case TARGET_ROUND:
        card_round(&card, subject.index);
        break;
    case TARGET_ACCOUNT:
        card_round(&card, dossier->accounts[subject.index].round);
        break;
    case TARGET_PERSON:
        card_person(&card, subject.index);
        break;
    case TARGET_TOPIC:
        card_topic(&card, subject.index);
        break;
    case TARGET_NAME:
        card_name(&card, subject.index);
        break;
    case TARGET_SOURCE:
        card_source(&card, subject.index);
        break;
    case TARGET_INSTRUMENT:
        card_instrument(&card, subject.index);
        break;
    case TARGET_DISCREPANCY:
        card_discrepancy(&card, subject.index);
        break;
    default:
        break;
    }
}

void card_add_beside(Sheet *sheet, Dossier *dossier, Skim *skim, PassageId passage, const Beside *beside)
{
    card_passage(&(Card){sheet, dossier, skim, beside}, passage);
}
