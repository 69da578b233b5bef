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

// What completion offers, in the order offered. The texts are the caller's.
typedef struct Candidates {
    Str *items;
    size_t count;
    size_t capacity;
} Candidates;

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
    size_t completing; // how many candidates were tried, from 1; 0: none
    size_t stem;       // bytes of the text that were typed before completing
} Prompt;

// Begins an empty line; history stays.
void prompt_open(Prompt *prompt, bool may_regex);
// Takes one press. Code points are added in their visible form (visible.h), so that nothing hostile enters by
// pasting.
PromptEnd prompt_take(Prompt *prompt, Press press);
// TAB: replaces the last word by the next of `candidates` that fits what was typed; with `back`, the
// previous.
void prompt_complete(Prompt *prompt, const Candidates *candidates, bool back);
// The word to complete: from the last blank, comma or '@' to where completion began.
Str prompt_stem(const Prompt *prompt);
// Adds the line, in its visible form, to the history, unless it is empty, the last one there, or longer than
// any line that can be typed.
void prompt_remember(Prompt *prompt, Str line);
void prompt_free(Prompt *prompt);

#endif
