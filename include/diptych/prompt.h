// SPDX-License-Identifier: MIT
// A line that is being typed: editing, history, completion.
#ifndef DIPTYCH_PROMPT_H
#define DIPTYCH_PROMPT_H

#include "diptych/press.h"

// What becomes of a prompt by a press.
typedef enum PromptEnd {
    PROMPT_OPEN,     // goes on
    PROMPT_DONE,     // ENTER
    PROMPT_CANCELLED // ESC, ^C, ^G, or BACKSPACE in an empty line
} PromptEnd;

// A line being typed in the last line of the screen. A zeroed one is empty.
typedef struct Prompt {
    Buffer text;    // UTF-8, visible
    size_t cursor;  // bytes
    bool regex;     // toggled by ^R where allowed
    bool may_regex; // a search prompt
    bool full;      // the last character did not go in any more
    char **history; // owned, the oldest first
    size_t history_count, history_capacity;
    size_t history_at; // the entry shown; history_count: the new line
} Prompt;

// As many lines are remembered; the oldest are forgotten.
#define PROMPT_LINES 200

// Begins an empty line; history stays.
void prompt_open(Prompt *prompt, bool may_regex);
// Takes one press. Code points are added in their visible form (visible.h), so that nothing hostile enters by
// pasting.
PromptEnd prompt_take(Prompt *prompt, Press press);
// Replaces what stands from byte `from` up to the cursor, which then stands behind `with` (visible).
void prompt_replace(Prompt *prompt, size_t from, Str with);
// Adds the line, in its visible form, to the history, unless it is empty, the last one there, or longer than
// any line that can be typed.
void prompt_remember(Prompt *prompt, Str line);
void prompt_free(Prompt *prompt);

#endif
