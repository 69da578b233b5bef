// SPDX-License-Identifier: MIT
// What Whisper and programs around it write as JSON: segments with their times, and perhaps who speaks.
#include <jansson.h>

#include "port/cues.h"
#include "port/readers.h"

// Bytes of JSON that are read: it has to be in memory whole.
#define JSON_MAX ((size_t)1 << 28)

static int64_t milliseconds(const json_t *segment, const char *name)
{
    const json_t *value = json_object_get(segment, name);
    const double seconds = json_is_number(value) ? json_number_value(value) : 0;
    return seconds > 0 && seconds < 1e9 ? (int64_t)(seconds * 1000 + 0.5) : 0;
}

static Str text_of(const json_t *segment, const char *name)
{
    const json_t *value = json_object_get(segment, name);
    return json_is_string(value) ? (Str){json_string_value(value), json_string_length(value)}
                                 : (Str){NULL, 0};
}

// The value of the first of the names that is there.
static Str any_of(const json_t *segment, const char *const *names)
{
    Str found = {NULL, 0};
    for (; *names && found.len == 0; names++)
        found = text_of(segment, *names);
    return found;
}

static void take_segment(Cues *cues, const json_t *segment, size_t number)
{
    static const char *const speakers[] = {"speaker",     "speaker_name", "speaker_label",
                                           "speakerName", "who",          NULL};
    static const char *const texts[] = {"text", "transcript", "body", "content", NULL};
    Cue cue = {.line = number, .start = milliseconds(segment, "start"), .end = milliseconds(segment, "end")};
    if (!json_object_get(segment, "start"))
        cue.start = milliseconds(segment, "startTime");
    if (!json_object_get(segment, "end"))
        cue.end = json_object_get(segment, "endTime") ? milliseconds(segment, "endTime") : cue.start;
    cue.speaker = any_of(segment, speakers);
    cue.text = str_trim(any_of(segment, texts));
    if (cue.text.len)
        cues_take(cues, &cue);
}

// The array of segments: under one of these names, or the whole.
static json_t *segments_of(json_t *root)
{
    static const char *const names[] = {"segments",   "utterances",    "results", "monologues",
                                        "transcript", "transcription", NULL};
    if (json_is_array(root))
        return root;
    for (const char *const *name = names; *name; name++)
        if (json_is_array(json_object_get(root, *name)))
            return json_object_get(root, *name);
    return NULL;
}

static bool take_all(const Port *port, json_t *root, Error *error)
{
    json_t *segments = segments_of(root), *segment;
    size_t number;
    Cues cues = {.port = port};
    if (!segments)
        return error_set(error, "%s: holds no segments: an array called \"segments\" is expected",
                         intake_name(port->intake));
    const Str language = text_of(root, "language");
    if (language.len)
        port_tell_text(port, PORT_FRONT, 1, language);
    json_array_foreach(segments, number, segment)
    {
        take_segment(&cues, segment, number + 1);
        if (port->progress && number % 4096 == 0)
            port->progress(port->context);
    }
    cues_end(&cues);
    return true;
}

static bool read_whisper(const Port *port, Error *error)
{
    Buffer text = {0};
    Str piece;
    json_error_t where;
    while (intake_piece(port->intake, &piece) && text.len <= JSON_MAX)
        buffer_add(&text, piece);
    bool done = !intake_failed(port->intake, error);
    if (done && text.len > JSON_MAX)
        done = error_set(error, "%s: is larger than %zu MB, which JSON may not be", intake_name(port->intake),
                         JSON_MAX >> 20);
    json_t *root = done ? json_loadb(text.bytes, text.len, JSON_ALLOW_NUL, &where) : NULL;
    buffer_free(&text);
    if (done && !root)
        done = error_set(error, "%s:%d:%d: is not well-formed JSON: %s", intake_name(port->intake),
                         where.line, where.column, where.text);
    if (done)
        done = take_all(port, root, error);
    json_decref(root);
    return done;
}

// An object, or an array of objects, with a name in quotes.
static bool recognises(Str beginning)
{
    Str start = str_trim(beginning);
    if (start.len && start.at[0] == '[')
        start = str_trim(str_slice(start, 1, start.len));
    if (start.len == 0 || start.at[0] != '{')
        return false;
    const Str inner = str_trim(str_slice(start, 1, start.len));
    return inner.len && inner.at[0] == '"';
}

const PortReader reader_whisper = {.name = "json",
                                   .told = "JSON of a recording",
                                   .recognises = recognises,
                                   .read = read_whisper,
                                   .looked_for =
                                       "\"segments\" with \"start\", \"text\" and perhaps \"speaker\""};
