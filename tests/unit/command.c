// SPDX-License-Identifier: MIT
#include <stdio.h>
#include <string.h>

#include "diptych/keys.h"
#include "diptych/prompt.h"
#include "unit.h"

static Command typed_where(const Press *presses, bool folds)
{
    KeyState state = {.folds = folds};
    Command command = {0};
    while (!keys_take(&state, *presses, &command))
        presses++;
    ck_assert_uint_eq(state.count, 0);
    ck_assert_uint_eq(state.prefix, 0);
    return command;
}

static Command typed(const Press *presses)
{
    return typed_where(presses, false);
}

START_TEST(keys_become_commands)
{
    static const struct {
        Press presses[8];
        Action action;
        uint32_t count;
        Press letter;
    } cases[] = {
        {{'j'}, ACTION_LINE_DOWN, 0, 'j'},
        {{PRESS_DOWN}, ACTION_LINE_DOWN, 0, PRESS_DOWN},
        {{'5', 'j'}, ACTION_LINE_DOWN, 5, 'j'},
        {{'1', '0', ']'}, ACTION_TOPIC_NEXT, 10, ']'},
        {{'0'}, ACTION_NONE, 0, '0'},
        {{'v', 's'}, ACTION_VIEW, 0, 's'},
        {{'3', 'v', '5'}, ACTION_VIEW, 3, '5'},
        {{'\'', '\''}, ACTION_LAST_PLACE, 0, '\''},
        {{'\'', 'x'}, ACTION_TO_MARK, 0, 'x'},
        {{'\'', 'M'}, ACTION_TO_MARK, 0, 'M'},
        {{'M', 'j'}, ACTION_MARK, 0, 'j'},
        {{'M', PRESS_UP}, ACTION_MARK, 0, PRESS_UP},
        {{'z', 't'}, ACTION_ROW_TOP, 0, 't'},
        {{'z', 'q'}, ACTION_NONE, 0, 'q'},
        {{'Z', 'q'}, ACTION_NONE, 0, 'q'},
        {{'5', PRESS_ESCAPE, 'j'}, ACTION_LINE_DOWN, 0, 'j'},
        {{'v', PRESS_ESCAPE, 'j'}, ACTION_LINE_DOWN, 0, 'j'},
        {{'5', '0', '%'}, ACTION_PERCENT, 50, '%'},
        {{'7', 'g'}, ACTION_START, 7, 'g'},
        {{0xE9}, ACTION_NONE, 0, 0xE9},
        {{PRESS_BACKSPACE}, ACTION_BACK, 0, PRESS_BACKSPACE},
        {{'9', '9', '9', '9', '9', '9', '9', 'J'}, ACTION_PASSAGE_NEXT, KEYS_COUNT_MAX, 'J'},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Command command = typed(cases[i].presses);
        ck_assert_msg(command.action == cases[i].action, "case %zu: action %d", i, command.action);
        ck_assert_uint_eq(command.count, cases[i].count);
        ck_assert_uint_eq(command.letter, cases[i].letter);
    }
}
END_TEST

START_TEST(a_second_g_is_the_same_as_one)
{
    KeyState state = {0};
    Command command = {0};
    ck_assert(!keys_take(&state, '5', &command));
    ck_assert(keys_take(&state, 'g', &command));
    ck_assert_uint_eq(command.count, 5);
    ck_assert(!keys_take(&state, 'g', &command));
    ck_assert(keys_take(&state, 'g', &command));
    ck_assert_int_eq(command.action, ACTION_START);
    ck_assert(keys_take(&state, 'j', &command));
    ck_assert(keys_take(&state, 'g', &command));
    ck_assert_int_eq(command.action, ACTION_START);
}
END_TEST

