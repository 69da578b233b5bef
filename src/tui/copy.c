// SPDX-License-Identifier: MIT
// The terminal's clipboard (OSC 52).
#include "inside.h"

static void add_base64(Buffer *out, Str bytes)
{
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (size_t i = 0; i < bytes.len; i += 3) {
        uint32_t group = 0;
        for (size_t k = 0; k < 3; k++)
            group = group << 8 | (i + k < bytes.len ? (unsigned char)bytes.at[i + k] : 0u);
        for (size_t k = 0; k < 4; k++)
            buffer_add_byte(out, i + k > bytes.len ? '=' : digits[group >> (18 - 6 * k) & 63]);
    }
}

// What terminals take of one sequence: xterm's limit, in bytes of base64.
#define COPY_LIMIT 74994

bool tui_copy(Tui *tui, Str text)
{
    Buffer converted = {0}, sequence = {0};
    codeset_add(tui->codeset, &converted, text);
    buffer_add_text(&sequence, "\033]52;c;");
    add_base64(&sequence, buffer_str(&converted));
    buffer_add_byte(&sequence, '\a');
    bool sent = sequence.len <= COPY_LIMIT && output_send(tui, buffer_str(&sequence));
    buffer_free(&converted);
    buffer_free(&sequence);
    return sent;
}
