// SPDX-License-Identifier: MIT
// ":set": how things are shown, by name.
#include "diptych/likeness.h"
#include "view/frame/inside.h"

// A setting that is on or off.
typedef struct Switch {
    const char *name;
    bool *(*of)(Reader *reader);
} Switch;

static bool *lens_of(Reader *reader)
{
    return &reader->look.lens;
}

static bool *stacked_of(Reader *reader)
{
    return &reader->look.stacked;
}

static bool *highlight_of(Reader *reader)
{
    return &reader->finding.highlight;
}

static const Switch switches[] = {
    {"names", lens_of},
    {"stacked", stacked_of},
    {"highlight", highlight_of},
};
#define SWITCHES (sizeof switches / sizeof *switches)

static const char *const levels[] = {
    [APPARATUS_SHORT] = "short", [APPARATUS_FULL] = "full", [APPARATUS_NONE] = "none"};

static void add_left(Buffer *out, const Reader *reader)
{
    if (reader->look.left)
        buffer_addf(out, "left=%zu", reader->look.left);
    else
        buffer_add_text(out, "left=half");
}

static void say_all(Reader *reader)
{
    Buffer text = {0};
    buffer_addf(&text, "apparatus=%s  ", levels[reader->look.apparatus]);
    add_left(&text, reader);
    for (size_t i = 0; i < SWITCHES; i++)
        buffer_addf(&text, "  %s%s", *switches[i].of(reader) ? "" : "no", switches[i].name);
    reader_say(reader, "%.*s", (int)text.len, text.bytes);
    buffer_free(&text);
}

static bool take_apparatus(Reader *reader, Str value)
{
    for (int level = 0; level < APPARATUS_COUNT; level++) {
        if (!str_is(value, levels[level]))
            continue;
        reader->look.apparatus = (Apparatus)level;
        return true;
    }
    reader_say(reader, "apparatus= takes short, full or none");
    return false;
}

static bool take_left(Reader *reader, Str value)
{
    uint32_t columns = 0;
    if (!str_is(value, "half") && (!str_number(value, GRID_COLUMNS_MAX, &columns) || !columns)) {
        reader_say(reader, "left= takes a number of columns, or half");
        return false;
    }
    reader->look.left = columns;
    return true;
}

// "names", "nonames", "names!" (the other way). False: it is none of them.
static bool take_switch(Reader *reader, Str word)
{
    bool turn = word.len && word.at[word.len - 1] == '!';
    Str name = str_slice(word, 0, word.len - turn);
    for (size_t i = 0; i < SWITCHES; i++) {
        bool *is = switches[i].of(reader);
        bool on = str_is(name, switches[i].name);
        bool off = str_starts(name, str_of("no")) && str_is(str_slice(name, 2, name.len), switches[i].name);
        if (!on && !off)
            continue;
        *is = turn ? !*is : on;
        return true;
    }
    return false;
}

static bool say_unknown(Reader *reader, Str word)
{
    static const char *const names[] = {"apparatus", "left", "names", "stacked", "highlight"};
    const char *nearest = NULL;
    word = str_slice(word, 0, str_find(word, '=', 0));
    size_t least = likeness_limit(word) + 1;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        size_t distance = likeness_distance(word, str_of(names[i]), least);
        nearest = distance < least ? names[i] : nearest;
        least = distance < least ? distance : least;
    }
    if (nearest)
        reader_say(reader, "there is no setting \"%.*s\"; the nearest is %s", (int)word.len, word.at,
                   nearest);
    else
        reader_say(reader, "there is no setting \"%.*s\"; :set lists them", (int)word.len, word.at);
    return false;
}

static bool take(Reader *reader, Str word)
{
    size_t is = str_find(word, '=', 0);
    Str name = str_slice(word, 0, is), value = str_slice(word, is + 1, word.len);
    if (is < word.len && str_is(name, "apparatus"))
        return take_apparatus(reader, value);
    if (is < word.len && str_is(name, "left"))
        return take_left(reader, value);
    return take_switch(reader, word) || say_unknown(reader, word);
}

void setting_obey(Reader *reader, Str words)
{
    Str word;
    bool taken = true;
    while (taken && str_next_word(&words, " ", &word))
        taken = take(reader, word);
    reader_relayout(reader);
    reader_refresh(reader);
    if (taken)
        say_all(reader);
}

const char *setting_word(size_t index)
{
    static const char *const words[] = {"apparatus=short", "apparatus=full", "apparatus=none", "left=half",
                                        "names",           "nonames",        "stacked",        "nostacked",
                                        "highlight",       "nohighlight"};
    return index < sizeof words / sizeof *words ? words[index] : NULL;
}
