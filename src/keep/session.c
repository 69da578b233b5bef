// SPDX-License-Identifier: MIT
#include "diptych/session.h"

#include <errno.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "diptych/file.h"
#include "diptych/memory.h"
#include "merge.h"

// A state file is about a kilobyte; a larger one than this is something else.
#define SIZE_LIMIT ((size_t)1 << 20)

static bool is_file_name(Str id)
{
    for (size_t i = 0; i < id.len; i++) {
        char c = id.at[i];
        if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'))
            return false;
    }
    return id.len > 0 && id.len <= 100;
}

bool session_directory(char **path, Error *error)
{
    const char *state = getenv("XDG_STATE_HOME"), *home = getenv("HOME");
    Buffer out = {0};
    if (state && state[0] == '/')
        buffer_addf(&out, "%s/diptych", state);
    else if (home && home[0] == '/')
        buffer_addf(&out, "%s/.local/state/diptych", home);
    else
        return error_set(error, "the place is not kept: neither XDG_STATE_HOME nor HOME names a directory");
    *path = buffer_steal(&out);
    return true;
}

bool session_path(Str dossier, char **path, Error *error)
{
    char *directory;
    Buffer out = {0};
    if (!is_file_name(dossier))
        return error_set(error, "the place is not kept: the dossier's id is no name for a file");
    if (!session_directory(&directory, error))
        return false;
    buffer_addf(&out, "%s/", directory);
    buffer_add(&out, dossier);
    buffer_add_text(&out, ".json");
    free(directory);
    *path = buffer_steal(&out);
    return true;
}

static char *text_of(const json_t *object, const char *name)
{
    const char *value = json_string_value(json_object_get(object, name));
    return value ? mem_text(str_of(value)) : NULL;
}

static uint32_t number_of(const json_t *object, const char *name)
{
    json_int_t value = json_integer_value(json_object_get(object, name));
    return value > 0 && value <= UINT32_MAX ? (uint32_t)value : 0;
}

static void read_place(const json_t *object, KeptPlace *place)
{
    place->view = text_of(object, "view");
    place->account = text_of(object, "account");
    place->topic = text_of(object, "topic");
    place->passage = number_of(object, "passage");
    place->offset = number_of(object, "offset");
}

static void read_shown(const json_t *object, KeptView *shown)
{
    shown->name = text_of(object, "view");
    shown->target = text_of(object, "target");
    shown->across = text_of(object, "across");
}

static void read_mark(const char *letter, const json_t *object, KeptMarks *marks)
{
    if (*letter)
        kept_marks_set(marks,
                       (KeptMark){.letter = mem_text(str_of(letter)),
                                  .view = text_of(object, "view"),
                                  .account = text_of(object, "account"),
                                  .topic = text_of(object, "topic"),
                                  .target = text_of(object, "at"),
                                  .columns = {text_of(object, "left-side"), text_of(object, "right-side")}});
}

static void add_search(Session *session, const char *text)
{
    session->searches =
        mem_grow(session->searches, &session->search_capacity, session->search_count + 1, sizeof(char *));
    session->searches[session->search_count++] = mem_text(str_of(text));
}

static void read_session(const json_t *root, Session *session)
{
    read_place(json_object_get(root, "place"), &session->place);
    read_shown(json_object_get(root, "shown"), &session->shown);
    session->columns[0] = text_of(root, "left-side");
    session->columns[1] = text_of(root, "right-side");
    session->stacked = json_is_true(json_object_get(root, "stacked"));
    session->lens = json_is_true(json_object_get(root, "names-lens"));
    session->left = number_of(root, "left-columns");
    session->apparatus = number_of(root, "apparatus");
    json_t *marks = json_object_get(root, "marks"), *mark;
    const char *letter;
    json_object_foreach(marks, letter, mark) read_mark(letter, mark, &session->marks);
    const json_t *searches = json_object_get(root, "searches");
    for (size_t i = 0; i < json_array_size(searches) && i < SESSION_SEARCHES; i++)
        if (json_is_string(json_array_get(searches, i)))
            add_search(session, json_string_value(json_array_get(searches, i)));
}

// As many damaged files are kept; then somebody has to look.
#define ASIDE_MAX 100

