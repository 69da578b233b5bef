// SPDX-License-Identifier: MIT
#include "merge.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "diptych/memory.h"

static json_t *place_object(const KeptPlace *place)
{
    json_t *object = json_object();
    if (place->view)
        json_object_set_new(object, "view", json_string(place->view));
    if (place->account)
        json_object_set_new(object, "account", json_string(place->account));
    if (place->topic)
        json_object_set_new(object, "topic", json_string(place->topic));
    json_object_set_new(object, "passage", json_integer(place->passage));
    json_object_set_new(object, "offset", json_integer(place->offset));
    return object;
}

static json_t *shown_object(const KeptView *shown)
{
    json_t *object = json_object();
    json_object_set_new(object, "view", json_string(shown->name));
    if (shown->target)
        json_object_set_new(object, "target", json_string(shown->target));
    if (shown->across)
        json_object_set_new(object, "across", json_string(shown->across));
    return object;
}

// The searches of `other` come before those of `session`
// from `from` on. A search that is repeated counts where it is repeated.
static json_t *searches_array(const Session *other, const Session *session, size_t from)
{
    size_t count = 0, fresh = session->search_count - from;
    if (fresh > SESSION_SEARCHES) {
        fresh = SESSION_SEARCHES;
        from = session->search_count - fresh;
    }
    const char **all = mem_new(other->search_count + fresh, sizeof *all);
    for (size_t i = 0; i < other->search_count + fresh; i++) {
        const char *text =
            i < other->search_count ? other->searches[i] : session->searches[from + i - other->search_count];
        size_t same = 0;
        while (i >= other->search_count && same < count && strcmp(all[same], text) != 0)
            same++;
        if (i >= other->search_count && same < count)
            memmove(all + same, all + same + 1, (--count - same) * sizeof *all);
        all[count++] = text;
    }
    json_t *array = json_array();
    for (size_t i = count > SESSION_SEARCHES ? count - SESSION_SEARCHES : 0; i < count; i++)
        json_array_append_new(array, json_string(all[i]));
    free(all);
    return array;
}

static void add_text(json_t *object, const char *name, const char *text)
{
    if (text)
        json_object_set_new(object, name, json_string(text));
}

static void add_mark(json_t *object, const KeptMark *mark)
{
    json_t *it = json_object();
    add_text(it, "view", mark->view);
    add_text(it, "account", mark->account);
    add_text(it, "topic", mark->topic);
    add_text(it, "at", mark->target);
    add_text(it, "left-side", mark->columns[0]);
    add_text(it, "right-side", mark->columns[1]);
    json_object_set_new(object, mark->letter, it);
}

// Those that are there, and in their place those that `session` has set since `before`.
static json_t *marks_object(const KeptMarks *there, const KeptMarks *session, const KeptMarks *before)
{
    json_t *object = json_object();
    KeptMarks all = {0};
    kept_marks_copy(&all, there);
    for (size_t i = 0; i < session->count; i++) {
        const KeptMark *mark = &session->items[i], *old = kept_marks_find(before, mark->letter);
        if (!old || !kept_mark_equal(old, mark))
            kept_marks_set(&all, kept_mark_copy(mark));
    }
    for (size_t i = 0; i < all.count; i++)
        add_mark(object, &all.items[i]);
    kept_marks_free(&all);
    return object;
}

static json_t *session_object(const Session *placed, json_t *marks, json_t *searches)
{
    json_t *root = json_object();
    json_object_set_new(root, "format", json_integer(SESSION_FORMAT));
    json_object_set_new(root, "place", place_object(&placed->place));
    if (placed->shown.name)
        json_object_set_new(root, "shown", shown_object(&placed->shown));
    if (placed->columns[0])
        json_object_set_new(root, "left-side", json_string(placed->columns[0]));
    if (placed->columns[1])
        json_object_set_new(root, "right-side", json_string(placed->columns[1]));
    json_object_set_new(root, "stacked", json_boolean(placed->stacked));
    json_object_set_new(root, "names-lens", json_boolean(placed->lens));
    json_object_set_new(root, "left-columns", json_integer(placed->left));
    json_object_set_new(root, "apparatus", json_integer(placed->apparatus));
    json_object_set_new(root, "marks", marks);
    json_object_set_new(root, "searches", searches);
    return root;
}

static bool same_text(const char *a, const char *b)
{
    return a && b ? strcmp(a, b) == 0 : a == b;
}

static bool same_place(const Session *a, const Session *b)
{
    return same_text(a->place.view, b->place.view) && same_text(a->place.account, b->place.account) &&
           same_text(a->place.topic, b->place.topic) && a->place.passage == b->place.passage &&
           a->place.offset == b->place.offset && same_text(a->columns[0], b->columns[0]) &&
           same_text(a->columns[1], b->columns[1]) && same_text(a->shown.name, b->shown.name) &&
           same_text(a->shown.target, b->shown.target) && same_text(a->shown.across, b->shown.across) &&
           a->stacked == b->stacked && a->lens == b->lens && a->left == b->left &&
           a->apparatus == b->apparatus;
}

// How many searches of `session` were there `before`.
static size_t old_searches(const Session *session, const Session *before)
{
    size_t count = 0;
    while (count < session->search_count && count < before->search_count &&
           strcmp(session->searches[count], before->searches[count]) == 0)
        count++;
    return count;
}

char *merge_sessions(const Session *session, const Session *before, const Session *there, SessionState state)
{
    bool read = state == SESSION_READ;
    const Session *placed = read && same_place(session, before) ? there : session;
    json_t *searches = searches_array(there, session, read ? old_searches(session, before) : 0);
    static const KeptMarks none = {0};
    json_t *marks = marks_object(&there->marks, &session->marks, read ? &before->marks : &none);
    json_t *root = session_object(placed, marks, searches);
    char *text = json_dumps(root, JSON_INDENT(1));
    json_decref(root);
    return text;
}
