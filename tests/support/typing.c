// SPDX-License-Identifier: MIT
#include "typing.h"

#include <check.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "diptych/file.h"
#include "diptych/memory.h"

Dossier *dossier;
Reader *reader;
Grid *grid;
char *screen;

static char directory[] = "unit-typing-XXXXXX";
static const char file[] = "/dossier.dip";
static char *made; // the directory of open_text(), or null

void resize(size_t rows, size_t columns)
{
    if (grid)
        grid_free(grid);
    grid = grid_new(rows, columns);
    reader_resize(reader, rows, columns);
}

void work(void)
{
    while (reader_work(reader, 1000))
        ;
}

void begin_in(const char *view)
{
    Session session = {0};
    reader_keep(reader, &session);
    free(session.place.view);
    free(session.place.topic);
    session.place.view = mem_text(str_of(view));
    session.place.topic = NULL;
    session.place.passage = session.place.offset = 0;
    reader_resume(reader, &session);
    session_free(&session);
}

void open_reader(const char *path, bool restricted)
{
    Error error = {""};
    dossier = dossier_open(path, &error);
    ck_assert_msg(dossier != NULL, "%s", error.text);
    reader = reader_open(dossier, false, restricted);
    grid = NULL;
    screen = NULL;
    begin_in("compare");
    resize(24, 100);
}

void open_fixture(const char *path)
{
    const char *source = getenv("top_srcdir");
    Buffer whole = {0};
    buffer_addf(&whole, "%s/%s", source ? source : ".", path);
    char *name = buffer_steal(&whole);
    open_reader(name, false);
    free(name);
    work();
}

void write_text(const char *text)
{
    char path[sizeof directory + sizeof file];
    strcpy(path, made);
    strcat(path, file);
    ck_assert(file_write(path, str_of(text), NULL));
}

void open_text(const char *text)
{
    strcpy(directory + strlen(directory) - 6, "XXXXXX");
    made = mkdtemp(directory);
    ck_assert_ptr_nonnull(made);
    write_text(text);
    open_reader(made, true);
}

static void remove_directory(void)
{
    char path[sizeof directory + sizeof file];
    strcpy(path, made);
    strcat(path, file);
    unlink(path);
    rmdir(made);
    made = NULL;
}

void close_reader(void)
{
    free(screen);
    grid_free(grid);
    reader_close(reader);
    dossier_close(dossier);
    if (made)
        remove_directory();
}

void type_at_random(unsigned seed, size_t count)
{
    static const char *const keys[] = {
        "j",
        "k",
        "d",
        "u",
        "\x0e",
        "\x10",
        " ",
        "b",
        "g",
        "G",
        "h",
        "l",
        "J",
        "K",
        "]",
        "[",
        "}",
        "{",
        "C",
        "\t",
        "\r",
        "o",
        "w",
        "(",
        ")",
        "''",
        ".",
        ",",
        "n",
        "N",
        "U",
        ":",
        "/",
        "x",
        "\\",
        "<",
        ">",
        "L",
        "#",
        "y",
        "Y",
        "P",
        "i",
        "?",
        "=",
        "vc",
        "vs",
        "vr",
        "vi",
        "vx",
        "D",
        "\x1b",
        "1",
        "9",
        "0",
        "q",
        "qqi",
        "Zj",
        "\x7f",
        "/the\r",
        "/a\r",
        "/\x12[a-z]+\r",
        ":1\r",
        ":help\r",
        ":r.1\r",
        "3J",
        "99]",
        "2}",
        ":\t\t\r",
        ":card \t\t\r",
        "3.",
        "7G",
        ":1956\r",
        "sname\x07", // and no file
        "5>",
        "9<",
        ":columns \t \t\r",
        ":a\t\t",
        ":e\r\t\r",
    };
    for (size_t i = 0; i < count; i++) {
        seed = seed * 1103515245u + 12345u;
        unsigned pick = seed >> 16;
        if (pick % 53 == 0)
            resize(1 + pick % 61, 1 + pick % 230);
        if (pick % 41 == 0)
            reader_press(reader, PRESS_NAMED + pick % 17);
        for (const char *key = keys[pick % (sizeof keys / sizeof *keys)]; *key; key++)
            reader_press(reader, (Press)(unsigned char)*key);
        reader_work(reader, 1);
        if (pick % 31 == 0)
            dossier_trim(dossier, 0);
        reader_paint(reader, grid);
    }
}

const char *shown(void)
{
    Buffer text = {0};
    reader_paint(reader, grid);
    grid_dump(grid, &text);
    free(screen);
    screen = buffer_steal(&text);
    return screen;
}

const char *row(size_t at)
{
    Buffer text = {0};
    reader_paint(reader, grid);
    grid_dump_row(grid, at, &text);
    free(screen);
    screen = buffer_steal(&text);
    return screen;
}

const char *last_line(void)
{
    return row(grid->rows - 1);
}

void type(const char *keys)
{
    for (; *keys; keys++)
        reader_press(reader, (Press)(unsigned char)*keys);
    work();
}

void shows(const char *text)
{
    const char *all = shown();
    ck_assert_msg(strstr(all, text) != NULL, "no \"%s\" on\n%s", text, all);
}

void hides(const char *text)
{
    const char *all = shown();
    ck_assert_msg(strstr(all, text) == NULL, "\"%s\" on\n%s", text, all);
}

void says(const char *text)
{
    const char *line = last_line();
    ck_assert_msg(strstr(line, text) != NULL, "no \"%s\" in: %s", text, line);
}

void is_at(const char *reference)
{
    reader_say(reader, "%s", "");
    const char *line = last_line();
    size_t length = strlen(reference);
    while (*line == ' ')
        line++;
    ck_assert_msg(strncmp(line, reference, length) == 0 && line[length] == ' ', "not at %s: %s", reference,
                  line);
}

size_t row_of(const char *text)
{
    for (size_t at = 0; at < grid->rows; at++)
        if (strstr(row(at), text))
            return at;
    ck_abort_msg("no \"%s\" on the screen", text);
}
