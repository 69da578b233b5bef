// SPDX-License-Identifier: MIT
#include "port/cues.h"

#include "port/aside.h"
#include "port/label.h"

// A pause after which a new passage begins, and so does one behind a sentence when there are so many bytes.
#define PAUSE 4000
#define PASSAGE_BYTES ((size_t)700)
#define PASSAGE_MAX ((size_t)1 << 16)

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

size_t cues_time(Str text, int64_t *milliseconds)
{
    int64_t parts[3] = {0}, fraction = 0;
    size_t at = 0, count = 0;
    for (;;) {
        const size_t start = at;
        int64_t number = 0;
        for (; at < text.len && is_digit(text.at[at]) && at - start < 7; at++)
            number = number * 10 + (text.at[at] - '0');
        if (at == start || count == 3)
            return 0;
        parts[count++] = number;
        if (at >= text.len || text.at[at] != ':')
            break;
        at++;
    }
    if (count < 2)
        return 0;
    if (at + 1 < text.len && (text.at[at] == '.' || text.at[at] == ',') && is_digit(text.at[at + 1])) {
        int64_t unit = 100;
        for (at++; at < text.len && is_digit(text.at[at]); at++, unit /= 10)
            fraction += unit * (text.at[at] - '0');
    }
    const int64_t seconds =
        count == 3 ? parts[0] * 3600 + parts[1] * 60 + parts[2] : parts[0] * 60 + parts[1];
    *milliseconds = seconds * 1000 + fraction;
    return at;
}

void cues_time_add(Buffer *out, int64_t milliseconds)
{
    const int64_t seconds = milliseconds / 1000;
    int fraction = (int)(milliseconds % 1000), digits = 3;
    buffer_addf(out, "%lld:%02d:%02d", (long long)(seconds / 3600), (int)(seconds / 60 % 60),
                (int)(seconds % 60));
    while (digits > 0 && fraction % 10 == 0) {
        fraction /= 10;
        digits--;
    }
    if (digits)
        buffer_addf(out, ".%0*d", digits, fraction);
}

static void tell_document(Cues *cues)
{
    const PortItem document = {.kind = PORT_DOCUMENT, .line = cues->line};
    if (!cues->begun)
        port_tell(cues->port, &document);
    cues->begun = true;
}

