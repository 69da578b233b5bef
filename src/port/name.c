// SPDX-License-Identifier: MIT
#include "port/name.h"

#include "diptych/character.h"
#include "diptych/fold.h"

void name_free(PersonName *name)
{
    buffer_free(&name->folded);
    *name = (PersonName){.count = 0};
}

// Where the brackets that open at `at` close, or the length.
static size_t closing(Str form, size_t at)
{
    int depth = 0;
    for (size_t i = at; i < form.len; i++) {
        depth += form.at[i] == '(' || form.at[i] == '[';
        depth -= form.at[i] == ')' || form.at[i] == ']';
        if (depth == 0)
            return i;
    }
    return form.len;
}

// The bytes of a full-width bracket or comma that begins at `at`, by its last two bytes; else 0.
static size_t wide_sign(Str form, size_t at, const char *sign)
{
    const Str wide = str_of(sign);
    return str_starts(str_slice(form, at, form.len), wide) ? wide.len : 0;
}

// " of Ohio" behind a name in capitals, and such a name behind it.
static bool is_of(Str form, size_t at)
{
    static const char word[] = " of ";
    return at >= 2 && at + 5 < form.len && memcmp(form.at + at, word, 4) == 0 && form.at[at - 1] >= 'A' &&
           form.at[at - 1] <= 'Z' && form.at[at - 2] >= 'A' && form.at[at - 2] <= 'Z' &&
           form.at[at + 4] >= 'A' && form.at[at + 4] <= 'Z';
}

void name_cut(PersonName *name, Str form)
{
    form = str_trim(form);
    name->bracket = name->behind = (Str){NULL, 0};
    name->broken = false;
    size_t end = form.len;
    for (size_t at = 0; at < form.len; at++) {
        const char c = form.at[at];
        const size_t wide = (c & 0x80) && wide_sign(form, at, "（") ? 3 : 0;
        if (c == '(' || c == '[' || wide) {
            const size_t close = wide ? form.len : closing(form, at);
            if (name->bracket.len == 0)
                name->bracket = str_trim(str_slice(form, at + (wide ? wide : 1), close - (wide ? 3 : 0)));
            end = at < end ? at : end;
            at = close;
        } else if (c == ' ' && is_of(form, at)) {
            name->behind = str_trim(str_slice(form, at, form.len));
            end = at < end ? at : end;
            break;
        } else if (c == ',' || ((c & 0x80) && wide_sign(form, at, "，"))) {
            name->behind = str_trim(str_slice(form, at + 1, form.len));
            end = at < end ? at : end;
            break;
        } else if (c != ' ' && c != '.' && end < form.len) {
            name->broken = true;
        }
    }
    name->bare = str_trim(str_slice(form, 0, end));
}

static bool is_word_end(char c)
{
    return c == ' ' || c == '.';
}

static void add_word(PersonName *name, Str word)
{
    while (word.len && (word.at[word.len - 1] == ',' || word.at[word.len - 1] == ':'))
        word.len--;
    if (word.len == 0)
        return;
    if (name->count == 0 && name_is_title(word)) {
        if (name->title.len == 0)
            name->title = word;
        return;
    }
    if (name->count < NAME_WORDS_MAX)
        name->words[name->count++] = word;
    name->office = name->office || name_is_office(word);
}

static size_t letters(Str word)
{
    size_t count = 0;
    for (size_t i = 0; i < word.len; i++)
        count += !str_continues(word.at[i]);
    return count;
}

static bool is_initial(Str word)
{
    return letters(word) == 1;
}

// "M.P.": a letter that may be a title is an initial among initials.
static void restore_initial(PersonName *name)
{
    bool initials = name->count > 0 && name->count < NAME_WORDS_MAX && is_initial(name->title);
    for (size_t i = 0; i < name->count; i++)
        initials = initials && is_initial(name->words[i]);
    if (!initials)
        return;
    memmove(name->words + 1, name->words, name->count * sizeof *name->words);
    name->words[0] = name->title;
    name->count++;
    name->title = (Str){NULL, 0};
}

// What is ASCII needs no table.
static void fold_into(Buffer *out, Str text)
{
    buffer_clear(out);
    for (size_t i = 0; i < text.len; i++) {
        if (text.at[i] & 0x80 || text.at[i] < ' ') {
            Folded folded = {.text = {0}};
            fold_text(text, FOLD_ALL, &folded);
            buffer_clear(out);
            buffer_add(out, buffer_str(&folded.text));
            fold_free(&folded);
            return;
        }
        buffer_add_byte(out, str_lower(text.at[i]));
    }
}

void name_parse(PersonName *name, Str form)
{
    Buffer folded = name->folded;
    *name = (PersonName){.count = 0};
    form = str_trim(form);
    name_cut(name, form);
    fold_into(&folded, str_slice(name->bare, 0, 400));
    name->folded = folded;
    const Str text = buffer_str(&name->folded);
    for (size_t at = 0; at < text.len;) {
        size_t end = at;
        while (end < text.len && !is_word_end(text.at[end]))
            end++;
        add_word(name, str_slice(text, at, end));
        at = end + 1;
    }
    restore_initial(name);
    if (name->count == 0 && name->title.len) { // "Ambassador" alone
        name->words[name->count++] = name->title;
        name->office = true;
    }
}

void name_key(Str form, Buffer *out)
{
    Buffer folded = {0};
    fold_into(&folded, str_slice(str_trim(form), 0, 400));
    const Str text = buffer_str(&folded);
    const size_t start = out->len;
    for (size_t i = 0; i < text.len; i++) {
        const bool blank = is_word_end(text.at[i]);
        if (!blank)
            buffer_add_byte(out, text.at[i]);
        else if (out->len > start && out->bytes[out->len - 1] != ' ')
            buffer_add_byte(out, ' ');
    }
    if (out->len > start && out->bytes[out->len - 1] == ' ')
        out->len--;
    buffer_free(&folded);
}

