// SPDX-License-Identifier: MIT
#include "diptych/keys.h"

#define CTRL(letter) PRESS_CTRL(letter)

static const KeyBinding table[] = {
    {ACTION_LINE_DOWN, "Moving", "a line down", {'j', PRESS_DOWN, CTRL('N')}, 0, NEED_NOTHING},
    {ACTION_LINE_UP, NULL, "a line up", {'k', PRESS_UP, CTRL('P')}, 0, NEED_NOTHING},
    {ACTION_HALF_DOWN, NULL, "half a page down", {'d', CTRL('D')}, 0, NEED_NOTHING},
    {ACTION_HALF_UP, NULL, "half a page up", {'u', CTRL('U')}, 0, NEED_NOTHING},
    {ACTION_PAGE_DOWN, NULL, "a page down", {' ', PRESS_PAGE_DOWN, CTRL('F')}, 0, NEED_NOTHING},
    {ACTION_PAGE_UP, NULL, "a page up", {'b', PRESS_PAGE_UP, CTRL('B')}, 0, NEED_NOTHING},
    {ACTION_START,
     NULL,
     "the beginning, as gg; with a count, the passage of that number",
     {'g', PRESS_HOME},
     0,
     NEED_NOTHING},
    {ACTION_END,
     NULL,
     "the end; with a count, the passage of that number",
     {'G', PRESS_END},
     0,
     NEED_NOTHING},
    {ACTION_PERCENT,
     NULL,
     "with a count: so many percent on from the beginning; else as ^G",
     {'%'},
     0,
     NEED_NOTHING},
    {ACTION_WHERE, NULL, "where one is: round, topic, passage, percent", {CTRL('G')}, 0, NEED_NOTHING},
    {ACTION_ROW_TOP, NULL, "scroll what is current to the top", {'t'}, 'z', NEED_NOTHING},
    {ACTION_ROW_MIDDLE, NULL, "to the middle", {'z'}, 'z', NEED_NOTHING},
    {ACTION_ROW_FOOT, NULL, "to the foot of the screen", {'b'}, 'z', NEED_NOTHING},
    {ACTION_FOCUS_LEFT, NULL, "to the left side", {'h', PRESS_LEFT}, 0, NEED_ROUNDS},
    {ACTION_FOCUS_RIGHT, NULL, "to the right side", {'l', PRESS_RIGHT}, 0, NEED_ROUNDS},
    {ACTION_PASSAGE_NEXT, NULL, "next passage of this side", {'J'}, 0, NEED_ROUNDS},
    {ACTION_PASSAGE_PREVIOUS, NULL, "previous passage of this side", {'K'}, 0, NEED_ROUNDS},
    {ACTION_TOPIC_NEXT, NULL, "next topic", {']'}, 0, NEED_ROUNDS},
    {ACTION_TOPIC_PREVIOUS, NULL, "previous topic", {'['}, 0, NEED_ROUNDS},
    {ACTION_ROUND_NEXT,
     NULL,
     "next round that raises this topic; with a count, so many rounds on",
     {'}'},
     0,
     NEED_ROUNDS},
    {ACTION_ROUND_PREVIOUS,
     NULL,
     "previous round that does; with a count, so many rounds back",
     {'{'},
     0,
     NEED_ROUNDS},
    {ACTION_ACCOUNT_NEXT, NULL, "another source's account of this round", {'C'}, 0, NEED_ROUNDS},
    {ACTION_LINK_NEXT,
     "Links",
     "select the next link of this passage, and put the cursor on it",
     {PRESS_TAB},
     0,
     NEED_ROUNDS},
    {ACTION_LINK_PREVIOUS, NULL, "select the previous link", {PRESS_BACKTAB}, 0, NEED_ROUNDS},
    {ACTION_FOLLOW, NULL, "follow the link, or open what is under the cursor", {PRESS_ENTER}, 0, NEED_ROUNDS},
    {ACTION_COUNTERPART, NULL, "to the other side's counterpart; again: back", {'o'}, 0, NEED_PASSAGE},
    {ACTION_REALLY_SAID,
     NULL,
     "what they really said, of a passage that says what the other side holds",
     {'w'},
     0,
     NEED_PASSAGE},
    {ACTION_BACK,
     NULL,
     "back in the places visited",
     {PRESS_BACKSPACE, CTRL('O'), '(', PRESS_DELETE},
     0,
     NEED_ROUNDS},
    {ACTION_FORWARD, NULL, "forward in the places visited", {')'}, 0, NEED_ROUNDS},
    {ACTION_MARK, NULL, "mark this place with a letter, x say", {PRESS_ANY}, 'M', NEED_ROUNDS},
    {ACTION_TO_MARK, NULL, "to the place that was marked so", {PRESS_ANY}, '\'', NEED_ROUNDS},
    {ACTION_LAST_PLACE, NULL, "the last place", {'\''}, '\'', NEED_ROUNDS},
    {ACTION_UNANSWERED_NEXT, NULL, "next claim that nobody answered", {'.'}, 0, NEED_ROUNDS},
    {ACTION_UNANSWERED_PREVIOUS, NULL, "previous claim that nobody answered", {','}, 0, NEED_ROUNDS},
    {ACTION_SEARCH,
     "Searching",
     "search; ^R in the prompt: regular expression; \"Japan:\" or \"act:concedes\" in it: only there",
     {'/'},
     0,
     NEED_ROUNDS},
    {ACTION_HIT_NEXT, NULL, "next hit", {'n'}, 0, NEED_SEARCH},
    {ACTION_HIT_PREVIOUS, NULL, "previous hit", {'N'}, 0, NEED_SEARCH},
    {ACTION_HIT_CLEAR, NULL, "highlight no longer", {'U'}, 0, NEED_ROUNDS},
    {ACTION_COMMAND,
     NULL,
     "go to a reference, topic, round, person, name or date; commands",
     {':'},
     0,
     NEED_ROUNDS},
    {ACTION_CARD, "Views", "the card of what is under the cursor", {'i'}, 0, NEED_ROUNDS},
    {ACTION_COLUMNS,
     NULL,
     "this side here and in the next round that has it on this topic; again: one more on",
     {'c'},
     0,
     NEED_ROUNDS},
    {ACTION_SWAP, NULL, "swap the sides", {'x'}, 0, NEED_ROUNDS},
    {ACTION_STACK, NULL, "one side below the other, or beside it", {'\\'}, 0, NEED_ROUNDS},
    {ACTION_NARROWER, NULL, "a narrower left side", {'<'}, 0, NEED_ROUNDS},
    {ACTION_WIDER, NULL, "a wider left side", {'>'}, 0, NEED_ROUNDS},
    {ACTION_UNLOCK, NULL, "let the sides scroll apart, or together", {'L'}, 0, NEED_SIDES},
    {ACTION_FOLD,
     NULL,
     "fold what is below this, or unfold it, in a view that folds",
     {'z'},
     0,
     NEED_FOLDING},
    {ACTION_FILTER, NULL, "leave something out, in a view that filters", {'f', '&'}, 0, NEED_FILTERING},
    {ACTION_SORT, NULL, "another order, in a view that sorts", {'S'}, 0, NEED_SORTING},
    {ACTION_LENS, NULL, "names lens: the other side's name beside each", {'#'}, 0, NEED_ROUNDS},
    {ACTION_APPARATUS,
     NULL,
     "what stands beside a passage: little, everything, nothing",
     {'D'},
     0,
     NEED_ROUNDS},
    {ACTION_COPY, "Copying", "copy the passage", {'y'}, 0, NEED_PASSAGE},
    {ACTION_COPY_CITED, NULL, "copy it with its citation", {'Y'}, 0, NEED_PASSAGE},
    {ACTION_COPY_BOTH,
     NULL,
     "copy both sides of this topic, as they spoke, with citations",
     {'P'},
     0,
     NEED_PASSAGE},
    {ACTION_SAVE,
     NULL,
     "save this topic as a file, with footnotes; TAB in the prompt: all of the view",
     {'s'},
     0,
     NEED_WRITING},
    {ACTION_HELP, "The program", "these keys", {'?', PRESS_F1}, 0, NEED_NOTHING},
    {ACTION_REPAINT, NULL, "paint the screen anew", {CTRL('L')}, 0, NEED_NOTHING},
    {ACTION_SUSPEND, NULL, "suspend", {CTRL('Z')}, 0, NEED_NOTHING},
    {ACTION_CLOSE, NULL, "close what was opened last; the last: quit", {'q'}, 0, NEED_NOTHING},
    {ACTION_QUIT, NULL, "quit", {'Q'}, 0, NEED_NOTHING},
    {ACTION_QUIT, NULL, "quit", {'Z'}, 'Z', NEED_NOTHING},
};

