// SPDX-License-Identifier: MIT
// The key table: which presses mean which command, with counts and letters.
#ifndef DIPTYCH_KEYS_H
#define DIPTYCH_KEYS_H

#include "diptych/press.h"

// What a key asks for.
typedef enum Action {
    ACTION_NONE, // a press that means nothing
    ACTION_LINE_DOWN,
    ACTION_LINE_UP,
    ACTION_HALF_DOWN,
    ACTION_HALF_UP,
    ACTION_PAGE_DOWN,
    ACTION_PAGE_UP,
    ACTION_START,
    ACTION_END,
    ACTION_PERCENT,
    ACTION_WHERE,
    ACTION_ROW_TOP,
    ACTION_ROW_MIDDLE,
    ACTION_ROW_FOOT,
    ACTION_FOCUS_LEFT,
    ACTION_FOCUS_RIGHT,
    ACTION_PASSAGE_NEXT,
    ACTION_PASSAGE_PREVIOUS,
    ACTION_TOPIC_NEXT,
    ACTION_TOPIC_PREVIOUS,
    ACTION_ROUND_NEXT,
    ACTION_ROUND_PREVIOUS,
    ACTION_ACCOUNT_NEXT,
    ACTION_LINK_NEXT,
    ACTION_LINK_PREVIOUS,
    ACTION_FOLLOW,
    ACTION_COUNTERPART,
    ACTION_REALLY_SAID,
    ACTION_BACK,
    ACTION_FORWARD,
    ACTION_MARK,    // with the letter of the mark
    ACTION_TO_MARK, // the same
    ACTION_LAST_PLACE,
    ACTION_UNANSWERED_NEXT,
    ACTION_UNANSWERED_PREVIOUS,
    ACTION_SEARCH,
    ACTION_HIT_NEXT,
    ACTION_HIT_PREVIOUS,
    ACTION_HIT_CLEAR,
    ACTION_COMMAND,
    ACTION_VIEW, // with the letter of the view
    ACTION_CARD,
    ACTION_COLUMNS,
    ACTION_SWAP,
    ACTION_STACK,
    ACTION_NARROWER,
    ACTION_WIDER,
    ACTION_UNLOCK,
    ACTION_FOLD,
    ACTION_FILTER,
    ACTION_SORT,
    ACTION_LENS,
    ACTION_APPARATUS,
    ACTION_COPY,
    ACTION_COPY_CITED,
    ACTION_COPY_BOTH,
    ACTION_SAVE,
    ACTION_HELP,
    ACTION_REPAINT,
    ACTION_SUSPEND,
    ACTION_CLOSE,
    ACTION_QUIT,
    ACTION_COUNT
} Action;

// What there must be for a key to do anything; all but the first need rounds, too.
typedef enum Need {
    NEED_NOTHING,
    NEED_ROUNDS,    // a dossier that has some
    NEED_PASSAGE,   // one that is current
    NEED_SEARCH,    // one that was begun
    NEED_SIDES,     // beside each other
    NEED_WRITING,   // of files that the reader names
    NEED_FOLDING,   // parts that fold
    NEED_FILTERING, // a view that leaves things out
    NEED_SORTING,   // or puts them in another order
    NEED_COUNT
} Need;

// An action, with what was typed for it.
typedef struct Command {
    Action action;
    uint32_t count; // 0: none was typed
    Press letter;   // of ACTION_VIEW and of marks
} Command;

// How often: once when no count was typed.
uint32_t command_times(Command command);

// What has been typed of a command. A zeroed one is empty.
typedef struct KeyState {
    uint32_t count;
    Press prefix; // 'v' or '\'' waiting for its letter, or 0
    Press done;   // what was done by one press, so that the same press again is the second of "gg"; or 0
    bool folds;   // what is shown folds: there z does it at once, and begins nothing
} KeyState;

// Takes one press. True when it ends a command, which is then in `*command`, and the state is empty again;
// unknown presses end in ACTION_NONE; what begins a command of two presses takes the second, whatever it is.
// ESC makes the state empty and ends nothing. Counts stop at KEYS_COUNT_MAX.
bool keys_take(KeyState *state, Press press, Command *command);
#define KEYS_COUNT_MAX 999999u

// What is typed so far, for the last line ("12", "v"); adds nothing when that is nothing.
void keys_state_add(Buffer *out, const KeyState *state);

// The table itself, for help and manual.
typedef struct KeyBinding {
    Action action;
    const char *group; // the heading it stands under; null: as the one before
    const char *text;  // what it does
    Press presses[6];  // ended by 0; PRESS_ANY: any that means nothing else behind the prefix
    Press prefix;      // to be pressed before, or 0
    Need need;
} KeyBinding;
// All bindings, in the order of the help.
const KeyBinding *keys_table(size_t *count);
// What the action needs. Views say for themselves what they need beside rounds.
Need keys_need(Action action);
// What is said when there is not what is needed.
const char *need_lack(Need need);
// "J", "SPACE PgDn ^F": all presses of a binding.
void keys_binding_add(Buffer *out, const KeyBinding *binding);

#endif
