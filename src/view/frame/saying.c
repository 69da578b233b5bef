// SPDX-License-Identifier: MIT
#include <stdarg.h>

#include "diptych/visible.h"
#include "view/frame/inside.h"

void reader_say(Reader *reader, const char *format, ...)
{
    Buffer text = {0};
    va_list args;
    va_start(args, format);
    buffer_addv(&text, format, args);
    va_end(args);
    buffer_clear(&reader->said);
    visible_add(&reader->said, buffer_str(&text), false);
    buffer_free(&text);
}

void reader_ask(Reader *reader)
{
    reader->prompting = PROMPT_WISH;
    prompt_open(&reader->prompts[PROMPT_WISH - PROMPT_SEARCH], false);
}
