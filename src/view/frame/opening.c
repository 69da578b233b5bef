// SPDX-License-Identifier: MIT
// Opening views: by letter, key or word, when there is what they need.
#include "view/frame/inside.h"

void opening_open(Reader *reader, View *view, Action action)
{
    const char *lack = needing_lack(reader, view->type->need);
    if (lack)
        reader_say(reader, "%s", lack);
    else if (view->type->open)
        view->type->open(reader, view, action);
    else
        reader_visit_view(reader, view);
}

void opening_list_add(const Reader *reader, Buffer *out, bool letters)
{
    size_t start = out->len;
    for (size_t i = 0; i < reader->view_count; i++) {
        const ViewType *type = reader->views[i].type;
        if (!type->letter)
            continue;
        buffer_add_text(out, out->len > start ? ", " : "");
        if (letters) {
            buffer_add_byte(out, 'v');
            press_add(out, type->letter);
            buffer_add_byte(out, ' ');
        }
        buffer_add_text(out, type->about ? type->about : type->name);
    }
}

static void say_views(Reader *reader)
{
    Buffer list = {0};
    opening_list_add(reader, &list, true);
    reader_say(reader, "views: %.*s", (int)list.len, list.bytes);
    buffer_free(&list);
}

void opening_obey(Reader *reader, Command command, int argument)
{
    (void)argument;
    View *view = command.action == ACTION_VIEW ? reader_view_by_letter(reader, command.letter)
                                               : reader_view_by_action(reader, command.action);
    if (view)
        opening_open(reader, view, command.action);
    else
        say_views(reader);
}
