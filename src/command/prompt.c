// SPDX-License-Identifier: MIT
#include "diptych/prompt.h"

#include <stdlib.h>
#include <string.h>

#include "diptych/cluster.h"
#include "diptych/memory.h"
#include "diptych/visible.h"

// A longer line than this is somebody's pasted file.
#define LINE_LIMIT 1000

void prompt_open(Prompt *prompt, bool may_regex)
{
    buffer_clear(&prompt->text);
    prompt->cursor = 0;
    prompt->regex = prompt->full = false;
    prompt->may_regex = may_regex;
    prompt->history_at = prompt->history_count;
}

static void replace(Prompt *prompt, size_t from, size_t to, Str with)
{
    Buffer line = {0};
    Str old = buffer_str(&prompt->text);
    buffer_add(&line, str_slice(old, 0, from));
    buffer_add(&line, with);
    buffer_add(&line, str_slice(old, to, old.len));
    buffer_free(&prompt->text);
    prompt->text = line;
    prompt->cursor = from + with.len;
}

static size_t encode(Press press, char bytes[4])
{
    if (press < 0x80) {
        bytes[0] = (char)press;
        return 1;
    }
    if (press < 0x800) {
        bytes[0] = (char)(0xC0 | press >> 6);
        bytes[1] = (char)(0x80 | (press & 63));
        return 2;
    }
    if (press < 0x10000) {
        bytes[0] = (char)(0xE0 | press >> 12);
        bytes[1] = (char)(0x80 | (press >> 6 & 63));
        bytes[2] = (char)(0x80 | (press & 63));
        return 3;
    }
    bytes[0] = (char)(0xF0 | press >> 18);
    bytes[1] = (char)(0x80 | (press >> 12 & 63));
    bytes[2] = (char)(0x80 | (press >> 6 & 63));
    bytes[3] = (char)(0x80 | (press & 63));
    return 4;
}

static void insert(Prompt *prompt, Press press)
{
    char bytes[4];
    Buffer visible = {0};
    visible_add(&visible, (Str){bytes, encode(press, bytes)}, false);
    prompt->full = prompt->text.len + visible.len > LINE_LIMIT;
    if (!prompt->full)
        replace(prompt, prompt->cursor, prompt->cursor, buffer_str(&visible));
    buffer_free(&visible);
}

static size_t before(const Prompt *prompt)
{
    return prompt->cursor ? cluster_before(buffer_str(&prompt->text), prompt->cursor) : 0;
}

static size_t behind(const Prompt *prompt)
{
    Str text = buffer_str(&prompt->text);
    return prompt->cursor < text.len ? prompt->cursor + cluster_at(text, prompt->cursor).bytes : text.len;
}

static size_t word_start(const Prompt *prompt)
{
    size_t at = prompt->cursor;
    while (at && prompt->text.bytes[at - 1] == ' ')
        at--;
    while (at && prompt->text.bytes[at - 1] != ' ')
        at--;
    return at;
}

static void recall(Prompt *prompt, size_t at)
{
    prompt->history_at = at;
    Str line = at < prompt->history_count ? str_of(prompt->history[at]) : str_of("");
    replace(prompt, 0, prompt->text.len, line);
}

// False: the press moves nothing.
static bool move_cursor(Prompt *prompt, Press press)
{
    switch (press) {
    case PRESS_LEFT:
    case PRESS_CTRL('B'):
        prompt->cursor = before(prompt);
        return true;
    case PRESS_RIGHT:
    case PRESS_CTRL('F'):
        prompt->cursor = behind(prompt);
        return true;
    case PRESS_HOME:
    case PRESS_CTRL('A'):
        prompt->cursor = 0;
        return true;
    case PRESS_END:
    case PRESS_CTRL('E'):
        prompt->cursor = prompt->text.len;
        return true;
    default:
        return false;
    }
}

static void edit(Prompt *prompt, Press press)
{
    switch (press) {
    case PRESS_CTRL('D'):
        replace(prompt, prompt->cursor, behind(prompt), str_of(""));
        break;
    case PRESS_CTRL('U'):
        replace(prompt, 0, prompt->cursor, str_of(""));
        break;
    case PRESS_CTRL('K'):
        replace(prompt, prompt->cursor, prompt->text.len, str_of(""));
        break;
    case PRESS_CTRL('W'):
        replace(prompt, word_start(prompt), prompt->cursor, str_of(""));
        break;
    case PRESS_UP:
    case PRESS_CTRL('P'):
        if (prompt->history_at)
            recall(prompt, prompt->history_at - 1);
        break;
    case PRESS_DOWN:
    case PRESS_CTRL('N'):
        if (prompt->history_at < prompt->history_count)
            recall(prompt, prompt->history_at + 1);
        break;
    default:
        if (press >= ' ' && press < PRESS_NAMED)
            insert(prompt, press);
    }
}

PromptEnd prompt_take(Prompt *prompt, Press press)
{
    prompt->full = false;
    switch (press) {
    case PRESS_ENTER:
    case '\n':
        return PROMPT_DONE;
    case PRESS_ESCAPE:
    case PRESS_CTRL('C'):
    case PRESS_CTRL('G'):
        return PROMPT_CANCELLED;
    case PRESS_CTRL('R'):
        if (prompt->may_regex)
            prompt->regex = !prompt->regex;
        return PROMPT_OPEN;
    case PRESS_BACKSPACE:
    case PRESS_DELETE:
    case PRESS_CTRL('H'):
        if (prompt->text.len == 0)
            return PROMPT_CANCELLED;
        replace(prompt, before(prompt), prompt->cursor, str_of(""));
        break;
    default:
        if (!move_cursor(prompt, press))
            edit(prompt, press);
    }
    return PROMPT_OPEN;
}

void prompt_replace(Prompt *prompt, size_t from, Str with)
{
    replace(prompt, from, prompt->cursor, with);
}

static bool is_last(const Prompt *prompt, Str line)
{
    return prompt->history_count && str_equal(str_of(prompt->history[prompt->history_count - 1]), line);
}

static void forget_oldest(Prompt *prompt)
{
    free(prompt->history[0]);
    memmove(prompt->history, prompt->history + 1, --prompt->history_count * sizeof *prompt->history);
}

void prompt_remember(Prompt *prompt, Str line)
{
    Buffer visible = {0};
    if (line.len <= LINE_LIMIT)
        visible_add(&visible, line, false);
    if (visible.len && visible.len <= LINE_LIMIT && !is_last(prompt, buffer_str(&visible))) {
        if (prompt->history_count == PROMPT_LINES)
            forget_oldest(prompt);
        prompt->history = mem_grow(prompt->history, &prompt->history_capacity, prompt->history_count + 1,
                                   sizeof *prompt->history);
        prompt->history[prompt->history_count++] = mem_text(buffer_str(&visible));
    }
    buffer_free(&visible);
}

void prompt_free(Prompt *prompt)
{
    for (size_t i = 0; i < prompt->history_count; i++)
        free(prompt->history[i]);
    free(prompt->history);
    buffer_free(&prompt->text);
    *prompt = (Prompt){0};
}
