// SPDX-License-Identifier: MIT
#include "diptych/character.h"
#include "diptych/script.h"
#include "port/aside.h"
#include "port/plain.h"
#include "port/sentence.h"

// Bytes of a paragraph that are kept; what is longer is told in parts.
#define PARAGRAPH_MAX ((size_t)1 << 18)

void plain_paragraph_free(Paragraph *paragraph)
{
    Buffer *const buffers[] = {&paragraph->text, &paragraph->form,  &paragraph->remark,
                               &paragraph->time, &paragraph->marks, &paragraph->page};
    for (size_t i = 0; i < sizeof buffers / sizeof *buffers; i++)
        buffer_free(buffers[i]);
}

static bool begins_small(Str text)
{
    size_t at = 0;
    while (at < text.len && (text.at[at] == '"' || text.at[at] == '(' || text.at[at] == '\''))
        at++;
    return at < text.len && character_is_lower(character_at(text, at).point);
}

static size_t first_word(Str text)
{
    return str_find(text, ' ', 0);
}

// True when the first word of the line would have stood in the line before: whoever broke it there meant to.
static bool is_meant_break(const Plain *plain, const PageLine *line)
{
    if (plain->survey.width == 0)
        return true;
    return plain->open.last_bytes + 1 + first_word(line->text) + 4 < plain->survey.width;
}

// Behind a blank line or a page's end.
static bool goes_on_behind_gap(const Plain *plain, const PageLine *line)
{
    const Str text = buffer_str(&plain->open.text);
    const bool ended = sentence_ends(text);
    if (line->level || line->item || line->kind != MARKDOWN_TEXT ||
        (line->bold && line->bold >= line->text.len))
        return false;
    if (plain->open.depth > 0 && plain->open.text.len < 4000)
        return true;
    int depth = 0;
    if (aside_opens(line->text, &depth))
        return !ended && depth == 0; // what interrupts a sentence
    if (plain->furniture)
        return !ended || begins_small(line->text);
    if (ended)
        return false;
    return begins_small(line->text) || text.len >= 40 || plain->open.kind == PARAGRAPH_TURN;
}

bool plain_goes_on(Plain *plain, const PageLine *line, const Label *label, Verdict verdict)
{
    const Paragraph *open = &plain->open;
    if (open->kind == PARAGRAPH_NONE)
        return false;
    if (open->cut)
        return true;
    if (open->kind == PARAGRAPH_TABLE || line->kind == MARKDOWN_TABLE)
        return open->kind == PARAGRAPH_TABLE && line->kind == MARKDOWN_TABLE && !plain->gap;
    if (line->kind == MARKDOWN_NOTE)
        return false;
    if (open->kind == PARAGRAPH_NOTE)
        return !plain->gap && verdict == VERDICT_NO && !line->item;
    const Str text = buffer_str(&open->text);
    if (open->tail)
        return begins_small(line->text) && verdict == VERDICT_NO;
    const bool ended = sentence_ends(text);
    const bool meant = plain->gap || line->item || is_meant_break(plain, line) || line->bold || ended;
    if (open->depth > 0 && !plain->gap && text.len < 4000)
        return true;
    const bool strong =
        label->caps || label->time.len || (label->style != LABEL_COLON && label->style != LABEL_STOP);
    if (verdict != VERDICT_NO && (meant || strong || line->indent > open->last_indent))
        return false;
    if (verdict == VERDICT_NO && label->style == LABEL_COLON && meant && label_is_stopped(label->form))
        return false;
    if (plain->gap)
        return goes_on_behind_gap(plain, line);
    if (line->item || (line->level && line->text.len))
        return false;
    if (open->kind == PARAGRAPH_ASIDE)
        return !ended && !(open->depth == 0 && aside_opens(text, NULL)) && !aside_is_vote(text);
    if (aside_opens(line->text, NULL))
        return !ended || begins_small(line->text);
    if (line->indent >= open->last_indent + 2 && open->text.len && ended)
        return false;
    return !ended || plain->lines.markdown || !is_meant_break(plain, line);
}

static bool is_letter_before(Str text, size_t at)
{
    return at > 0 && character_is_letter(character_at(text, str_character_before(text, at)).point);
}