// Where a damaged file is put aside: nothing is there yet. Null: too many are.
static char *aside_of(const char *path)
{
    for (int number = 1; number <= ASIDE_MAX; number++) {
        Buffer name = {0};
        buffer_addf(&name, "%s.damaged", path);
        if (number > 1)
            buffer_addf(&name, ".%d", number);
        char *aside = buffer_steal(&name);
        if (access(aside, F_OK) != 0)
            return aside;
        free(aside);
    }
    return NULL;
}

static void tell_damaged(const char *path, Error *error)
{
    char *aside = aside_of(path);
    error_set(error, "%s: damaged; reading starts at the beginning, and the old file is kept as %s", path,
              aside ? aside : path);
    free(aside);
}

static SessionState understand(const char *path, Str bytes, Session *session, Error *error)
{
    json_error_t reason;
    json_t *root = json_loadb(bytes.at ? bytes.at : "", bytes.len, JSON_REJECT_DUPLICATES, &reason);
    double format = json_number_value(json_object_get(root, "format"));
    SessionState state = SESSION_READ;
    if (format > SESSION_FORMAT) {
        state = SESSION_NEWER;
        error_set(error,
                  "%s: written by a newer version; your place is not read, and the file stays as it is",
                  path);
    } else if (format < 1) {
        state = SESSION_DAMAGED;
        tell_damaged(path, error);
    } else {
        read_session(root, session);
    }
    json_decref(root);
    return state;
}

// What a file of that state holds; `bytes` gets its bytes.
static SessionState load(const char *path, Buffer *bytes, Session *session, Error *error)
{
    *session = (Session){0};
    if (access(path, F_OK) != 0 && errno == ENOENT)
        return SESSION_NEW;
    Error unread;
    if (file_read(path, SIZE_LIMIT, bytes, NULL, &unread))
        return understand(path, buffer_str(bytes), session, error);
    error_set(error, "your place is not read: %s", unread.text);
    return SESSION_DAMAGED;
}

SessionState session_load(const char *path, Session *session, Error *error)
{
    Buffer bytes = {0};
    int lock = file_lock(path);
    if (lock >= 0)
        file_sweep(path);
    SessionState state = load(path, &bytes, session, error);
    file_unlock(lock);
    buffer_free(&bytes);
    return state;
}

static bool make_directory(const char *path, Error *error)
{
    char *directory = mem_text(str_of(path));
    *strrchr(directory, '/') = '\0';
    bool done = file_make_directory(directory, error);
    free(directory);
    return done;
}

static bool put_aside(const char *path, Error *error)
{
    char *aside = aside_of(path);
    bool done = aside && rename(path, aside) == 0;
    if (!done)
        error_set(error, "%s: damaged, and cannot be put aside: %s", path,
                  aside ? strerror(errno) : "too many damaged ones are there; remove them");
    free(aside);
    return done;
}

// Under the lock.
static bool save(const char *path, const Session *session, const Session *before, Error *error)
{
    Buffer bytes = {0};
    Session there;
    SessionState now = load(path, &bytes, &there, NULL);
    bool done = now != SESSION_DAMAGED || put_aside(path, error);
    if (done && now != SESSION_NEWER) {
        char *text = merge_sessions(session, before, &there, now);
        if (!text)
            done = error_set(error, "%s: the place cannot be put in words", path);
        else if (now != SESSION_READ || !str_equal(str_of(text), buffer_str(&bytes)))
            done = file_write(path, str_of(text), error);
        free(text);
    }
    session_free(&there);
    buffer_free(&bytes);
    return done;
}

bool session_save(const char *path, const Session *session, const Session *before, SessionState state,
                  Error *error)
{
    if (state == SESSION_NEWER)
        return true;
    if (!make_directory(path, error))
        return false;
    int lock = file_lock(path);
    bool done = save(path, session, before, error);
    file_unlock(lock);
    return done;
}

void session_free(Session *session)
{
    free(session->place.view);
    free(session->place.account);
    free(session->place.topic);
    free(session->shown.name);
    free(session->shown.target);
    free(session->shown.across);
    free(session->columns[0]);
    free(session->columns[1]);
    for (size_t i = 0; i < session->search_count; i++)
        free(session->searches[i]);
    free(session->searches);
    kept_marks_free(&session->marks);
    *session = (Session){0};
}