const KeyBinding *keys_table(size_t *count)
{
    *count = sizeof table / sizeof *table;
    return table;
}

const char *need_lack(Need need)
{
    static const char *const lacks[NEED_COUNT] = {
        [NEED_NOTHING] = "",
        [NEED_ROUNDS] = "this dossier has no rounds yet",
        [NEED_PASSAGE] = "there is no passage here",
        [NEED_SEARCH] = "no search yet; / begins one",
        [NEED_SIDES] = "sides can scroll apart where they stand side by side",
        [NEED_WRITING] = "no files are written in restricted mode",
        [NEED_FOLDING] = "nothing folds here",
        [NEED_FILTERING] = "nothing can be left out here",
        [NEED_SORTING] = "there is one order here",
    };
    return lacks[need];
}

Need keys_need(Action action)
{
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        if (table[i].action == action)
            return table[i].need;
    return action == ACTION_VIEW ? NEED_ROUNDS : NEED_NOTHING;
}

uint32_t command_times(Command command)
{
    return command.count ? command.count : 1;
}

static Action find_action(Press prefix, Press press)
{
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        if (table[i].prefix != prefix)
            continue;
        for (size_t k = 0; table[i].presses[k]; k++)
            if (table[i].presses[k] == press)
                return table[i].action;
    }
    return press == PRESS_ANY ? ACTION_NONE : find_action(prefix, PRESS_ANY);
}

