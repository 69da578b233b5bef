// SPDX-License-Identifier: MIT
// Where reading stopped: kept over sessions in the XDG state directory, a file a dossier.
#ifndef DIPTYCH_SESSION_H
#define DIPTYCH_SESSION_H

#include "diptych/buffer.h"
#include "diptych/error.h"

// A place as it is kept: by names, not by positions, so that it survives an edited file.
typedef struct KeptPlace {
    char *view;       // the view's name, "compare"
    char *account;    // "wg1", "london1/panov"
    char *topic;      // a topic's id; null: procedure and other, or none
    uint32_t passage; // number; 0: none
    uint32_t offset;  // bytes into the passage's text
} KeptPlace;

// A view that was on the screen, where that is another than the place's.
typedef struct KeptView {
    char *name;   // null: there was none
    char *target; // what was current, by kind and id: "topic shimoda-1855"; null: nothing that has a name
    char *across; // of the column, where there is a table
} KeptView;

// A place that the reader marked, by names too. What is null does not matter there.
typedef struct KeptMark {
    char *letter;  // one character
    char *view;    // the view's name
    char *account; // "wg1"
    char *topic;   // of the band, an id
    char *target;  // what was current, or what the page is about, by kind and id: "passage wg1.23"
    char *columns[2];
} KeptMark;

// Those of a reader, one for each letter. A zeroed one is empty.
typedef struct KeptMarks {
    KeptMark *items;
    size_t count, capacity;
} KeptMarks;

// At most this many marks are kept.
#define SESSION_MARKS 100

// The mark of that letter, or null.
const KeptMark *kept_marks_find(const KeptMarks *marks, const char *letter);
// Takes the mark over, in place of one of its letter. False: there are too many, and it is freed.
bool kept_marks_set(KeptMarks *marks, KeptMark mark);
// The same mark, whoever holds it.
bool kept_mark_equal(const KeptMark *a, const KeptMark *b);
// A copy that the caller frees, or hands over.
KeptMark kept_mark_copy(const KeptMark *mark);
void kept_marks_copy(KeptMarks *to, const KeptMarks *from); // of all; `to` is freed first
// Frees what they hold, and zeroes them.
void kept_mark_free(KeptMark *mark);
void kept_marks_free(KeptMarks *marks);

// What is kept from one session to the next. A zeroed one is empty.
typedef struct Session {
    KeptPlace place;
    KeptView shown;
    char *columns[2]; // selectors as they are typed; null: the usual ones
    bool stacked;
    bool lens;
    uint32_t left;      // columns of the left side; 0: half
    uint32_t apparatus; // how much is shown beside passages: the reader's number for it, 0 at first
    char **searches;    // the oldest first; all strings are the session's
    size_t search_count, search_capacity;
    KeptMarks marks;
} Session;

// How a session's file was found.
typedef enum SessionState {
    SESSION_NEW,     // there was none
    SESSION_READ,    // read
    SESSION_DAMAGED, // not understood; saving keeps the old file as ID.json.damaged, .damaged.2 ...
    SESSION_NEWER    // written by a newer version: saving leaves it alone
} SessionState;

// At most this many searches are kept.
#define SESSION_SEARCHES 50

// The directory of all of them: $XDG_STATE_HOME/diptych, else below $HOME/.local/state. False when neither
// variable names an absolute path. The caller frees `*path`.
bool session_directory(char **path, Error *error);
// The file for the dossier of that id: ID.json in that directory. False when there is none. The caller frees
// `*path`.
bool session_path(Str dossier, char **path, Error *error);

// Reads it. `session` is zeroed first and freed by session_free(). For DAMAGED and NEWER `error` says so and
// what happens. What a session that was killed has left half written is removed.
SessionState session_load(const char *path, Session *session, Error *error);
// Writes it whole or not at all; a link stays one. `before` is what this session read or saved last: another
// session may have saved since. Its place stays when this one has not moved since `before`, and its searches
// stay, with what `session` has beyond those of `before` behind them; of marks that both have set, those that
// `session` has set since `before` stay. Writes nothing where nothing is new.
bool session_save(const char *path, const Session *session, const Session *before, SessionState state,
                  Error *error);
// Frees what it holds and zeroes it.
void session_free(Session *session);

#endif
