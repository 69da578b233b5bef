// SPDX-License-Identifier: MIT
// From round to round: with a topic to those that raise it, or through all of them.
#include "diptych/cluster.h"
#include "diptych/layers.h"
#include "diptych/standing.h"
#include "view/frame/inside.h"

// Rounds that were passed over, by what it means that the topic does not stand there.
typedef struct Passed {
    Buffer rounds[STANDING_COUNT]; // their ids
    size_t counts[STANDING_COUNT];
    size_t count;
} Passed;

static void passed_free(Passed *passed)
{
    for (int state = 0; state < STANDING_COUNT; state++)
        buffer_free(&passed->rounds[state]);
}

static void pass(Passed *passed, Reader *reader, uint32_t round)
{
    const Round *at = &reader->dossier->rounds[round];
    StandingState state = standing_of_lack(reader->dossier, reader->skim, at->account).state;
    buffer_add_text(&passed->rounds[state], passed->counts[state] ? " " : "");
    buffer_add(&passed->rounds[state], at->record.id);
    passed->counts[state]++;
    passed->count++;
}

// Of a round, why the topic does not stand there.
static const char *why(StandingState state)
{
    switch (state) {
    case STANDING_NOT_RECORDED:
        return "not recorded";
    case STANDING_NOT_IN_MINUTES:
        return "not in the minutes";
    case STANDING_NOT_IN_RECORD:
        return "not in the record";
    default:
        return "not raised";
    }
}

static void add_passed(Buffer *out, Passed *passed, bool named)
{
    const char *between = "";
    for (int state = 0; state < STANDING_COUNT; state++) {
        if (!passed->counts[state])
            continue;
        buffer_add_text(out, between);
        if (named)
            buffer_add(out, buffer_str(&passed->rounds[state]));
        else
            buffer_addf(out, "%zu", passed->counts[state]);
        buffer_addf(out, "%s%s", named ? ": " : " ", why((StandingState)state));
        between = "; ";
    }
}

// The rounds by their ids where the line has room for all of them, else how many there are.
static void say_passed(Reader *reader, Passed *passed, const char *lead)
{
    Buffer text = {0};
    buffer_add_text(&text, lead);
    add_passed(&text, passed, true);
    if (cluster_columns(buffer_str(&text)) + 2 > reader->columns) {
        buffer_clear(&text);
        buffer_add_text(&text, lead);
        add_passed(&text, passed, false);
    }
    reader_say(reader, "%.*s", (int)text.len, text.bytes);
    buffer_free(&text);
}

static uint32_t followed_topic(Reader *reader)
{
    const Following *following = &reader->following;
    uint32_t topic = reader_current_topic(reader);
    return following->account == reader->account && following->landed == topic ? following->topic : topic;
}

// The nearest topic instead of one that has no band here, which is remembered for the rounds that follow.
static void follow_absent(Reader *reader, uint32_t topic)
{
    Str title = reader->dossier->topics[topic].record.title;
    bool below = standing_is_raised(reader->dossier, reader->skim, reader->account, topic);
    reader_near_topic(reader, topic);
    reader->following = (Following){topic, reader->account, reader_current_topic(reader)};
    if (!below)
        reader_say(reader, "%s: %.*s", reader_lacking(reader), (int)title.len, title.at);
}

static void go_to_round(Reader *reader, uint32_t account, uint32_t topic)
{
    if (account == reader->account)
        return;
    reader_visit_account(reader, account, topic);
    if (topic != NONE && reader->view->type->by_topic && reader_current_topic(reader) != topic)
        follow_absent(reader, topic);
}

// So many rounds on, as far as there are some.
static uint32_t rounds_on(Reader *reader, uint32_t round, uint32_t times, int direction)
{
    for (uint32_t i = 0; i < times; i++) {
        if (direction < 0 ? round == 0 : round + 1 >= reader->dossier->round_count) {
            reader_say(reader, direction > 0 ? "the last round" : "the first round");
            break;
        }
        round = direction < 0 ? round - 1 : round + 1;
    }
    return round;
}

// What is looked for in the rounds that follow: a topic, the words of a party, or both.
typedef struct WantedRound {
    uint32_t topic; // NONE: any
    uint32_t party; // NONE: any
} WantedRound;

// True when the party has words on the topic in the account.
static bool speaks(Reader *reader, uint32_t account, WantedRound sought)
{
    size_t count = skim_count(reader->skim, account);
    for (uint32_t i = 0; i < count; i++) {
        Glance glance = layered_glance(reader->dossier, reader->skim, (PassageId){account, i});
        if (glance_is_by(reader->dossier, &glance, sought.party) &&
            (sought.topic == NONE || glance_is_on(reader->dossier, &glance, sought.topic)))
            return true;
    }
    return false;
}

// The account of the round that has it, its own before others; NONE.
static uint32_t account_having(Reader *reader, uint32_t round, WantedRound sought)
{
    const Round *at = &reader->dossier->rounds[round];
    skim_take_round(reader->skim, round);
    for (uint32_t account = at->account; account < at->account + at->account_count; account++)
        if (sought.party == NONE ? standing_is_raised(reader->dossier, reader->skim, account, sought.topic)
                                 : speaks(reader, account, sought))
            return account;
    return NONE;
}

