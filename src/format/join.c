// SPDX-License-Identifier: MIT
#include "diptych/input.h"
#include "diptych/script.h"
#include "diptych/visible.h"

// A line of a value, taken from its bytes.
typedef struct ValueLine {
    Str text;        // trimmed
    uint32_t line;   // of the file
    uint32_t column; // of text
} ValueLine;

// The lines of a value, one by one.
typedef struct ValueLines {
    Lines lines;
    uint32_t column; // of the first line
    Joining how;
    bool begun;
} ValueLines;

static ValueLines pieces_of(Str bytes, uint32_t line, uint32_t column, Joining how)
{
    return (ValueLines){.lines = {.bytes = bytes, .at = 0, .number = line}, .column = column, .how = how};
}

// False at the end. A comment is passed over; " ." of a record is an empty piece.
static bool pieces_next(ValueLines *pieces, ValueLine *piece)
{
    Line line;
    while (lines_next(&pieces->lines, &line)) {
        uint32_t column = pieces->begun ? 1 : pieces->column;
        bool follows = pieces->begun;
        pieces->begun = true;
        Str text = line.text;
        if (column == 1 && text.len && text.at[0] == '#')
            continue;
        if (pieces->how == JOINING_PASSAGE && column == 1 && text.len && text.at[0] == '\\')
            text = str_slice(text, 1, text.len);
        Str trimmed = str_trim(text);
        column += (uint32_t)(trimmed.at - line.text.at);
        if (pieces->how == JOINING_KEY && follows && str_equal(trimmed, str_of(".")))
            trimmed.len = 0;
        else if (trimmed.len == 0)
            continue;
        *piece = (ValueLine){trimmed, line.number, column};
        return true;
    }
    return false;
}

// The line as it is shown, in the input's scratch memory; what is repaired is reported.
static Str make_visible(Input *input, const ValueLine *piece)
{
    buffer_clear(&input->piece);
    Repairs repairs = visible_add(&input->piece, piece->text, false);
    uint32_t column = piece->column + (uint32_t)repairs.first;
    Str detail = str_slice(piece->text, repairs.first, repairs.first + 8);
    if (repairs.invalid)
        input_problem(input, DIAGNOSTIC_INVALID_UTF8, piece->line, column, detail);
    if (repairs.control)
        input_problem(input, DIAGNOSTIC_CONTROL_CHARACTER, piece->line, column, detail);
    if (repairs.dropped)
        input_problem(input, DIAGNOSTIC_HIDDEN_CHARACTER, piece->line,
                      piece->column + (uint32_t)repairs.first_dropped, (Str){"", 0});
    return str_trim(buffer_str(&input->piece)); // a form feed at its end is a blank now
}

static Str join(Input *input, ValueLines pieces)
{
    ValueLine piece;
    Buffer *out = &input->scratch;
    bool paragraph = false;
    buffer_clear(out);
    while (pieces_next(&pieces, &piece)) {
        if (piece.text.len == 0) {
            paragraph = out->len > 0;
            continue;
        }
        bool plain = visible_is_plain(piece.text);
        Str shown = plain ? piece.text : make_visible(input, &piece);
        if (shown.len == 0)
            continue;
        if (paragraph)
            buffer_add_text(out, "\n\n");
        else if (script_lines_part(buffer_str(out), shown))
            buffer_add_byte(out, ' ');
        buffer_add(out, shown);
        paragraph = false;
    }
    return arena_str(input->arena, buffer_str(out));
}

Str input_text(Input *input, Span span, uint32_t line, uint32_t column, Joining how)
{
    Str bytes = str_slice(input->bytes, span.at, (size_t)span.at + span.len);
    // Most values are one plain line behind a name.
    if (column > 1 && visible_is_plain(bytes)) {
        Str text = str_trim(bytes);
        return input->lasting ? text : arena_str(input->arena, text);
    }
    return join(input, pieces_of(bytes, line, column, how));
}
