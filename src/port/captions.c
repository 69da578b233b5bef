// SPDX-License-Identifier: MIT
// Captions: WebVTT, SubRip and SubViewer, cue by cue.
#include "port/cues.h"
#include "port/readers.h"

// A cue on its way.
typedef struct Captions {
    const Port *port;
    Cues cues;
    Cue cue;
    Buffer text; // its lines
    Buffer id;   // the line before its times, told when no times follow
    bool open;   // times have been read
    bool apart;  // within a block that is no cue: NOTE, STYLE, REGION
    bool note;   // it is a NOTE
} Captions;

// "00:00:01.000 --> 00:00:03.000 ...", "0:00:01.000,0:00:03.000".
static bool take_times(Captions *captions, Str line)
{
    Cue *cue = &captions->cue;
    size_t at = cues_time(line, &cue->start);
    if (at == 0)
        return false;
    Str rest = str_slice(line, at, line.len);
    if (str_starts(str_trim(rest), str_of("-->")))
        rest = str_trim(str_slice(str_trim(rest), 3, rest.len));
    else if (rest.len && rest.at[0] == ',')
        rest = str_slice(rest, 1, rest.len);
    else
        return false;
    return cues_time(rest, &cue->end) > 0;
}

// --- the text of a cue

// "<v.loud Ken Ito>": the name; empty when the tag at `at` is another.
static Str voice_of(Str text, size_t at, size_t end)
{
    if (at + 2 >= end || text.at[at + 1] != 'v' || (text.at[at + 2] != ' ' && text.at[at + 2] != '.'))
        return (Str){NULL, 0};
    const size_t blank = str_find(str_slice(text, 0, end), ' ', at);
    return str_trim(str_slice(text, blank, end));
}

static const struct {
    const char *name, *text;
} entities[] = {{"&amp;", "&"},   {"&lt;", "<"}, {"&gt;", ">"}, {"&nbsp;", " "},
                {"&quot;", "\""}, {"&lrm;", ""}, {"&rlm;", ""}, {"&#39;", "'"}};

static size_t add_entity(Buffer *out, Str rest)
{
    for (size_t i = 0; i < sizeof entities / sizeof *entities; i++) {
        if (str_starts(rest, str_of(entities[i].name))) {
            buffer_add_text(out, entities[i].text);
            return strlen(entities[i].name);
        }
    }
    buffer_add_byte(out, '&');
    return 1;
}

// True for the angle that begins a tag, not ">>" or a sign of less.
static bool is_tag(Str text, size_t at, size_t end)
{
    const char next = at + 1 < text.len ? text.at[at + 1] : '\0';
    return end < text.len && end - at < 200 &&
           (next == '/' || (str_lower(next) >= 'a' && str_lower(next) <= 'z') ||
            (next >= '0' && next <= '9'));
}

static void tell_cue(Captions *captions)
{
    const Str text = buffer_str(&captions->text);
    Buffer words = {0}, voice = {0};
    bool named = false;
    Cue cue = captions->cue;
    for (size_t at = 0; at <= text.len;) {
        const size_t end = at < text.len && text.at[at] == '<' ? str_find(text, '>', at) : text.len;
        const bool tag = at < text.len && text.at[at] == '<' && is_tag(text, at, end);
        const Str name = tag ? voice_of(text, at, end) : (Str){NULL, 0};
        if (name.len || at == text.len) {
            cue.text = buffer_str(&words);
            cue.speaker = buffer_str(&voice);
            cue.named = named;
            if (str_trim(cue.text).len)
                cues_take(&captions->cues, &cue);
            buffer_clear(&words);
            buffer_clear(&voice);
            buffer_add(&voice, name);
            named = true;
        }
        if (at == text.len)
            break;
        if (tag)
            at = end + 1;
        else if (text.at[at] == '&')
            at += add_entity(&words, str_slice(text, at, text.len));
        else
            buffer_add_byte(&words, text.at[at++]);
    }
    buffer_free(&words);
    buffer_free(&voice);
}

// --- lines

static void end_block(Captions *captions)
{
    if (captions->open)
        tell_cue(captions);
    else if (captions->id.len && !captions->apart)
        port_tell_text(captions->port, PORT_FRONT, captions->cue.line, buffer_str(&captions->id));
    captions->open = captions->apart = captions->note = false;
    buffer_clear(&captions->text);
    buffer_clear(&captions->id);
}

static bool begins(Str line, const char *word)
{
    const size_t len = strlen(word);
    return str_starts(line, str_of(word)) && (line.len == len || line.at[len] == ' ' || line.at[len] == '\t');
}

static void take_line(Captions *captions, Str line, size_t number)
{
    uint32_t counted;
    if (line.len == 0) {
        end_block(captions);
        return;
    }
    if (captions->open) {
        if (captions->text.len < INTAKE_LINE_MAX) {
            buffer_add_byte(&captions->text, '\n');
            buffer_add(&captions->text, line);
        }
        return;
    }
    captions->cue.line = number;
    if (begins(line, "NOTE") || begins(line, "STYLE") || begins(line, "REGION") || begins(line, "WEBVTT")) {
        captions->apart = true;
        captions->note = begins(line, "NOTE") || begins(line, "WEBVTT");
        const Str words = str_trim(str_slice(line, begins(line, "NOTE") ? 4 : 6, line.len));
        if (captions->note && words.len)
            port_tell_text(captions->port, PORT_FRONT, number, words);
    } else if (captions->apart) {
        if (captions->note)
            port_tell_text(captions->port, PORT_FRONT, number, line);
    } else if (take_times(captions, line)) {
        captions->open = true;
    } else if (!str_number(line, UINT32_MAX, &counted)) {
        buffer_clear(&captions->id);
        buffer_add(&captions->id, line);
    }
}

static bool read_captions(const Port *port, Error *error)
{
    Captions captions = {.port = port, .cues = {.port = port}};
    Str line;
    bool whole;
    for (size_t count = 0; intake_line(port->intake, &line, &whole); count++) {
        take_line(&captions, str_trim(line), intake_number(port->intake));
        if (port->progress && count % 4096 == 0)
            port->progress(port->context);
    }
    end_block(&captions);
    cues_end(&captions.cues);
    buffer_free(&captions.text);
    buffer_free(&captions.id);
    return !intake_failed(port->intake, error);
}

// "WEBVTT", or a line of times among the first ones.
static bool recognises(Str beginning)
{
    Str rest = beginning, line;
    if (begins(str_slice(beginning, 0, str_find(beginning, '\n', 0)), "WEBVTT") ||
        str_starts(beginning, str_of("WEBVTT\r")))
        return true;
    Captions captions = {.open = false};
    for (int i = 0; i < 6 && str_next(&rest, "\n", &line); i++)
        if (take_times(&captions, str_trim(line)))
            return true;
    return false;
}

const PortReader reader_captions = {.name = "captions",
                                    .told = "captions",
                                    .recognises = recognises,
                                    .read = read_captions,
                                    .looked_for = "cues with their times, and words below them"};
