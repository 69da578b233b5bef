// SPDX-License-Identifier: MIT
#include "diptych/sheet.h"
#include "diptych/standing.h"
#include "layout/who.h"

// The column of the turn: whole for a joint text, for narration and for other parties.
static Side side_of(const Speech *speech, const Turn *turn, const uint32_t parties[2])
{
    const Passage *passage = &speech->passages[turn->first];
    bool left = passage_is_by(speech, passage, parties[0]);
    bool right = passage_is_by(speech, passage, parties[1]);
    if (left == right)
        return SIDE_WHOLE;
    return left ? SIDE_LEFT : SIDE_RIGHT;
}

static void put_passage(Sheet *sheet, Side side, PassageId passage, Str label)
{
    if (side == SIDE_WHOLE) {
        sheet_passage(sheet, passage, label);
        return;
    }
    sheet_pair(sheet);
    sheet_put(sheet, side, passage, label);
}

// The speaker is named where the turn begins, and the date wherever it changes.
static void put_turn(Sheet *sheet, const Dossier *dossier, const Speech *speech, const Turn *turn, Side side)
{
    Buffer label = {0};
    sheet_band(sheet);
    for (uint32_t i = turn->first; i < turn->first + turn->count; i++) {
        const Passage *passage = &speech->passages[i];
        buffer_clear(&label);
        if (i == turn->first)
            who_add(dossier, turn, side == SIDE_WHOLE, &label);
        if (i == turn->first || date_compare(passage->details->date, passage[-1].details->date) != 0)
            when_add(dossier, speech, passage, &label);
        put_passage(sheet, side, (PassageId){speech->account, i}, buffer_str(&label));
    }
    buffer_free(&label);
}

void sheet_add_spoken(Sheet *sheet, Dossier *dossier, Skim *skim, uint32_t account, const uint32_t parties[2])
{
    const Speech *speech = dossier_speech(dossier, account);
    sheet->parties[0] = parties[0];
    sheet->parties[1] = parties[1];
    sheet->accounts[0] = sheet->accounts[1] = account;
    for (size_t i = 0; i < speech->turn_count; i++)
        if (speech->turns[i].count)
            put_turn(sheet, dossier, speech, &speech->turns[i], side_of(speech, &speech->turns[i], parties));
    if (speech->passage_count == 0) {
        sheet_band(sheet);
        Buffer words = {0};
        standing_add(&words, dossier, standing_of_lack(dossier, skim, account));
        sheet_text(sheet, (Target){TARGET_NONE, NONE, NONE}, (Str){0}, buffer_str(&words), STYLE_DIM);
        buffer_free(&words);
    }
    sheet->parties[0] = sheet->parties[1] = NONE;
}
