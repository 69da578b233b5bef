// SPDX-License-Identifier: MIT
// The links of a passage: what there is, selecting, following.
#include <stdlib.h>

#include "diptych/align.h"
#include "diptych/layers.h"
#include "diptych/memory.h"
#include "view/frame/inside.h"

static void tie_add(const Reader *reader, Buffer *out, Tie tie, uint32_t here)
{
    buffer_add_text(out, tie.incoming ? verb_reverse(tie.verb) : verb_word(tie.verb));
    buffer_add_byte(out, ' ');
    dossier_ref_add(reader->dossier, out, tie.to, here);
}

static void say_tie(Reader *reader, const Ties *ties, size_t at, uint32_t here)
{
    Buffer text = {0};
    tie_add(reader, &text, ties->items[at], here);
    char *words = buffer_steal(&text);
    reader_say(reader, "link %zu/%zu: %s   ENTER follows it", at + 1, ties->count, words);
    free(words);
}

void links_select(Reader *reader, int direction, uint32_t count)
{
    PassageId id;
    Ties ties = {0};
    if (!reader->view->type->has_words || !reader_current_passage(reader, &id)) {
        Pane *pane = reader_active(reader);
        pane->type->step(pane, direction, count, true);
        return;
    }
    ties_add(&ties, reader->dossier, reader->skim, id);
    if (ties.count == 0) {
        reader_say(reader, "no links here");
    } else {
        size_t steps = count % ties.count, from = reader->link    ? reader->link - 1
                                                  : direction > 0 ? ties.count - 1
                                                                  : 0;
        reader->link = (direction > 0 ? from + steps : from + ties.count - steps) % ties.count + 1;
        say_tie(reader, &ties, reader->link - 1, id.account);
    }
    free(ties.items);
}

bool links_selected(Reader *reader, Buffer *out)
{
    PassageId id;
    Ties ties = {0};
    if (!reader->link || !reader->view->type->has_words || !reader_current_passage(reader, &id))
        return false;
    ties_add(&ties, reader->dossier, reader->skim, id);
    bool is = reader->link <= ties.count;
    if (is)
        dossier_ref_add(reader->dossier, out, ties.items[reader->link - 1].to, id.account);
    free(ties.items);
    return is;
}

// Goes to the passages of a reference, or to the card of its round. False: they are not there, and it has
// been said.
static bool go_to(Reader *reader, Ref ref)
{
    if (!ref.first) {
        reader_visit_subject(reader, (Target){TARGET_ROUND, reader->dossier->accounts[ref.account].round, 0});
        return true;
    }
    uint32_t ordinal = speech_find(dossier_speech(reader->dossier, ref.account), ref.first);
    if (ordinal != NONE)
        reader_visit_passage(reader, (PassageId){ref.account, ordinal}, reader_current_topic(reader));
    else
        reader_say(reader, "there is no such passage in the record");
    return ordinal != NONE;
}

static void open_here(Reader *reader, Target target)
{
    if (target.kind == TARGET_PASSAGE)
        reader_visit_subject(reader, target);
    else
        reader_visit_target(reader, target);
}

void links_follow(Reader *reader, Target target)
{
    PassageId id;
    Ties ties = {0};
    if (reader_current_passage(reader, &id))
        ties_add(&ties, reader->dossier, reader->skim, id);
    if (reader->link && reader->link <= ties.count)
        go_to(reader, ties.items[reader->link - 1].to);
    else if (ties.count == 1)
        go_to(reader, ties.items[0].to);
    else
        open_here(reader, target);
    free(ties.items);
}

// How well a tie leads to the other side's counterpart; smaller is better, 0: not at all.
#define RANK_MAX 3

static int rank(Tie tie)
{
    if (verb_is_reply(tie.verb))
        return tie.incoming ? 2 : 1;
    return tie.verb == VERB_SAME || tie.verb == VERB_BESIDE ? 3 : 0;
}

static bool is_same(PassageId a, PassageId b)
{
    return a.account == b.account && a.ordinal == b.ordinal;
}

static bool is_on(const Reader *reader, PassageId id, uint32_t topic)
{
    Glance glance = layered_glance(reader->dossier, reader->skim, id);
    return glance_is_on(reader->dossier, &glance, topic);
}