// Takes the hyphen that divides a word at the end of the text away; says so when that may be wrong.
static bool undivide(Plain *plain, const PageLine *line, Str next)
{
    Buffer *text = &plain->open.text;
    static const char *const soft = "\xC2\xAD";
    if (sentence_ends_with(buffer_str(text), soft)) {
        text->len -= 2;
        return true;
    }
    if (!sentence_ends_with(buffer_str(text), "-") || !is_letter_before(buffer_str(text), text->len - 1))
        return false;
    const Character c = character_at(next, 0);
    if (!character_is_letter(c.point))
        return false;
    if (!character_is_lower(c.point))
        return true; // a hyphen of the word's own
    size_t start = text->len;
    while (start > 0 && text->len - start < 80 && text->bytes[start - 1] != ' ')
        start--;
    const Str half = str_slice(buffer_str(text), start, text->len - 1),
              other = str_slice(next, 0, first_word(next));
    if (plain_first_time(plain, half))
        port_unsure(plain->port, line->number, "\"%.*s- %.*s\" is joined to \"%.*s%.*s\"", (int)half.len,
                    half.at, (int)other.len, other.at, (int)half.len, half.at, (int)other.len, other.at);
    text->len--;
    return true;
}

// Runs of blanks become one.
static void add_words(Buffer *out, Str text)
{
    if (!memchr(text.at, '\t', text.len) && !memmem(text.at, text.len, "  ", 2)) {
        buffer_add(out, text);
        return;
    }
    for (size_t at = 0; at < text.len;) {
        size_t end = at;
        while (end < text.len && text.at[end] != '\t' &&
               !(text.at[end] == ' ' && end + 1 < text.len &&
                 (text.at[end + 1] == ' ' || text.at[end + 1] == '\t')))
            end++;
        buffer_add(out, str_slice(text, at, end));
        at = end;
        while (at < text.len && (text.at[at] == ' ' || text.at[at] == '\t'))
            at++;
        if (at > end && at < text.len)
            buffer_add_byte(out, ' ');
    }
}

static void look(Plain *plain, const PageLine *line)
{
    Paragraph *open = &plain->open;
    if (line->marks.len) {
        if (open->marks.len)
            buffer_add_byte(&open->marks, ' ');
        buffer_add(&open->marks, line->marks);
    }
    open->last_bytes = line->bytes;
    open->last_indent = line->indent;
    open->cut = line->cut;
    plain->gap = plain->furniture = false;
}

void plain_begin(Plain *plain, ParagraphKind kind, const PageLine *line, Str text)
{
    Paragraph *open = &plain->open;
    open->kind = kind;
    open->line = line->number;
    open->indent = line->indent;
    open->part = false;
    open->tail = 0;
    buffer_clear(&open->text);
    add_words(&open->text, text);
    buffer_set(&open->page, buffer_str(&plain->page));
    buffer_clear(&open->marks);
    aside_opens(text, &open->depth);
    if (open->depth < 0 || !(kind == PARAGRAPH_ASIDE || kind == PARAGRAPH_TEXT || kind == PARAGRAPH_TURN))
        open->depth = 0;
    look(plain, line);
}

void plain_add(Plain *plain, const PageLine *line, Str text)
{
    Paragraph *open = &plain->open;
    if (open->text.len > PARAGRAPH_MAX) {
        const ParagraphKind kind = open->kind == PARAGRAPH_TURN ? PARAGRAPH_TEXT : open->kind;
        plain_tell(plain);
        plain_begin(plain, kind, line, text);
        open->part = true;
        return;
    }
    const size_t before = open->text.len;
    if (open->kind == PARAGRAPH_TABLE)
        buffer_add_text(&open->text, " / ");
    else if (text.len && !undivide(plain, line, text) && script_lines_part(buffer_str(&open->text), text))
        buffer_add_byte(&open->text, ' ');
    int depth;
    const bool bracket = aside_opens(text, &depth) && depth == 0 && text.at[text.len - 1] != '.' &&
                         aside_kind(text, &(bool){false}) != PORT_KIND_COUNT;
    open->tail = bracket && open->depth == 0 && !sentence_ends(buffer_str(&open->text)) ? before : 0;
    open->depth = open->depth + depth < 0 ? 0 : open->depth + depth;
    add_words(&open->text, text);
    look(plain, line);
}