START_TEST(no_key_means_two_things)
{
    size_t count;
    const KeyBinding *table = keys_table(&count);
    for (size_t i = 0; i < count; i++) {
        ck_assert_msg(table[i].presses[0] != 0, "binding %zu has no key", i);
        for (size_t k = 0; table[i].presses[k]; k++) {
            Press presses[] = {table[i].prefix ? table[i].prefix : table[i].presses[k], table[i].presses[k]};
            ck_assert_int_eq(typed_where(presses, table[i].need == NEED_FOLDING).action, table[i].action);
        }
    }
}
END_TEST

START_TEST(no_action_needs_escape_or_a_function_key)
{
    size_t count;
    const KeyBinding *table = keys_table(&count);
    bool bound[ACTION_COUNT] = {[ACTION_NONE] = true, [ACTION_VIEW] = true};
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; table[i].presses[k]; k++)
            if (table[i].presses[k] != PRESS_F1 && table[i].presses[k] != PRESS_ESCAPE)
                bound[table[i].action] = true;
    for (int i = 0; i < ACTION_COUNT; i++)
        ck_assert_msg(bound[i], "action %d has no other key", i);
}
END_TEST

static PromptEnd type(Prompt *prompt, const char *text)
{
    PromptEnd end = PROMPT_OPEN;
    for (; *text && end == PROMPT_OPEN; text++)
        end = prompt_take(prompt, (Press)(unsigned char)*text);
    return end;
}

static bool reads(const Prompt *prompt, const char *text)
{
    return str_equal(buffer_str(&prompt->text), str_of(text));
}