// The account of the next round that has it, and which were passed over; NONE.
static uint32_t find_next(Reader *reader, uint32_t round, WantedRound sought, int direction, Passed *passed)
{
    uint32_t account = NONE;
    while (account == NONE && (direction < 0 ? round > 0 : round + 1 < reader->dossier->round_count)) {
        round = direction < 0 ? round - 1 : round + 1;
        account = account_having(reader, round, sought);
        if (account == NONE)
            pass(passed, reader, round);
    }
    return account;
}

static void say_last(Reader *reader, Passed *passed, int direction)
{
    const char *way = direction > 0 ? "}" : "{";
    Buffer lead = {0};
    buffer_addf(&lead, "no %s round raises this; 1%s goes on all the same",
                direction > 0 ? "later" : "earlier", way);
    if (passed->count == 0) {
        reader_say(reader, direction > 0 ? "the last round" : "the first round");
    } else {
        buffer_addf(&lead, "   ");
        say_passed(reader, passed, lead.bytes);
    }
    buffer_free(&lead);
}

// To the next round that raises the topic, saying which ones were passed over, and why.
static void follow_topic(Reader *reader, uint32_t topic, int direction)
{
    Passed passed = {0};
    uint32_t round = reader->dossier->accounts[reader->account].round;
    uint32_t account = find_next(reader, round, (WantedRound){topic, NONE}, direction, &passed);
    if (account == NONE) {
        say_last(reader, &passed, direction);
    } else {
        go_to_round(reader, account, topic);
        if (passed.count)
            say_passed(reader, &passed, "passed over ");
    }
    passed_free(&passed);
}

// The party of the left column where that side is followed already, else of the one in focus.
static uint32_t followed_party(Reader *reader, bool follows)
{
    const Pane *pane = reader_active(reader);
    bool right = !follows && pane->type->focused && pane->type->focused(pane) == SIDE_RIGHT;
    return reader->columns_of[right].party;
}

static void show_columns(Reader *reader, uint32_t party, const uint32_t accounts[2], uint32_t topic)
{
    Place place = reader_place(reader);
    place.view = reader_view_by_topic(reader);
    place.account = accounts[0];
    for (int side = 0; side < 2; side++)
        place.columns[side] = (Selector){party, accounts[side]};
    place.spot = (Spot){.topic = topic};
    reader_visit(reader, place);
}

void move_columns(Reader *reader, Command command, int argument)
{
    (void)argument;
    const Selector *columns = reader->columns_of;
    const Dossier *dossier = reader->dossier;
    bool follows =
        columns[0].party == columns[1].party && columns[0].account != NONE && columns[1].account != NONE;
    uint32_t topic = reader_current_topic(reader), party = followed_party(reader, follows);
    uint32_t accounts[2] = {follows ? columns[0].account : reader->account, NONE};
    uint32_t last = follows ? columns[1].account : reader->account;
    Passed passed = {0};
    if (party == NONE) {
        reader_say(reader, "there is no side here");
        return;
    }
    for (uint32_t i = 0; i < command_times(command) && last != NONE; i++) {
        passed_free(&passed);
        passed = (Passed){0};
        last = find_next(reader, dossier->accounts[last].round, (WantedRound){topic, party}, 1, &passed);
        accounts[1] = last == NONE ? accounts[1] : last;
    }
    Str side = dossier->parties[party].brief;
    if (accounts[1] == NONE) {
        reader_say(reader, "no later round has words of %.*s on this; :columns chooses among all",
                   (int)side.len, side.at);
    } else {
        show_columns(reader, party, accounts, topic);
        if (passed.count)
            say_passed(reader, &passed, "passed over ");
    }
    passed_free(&passed);
}

static void step_in_view(Reader *reader, uint32_t times, int direction)
{
    while (times && reader->view->type->step_round(reader, direction))
        times--;
    if (times)
        reader_say(reader, direction > 0 ? "the last round" : "the first round");
}

void move_round(Reader *reader, Command command, int direction)
{
    const Dossier *dossier = reader->dossier;
    const ViewType *type = reader->view->type;
    uint32_t times = command_times(command);
    if (type->step_round) {
        step_in_view(reader, times, direction);
        return;
    }
    if (type->of_subject && reader->subject.kind == TARGET_ROUND) {
        uint32_t round = rounds_on(reader, reader->subject.index, times, direction);
        if (round != reader->subject.index)
            reader_visit_beside(reader, (Target){TARGET_ROUND, round, 0});
        return;
    }
    uint32_t topic = followed_topic(reader);
    if (type->has_words && type->by_topic && topic != NONE && !command.count) {
        follow_topic(reader, topic, direction);
        return;
    }
    uint32_t round = rounds_on(reader, dossier->accounts[reader->account].round, times, direction);
    if (round != dossier->accounts[reader->account].round)
        go_to_round(reader, dossier->rounds[round].account, topic);
}
