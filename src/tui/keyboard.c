// SPDX-License-Identifier: MIT
#include "keyboard.h"

#include <stdlib.h>
#include <string.h>
#include <wchar.h>

#include "diptych/memory.h"

#define ESC '\033'
#define REPLACEMENT ((Press)0xFFFD)
// No key sends as much; what does is not taken for one.
#define SEQUENCE_MAX 64

struct KeySequence {
    char *bytes; // owned
    size_t len;
    Press press;
};

// What the bytes at hand are of a sequence. `len` bytes of them are meant.
typedef struct KeyMatch {
    enum { MATCH_NONE, MATCH_PART, MATCH_WHOLE } kind;
    Press press;
    size_t len;
} KeyMatch;

static Str left(const Keyboard *keyboard)
{
    return str_slice(buffer_str(&keyboard->bytes), keyboard->at, keyboard->bytes.len);
}

void keyboard_bind(Keyboard *keyboard, Str sequence, Press press)
{
    if (sequence.len == 0 || sequence.len > SEQUENCE_MAX)
        return;
    keyboard->sequences =
        mem_grow(keyboard->sequences, &keyboard->capacity, keyboard->count + 1, sizeof *keyboard->sequences);
    keyboard->sequences[keyboard->count++] = (KeySequence){mem_text(sequence), sequence.len, press};
}

void keyboard_feed(Keyboard *keyboard, Str bytes, int64_t now)
{
    if (keyboard->escaped && !keyboard->taken_back && now - keyboard->escape_at > KEYBOARD_LATE)
        keyboard->escaped = false;
    Str rest = left(keyboard);
    if (rest.len)
        memmove(keyboard->bytes.bytes, rest.at, rest.len);
    keyboard->bytes.len = rest.len;
    keyboard->at = 0;
    buffer_add(&keyboard->bytes, bytes);
}

bool keyboard_is_empty(const Keyboard *keyboard)
{
    return keyboard->at == keyboard->bytes.len;
}

// The longest bound sequence at the beginning of `bytes`, unless more bytes could make a longer one, which
// are not `waited` for any more.
static KeyMatch match_bound(const Keyboard *keyboard, Str bytes, bool waited)
{
    KeyMatch best = {.kind = MATCH_NONE};
    for (size_t i = 0; i < keyboard->count; i++) {
        const KeySequence *sequence = &keyboard->sequences[i];
        size_t shared = sequence->len < bytes.len ? sequence->len : bytes.len;
        if (memcmp(sequence->bytes, bytes.at, shared) != 0)
            continue;
        if (shared < sequence->len && waited)
            continue;
        if (shared < sequence->len)
            return (KeyMatch){.kind = MATCH_PART, .len = bytes.len};
        if (shared > best.len)
            best = (KeyMatch){MATCH_WHOLE, sequence->press, shared};
    }
    return best;
}

static bool is_between(char c, char low, char high)
{
    return c >= low && c <= high;
}

// A sequence of the common form (ECMA-48: CSI; SS3) that nothing is bound to; the console of Linux sends one
// more byte behind "CSI [".
static KeyMatch match_common(Str bytes)
{
    if (bytes.len < 2)
        return (KeyMatch){.kind = bytes.len && bytes.at[0] == ESC ? MATCH_PART : MATCH_NONE,
                          .len = bytes.len};
    if (bytes.at[0] != ESC || (bytes.at[1] != '[' && bytes.at[1] != 'O'))
        return (KeyMatch){.kind = MATCH_NONE};
    size_t at = 2;
    if (at < bytes.len && bytes.at[1] == '[' && bytes.at[2] == '[')
        at++;
    while (at < bytes.len && at < SEQUENCE_MAX && is_between(bytes.at[at], ' ', '?'))
        at++;
    if (at == bytes.len)
        return (KeyMatch){.kind = MATCH_PART, .len = at};
    return (KeyMatch){MATCH_WHOLE, PRESS_OTHER, is_between(bytes.at[at], '@', '~') ? at + 1 : at};
}

static KeyMatch match_sequence(const Keyboard *keyboard, Str bytes, bool waited)
{
    KeyMatch match = match_bound(keyboard, bytes, waited);
    if (match.kind == MATCH_NONE)
        match = match_common(bytes);
    if (match.kind == MATCH_PART && waited)
        match.kind = MATCH_NONE;
    return match;
}

// The same for bytes whose ESC was given out already.
static KeyMatch match_late(const Keyboard *keyboard, Str bytes, bool waited)
{
    char whole[SEQUENCE_MAX + 1] = {ESC};
    size_t more = bytes.len < SEQUENCE_MAX ? bytes.len : SEQUENCE_MAX;
    memcpy(whole + 1, bytes.at, more);
    KeyMatch match = match_sequence(keyboard, (Str){whole, more + 1}, waited);
    if (match.kind == MATCH_WHOLE && match.len == 1)
        match.kind = MATCH_NONE; // a key that sends ESC alone
    if (match.kind != MATCH_NONE)
        match.len--;
    return match;
}