START_TEST(prompts_are_edited)
{
    static const struct {
        const char *keys;
        const char *line;
    } cases[] = {
        {"abc", "abc"},           {"abc\b", "ab"},           {"abc\x01x", "xabc"},
        {"abc\x01\x04", "bc"},    {"two words\x17", "two "}, {"two words\x15", ""},
        {"abc\x02\x02\x0b", "a"}, {"abc\x01\x06z", "azbc"},  {"two words  \x17", "two "},
        {"  \x17", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Prompt prompt = {0};
        prompt_open(&prompt, false);
        ck_assert_int_eq(type(&prompt, cases[i].keys), PROMPT_OPEN);
        ck_assert_msg(reads(&prompt, cases[i].line), "case %zu", i);
        prompt_free(&prompt);
    }
}
END_TEST

START_TEST(prompts_end)
{
    Prompt prompt = {0};
    prompt_open(&prompt, false);
    ck_assert_int_eq(type(&prompt, "a\r"), PROMPT_DONE);
    prompt_open(&prompt, false);
    ck_assert_int_eq(type(&prompt, "a\x1b"), PROMPT_CANCELLED);
    prompt_open(&prompt, false);
    ck_assert_int_eq(type(&prompt, "a\b\b"), PROMPT_CANCELLED);
    prompt_free(&prompt);
}
END_TEST

START_TEST(nothing_hostile_is_typed)
{
    Prompt prompt = {0};
    prompt_open(&prompt, false);
    prompt_take(&prompt, 0x202E);
    ck_assert(reads(&prompt, "<U+202E>"));
    prompt_take(&prompt, 0x9B);
    prompt_take(&prompt, PRESS_OTHER);
    ck_assert(reads(&prompt, "<U+202E><U+009B>"));
    prompt_free(&prompt);
}
END_TEST

START_TEST(wide_letters_are_one_step)
{
    Prompt prompt = {0};
    prompt_open(&prompt, false);
    prompt_take(&prompt, 0x6367);
    prompt_take(&prompt, 0x0418);
    prompt_take(&prompt, PRESS_LEFT);
    prompt_take(&prompt, PRESS_BACKSPACE);
    ck_assert(reads(&prompt, "\xD0\x98"));
    prompt_free(&prompt);
}
END_TEST

START_TEST(the_newest_lines_are_remembered)
{
    Prompt prompt = {0};
    for (int i = 0; i < 3 * PROMPT_LINES; i++) {
        char line[32];
        snprintf(line, sizeof line, "line %d", i);
        prompt_remember(&prompt, str_of(line));
    }
    ck_assert_uint_eq(prompt.history_count, PROMPT_LINES);
    prompt_open(&prompt, false);
    prompt_take(&prompt, PRESS_UP);
    ck_assert(reads(&prompt, "line 599"));
    for (int i = 0; i < PROMPT_LINES; i++)
        prompt_take(&prompt, PRESS_UP);
    ck_assert(reads(&prompt, "line 400"));
    prompt_free(&prompt);
}
END_TEST

START_TEST(history_is_walked)
{
    Prompt prompt = {0};
    static const char *const lines[] = {"first", "second", "second"};
    for (size_t i = 0; i < 3; i++) {
        prompt_open(&prompt, true);
        type(&prompt, lines[i]);
        prompt_remember(&prompt, buffer_str(&prompt.text));
    }
    ck_assert_uint_eq(prompt.history_count, 2);
    prompt_open(&prompt, true);
    prompt_take(&prompt, PRESS_UP);
    ck_assert(reads(&prompt, "second"));
    prompt_take(&prompt, PRESS_UP);
    prompt_take(&prompt, PRESS_UP);
    ck_assert(reads(&prompt, "first"));
    prompt_take(&prompt, PRESS_DOWN);
    prompt_take(&prompt, PRESS_DOWN);
    ck_assert(reads(&prompt, ""));
    prompt_free(&prompt);
}
END_TEST

START_TEST(regex_is_for_searches)
{
    Prompt prompt = {0};
    prompt_open(&prompt, true);
    prompt_take(&prompt, PRESS_CTRL('R'));
    ck_assert(prompt.regex);
    prompt_open(&prompt, false);
    prompt_take(&prompt, PRESS_CTRL('R'));
    ck_assert(!prompt.regex);
    prompt_free(&prompt);
}
END_TEST

START_TEST(what_stands_before_the_cursor_is_replaced)
{
    Prompt prompt = {0};
    prompt_open(&prompt, false);
    type(&prompt, "columns ya wg1");
    for (int i = 0; i < 4; i++)
        prompt_take(&prompt, PRESS_LEFT);
    prompt_replace(&prompt, 8, str_of("yalta-1945"));
    ck_assert(reads(&prompt, "columns yalta-1945 wg1"));
    prompt_replace(&prompt, 8, str_of(""));
    ck_assert(reads(&prompt, "columns  wg1"));
    prompt_take(&prompt, 'x');
    ck_assert(reads(&prompt, "columns x wg1"));
    prompt_free(&prompt);
}
END_TEST

START_TEST(lines_have_an_end)
{
    Prompt prompt = {0};
    prompt_open(&prompt, false);
    for (int i = 0; i < 2000; i++)
        prompt_take(&prompt, 'x');
    ck_assert_uint_eq(prompt.text.len, 1000);
    prompt_free(&prompt);
}
END_TEST

Suite *unit_suite(void)
{
    Suite *suite = suite_create("command");
    TCase *tests = tcase_create("command");
    tcase_add_test(tests, keys_become_commands);
    tcase_add_test(tests, a_second_g_is_the_same_as_one);
    tcase_add_test(tests, no_key_means_two_things);
    tcase_add_test(tests, no_action_needs_escape_or_a_function_key);
    tcase_add_test(tests, prompts_are_edited);
    tcase_add_test(tests, prompts_end);
    tcase_add_test(tests, nothing_hostile_is_typed);
    tcase_add_test(tests, wide_letters_are_one_step);
    tcase_add_test(tests, history_is_walked);
    tcase_add_test(tests, the_newest_lines_are_remembered);
    tcase_add_test(tests, regex_is_for_searches);
    tcase_add_test(tests, what_stands_before_the_cursor_is_replaced);
    tcase_add_test(tests, lines_have_an_end);
    suite_add_tcase(suite, tests);
    return suite;
}
