// SPDX-License-Identifier: MIT
// Marks: set by a letter, gone to by it, listed.
#include "diptych/memory.h"
#include "view/frame/inside.h"

// The letter in UTF-8, terminated; false: the press is none.
static bool letter_of(Press press, char letter[5])
{
    Prompt line = {0};
    if (press <= ' ' || press >= PRESS_NAMED || press == PRESS_DELETE)
        return false;
    prompt_take(&line, press);
    Str text = buffer_str(&line.text);
    bool one = text.len > 0 && text.len <= 4;
    memcpy(letter, text.at, one ? text.len : 0);
    letter[one ? text.len : 0] = '\0';
    prompt_free(&line);
    return one;
}

// "a wg1.23, b topic yalta".
static void add_marks(Buffer *out, const KeptMarks *marks)
{
    for (size_t i = 0; i < marks->count; i++) {
        const KeptMark *mark = &marks->items[i];
        const char *where = mark->target ? mark->target : mark->account ? mark->account : mark->view;
        Str what = str_of(where);
        if (str_starts(what, str_of("passage ")))
            what = str_slice(what, sizeof "passage", what.len);
        buffer_addf(out, "%s%s ", i ? ", " : "", mark->letter);
        buffer_add(out, what);
    }
}

void marking_list(Reader *reader)
{
    Buffer text = {0};
    add_marks(&text, &reader->marks);
    if (text.len)
        reader_say(reader, "marks: %.*s", (int)text.len, text.bytes);
    else
        reader_say(reader, "there are no marks; M and a letter sets one");
    buffer_free(&text);
}

void marking_set(Reader *reader, Command command, int argument)
{
    char letter[5];
    (void)argument;
    if (!letter_of(command.letter, letter)) {
        reader_say(reader, "a mark is a letter: M and a letter sets one");
        return;
    }
    if (!kept_marks_set(&reader->marks, keeping_mark(reader, str_of(letter)))) {
        reader_say(reader, "there are too many marks");
        return;
    }
    reader->wish = WISH_KEEP;
    reader_say(reader, "marked: ' and %s comes back here", letter);
}

void marking_go(Reader *reader, Command command, int argument)
{
    char letter[5];
    (void)argument;
    const KeptMark *mark = letter_of(command.letter, letter) ? kept_marks_find(&reader->marks, letter) : NULL;
    if (mark)
        keeping_visit(reader, mark);
    else
        marking_list(reader);
}
