// SPDX-License-Identifier: MIT
#include "diptych/sheet.h"
#include "diptych/standing.h"
#include "layout/who.h"

// A column of the alignment while it is put into the sheet.
typedef struct Flow {
    const Speech *speech;
    Standings *standings;
    Str party;            // its name
    bool several;         // people speak in turns for it
    const Passage *shown; // the last one put, whose speaker and date are known; null at the start of a band
} Flow;

typedef struct Compare {
    Sheet *sheet;
    const Dossier *dossier;
    const Band *band;
    Flow flows[2];
    size_t asides; // of the band, those put so far
    Buffer label;
} Compare;

static void set_label(Compare *compare, Flow *flow, const Passage *passage)
{
    const Turn *turns = flow->speech->turns, *turn = &turns[passage->turn];
    const Passage *shown = flow->shown;
    buffer_clear(&compare->label);
    bool told = shown && who_same(&turns[shown->turn], turn);
    if (!told && (flow->several || turn->speaker_count > 1))
        who_add(compare->dossier, turn, false, &compare->label);
    if (!shown || date_compare(shown->details->date, passage->details->date) != 0)
        when_add(compare->dossier, flow->speech, passage, &compare->label);
    flow->shown = passage;
}

static void put_passages(Compare *compare, Side side, size_t from, size_t to)
{
    Flow *flow = &compare->flows[side];
    for (size_t i = from; i < to; i++) {
        uint32_t ordinal = compare->band->columns[side].ordinals[i];
        const Passage *passage = speech_passage(flow->speech, ordinal);
        if (!passage) // the file has been cut since
            continue;
        set_label(compare, flow, passage);
        sheet_put(compare->sheet, side, (PassageId){flow->speech->account, ordinal},
                  buffer_str(&compare->label));
    }
}

// Puts the asides that the record has before passage `before`.
static void put_asides(Compare *compare, uint32_t before)
{
    const Speech *speech = compare->flows[0].speech;
    const Band *band = compare->band;
    while (compare->asides < band->aside_count && band->asides[compare->asides] < before) {
        uint32_t ordinal = band->asides[compare->asides++];
        const Passage *passage = speech_passage(speech, ordinal);
        if (!passage)
            continue;
        buffer_clear(&compare->label);
        who_add(compare->dossier, &speech->turns[passage->turn], true, &compare->label);
        when_add(compare->dossier, speech, passage, &compare->label);
        sheet_passage(compare->sheet, (PassageId){speech->account, ordinal}, buffer_str(&compare->label));
    }
}

static void put_standing(Compare *compare, Side side, Standing standing)
{
    Buffer words = {0};
    if (compare->sheet->plain)
        standing_add_plain(&words, compare->dossier, standing);
    else
        standing_add(&words, compare->dossier, standing);
    sheet_put_silence(compare->sheet, side, compare->flows[side].party, buffer_str(&words));
    buffer_free(&words);
}

static Standing standing_in_band(const Compare *compare, Side side)
{
    const Flow *flow = &compare->flows[side];
    return standings_of(flow->standings, flow->speech->account, compare->band->topic);
}

// Positions of a column.
typedef struct ColumnStretch {
    size_t from;
    size_t to;
} ColumnStretch;

// What a strip is made of.
typedef struct Section {
    ColumnStretch sides[2];
    Pairing pairing; // of its beginning
    bool first;      // in the band
} Section;

// One side of a strip: its passages, and what is to be said about them.
static void put_side(Compare *compare, Side side, const Section *strip)
{
    const BandColumn *column = &compare->band->columns[side];
    ColumnStretch stretch = strip->sides[side];
    put_passages(compare, side, stretch.from, stretch.to);
    bool last = column->count ? stretch.from < stretch.to && stretch.to == column->count : strip->first;
    if (!last || compare->band->topic == NONE)
        return;
    Standing standing = standing_in_band(compare, side);
    if (column->count == 0 || (standing.count && standing.state != STANDING_SPOKE))
        put_standing(compare, side, standing);
}

static uint32_t first_ordinal(const BandColumn *column, ColumnStretch stretch)
{
    return stretch.from < stretch.to ? column->ordinals[stretch.from] : NONE;
}

static void put_strip(Compare *compare, const Section *stretch)
{
    uint32_t from_left = first_ordinal(&compare->band->columns[0], stretch->sides[0]);
    uint32_t from_right = first_ordinal(&compare->band->columns[1], stretch->sides[1]);
    put_asides(compare, from_left < from_right ? from_left : from_right);
    sheet_pair(compare->sheet);
    sheet_set_pairing(compare->sheet, stretch->pairing);
    put_side(compare, SIDE_LEFT, stretch);
    put_side(compare, SIDE_RIGHT, stretch);
}

// Where one side has nothing, each passage of the other makes a strip: they lie the same, and are wrapped as
// they come near the screen.
static void put_stretch(Compare *compare, const Section *stretch)
{
    const ColumnStretch *left = &stretch->sides[0], *right = &stretch->sides[1];
    if (left->from < left->to && right->from < right->to) {
        put_strip(compare, stretch);
        return;
    }
    for (int side = 0; side < 2; side++) {
        const ColumnStretch *whole = &stretch->sides[side];
        for (size_t i = whole->from; i < whole->to; i++) {
            Section one = *stretch;
            one.sides[side] = (ColumnStretch){i, i + 1};
            one.first = stretch->first && i == whole->from;
            put_strip(compare, &one);
        }
    }
}

