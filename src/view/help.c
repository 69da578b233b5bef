// SPDX-License-Identifier: MIT
// Every key, and how to read the page.
#include "diptych/standing.h"
#include "view/frame/inside.h"

typedef struct HelpLine {
    const char *label, *text;
} HelpLine;

static void add_texts(Sheet *sheet, const HelpLine *lines, size_t count)
{
    for (size_t i = 0; i < count; i++)
        sheet_text(sheet, (Target){0}, str_of(lines[i].label), str_of(lines[i].text), STYLE_PLAIN);
}

static void add_lines(Sheet *sheet, const char *heading, const char *aside, const HelpLine *lines,
                      size_t count)
{
    sheet_band(sheet);
    sheet_heading(sheet, (Target){0}, str_of(heading), str_of(aside));
    add_texts(sheet, lines, count);
}

static void add_keys(Sheet *sheet)
{
    size_t count;
    const KeyBinding *table = keys_table(&count);
    for (size_t i = 0; i < count; i++) {
        if (table[i].group) {
            sheet_band(sheet);
            sheet_heading(sheet, (Target){0}, str_of(table[i].group), (Str){0});
        }
        Buffer keys = {0};
        keys_binding_add(&keys, table + i);
        sheet_text(sheet, (Target){0}, buffer_str(&keys), str_of(table[i].text), STYLE_PLAIN);
        buffer_free(&keys);
    }
}

// The letters of the views, and what each opens.
static void add_views(Sheet *sheet, const Reader *reader)
{
    Buffer text = {0};
    buffer_add_text(&text, "and a letter opens a view: ");
    opening_list_add(reader, &text, true);
    sheet_text(sheet, (Target){0}, str_of("v"), buffer_str(&text), STYLE_PLAIN);
    buffer_free(&text);
}

// What stands where a side has no words on a topic.
static void add_standings(Sheet *sheet)
{
    HelpLine lines[STANDING_COUNT];
    for (int i = 0; i < STANDING_COUNT; i++)
        lines[i] = (HelpLine){standing_word((StandingState)i), standing_meaning((StandingState)i)};
    add_lines(sheet, "Where a side has no words", "the first that holds", lines + STANDING_ANSWERED,
              STANDING_COUNT - STANDING_ANSWERED);
}

static void *fill(Reader *reader)
{
    Sheet *sheet = sheet_new();
    static const HelpLine first_steps[] = {
        {"ENTER", "from the overview to what was said on a topic; q comes back"},
        {"/word ENTER", "to the next place that has the word; n to one more, vr lists them all"},
        {"/ TAB", "what can be asked for beside a word: who says it, what it does, what it is about"},
        {":topic ENTER", "to a topic, a round, a person or a date; TAB completes what is typed"},
        {"o", "from a claim to its reply, and back"},
        {"] }", "to the next topic; to the next round that raises this one"},
        {"c", "what this side says here, and in the next round"},
        {"vi", "about this round: who, whose record, what came of it; then ] to what is agreed, and what "
               "the record leaves out"},
        {"i", "about what the cursor is on"},
        {"q Q", "back to where this was opened, from the first screen out; out at once"},
    };
    const HelpLine page[] = {
        {"5j 3]", "a number in front repeats a key"},
        {"34", "the passage's number; :wg1.34 goes to it from anywhere"},
        {"34*", "there is a note, a reason or a term to it; i shows it"},
        {reader->look.ascii ? "34#" : "34\xe2\x89\xa0", "accounts differ on what it says"},
        {"34+", "it concedes something to the other side"},
        {"rebuts 11", "how it is tied to the other column; TAB selects a link, ENTER follows it, BACKSPACE "
                      "returns"},
        {reader->look.ascii ? "-|-" : "\xe2\x94\x80\xe2\x94\xbc\xe2\x94\x80",
         "between the columns: the two that begin there are linked"},
        {reader->look.ascii ? "+" : "\xe2\x94\xbc",
         "they are not, but one side said this, and then the other that"},
        {"reported", "what kind of words they are, where the record as a whole is of another kind"},
        {"last two lines",
         "of the passage at the cursor: what it does, its other links and topics, its notes; "
         "its reference, status and source. D has it all beside each passage"},
    };
    add_lines(sheet, "First steps", "q closes this page", first_steps,
              sizeof first_steps / sizeof *first_steps);
    add_keys(sheet);
    add_lines(sheet, "Reading the page", "", NULL, 0);
    add_views(sheet, reader);
    add_texts(sheet, page, sizeof page / sizeof *page);
    add_standings(sheet);
    sheet_band(sheet);
    sheet_heading(sheet, (Target){0}, str_of("The end"),
                  str_of("q closes this page, g goes to its beginning"));
    return sheet;
}

const ViewType view_help = {
    .name = "help",
    .title = "keys",
    .hints = "SPACE:more  q:close",
    .action = ACTION_HELP,
    .word = "help",
    .pane = &pane_strips,
    .fill = fill,
};
