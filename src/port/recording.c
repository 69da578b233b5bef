// SPDX-License-Identifier: MIT
// Transcripts of recordings, a line each or a name and a time above the words: Whisper, Otter, Teams and
// their like.
#include "diptych/memory.h"
#include "port/cues.h"
#include "port/label.h"
#include "port/readers.h"

// "[00:04.120 --> 00:05.000] SPEAKER_00:  words".
static bool timed_line(Str line, Cue *cue)
{
    if (line.len == 0 || line.at[0] != '[')
        return false;
    Str rest = str_slice(line, 1, line.len);
    const size_t first = cues_time(rest, &cue->start);
    rest = str_trim(str_slice(rest, first, rest.len));
    if (first == 0 || !str_starts(rest, str_of("-->")))
        return false;
    rest = str_trim(str_slice(rest, 3, rest.len));
    const size_t second = cues_time(rest, &cue->end);
    rest = str_trim(str_slice(rest, second, rest.len));
    if (second == 0 || rest.len == 0 || rest.at[0] != ']')
        return false;
    cue->text = str_trim(str_slice(rest, 1, rest.len));
    const Label label = label_parse(cue->text, 0);
    if (label.style == LABEL_COLON && label.time.len == 0 && !label_is_stopped(label.form)) {
        cue->speaker = label.form;
        cue->text = label.rest;
    }
    return true;
}

// Without "AM" or "PM" and a bracket behind the time, as chats have it.
static Str without_half(Str line)
{
    Str s = line;
    if (s.len && (s.at[s.len - 1] == ']' || s.at[s.len - 1] == ')'))
        s.len--;
    if (s.len > 3 && str_lower(s.at[s.len - 1]) == 'm' && strchr("apAP", s.at[s.len - 2]))
        return str_trim(str_slice(s, 0, s.len - 2));
    return line;
}

// "Ann Other  0:05" alone on a line: the words are to come.
static bool heading_line(Str line, Cue *cue)
{
    const Str whole = line;
    line = without_half(line);
    size_t at = line.len;
    while (at > 0 && strchr("0123456789:.[]()", line.at[at - 1]) && line.at[at - 1])
        at--;
    Str time = str_slice(line, at, line.len);
    Str name = str_trim(str_slice(line, 0, at));
    while (time.len && (time.at[0] == '[' || time.at[0] == '('))
        time = str_slice(time, 1, time.len);
    const size_t bytes = cues_time(time, &cue->start);
    const Str behind = str_slice(time, bytes, time.len);
    if (bytes == 0 || behind.len > 1 || at == 0 || line.at[at - 1] != ' ' || line.len > 100)
        return false;
    while (name.len && strchr(",-:", name.at[name.len - 1]) && name.at[name.len - 1])
        name = str_trim(str_slice(name, 0, name.len - 1));
    if (!label_is_name(name) || label_is_stopped(name))
        return false;
    if (whole.len > line.len) { // "10:05 AM" is a time of day
        const char last = whole.at[whole.len - 1];
        const char half = str_lower(whole.at[whole.len - (last == ']' || last == ')') - 2]);
        const bool noon = half == 'p';
        cue->start = cue->start * 60 + (noon && cue->start < 720000 ? 43200000 : 0);
    }
    cue->end = cue->start;
    cue->speaker = name;
    return true;
}

// What is at work: in Otter's form, who is named above.
typedef struct Recording {
    const Port *port;
    Cues cues;
    Buffer speaker;
    int64_t start;
    bool headed;
    Buffer held; // a line that may be a name, when the next one is a time
    size_t held_line;
} Recording;

// A time that has the line to itself.
static bool time_line(Str line, int64_t *start)
{
    const size_t bytes = cues_time(line, start);
    return bytes > 0 && bytes == line.len;
}

static bool may_be_name(Str line)
{
    return line.len <= 80 && label_is_name(line) && !label_is_stopped(line);
}

static void take_line(Recording *recording, Str line, size_t number);

static void take_held(Recording *recording)
{
    Buffer line = recording->held;
    recording->held = (Buffer){0};
    if (line.len)
        take_line(recording, buffer_str(&line), recording->held_line);
    buffer_free(&line);
}

static void take_any(Recording *recording, Str line, size_t number)
{
    int64_t start;
    if (recording->held.len && time_line(line, &start)) {
        buffer_clear(&recording->speaker);
        buffer_add(&recording->speaker, buffer_str(&recording->held));
        buffer_clear(&recording->held);
        recording->start = start;
        recording->headed = true;
        return;
    }
    take_held(recording);
    if (may_be_name(line)) {
        buffer_add(&recording->held, line);
        recording->held_line = number;
    } else {
        take_line(recording, line, number);
    }
}

static void take_line(Recording *recording, Str line, size_t number)
{
    Cue cue = {.line = number, .named = true};
    if (line.len == 0)
        return;
    if (timed_line(line, &cue)) {
        cues_take(&recording->cues, &cue);
    } else if (heading_line(line, &cue)) {
        buffer_clear(&recording->speaker);
        buffer_add(&recording->speaker, cue.speaker);
        recording->start = cue.start;
        recording->headed = true;
    } else if (recording->headed) {
        cue.start = cue.end = recording->start;
        cue.speaker = buffer_str(&recording->speaker);
        cue.text = line;
        cues_take(&recording->cues, &cue);
    } else {
        port_tell_text(recording->port, PORT_FRONT, number, line);
    }
}

static bool read_recording(const Port *port, Error *error)
{
    Recording recording = {.port = port, .cues = {.port = port}};
    Str line;
    bool whole;
    for (size_t count = 0; intake_line(port->intake, &line, &whole); count++) {
        take_any(&recording, str_trim(line), intake_number(port->intake));
        if (port->progress && count % 4096 == 0)
            port->progress(port->context);
    }
    take_held(&recording);
    cues_end(&recording.cues);
    buffer_free(&recording.held);
    buffer_free(&recording.speaker);
    return !intake_failed(port->intake, error);
}

static bool recognises(Str beginning)
{
    Str line;
    size_t timed = 0, headed = 0;
    bool named = false;
    for (int i = 0; i < 40 && str_next(&beginning, "\n", &line); i++) {
        Cue cue = {.line = 0};
        timed += timed_line(str_trim(line), &cue);
        headed += heading_line(str_trim(line), &cue) || (named && time_line(str_trim(line), &cue.start));
        named = may_be_name(str_trim(line));
    }
    return timed >= 1 || headed >= 2;
}

const PortReader reader_recording = {
    .name = "recording",
    .told = "the transcript of a recording",
    .recognises = recognises,
    .read = read_recording,
    .looked_for = "lines as [00:01.000 --> 00:02.000] NAME: ..., or NAME 0:01 above the words"};
