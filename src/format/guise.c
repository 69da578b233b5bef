// SPDX-License-Identifier: MIT
#include "diptych/guise.h"

#include <string.h>

#define BYTES(text)            \
    {                          \
        text, sizeof(text) - 1 \
    }

static const struct {
    Str magic;
    const char *guise;
} guises[] = {
    {BYTES("\x1f\x8b"), "compressed with gzip: unpack it with gunzip"},
    {BYTES("BZh"), "compressed with bzip2: unpack it with bunzip2"},
    {BYTES("\xfd"
           "7zXZ"),
     "compressed with xz: unpack it with unxz"},
    {BYTES("\x28\xb5\x2f\xfd"), "compressed with zstd: unpack it with unzstd"},
    {BYTES("%PDF-"), "a PDF: take its text out, with pdftotext for instance"},
    {BYTES("{\\rtf"), "RTF: save it as plain text in UTF-8"},
    {BYTES("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
     "a document of an old word processor: save it as plain text in UTF-8"},
};

static bool holds(Str text, const char *word)
{
    return memmem(text.at, text.len, word, strlen(word)) != NULL;
}

// An archive may be a document; its first file tells in most of them.
static const char *archive(Str beginning)
{
    if (holds(beginning, "opendocument"))
        return "a document of a word processor (ODF): save it as plain text in UTF-8";
    if (holds(beginning, "[Content_Types].xml") || holds(beginning, "word/") || holds(beginning, "_rels/"))
        return "a document of a word processor (docx): save it as plain text in UTF-8";
    if (holds(beginning, "epub"))
        return "an e-book (EPUB): take its text out";
    return "a zip archive: unpack it";
}

// The NUL bytes at even places, or at odd ones.
static size_t count_nuls(Str text, size_t first)
{
    size_t count = 0;
    for (size_t i = first; i < text.len; i += 2)
        count += text.at[i] == '\0';
    return count;
}

// Without a byte order mark, ASCII in UTF-16 has a NUL in each second byte and none in the others.
static bool is_wide(Str text)
{
    const size_t even = count_nuls(text, 0), odd = count_nuls(text, 1), half = text.len / 2;
    return half >= 4 && ((even == 0 && odd * 10 >= half * 9) || (odd == 0 && even * 10 >= half * 9));
}

const char *guise_of(Str beginning)
{
    const Str start = str_slice(beginning, 0, GUISE_BYTES);
    for (size_t i = 0; i < sizeof guises / sizeof *guises; i++)
        if (str_starts(start, guises[i].magic))
            return guises[i].guise;
    if (str_starts(start, str_of("PK\x03\x04")))
        return archive(start);
    if (str_starts(start, (Str)BYTES("\xff\xfe\0\0")) || str_starts(start, (Str)BYTES("\0\0\xfe\xff")))
        return "UTF-32: save it as UTF-8";
    if (str_starts(start, str_of("\xff\xfe")) || str_starts(start, str_of("\xfe\xff")) || is_wide(start))
        return "UTF-16: save it as UTF-8";
    return NULL;
}