// What begins together next in both columns.
typedef struct Beginnings {
    size_t anchor, exchange; // so many are behind
} Beginnings;

// The next two, or the ends of the columns.
static Anchor next_beginning(const Band *band, Beginnings *next, Pairing *pairing)
{
    const Anchor *anchor = next->anchor < band->anchor_count ? &band->anchors[next->anchor] : NULL;
    const Anchor *exchange = next->exchange < band->exchange_count ? &band->exchanges[next->exchange] : NULL;
    *pairing = PAIRING_NONE;
    if (!anchor && !exchange)
        return (Anchor){(uint32_t)band->columns[0].count, (uint32_t)band->columns[1].count};
    bool spoken = !anchor || (exchange && exchange->left < anchor->left);
    *(spoken ? &next->exchange : &next->anchor) += 1;
    *pairing = spoken ? PAIRING_SPOKEN : PAIRING_LINKED;
    return spoken ? *exchange : *anchor;
}

static void put_columns(Compare *compare)
{
    const Band *band = compare->band;
    Section stretch = {.first = true};
    Beginnings next = {0, 0};
    bool none = band->columns[0].count == 0 && band->columns[1].count == 0;
    if (none && band->topic != NONE) {
        sheet_pair(compare->sheet);
        put_standing(compare, SIDE_LEFT, standing_in_band(compare, SIDE_LEFT));
        put_standing(compare, SIDE_RIGHT, standing_in_band(compare, SIDE_RIGHT));
    }
    for (size_t i = 0; i <= band->anchor_count + band->exchange_count; i++) {
        Pairing pairing;
        Anchor end = next_beginning(band, &next, &pairing);
        stretch.sides[0] = (ColumnStretch){stretch.sides[0].to, end.left};
        stretch.sides[1] = (ColumnStretch){stretch.sides[1].to, end.right};
        stretch.first = stretch.sides[0].from == 0 && stretch.sides[1].from == 0;
        put_stretch(compare, &stretch);
        stretch.pairing = pairing;
    }
    put_asides(compare, NONE);
}

static void put_heading(Compare *compare, size_t band, size_t topics)
{
    uint32_t topic = compare->band->topic;
    Buffer aside = {0};
    sheet_band(compare->sheet);
    if (topic == NONE) {
        sheet_heading(compare->sheet, (Target){TARGET_NONE, NONE, NONE}, str_of("Procedure and other"),
                      str_of(""));
        return;
    }
    if (!compare->sheet->plain)
        buffer_addf(&aside, "topic %zu/%zu", band + 1, topics);
    sheet_heading(compare->sheet, (Target){TARGET_TOPIC, topic, NONE},
                  compare->dossier->topics[topic].record.title, buffer_str(&aside));
    buffer_free(&aside);
}

static Flow flow_of(Dossier *dossier, Skim *skim, const Alignment *alignment, int side)
{
    uint32_t party = alignment->parties[side], account = alignment->accounts[side];
    const Speech *speech = dossier_speech(dossier, account);
    return (Flow){.speech = speech,
                  .standings = standings_new(dossier, skim, dossier->accounts[account].round, party, NONE),
                  .party = party < dossier->party_count ? dossier->parties[party].brief : (Str){NULL, 0},
                  .several = who_several(speech, party)};
}

// No speech at all: a strip that says so.
static void put_nothing(Compare *compare)
{
    static const Band nothing = {.topic = NONE};
    compare->band = &nothing;
    sheet_band(compare->sheet);
    sheet_pair(compare->sheet);
    put_standing(compare, SIDE_LEFT, standing_in_band(compare, SIDE_LEFT));
    put_standing(compare, SIDE_RIGHT, standing_in_band(compare, SIDE_RIGHT));
}

void sheet_add_alignment(Sheet *sheet, Dossier *dossier, Skim *skim, const Alignment *alignment)
{
    Compare compare = {.sheet = sheet, .dossier = dossier};
    size_t count = alignment->band_count;
    size_t topics = count && alignment->bands[count - 1].topic == NONE ? count - 1 : count;
    for (int side = 0; side < 2; side++) {
        compare.flows[side] = flow_of(dossier, skim, alignment, side);
        sheet->parties[side] = alignment->parties[side];
        sheet->accounts[side] = alignment->accounts[side];
    }
    for (size_t i = 0; i < count; i++) {
        compare.band = &alignment->bands[i];
        compare.asides = 0;
        compare.flows[0].shown = compare.flows[1].shown = NULL;
        put_heading(&compare, i, topics);
        sheet->topic = compare.band->topic;
        put_columns(&compare);
        sheet->topic = NONE;
    }
    if (count == 0)
        put_nothing(&compare);
    sheet->parties[0] = sheet->parties[1] = NONE;
    standings_free(compare.flows[0].standings);
    standings_free(compare.flows[1].standings);
    buffer_free(&compare.label);
}
