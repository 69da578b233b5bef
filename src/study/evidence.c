// SPDX-License-Identifier: MIT
#include "study/evidence.h"

#include <stdlib.h>

#include "diptych/layers.h"
#include "diptych/memory.h"

// So many ends of links, each under one of its topics, are looked at: whoever has more to be looked through
// does harm.
#define ENDS_MAX ((size_t)1 << 20)

typedef struct Piece {
    Question question;
    Reason reason;
} Piece;

typedef struct Gathering {
    const Dossier *dossier;
    const Skim *skim;
    uint32_t round;
    uint32_t party;
    uint32_t topic; // only this one; NONE: all
    uint32_t
        *marks; // by topic: the last passage or link that counts for it; null when one topic is asked for
    uint32_t mark;
    size_t ends;
    Piece *pieces;
    size_t count, capacity;
    Evidence *evidence;
} Gathering;

static void add_piece(Gathering *gathering, Question question, Reason reason)
{
    gathering->pieces =
        mem_grow(gathering->pieces, &gathering->capacity, gathering->count + 1, sizeof *gathering->pieces);
    gathering->pieces[gathering->count++] = (Piece){question, reason};
}

// Whether the passage or link at hand counts for the topic for the first time.
static bool is_first(Gathering *gathering, uint32_t topic)
{
    bool first = gathering->marks[topic] != gathering->mark;
    gathering->marks[topic] = gathering->mark;
    return first;
}

// Has the reason count for the topic and those above it, or for the one that is asked for. False: that one
// has been reached.
static bool count_for(Gathering *gathering, Question question, Reason reason, uint32_t topic)
{
    const Topic *topics = gathering->dossier->topics;
    for (int level = 0; level <= STANDING_LEVELS && topic != NONE; level++, topic = topics[topic].parent) {
        if (gathering->topic != NONE && topic != gathering->topic)
            continue;
        if (gathering->marks && !is_first(gathering, topic))
            return true;
        question.topic = topic;
        add_piece(gathering, question, reason);
        if (!gathering->marks)
            return false;
    }
    return true;
}

static bool is_left_out(Glance glance)
{
    return glance.status == STATUS_OMITTED || glance.status == STATUS_SUMMARY;
}

static void add_words(Gathering *gathering, PassageId id, Glance glance, Question question)
{
    gathering->mark++;
    for (size_t i = 0; i < glance.topic_count; i++) {
        Reason reason = {id, glance.number, glance.topics[i]};
        if (!count_for(gathering, question, reason, glance.topics[i]))
            return;
    }
}

static void hear_passage(Gathering *gathering, PassageId id)
{
    Glance glance = layered_glance(gathering->dossier, gathering->skim, id);
    if (!glance_is_by(gathering->dossier, &glance, gathering->party))
        return;
    if (is_left_out(glance)) {
        add_words(gathering, id, glance, (Question){STANDING_OMITTED, id.account, NONE});
        return;
    }
    add_words(gathering, id, glance, (Question){STANDING_SPOKE, id.account, NONE});
    if (gathering->dossier->rounds[gathering->round].account_count > 1)
        add_words(gathering, id, glance, (Question){STANDING_TOLD, NONE, NONE});
}

// Has the reason count for what the passage at the end of a link is about. False: it is enough.
static bool count_end(Gathering *gathering, Question question, Reason reason, Glance end)
{
    for (size_t i = 0; i < end.topic_count; i++) {
        if (++gathering->ends > ENDS_MAX)
            return false;
        if (!count_for(gathering, question, reason, end.topics[i]))
            return false;
    }
    return true;
}

static void follow_arrow(Gathering *gathering, uint32_t account, Arrow arrow, Glance glance)
{
    Question question = {arrow.verb == VERB_DEFERS ? STANDING_PUT_OFF : STANDING_ANSWERED, arrow.from.account,
                         NONE};
    Reason reason = {arrow.from, glance.number, glance.topic_count ? glance.topics[0] : NONE};
    gathering->mark++;
    for (uint64_t number = arrow.first; number <= arrow.last; number++) {
        uint32_t ordinal = skim_find(gathering->skim, account, (uint32_t)number);
        if (++gathering->ends > ENDS_MAX)
            break;
        if (ordinal == NONE)
            continue;
        Glance end = layered_glance(gathering->dossier, gathering->skim, (PassageId){account, ordinal});
        if (!count_end(gathering, question, reason, end))
            break;
    }
    gathering->evidence->cut = gathering->evidence->cut || gathering->ends > ENDS_MAX;
}