// "SPEAKER_00", "UNKNOWN": what programs call those whom they do not know.
static bool is_number_alone(Str speaker)
{
    static const char *const words[] = {"speaker", "unknown", "spk"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (str_is(str_slice(speaker, 0, strlen(words[i])), words[i]))
            return true;
    return false;
}

// Tells what has been said.
static void tell(Cues *cues)
{
    if (!cues->open || cues->said.len == 0)
        return;
    Buffer time = {0};
    cues_time_add(&time, cues->start);
    tell_document(cues);
    const PortItem item = {.kind = cues->turn ? PORT_TURN : PORT_PASSAGE,
                           .line = cues->line,
                           .text = buffer_str(&cues->said),
                           .speaker = buffer_str(&cues->speaker),
                           .time = buffer_str(&time),
                           .at = buffer_str(&time),
                           .remark = cues->overlaps ? str_of("overlaps") : (Str){NULL, 0},
                           .status = STATUS_VERBATIM};
    port_tell(cues->port, &item);
    cues->named += cues->turn && cues->speaker.len && !is_number_alone(buffer_str(&cues->speaker));
    cues->across += cues->overlaps;
    buffer_free(&time);
    buffer_clear(&cues->said);
    cues->open = cues->turn = cues->overlaps = false;
}

static void tell_aside(Cues *cues, const Cue *cue, Str text)
{
    Buffer time = {0};
    bool sure;
    tell(cues);
    tell_document(cues);
    cues_time_add(&time, cue->start);
    const PortKind kind = aside_kind(text, &sure);
    const PortItem item = {.kind = kind == PORT_OMITTED ? PORT_OMITTED : PORT_NARRATION,
                           .line = cue->line,
                           .text = text,
                           .at = buffer_str(&time),
                           .time = buffer_str(&time)};
    port_tell(cues->port, &item);
    buffer_free(&time);
}

static bool ends_sentence(Str text)
{
    return text.len && strchr(".?!\"", text.at[text.len - 1]) && text.at[text.len - 1];
}

// Begins words of a speaker; the same one goes on.
static void begin(Cues *cues, const Cue *cue, Str speaker, bool another)
{
    const bool same =
        !another && cues->begun + cues->open > 0 && str_equal(speaker, buffer_str(&cues->speaker));
    const bool long_enough = cues->said.len > PASSAGE_MAX || cue->start - cues->end > PAUSE ||
                             (cues->said.len > PASSAGE_BYTES && ends_sentence(buffer_str(&cues->said)));
    if (same && cues->open && !long_enough)
        return;
    const bool turn = !same;
    const bool overlaps =
        turn && (cues->begun || cues->open) && cue->start > cues->last_start && cue->start + 50 < cues->end;
    tell(cues);
    buffer_set(&cues->speaker, speaker);
    cues->turn = turn;
    cues->overlaps = overlaps;
    cues->open = true;
    cues->start = cue->start;
    cues->line = cue->line;
}

static void say(Cues *cues, Str text)
{
    text = str_trim(text);
    if (cues->said.len && text.len)
        buffer_add_byte(&cues->said, ' ');
    buffer_add(&cues->said, text);
}

// A piece between two signs of another speaker.
static void take_piece(Cues *cues, const Cue *cue, Str text, bool another)
{
    text = str_trim(text);
    bool sure;
    if (text.len == 0)
        return;
    const PortKind aside = aside_kind(text, &sure);
    const bool music = str_starts(text, str_of("\xE2\x99\xAA")) || str_starts(text, str_of("\xE2\x99\xAB"));
    if (music || aside == PORT_NARRATION || aside == PORT_OMITTED) {
        tell_aside(cues, cue, text);
        return;
    }
    Str speaker = cue->speaker;
    if (speaker.len == 0) {
        const Label label = label_parse(text, 0);
        if (label.style == LABEL_COLON && label.time.len == 0 && !label_is_stopped(label.form)) {
            speaker = label.form;
            text = label.rest;
        }
    }
    if (speaker.len == 0 && !another && !cue->named && cues->speaker.len)
        speaker = buffer_str(&cues->speaker); // goes on
    Buffer name = {0};
    buffer_add(&name, speaker);
    begin(cues, cue, buffer_str(&name), another);
    buffer_free(&name);
    say(cues, text);
}

// A line that ">>" divides, or that begins with "- ", where two speak in one cue.
static void take_line(Cues *cues, const Cue *cue, Str line)
{
    bool another = false;
    while (line.len) {
        const char *sign = memmem(line.at, line.len, ">>", 2);
        const size_t end = sign ? (size_t)(sign - line.at) : line.len;
        take_piece(cues, cue, str_slice(line, 0, end), another);
        line = str_slice(line, end, line.len);
        another = line.len > 0;
        while (line.len && line.at[0] == '>')
            line = str_slice(line, 1, line.len);
    }
}

static size_t count_lines(Str text)
{
    size_t count = 0;
    Str line;
    while (str_next(&text, "\n", &line))
        count += str_trim(line).len > 0;
    return count;
}

static Str skip_lines(Str text, size_t count)
{
    Str line;
    while (count > 0 && str_next(&text, "\n", &line))
        count -= str_trim(line).len > 0;
    return text;
}

// True when the line `before` shows the words `now`, perhaps behind a name or ">>".
static bool shows(Str before, Str now)
{
    if (now.len == 0 || before.len < now.len)
        return false;
    const size_t at = before.len - now.len;
    const bool behind = at == 0 || (at >= 2 && before.at[at - 1] == ' ' && strchr(":>", before.at[at - 2]));
    return behind && str_equal(str_slice(before, at, before.len), now);
}

// True when the last `count` lines of `before` are the first ones of `now`.
static bool lines_meet(Str before, Str now, size_t count)
{
    Str tail = skip_lines(before, count_lines(before) - count), a, b;
    for (size_t i = 0; i < count; i++) {
        do
            if (!str_next(&tail, "\n", &a))
                return false;
        while (str_trim(a).len == 0);
        do
            if (!str_next(&now, "\n", &b))
                return false;
        while (str_trim(b).len == 0);
        if (!shows(str_trim(a), str_trim(b)))
            return false;
    }
    return true;
}

// Lines at the beginning that only repeat what the cue before showed.
static size_t rolled_up(const Cues *cues, const Cue *cue)
{
    const Str before = buffer_str(&cues->last);
    const size_t had = count_lines(before), has = count_lines(cue->text);
    if (had == 0 || cue->start - cues->last_end > 1500)
        return 0;
    for (size_t count = had < has ? had : has; count > 0; count--) {
        const bool whole = count == has; // the cue says nothing new
        if (lines_meet(before, cue->text, count) && (!whole || cues->rolled > 1 || had > has))
            return count;
    }
    return 0;
}

void cues_take(Cues *cues, const Cue *cue)
{
    const size_t rolled = cue->speaker.len ? 0 : rolled_up(cues, cue);
    Str rest = skip_lines(cue->text, rolled), line;
    cues->rolled += rolled;
    if (rolled && cues->rolled == rolled)
        port_unsure(cues->port, cue->line, "a line is repeated by captions that roll up: it is taken once");
    Cue now = *cue;
    while (str_next(&rest, "\n", &line))
        take_line(cues, &now, line);
    cues->end = cue->end;
    cues->last_end = cue->end;
    cues->last_start = cue->start;
    buffer_set(&cues->last, cue->text);
}

void cues_end(Cues *cues)
{
    tell(cues);
    if (cues->begun && cues->named == 0)
        port_unsure(cues->port, cues->line, "no speaker has a name");
    if (cues->across)
        port_unsure(cues->port, cues->line, "%zu times a turn begins before the one in front of it ends",
                    cues->across);
    buffer_free(&cues->speaker);
    buffer_free(&cues->said);
    buffer_free(&cues->last);
}
