// SPDX-License-Identifier: MIT
// Pieces of a recording's text with their times, put together to turns: what all captions and transcripts
// share.
#ifndef PORT_CUES_H
#define PORT_CUES_H

#include "diptych/port.h"

// One cue. Times are milliseconds from the beginning.
typedef struct Cue {
    int64_t start, end;
    size_t line;
    Str speaker; // who is named by the format itself; empty: nobody
    Str text;    // lines; a name with a colon, and ">>", may stand in them
    bool named;  // the format names who speaks: a cue without a speaker is somebody's who is not known
} Cue;

// Who speaks, and what has been said and not told yet.
typedef struct Cues {
    const Port *port;
    Buffer speaker, said;
    Buffer last; // the lines of the cue before, for those that roll up
    int64_t start, end, last_start, last_end;
    size_t line;
    bool open;     // words are waiting
    bool turn;     // they begin a turn
    bool overlaps; // they begin before others have ended
    bool begun;    // a turn has been told
    bool unnamed;  // somebody was not named
    size_t rolled; // lines that were repeated
    size_t named;  // turns of somebody who is named
    size_t across; // turns that overlap
} Cues;

// Zeroed but for the port, `cues` begins; the cues come in the order of the recording.
void cues_take(Cues *cues, const Cue *cue);
// Tells what is left, and what was unsure; frees what it holds.
void cues_end(Cues *cues);

// Milliseconds of "0:00:01.5", "00:00:01,000", "01:02.3" at the beginning; gives its bytes, 0: it is none.
size_t cues_time(Str text, int64_t *milliseconds);

// Adds the time as "0:00:01.5".
void cues_time_add(Buffer *out, int64_t milliseconds);

#endif