// One character of the locale. MATCH_PART: its bytes are not all here.
static KeyMatch match_character(Str bytes)
{
    mbstate_t state = {0};
    wchar_t character;
    size_t len = mbrtowc(&character, bytes.at, bytes.len, &state);
    if (len == (size_t)-2)
        return (KeyMatch){.kind = MATCH_PART, .len = bytes.len};
    if (len != (size_t)-1)
        return (KeyMatch){MATCH_WHOLE, (Press)character, len ? len : 1};
    // The bytes before the one that does not fit are one broken character.
    for (len = 1; len < bytes.len; len++) {
        state = (mbstate_t){0};
        if (mbrtowc(&character, bytes.at, len, &state) != (size_t)-2)
            break;
    }
    return (KeyMatch){MATCH_WHOLE, REPLACEMENT, len > 1 ? len - 1 : 1};
}

static KeyMatch match_typed(const Keyboard *keyboard, Str bytes, bool waited)
{
    return keyboard->escaped ? match_late(keyboard, bytes, waited) : match_sequence(keyboard, bytes, waited);
}

static void begin_paste(Keyboard *keyboard)
{
    keyboard->pasting = true;
    keyboard->over = false;
}

// One step within a paste: PRESS_NONE with `*more` set when something was taken that does not count.
static Press take_pasted(Keyboard *keyboard, bool wanted, bool *more)
{
    Str bytes = left(keyboard);
    *more = true;
    for (size_t i = 0; i < keyboard->count; i++) {
        const KeySequence *end = &keyboard->sequences[i];
        size_t shared = end->len < bytes.len ? end->len : bytes.len;
        if (end->press != PRESS_PASTE_END || memcmp(end->bytes, bytes.at, shared) != 0)
            continue;
        *more = shared == end->len;
        keyboard->pasting = !*more;
        keyboard->at += *more ? shared : 0;
        return PRESS_NONE;
    }
    KeyMatch match = match_character(bytes);
    *more = match.kind == MATCH_WHOLE;
    if (!*more)
        return PRESS_NONE;
    keyboard->at += match.len;
    if (match.press < ' ' || match.press == PRESS_DELETE)
        keyboard->over = true;
    return wanted && !keyboard->over ? match.press : PRESS_NONE;
}

// Takes a character, of bytes that are no sequence; PRESS_NONE when they are not all here.
static Press take_character(Keyboard *keyboard, bool waited, int64_t now)
{
    KeyMatch match = match_character(left(keyboard));
    if (match.kind == MATCH_PART)
        return PRESS_NONE;
    keyboard->at += match.len;
    if (match.press == PRESS_ESCAPE && waited) {
        keyboard->escaped = true;
        keyboard->escape_at = now;
    }
    return match.press == '\n' ? PRESS_ENTER : match.press;
}

// One step of what is typed, as take_pasted().
static Press take_typed(Keyboard *keyboard, bool waited, bool *more, int64_t now)
{
    KeyMatch match = match_typed(keyboard, left(keyboard), waited);
    *more = false;
    if (match.kind == MATCH_PART)
        return PRESS_NONE;
    bool late = keyboard->escaped;
    if (late && match.kind == MATCH_WHOLE && !keyboard->taken_back) {
        keyboard->taken_back = true;
        return PRESS_UNESCAPE;
    }
    keyboard->escaped = keyboard->taken_back = false;
    if (match.kind == MATCH_NONE && !late)
        return take_character(keyboard, waited, now);
    *more = true;
    if (match.kind == MATCH_NONE)
        return PRESS_NONE; // the bytes behind the ESC stand for themselves after all
    keyboard->at += match.len;
    if (match.press == PRESS_PASTE_BEGIN)
        begin_paste(keyboard);
    bool bracket = match.press == PRESS_PASTE_BEGIN || match.press == PRESS_PASTE_END;
    return bracket ? PRESS_NONE : match.press;
}

Press keyboard_take(Keyboard *keyboard, bool waited, bool wanted, int64_t now)
{
    bool more = true;
    while (more && !keyboard_is_empty(keyboard)) {
        Press press = keyboard->pasting ? take_pasted(keyboard, wanted, &more)
                                        : take_typed(keyboard, waited, &more, now);
        if (press != PRESS_NONE)
            return press;
    }
    return PRESS_NONE;
}

int keyboard_patience(const Keyboard *keyboard, int delay)
{
    if (keyboard_is_empty(keyboard) || keyboard->pasting)
        return -1;
    KeyMatch match = match_typed(keyboard, left(keyboard), false);
    if (match.kind != MATCH_PART)
        return -1;
    return keyboard->escaped ? KEYBOARD_LATE : delay;
}

void keyboard_free(Keyboard *keyboard)
{
    for (size_t i = 0; i < keyboard->count; i++)
        free(keyboard->sequences[i].bytes);
    free(keyboard->sequences);
    buffer_free(&keyboard->bytes);
    *keyboard = (Keyboard){0};
}
