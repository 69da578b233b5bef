// SPDX-License-Identifier: MIT
// Saving a view: all of it, as wide as the screen has it, in a file of its own.
#include <stdlib.h>
#include <unistd.h>

#include "diptych/caption.h"
#include "diptych/file.h"
#include "diptych/memory.h"
#include "view/frame/inside.h"

static void add_head(const Reader *reader, Buffer *out)
{
    const Dossier *dossier = reader->dossier;
    uint32_t round = dossier->accounts[reader->account].round;
    buffer_add(out, dossier->rounds[round].record.title);
    buffer_add_text(out, ", ");
    caption_place_add(out, dossier, round);
    buffer_add_byte(out, '\n');
    caption_record_add(out, dossier, reader->account);
    buffer_add_byte(out, '\n');
    size_t end = out->len;
    caption_missing_add(out, dossier, reader->account);
    buffer_add_text(out, out->len > end ? "\n\n" : "\n");
}

static void add_strip(const Pager *pane, size_t strip, Buffer *out)
{
    size_t rows = page_rows(pane->page, strip);
    for (size_t from = 0; from < rows; from += GRID_ROWS_MAX) {
        size_t count = rows - from < GRID_ROWS_MAX ? rows - from : GRID_ROWS_MAX;
        Grid *grid = grid_new(count, pane->measure.columns);
        page_paint(pane->page, strip, from, count, grid, 0, 0, ENTRY_NONE);
        for (size_t row = 0; row < count; row++) {
            grid_dump_row(grid, row, out);
            buffer_add_byte(out, '\n');
        }
        grid_free(grid);
    }
}

static bool save_view(Reader *reader, const char *name, Error *error)
{
    const Pager *pane = reader_pane(reader);
    Buffer text = {0};
    if (reader->view <= VIEW_SPOKEN)
        add_head(reader, &text);
    for (size_t strip = 0; strip < pane->sheet->strip_count; strip++)
        add_strip(pane, strip, &text);
    bool saved = file_write_shared(name, buffer_str(&text), error);
    buffer_free(&text);
    return saved;
}

void saving_save(Reader *reader, Str line)
{
    Error error;
    if (line.len == 0)
        return;
    char *name = mem_text(line);
    if (access(name, F_OK) == 0)
        reader_say(reader, "%s is there already; give another name", name);
    else if (!save_view(reader, name, &error))
        reader_say(reader, "%s", error.text);
    else
        reader_say(reader, "saved as %s", name);
    free(name);
}
