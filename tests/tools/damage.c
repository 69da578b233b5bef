// SPDX-License-Identifier: MIT
// Damages a text as accidents and malice do: damage SEED IN OUT. The same seed does the same damage.
#include <stdio.h>
#include <stdlib.h>

#include "diptych/file.h"

static uint32_t state;

// Below `limit`, which is not 0.
static uint32_t any(size_t limit)
{
    state ^= state << 13;
    state ^= state >> 17;
    state ^= state << 5;
    return (uint32_t)(state % limit);
}

#define PIECE(text)           \
    {                         \
        text, sizeof text - 1 \
    }

// What means something to the format, and what must mean nothing to a terminal.
static const Str pieces[] = {
    PIECE("\n\n"),
    PIECE("\r\n"),
    PIECE("\r"),
    PIECE("\0"),
    PIECE("\033]0;title\007"),
    PIECE("\302\2332J"),
    PIECE("\342\200\256"),
    PIECE("\377\376"),
    PIECE("\300\257"),
    PIECE("\355\240\200"),
    PIECE("\xef\xbb\xbf"),
    PIECE("\nRound: wg1\n"),
    PIECE("\nAccount: wg1/x\n"),
    PIECE("\nTopic: yalta-1945\nParent: yalta-1945\n"),
    PIECE("\nDossier: other\n"),
    PIECE("\nParty: su\n"),
    PIECE("\nLayer: l\nFor: soviet-japanese\n\nOn: wg1.23\nTopics: nato\n"),
    PIECE("\n@ su + jp\n"),
    PIECE("\n@ nobody {\n"),
    PIECE("\n[1] again\n"),
    PIECE("\n[99999999999999999999] much\n"),
    PIECE("\n{topics: "),
    PIECE("\n{rebuts: 1-4294967295; answers: wg1; why: \"open\n"),
    PIECE("}"),
    PIECE("\\"),
    PIECE("\nDate: -999999-99-99/?\n"),
    PIECE("\nExtent: full\nTagged: full\n"),
    PIECE(" .\n"),
};

static void add_piece(Buffer *out)
{
    Str piece = pieces[any(sizeof pieces / sizeof *pieces)];
    for (uint32_t times = any(8) ? 1 : any(2000); times; times--)
        buffer_add(out, piece);
}

// Adds `text` with one damage done to it.
static void harm(Str text, Buffer *out)
{
    size_t from = any(text.len + 1), to = from + any(any(4) ? 40 : text.len + 1);
    Str head = str_slice(text, 0, from), middle = str_slice(text, from, to),
        tail = str_slice(text, to, text.len);
    buffer_add(out, head);
    switch (any(7)) {
    case 0: // cut off
        return;
    case 1: // cut out
        break;
    case 2: // doubled
        buffer_add(out, middle);
        buffer_add(out, middle);
        break;
    case 3: // other bytes
        for (size_t i = 0; i < middle.len; i++)
            buffer_add_byte(out, any(4) ? middle.at[i] : (char)any(256));
        break;
    case 4: // moved
        buffer_add(out, tail);
        buffer_add(out, middle);
        return;
    default:
        add_piece(out);
        buffer_add(out, middle);
        break;
    }
    buffer_add(out, tail);
}

int main(int argc, char **argv)
{
    Buffer text = {0};
    Error error;
    if (argc != 4 || !file_read(argv[2], FILE_LIMIT, &text, NULL, &error))
        return 2;
    state = (uint32_t)strtoul(argv[1], NULL, 10) * 2654435761u + 1;
    for (uint32_t times = 1 + any(5); times; times--) {
        Buffer next = {0};
        harm(buffer_str(&text), &next);
        buffer_free(&text);
        text = next;
    }
    FILE *out = fopen(argv[3], "w");
    bool done = out && fwrite(text.bytes ? text.bytes : "", 1, text.len, out) == text.len;
    done = out && fclose(out) == 0 && done;
    buffer_free(&text);
    return done ? 0 : 2;
}