// The passage of the other column that begins on the row of this one, because the two are set beside each
// other. False: there is none.
static bool find_beside(Reader *reader, PassageId id, uint32_t topic, PassageId *found)
{
    Alignment *all = align_columns(reader->dossier, reader->columns_of, reader->account, topic);
    bool is = false;
    for (size_t b = 0; b < all->band_count && !is; b++) {
        const Band *band = &all->bands[b];
        for (size_t i = 0; i < band->anchor_count && !is && band->topic == topic; i++) {
            PassageId left = {all->accounts[0], band->columns[0].ordinals[band->anchors[i].left]};
            PassageId right = {all->accounts[1], band->columns[1].ordinals[band->anchors[i].right]};
            is = is_same(left, id) || is_same(right, id);
            *found = is_same(left, id) ? right : left;
        }
    }
    align_free(all);
    return is && !is_same(*found, id);
}

// The best tie to the other side's words on the topic, else on any.
static bool find_tied(Reader *reader, PassageId id, uint32_t topic, PassageId *found)
{
    Ties ties = {0};
    int best = 0;
    ties_add(&ties, reader->dossier, reader->skim, id);
    for (size_t i = 0; i < ties.count; i++) {
        Ref to = ties.items[i].to;
        uint32_t ordinal =
            to.first ? speech_find(dossier_speech(reader->dossier, to.account), to.first) : NONE;
        int worth = rank(ties.items[i]);
        if (!worth || ordinal == NONE)
            continue;
        worth += topic != NONE && !is_on(reader, (PassageId){to.account, ordinal}, topic) ? RANK_MAX : 0;
        if (best && worth >= best)
            continue;
        best = worth;
        *found = (PassageId){to.account, ordinal};
    }
    free(ties.items);
    return best > 0;
}

// Again at once, it goes back to where it came from.
void links_counterpart(Reader *reader, Command command, int argument)
{
    (void)command;
    (void)argument;
    Counterpart *last = &reader->counterpart;
    PassageId id, found;
    if (!reader_current_passage(reader, &id))
        return;
    if (last->stop && last->stop == reader->trail.at && is_same(last->to, id)) {
        last->stop = 0;
        reader_visit(reader, last->from);
        return;
    }
    uint32_t topic = reader_current_topic(reader);
    Place from = reader_place(reader);
    bool by_row = topic != NONE && reader->view->type->by_topic && find_beside(reader, id, topic, &found);
    if (!by_row && !find_tied(reader, id, topic, &found)) {
        reader_say(reader, "nothing the other side says is linked with this passage");
        return;
    }
    reader_visit_passage(reader, found, topic);
    *last = (Counterpart){from, found, reader->trail.at};
}

// Adds what the passage has this verdict on, and that it is its: "wg1.10-11, wg1.14 overstated by wg1.34".
// `*first` gets the first reference of all.
static void add_verdict(const Reader *reader, Buffer *out, PassageId id, Verb verb, Ref *first)
{
    const Passage *passage = passage_at(reader->dossier, id);
    size_t count, named = 0;
    const Link *links =
        layered_links(reader->dossier, dossier_speech(reader->dossier, id.account), passage, &count);
    for (size_t i = 0; i < count; i++) {
        if (links[i].verb != verb)
            continue;
        if (out->len == 0)
            *first = links[i].ref;
        buffer_add_text(out, named++ ? ", " : out->len ? "; " : "");
        dossier_ref_add(reader->dossier, out, links[i].ref, NONE);
    }
    if (!named)
        return;
    buffer_addf(out, " %s ", verb_reverse(verb));
    passage_reference_add(reader->dossier, out, id.account, passage->number);
}

void links_really_said(Reader *reader, Command command, int argument)
{
    (void)command;
    (void)argument;
    PassageId id;
    Ref first = {NONE, 0, 0};
    Buffer verdicts = {0};
    if (!reader_current_passage(reader, &id))
        return;
    for (int verb = 0; verb < VERB_COUNT; verb++)
        if (verb_is_verdict((Verb)verb))
            add_verdict(reader, &verdicts, id, (Verb)verb, &first);
    Str why = passage_at(reader->dossier, id)->details->why;
    if (verdicts.len && why.len) {
        buffer_add_text(&verdicts, ": ");
        buffer_add(&verdicts, why);
    }
    if (!verdicts.len)
        reader_say(reader, "this passage does not say what the other side holds");
    else if (go_to(reader, first))
        reader_say(reader, "%.*s", (int)verdicts.len, verdicts.bytes);
    buffer_free(&verdicts);
}