// Of two given names: equal, or the one's initial or a bound form of it.
static bool go_together(Str a, Str b)
{
    if (is_initial(a) || is_initial(b))
        return str_starts(a, b) || str_starts(b, a);
    return str_equal(a, b);
}

Str name_surname(const PersonName *name)
{
    for (size_t i = name->count; i-- > 0;)
        if (!is_initial(name->words[i]))
            return name->words[i];
    return name->count ? name->words[name->count - 1] : (Str){NULL, 0};
}

// Where the word stands in the name; its count when nowhere.
static size_t place_of(const PersonName *name, Str word)
{
    size_t at = 0;
    while (at < name->count && !str_equal(name->words[at], word))
        at++;
    return at;
}

static bool is_other_sex(Str a, Str b)
{
    static const char *const his[] = {"mr", "sir", "herr", "lord", "m", "monsieur", "sr"};
    static const char *const her[] = {"mrs",  "ms",  "miss",   "frau",  "lady",
                                      "dame", "mme", "madame", "madam", "sra"};
    bool a_his = false, b_his = false, a_her = false, b_her = false;
    for (size_t i = 0; i < sizeof his / sizeof *his; i++) {
        a_his = a_his || str_is(a, his[i]);
        b_his = b_his || str_is(b, his[i]);
    }
    for (size_t i = 0; i < sizeof her / sizeof *her; i++) {
        a_her = a_her || str_is(a, her[i]);
        b_her = b_her || str_is(b, her[i]);
    }
    return (a_his && b_her) || (a_her && b_his);
}

// The other words of the shorter name each go with one of the longer, in order.
static bool rest_fits(const PersonName *brief, const PersonName *full, Str surname)
{
    size_t at = 0;
    for (size_t i = 0; i < brief->count; i++) {
        if (str_equal(brief->words[i], surname))
            continue;
        while (at < full->count &&
               (str_equal(full->words[at], surname) || !go_together(brief->words[i], full->words[at])))
            at++;
        if (at++ >= full->count)
            return false;
    }
    return true;
}

static bool same_words(const PersonName *a, const PersonName *b)
{
    if (a->count != b->count || a->count == 0)
        return false;
    for (size_t i = 0; i < a->count; i++)
        if (!str_equal(a->words[i], b->words[i]))
            return false;
    return true;
}

// "The Secretary" of "The Secretary of State".
static bool begins(const PersonName *brief, const PersonName *full)
{
    for (size_t i = 0; i < brief->count; i++)
        if (i >= full->count || !str_equal(brief->words[i], full->words[i]))
            return false;
    return brief->count > 0;
}

NameFit name_fit(const PersonName *a, const PersonName *b)
{
    if (a->count == 0 || b->count == 0 || is_other_sex(a->title, b->title))
        return NAME_APART;
    if (same_words(a, b))
        return a->bracket.len && b->bracket.len && !str_equal(a->bracket, b->bracket) ? NAME_APART
                                                                                      : NAME_EQUAL;
    const PersonName *brief = a->count <= b->count ? a : b, *full = brief == a ? b : a;
    if (a->office || b->office)
        return a->office && b->office && begins(brief, full) ? NAME_NEAR : NAME_APART;
    const Str surname = name_surname(brief);
    if (letters(surname) < 2 || place_of(full, surname) == full->count)
        return NAME_APART;
    // A given name alone is no form of a full name, unless it is all there is before an initial.
    if (brief->count == 1 && !str_equal(name_surname(full), surname))
        return NAME_APART;
    return rest_fits(brief, full, surname) ? NAME_NEAR : NAME_APART;
}

size_t name_initials(const PersonName *name, char *out, size_t room)
{
    size_t used = 0;
    for (size_t i = 0; i < name->count; i++) {
        const Str word = name->words[i];
        const size_t bytes = str_character_from(word, 1);
        if (used + bytes > room)
            return used;
        memcpy(out + used, word.at, bytes);
        used += bytes;
    }
    return used;
}

// Cyrillic as it is written in English, from U+0430.
static const char *const cyrillic[] = {"a",  "b",  "v",  "g",    "d", "e", "zh", "z", "i",  "i", "k",
                                       "l",  "m",  "n",  "o",    "p", "r", "s",  "t", "u",  "f", "kh",
                                       "ts", "ch", "sh", "shch", "",  "y", "",   "e", "yu", "ya"};

static void add_id_letters(Str word, Buffer *out)
{
    for (size_t at = 0; at < word.len && out->len < 36;) {
        const Character c = character_at(word, at);
        at += c.bytes;
        if ((c.point >= 'a' && c.point <= 'z') || (c.point >= '0' && c.point <= '9'))
            buffer_add_byte(out, (char)c.point);
        else if (c.point >= 0x430 && c.point < 0x450)
            buffer_add_text(out, cyrillic[c.point - 0x430]);
        else if ((c.point == '-' || c.point == '_') && out->len && out->bytes[out->len - 1] != '-')
            buffer_add_byte(out, '-');
    }
}

void name_id(const PersonName *name, Buffer *out)
{
    if (!name->office) {
        add_id_letters(name_surname(name), out);
    } else {
        for (size_t i = 0; i < name->count && i < 4; i++) {
            if (out->len)
                buffer_add_byte(out, '-');
            add_id_letters(name->words[i], out);
        }
    }
    while (out->len && out->bytes[out->len - 1] == '-')
        out->len--;
    while (out->len && out->bytes[0] == '-') {
        memmove(out->bytes, out->bytes + 1, out->len - 1);
        out->len--;
    }
}