// The replies of the side to words in the account.
static void hear_replies(Gathering *gathering, uint32_t account)
{
    const Dossier *dossier = gathering->dossier;
    size_t count = layered_arrow_count(dossier, gathering->skim, account);
    for (size_t i = 0; i < count && !gathering->evidence->cut; i++) {
        Arrow arrow;
        if (!layered_arrow(dossier, gathering->skim, account, i, &arrow) || arrow.first == 0 ||
            !verb_is_reply(arrow.verb) || dossier->accounts[arrow.from.account].round != gathering->round)
            continue;
        Glance glance = layered_glance(dossier, gathering->skim, arrow.from);
        if (glance_is_by(dossier, &glance, gathering->party))
            follow_arrow(gathering, account, arrow, glance);
    }
}

static int compare_numbers(uint32_t a, uint32_t b)
{
    return a < b ? -1 : a > b;
}

static int compare_questions(Question a, Question b)
{
    int order = compare_numbers(a.state, b.state);
    if (order == 0)
        order = compare_numbers(a.account, b.account);
    return order ? order : compare_numbers(a.topic, b.topic);
}

static int compare_pieces(const void *a, const void *b)
{
    const Piece *x = a, *y = b;
    int order = compare_questions(x->question, y->question);
    if (order == 0)
        order = compare_numbers(x->reason.passage.account, y->reason.passage.account);
    return order ? order : compare_numbers(x->reason.passage.ordinal, y->reason.passage.ordinal);
}

// Sorts the pieces, and keeps each passage once for each question.
static void settle(Gathering *gathering)
{
    Evidence *evidence = gathering->evidence;
    if (gathering->count)
        qsort(gathering->pieces, gathering->count, sizeof *gathering->pieces, compare_pieces);
    evidence->questions = mem_new(gathering->count, sizeof *evidence->questions);
    evidence->reasons = mem_new(gathering->count, sizeof *evidence->reasons);
    for (size_t i = 0; i < gathering->count; i++) {
        const Piece *piece = &gathering->pieces[i];
        if (i && compare_pieces(piece - 1, piece) == 0)
            continue;
        evidence->questions[evidence->count] = piece->question;
        evidence->reasons[evidence->count++] = piece->reason;
    }
}

void evidence_gather(Evidence *evidence, const Dossier *dossier, const Skim *skim, uint32_t round,
                     uint32_t party, uint32_t topic)
{
    Gathering gathering = {.dossier = dossier, .skim = skim, .round = round, .party = party, .topic = topic};
    gathering.marks = topic == NONE ? mem_new(dossier->topic_count, sizeof *gathering.marks) : NULL;
    gathering.evidence = evidence;
    *evidence = (Evidence){.cut = dossier->topic_count > SKIM_TOPICS_MAX};
    const Round *at = &dossier->rounds[round];
    for (uint32_t account = at->account; account < at->account + at->account_count; account++) {
        size_t count = skim_count(skim, account);
        for (uint32_t i = 0; i < count; i++)
            hear_passage(&gathering, (PassageId){account, i});
        hear_replies(&gathering, account);
    }
    settle(&gathering);
    free(gathering.pieces);
    free(gathering.marks);
}

void evidence_free(Evidence *evidence)
{
    free(evidence->questions);
    free(evidence->reasons);
}

const Reason *evidence_find(const Evidence *evidence, Question question, size_t *count)
{
    size_t low = 0, high = evidence->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (compare_questions(evidence->questions[middle], question) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    size_t end = low;
    while (end < evidence->count && compare_questions(evidence->questions[end], question) == 0)
        end++;
    *count = end - low;
    return evidence->reasons + low;
}
