// SPDX-License-Identifier: MIT
// What the keys do: an action, the function that does it, and which way.
#include "view/frame/inside.h"

static void close_view(Reader *reader, Command command, int argument)
{
    (void)command;
    (void)argument;
    if (!reader_leave_view(reader))
        reader->wish = WISH_QUIT;
}

static void swap_sides(Reader *reader, Command command, int argument)
{
    (void)command;
    (void)argument;
    Place place = reader_place(reader);
    Selector left = place.columns[0];
    place.columns[0] = place.columns[1];
    place.columns[1] = left;
    if (left.party != place.columns[0].party) { // one party in two rounds has no sides
        uint32_t chosen = reader->chosen[0];
        reader->chosen[0] = reader->chosen[1];
        reader->chosen[1] = chosen;
    }
    reader_restore(reader, place);
}

// From where the line between the sides is where there are sides, and no further than leaves room on both.
static void set_left(Reader *reader, Command command, int direction)
{
    Measure measure = reader_setting(reader, reader->words).measure;
    size_t step = 2 * (size_t)command_times(command);
    measure.stacked = false;
    size_t left = measure_field(&measure, SIDE_LEFT).columns;
    if (direction > 0)
        measure.left = left + step;
    else
        measure.left = left > step ? left - step : 1;
    reader->look.left = measure_field(&measure, SIDE_LEFT).columns;
    reader_relayout(reader);
}

static void toggle_lens(Reader *reader, Command command, int argument)
{
    (void)command;
    (void)argument;
    reader->look.lens = !reader->look.lens;
    reader_relayout(reader);
    reader_say(reader, reader->look.lens ? "names lens: the other side's name beside each"
                                         : "names as they are said");
}

static void change_apparatus(Reader *reader, Command command, int argument)
{
    static const char *const levels[] = {
        [APPARATUS_SHORT] = "links to the other side; marks tell that there is more, the last lines what",
        [APPARATUS_FULL] = "everything beside each passage",
        [APPARATUS_NONE] = "the words alone"};
    uint32_t steps = command_times(command) % APPARATUS_COUNT;
    (void)argument;
    reader->look.apparatus = (Apparatus)(((uint32_t)reader->look.apparatus + steps) % APPARATUS_COUNT);
    reader_relayout(reader);
    reader_say(reader, "%s", levels[reader->look.apparatus]);
}

static void toggle_stack(Reader *reader, Command command, int argument)
{
    (void)command;
    (void)argument;
    reader->look.stacked = !reader->look.stacked;
    reader_relayout(reader);
    if (!reader->look.stacked && reader_widths(reader, reader->view).stacked)
        reader_say(reader, "the screen is too narrow for two columns");
}

static void open_prompt(Reader *reader, Command command, int kind)
{
    (void)command;
    reader->prompting = (PromptKind)kind;
    reader->save_whole = false;
    prompt_open(&reader->prompts[kind - PROMPT_SEARCH], kind == PROMPT_SEARCH);
    if (kind == PROMPT_SEARCH && scanning_is_meant(reader))
        reader_say(reader, "on this page; // in the records");
}

static void follow(Reader *reader, Command command, int argument)
{
    (void)command;
    (void)argument;
    Target target = reader_current(reader);
    if (target.kind == TARGET_NONE)
        return;
    if (reader->view->type->follow)
        reader->view->type->follow(reader, target);
    else
        reader_visit_target(reader, target);
}

static void select_link(Reader *reader, Command command, int direction)
{
    links_select(reader, direction, command_times(command));
}

static void step_hit(Reader *reader, Command command, int direction)
{
    if (scanning_is_on(reader))
        scanning_step(reader, direction, command_times(command));
    else
        finding_step(reader, direction, command_times(command));
}

static void copy(Reader *reader, Command command, int argument)
{
    (void)argument;
    copying_copy(reader, command.action);
}

static void wish(Reader *reader, Command command, int wish_for)
{
    (void)command;
    reader->wish = (Wish)wish_for;
}

static void filter_view(Reader *reader, Command command, int argument)
{
    (void)command;
    (void)argument;
    reader->view->type->filter(reader, reader->view);
}

static void sort_view(Reader *reader, Command command, int argument)
{
    (void)command;
    (void)argument;
    reader->view->type->sort(reader, reader->view);
}

static void refuse(Reader *reader, Command command, int argument)
{
    (void)command;
    (void)argument;
    reader_say(reader, "no such key; ? lists them");
}

