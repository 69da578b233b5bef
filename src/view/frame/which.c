// SPDX-License-Identifier: MIT
// Which view is meant: by its letter, its name, what it is like.
#include "view/frame/inside.h"

View *reader_view_named(const Reader *reader, Str name)
{
    for (size_t i = 0; i < reader->view_count; i++)
        if (str_equal(str_of(reader->views[i].type->name), name))
            return &reader->views[i];
    return NULL;
}

View *reader_view_of_type(const Reader *reader, const ViewType *type)
{
    size_t i = 0;
    while (reader->views[i].type != type)
        i++;
    return &reader->views[i];
}

View *reader_view_by_letter(const Reader *reader, Press letter)
{
    for (size_t i = 0; i < reader->view_count; i++)
        if (letter && reader->views[i].type->letter == letter)
            return &reader->views[i];
    return NULL;
}

View *reader_view_by_action(const Reader *reader, Action action)
{
    for (size_t i = 0; i < reader->view_count; i++)
        if (action && reader->views[i].type->action == action)
            return &reader->views[i];
    return NULL;
}

View *reader_view_by_word(const Reader *reader, Str word)
{
    for (size_t i = 0; i < reader->view_count; i++)
        if (reader->views[i].type->word && str_equal(str_of(reader->views[i].type->word), word))
            return &reader->views[i];
    return NULL;
}

View *reader_view_by_topic(const Reader *reader)
{
    for (size_t i = 0; i < reader->view_count; i++)
        if (reader->views[i].type->has_words && reader->views[i].type->by_topic)
            return &reader->views[i];
    return reader->words;
}

View *reader_view_of_subject(const Reader *reader)
{
    for (size_t i = 0; i < reader->view_count; i++)
        if (reader->views[i].type->of_subject)
            return &reader->views[i];
    return NULL;
}