static bool end_command(KeyState *state, Action action, Press letter, Command *command)
{
    *command = (Command){action, state->count, letter};
    *state = (KeyState){0};
    return true;
}

// What is done at once goes before what only begins there, but for folding where nothing folds.
static bool begins(const KeyState *state, Press press)
{
    Action alone = find_action(0, press);
    if (alone != ACTION_NONE && (state->folds || keys_need(alone) != NEED_FOLDING))
        return false;
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        if (table[i].prefix == press)
            return true;
    return press == 'v';
}

static void take_digit(KeyState *state, Press digit)
{
    uint32_t count = state->count * 10 + (digit - '0');
    state->count = count > KEYS_COUNT_MAX ? KEYS_COUNT_MAX : count;
}

bool keys_take(KeyState *state, Press press, Command *command)
{
    Press done = state->done;
    state->done = 0;
    if (press == PRESS_ESCAPE || (done && press == done)) {
        *state = (KeyState){0};
        return false;
    }
    if (state->prefix == 'v')
        return end_command(state, ACTION_VIEW, press, command);
    if (state->prefix)
        return end_command(state, find_action(state->prefix, press), press, command);
    if (press >= '0' && press <= '9' && (press != '0' || state->count)) {
        take_digit(state, press);
        return false;
    }
    if (begins(state, press)) {
        state->prefix = press;
        return false;
    }
    end_command(state, find_action(0, press), press, command);
    state->done = press == 'g' ? press : 0;
    return true;
}

void keys_state_add(Buffer *out, const KeyState *state)
{
    if (state->count)
        buffer_addf(out, "%u", (unsigned)state->count);
    if (state->prefix)
        press_add(out, state->prefix);
}

void keys_binding_add(Buffer *out, const KeyBinding *binding)
{
    for (size_t i = 0; binding->presses[i]; i++) {
        if (binding->presses[i] == PRESS_DELETE)
            continue; // what many terminals send for BACKSPACE
        if (i)
            buffer_add_byte(out, ' ');
        if (binding->prefix)
            press_add(out, binding->prefix);
        press_add(out, binding->presses[i]);
    }
}
