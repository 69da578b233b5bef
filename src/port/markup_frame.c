// SPDX-License-Identifier: MIT
// The elements that are open.
#include <stdlib.h>

#include "port/markup_inside.h"

bool markup_within(const Markup *markup, const char *name)
{
    for (size_t i = markup->depth; i > 0; i--)
        if (strcmp(markup->frames[i].name, name) == 0)
            return true;
    return false;
}

MarkupRole markup_parent(const Markup *markup)
{
    return markup->frames[markup->depth].role;
}

MarkupFrame *markup_collector(Markup *markup)
{
    size_t i = markup->depth;
    while (i > 0 && !markup->frames[i].collects)
        i--;
    return &markup->frames[i];
}

MarkupFrame *markup_open(Markup *markup, MarkupRole role)
{
    for (size_t i = markup->depth; i > 0; i--)
        if (markup->frames[i].role == role)
            return &markup->frames[i];
    return NULL;
}

static int compare_name(const void *key, const void *item)
{
    const MarkupName *name = item;
    return str_compare(*(const Str *)key, str_of(name->name));
}

MarkupRole markup_role(const MarkupName *names, size_t count, Str name)
{
    const MarkupName *found = bsearch(&name, names, count, sizeof *names, compare_name);
    return found ? found->role : MARKUP_THROUGH;
}

Str markup_key(Str reference)
{
    const size_t sharp = str_find(reference, '#', 0);
    return sharp < reference.len ? str_slice(reference, sharp + 1, reference.len) : reference;
}

void markup_begin_text(const Markup *markup, MarkupFrame *frame, size_t line)
{
    frame->line = line;
    buffer_set(&frame->page, buffer_str(&markup->page));
}
