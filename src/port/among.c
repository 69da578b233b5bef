// SPDX-License-Identifier: MIT
#include "port/among.h"

#include "diptych/fold.h"

void small_word(Str word, SmallWord *out)
{
    size_t at = 0;
    while (at < word.len && at < sizeof out->bytes && (unsigned char)word.at[at] > ' ' &&
           !(word.at[at] & 0x80)) {
        out->bytes[at] = str_lower(word.at[at]);
        at++;
    }
    out->len = at;
    if (at == word.len || at == sizeof out->bytes)
        return;
    Folded folded = {.text = {0}};
    fold_text(str_slice(word, 0, sizeof out->bytes), FOLD_ALL, &folded);
    const Str text = str_slice(buffer_str(&folded.text), 0, sizeof out->bytes);
    memcpy(out->bytes, text.at, text.len);
    out->len = text.len;
    fold_free(&folded);
}