// What an action does, and the argument that tells it from its likes.
static const struct {
    void (*run)(Reader *reader, Command command, int argument);
    int argument;
} deeds[ACTION_COUNT] = {
    [ACTION_NONE] = {refuse, 0},
    [ACTION_LINE_DOWN] = {move_line, 1},
    [ACTION_LINE_UP] = {move_line, -1},
    [ACTION_HALF_DOWN] = {move_half, 1},
    [ACTION_HALF_UP] = {move_half, -1},
    [ACTION_PAGE_DOWN] = {move_page, 1},
    [ACTION_PAGE_UP] = {move_page, -1},
    [ACTION_START] = {move_end, -1},
    [ACTION_END] = {move_end, 1},
    [ACTION_PERCENT] = {where_percent, 0},
    [ACTION_WHERE] = {where_say, 0},
    [ACTION_ROW_TOP] = {move_row, 0},
    [ACTION_ROW_MIDDLE] = {move_row, 1},
    [ACTION_ROW_FOOT] = {move_row, 2},
    [ACTION_FOCUS_LEFT] = {move_focus, SIDE_LEFT},
    [ACTION_FOCUS_RIGHT] = {move_focus, SIDE_RIGHT},
    [ACTION_PASSAGE_NEXT] = {move_passage, 1},
    [ACTION_PASSAGE_PREVIOUS] = {move_passage, -1},
    [ACTION_TOPIC_NEXT] = {move_topic, 1},
    [ACTION_TOPIC_PREVIOUS] = {move_topic, -1},
    [ACTION_ROUND_NEXT] = {move_round, 1},
    [ACTION_ROUND_PREVIOUS] = {move_round, -1},
    [ACTION_ACCOUNT_NEXT] = {move_account, 1},
    [ACTION_LINK_NEXT] = {select_link, 1},
    [ACTION_LINK_PREVIOUS] = {select_link, -1},
    [ACTION_FOLLOW] = {follow, 0},
    [ACTION_COUNTERPART] = {links_counterpart, 0},
    [ACTION_REALLY_SAID] = {links_really_said, 0},
    [ACTION_BACK] = {move_trail, -1},
    [ACTION_FORWARD] = {move_trail, 1},
    [ACTION_MARK] = {marking_set, 0},
    [ACTION_TO_MARK] = {marking_go, 0},
    [ACTION_LAST_PLACE] = {move_last, 0},
    [ACTION_UNANSWERED_NEXT] = {move_unanswered, 1},
    [ACTION_UNANSWERED_PREVIOUS] = {move_unanswered, -1},
    [ACTION_SEARCH] = {open_prompt, PROMPT_SEARCH},
    [ACTION_HIT_NEXT] = {step_hit, 1},
    [ACTION_HIT_PREVIOUS] = {step_hit, -1},
    [ACTION_HIT_CLEAR] = {finding_clear, 0},
    [ACTION_COMMAND] = {open_prompt, PROMPT_COMMAND},
    [ACTION_VIEW] = {opening_obey, 0},
    [ACTION_CARD] = {opening_obey, 0},
    [ACTION_COLUMNS] = {move_columns, 0},
    [ACTION_SWAP] = {swap_sides, 0},
    [ACTION_STACK] = {toggle_stack, 0},
    [ACTION_NARROWER] = {set_left, -1},
    [ACTION_WIDER] = {set_left, 1},
    [ACTION_UNLOCK] = {move_apart, 0},
    [ACTION_FOLD] = {move_fold, 0},
    [ACTION_FILTER] = {filter_view, 0},
    [ACTION_SORT] = {sort_view, 0},
    [ACTION_LENS] = {toggle_lens, 0},
    [ACTION_APPARATUS] = {change_apparatus, 0},
    [ACTION_COPY] = {copy, 0},
    [ACTION_COPY_CITED] = {copy, 0},
    [ACTION_COPY_BOTH] = {copy, 0},
    [ACTION_SAVE] = {open_prompt, PROMPT_SAVE},
    [ACTION_HELP] = {opening_obey, 0},
    [ACTION_REPAINT] = {wish, WISH_REPAINT},
    [ACTION_SUSPEND] = {wish, WISH_SUSPEND},
    [ACTION_CLOSE] = {close_view, 0},
    [ACTION_QUIT] = {wish, WISH_QUIT},
};

void reader_obey(Reader *reader, Command command)
{
    const char *lack = needing_lack(reader, keys_need(command.action));
    if (lack)
        reader_say(reader, "%s", lack);
    else
        deeds[command.action].run(reader, command, deeds[command.action].argument);
}
