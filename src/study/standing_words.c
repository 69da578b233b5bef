// SPDX-License-Identifier: MIT
// The words for the states: here and nowhere else.
#include "diptych/standing.h"

static const struct {
    const char *word, *phrase, *meaning;
} words[STANDING_COUNT] = {
    [STANDING_SPOKE] = {"spoke", "under", "its passages stand there, or under a topic below"},
    [STANDING_ANSWERED] = {"answered elsewhere", "answered under",
                           "it has no words there, and answers some of them under another topic"},
    [STANDING_PUT_OFF] = {"put off", "put off", "it has no words there, and says that it will answer later"},
    [STANDING_OMITTED] = {"omitted", "left out of the record",
                          "the record says that this side spoke, and leaves it out or sums it up"},
    [STANDING_TOLD] = {"in another account", "told by", "another account of the round has its words"},
    [STANDING_ABSENT] = {"absent", "not at the table", "it took no part in this round"},
    [STANDING_SILENT] = {"silent", "silent: not a word on this in a full record",
                         "the record is full, and this side says nothing on the topic"},
    [STANDING_NOT_IN_MINUTES] = {"not in these minutes", "not in these minutes, which are a summary",
                                 "the record sums up the whole meeting, and has nothing of this side"},
    [STANDING_NOT_IN_RECORD] = {"not in this record", "not in this record, which is not complete",
                                "the record is not complete: it may have been said all the same"},
    [STANDING_NOT_RECORDED] = {"not recorded", "no record of this round here",
                               "no account of the round holds what was said"},
};

// So many passages are named.
#define NAMED_MAX ((size_t)8)

const char *standing_word(StandingState state)
{
    return words[state].word;
}

const char *standing_phrase(StandingState state)
{
    return words[state].phrase;
}

const char *standing_meaning(StandingState state)
{
    return words[state].meaning;
}

// What stands between the phrase and the number: the topic or the account, where it is not that of the one
// before.
static Str place_of(const Dossier *dossier, StandingState state, const Reason *reason, bool first)
{
    const Reason *before = first ? NULL : reason - 1;
    if (state == STANDING_TOLD) {
        const Account *account = &dossier->accounts[reason->passage.account];
        bool same = before && before->passage.account == reason->passage.account;
        return same ? (Str){NULL, 0} : account->brief.len ? account->brief : account->name;
    }
    if ((state != STANDING_SPOKE && state != STANDING_ANSWERED) || (before && before->topic == reason->topic))
        return (Str){NULL, 0};
    return reason->topic == NONE ? str_of("Procedure and other")
                                 : dossier->topics[reason->topic].record.title;
}

// A round that is not recorded here may be recorded elsewhere.
static void add_printed(Buffer *out, const Dossier *dossier, Standing standing)
{
    Str printed = dossier->rounds[standing.round].printed;
    if (standing.state != STANDING_NOT_RECORDED || !printed.len)
        return;
    buffer_add_text(out, "; one is printed in ");
    buffer_add(out, printed);
}

void standing_add_plain(Buffer *out, const Dossier *dossier, Standing standing)
{
    buffer_add_text(out, standing_phrase(standing.state));
    add_printed(out, dossier, standing);
    bool any = false;
    for (size_t i = 0; i < standing.count && i < NAMED_MAX; i++) {
        Str place = place_of(dossier, standing.state, &standing.reasons[i], i == 0);
        if (!place.len)
            continue;
        buffer_add_text(out, any ? "; " : " ");
        buffer_add(out, place);
        any = true;
    }
}

void standing_add(Buffer *out, const Dossier *dossier, Standing standing)
{
    buffer_add_text(out, standing_phrase(standing.state));
    add_printed(out, dossier, standing);
    for (size_t i = 0; i < standing.count && i < NAMED_MAX; i++) {
        const Reason *reason = &standing.reasons[i];
        Str place = place_of(dossier, standing.state, reason, i == 0);
        if (place.len) {
            buffer_add_text(out, i ? "; " : " ");
            buffer_add(out, place);
        }
        buffer_addf(out, "%s%u", i == 0 || place.len ? ": " : ", ", (unsigned)reason->number);
    }
    if (standing.count > NAMED_MAX)
        buffer_addf(out, " and %zu more", standing.count - NAMED_MAX);
}
