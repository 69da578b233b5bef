// SPDX-License-Identifier: MIT
#include "diptych/date.h"
#include "diptych/fold.h"
#include "diptych/words.h"
#include "port/tsv.h"

static const struct {
    const char *name; // folded
    TsvColumn column;
} columns[] = {
    {"speaker", TSV_SPEAKER}, {"speakers", TSV_SPEAKER},  {"name", TSV_SPEAKER},      {"who", TSV_SPEAKER},
    {"person", TSV_SPEAKER},  {"sprecher", TSV_SPEAKER},  {"orateur", TSV_SPEAKER},   {"спикер", TSV_SPEAKER},
    {"кто", TSV_SPEAKER},     {"говорящий", TSV_SPEAKER}, {"говорящии", TSV_SPEAKER}, {"話者", TSV_SPEAKER},
    {"発言者", TSV_SPEAKER},  {"发言人", TSV_SPEAKER},    {"text", TSV_TEXT},         {"speech", TSV_TEXT},
    {"words", TSV_TEXT},      {"utterance", TSV_TEXT},    {"content", TSV_TEXT},      {"passage", TSV_TEXT},
    {"transcript", TSV_TEXT}, {"текст", TSV_TEXT},        {"texte", TSV_TEXT},        {"発言", TSV_TEXT},
    {"time", TSV_TIME},       {"start", TSV_TIME},        {"begin", TSV_TIME},        {"timestamp", TSV_TIME},
    {"timecode", TSV_TIME},   {"время", TSV_TIME},        {"zeit", TSV_TIME},         {"時刻", TSV_TIME},
    {"at", TSV_AT},           {"page", TSV_AT},           {"locator", TSV_AT},        {"стр.", TSV_AT},
    {"note", TSV_NOTE},       {"notes", TSV_NOTE},        {"remark", TSV_NOTE},       {"comment", TSV_NOTE},
    {"status", TSV_STATUS},   {"lang", TSV_LANG},         {"language", TSV_LANG},     {"round", TSV_ROUND},
    {"meeting", TSV_ROUND},   {"session", TSV_ROUND},
};

static const struct {
    const char *name, *tag; // folded
} languages[] = {
    {"english", "en"},   {"日本語", "ja"},     {"japanese", "ja"},   {"русскии", "ru"},
    {"русский", "ru"},   {"russian", "ru"},    {"deutsch", "de"},    {"german", "de"},
    {"francais", "fr"},  {"french", "fr"},     {"espanol", "es"},    {"español", "es"},
    {"spanish", "es"},   {"中文", "zh"},       {"chinese", "zh"},    {"한국어", "ko"},
    {"korean", "ko"},    {"italiano", "it"},   {"italian", "it"},    {"polski", "pl"},
    {"polish", "pl"},    {"العربية", "ar"},    {"arabic", "ar"},     {"עברית", "he"},
    {"hebrew", "he"},    {"украінська", "uk"}, {"українська", "uk"}, {"ukrainian", "uk"},
    {"portugues", "pt"}, {"portuguese", "pt"}, {"nederlands", "nl"}, {"dutch", "nl"},
    {"turkce", "tr"},    {"turkish", "tr"},    {"suomi", "fi"},      {"svenska", "sv"},
    {"cestina", "cs"},   {"magyar", "hu"},     {"ελληνικα", "el"},   {"persian", "fa"},
    {"en", "en"},        {"ja", "ja"},         {"ru", "ru"},         {"de", "de"},
    {"fr", "fr"},        {"es", "es"},         {"zh", "zh"},         {"ko", "ko"},
    {"pl", "pl"},        {"ar", "ar"},         {"he", "he"},         {"uk", "uk"},
    {"pt", "pt"},
};

TsvColumn tsv_column(Str name)
{
    Folded folded = {.text = {0}};
    TsvColumn column = TSV_OTHER;
    fold_text(str_slice(name, 0, 60), FOLD_ALL, &folded);
    for (size_t i = 0; i < sizeof columns / sizeof *columns && column == TSV_OTHER; i++)
        if (str_equal(buffer_str(&folded.text), str_of(columns[i].name)))
            column = columns[i].column;
    fold_free(&folded);
    return column;
}

Str tsv_language(Str name)
{
    Folded folded = {.text = {0}};
    Str tag = {NULL, 0};
    fold_text(str_slice(name, 0, 60), FOLD_ALL, &folded);
    for (size_t i = 0; i < sizeof languages / sizeof *languages && tag.len == 0; i++)
        if (str_equal(buffer_str(&folded.text), str_of(languages[i].name)))
            tag = str_of(languages[i].tag);
    fold_free(&folded);
    return tag;
}

// True when a passage may have the attribute with this value.
static bool is_attribute(Str name, Str value)
{
    Act act;
    Addressee to;
    Capacity as;
    Date date;
    if (str_is(name, "act"))
        return act_parse(value, &act);
    if (str_is(name, "to"))
        return addressee_parse(value, &to);
    if (str_is(name, "as"))
        return capacity_parse(value, &as);
    if (str_is(name, "date"))
        return date_parse(value, &date);
    return str_is(name, "via") || str_is(name, "why") || str_is(name, "term");
}

void tsv_attribute_name(Str column, Str value, Buffer *out)
{
    const bool known = is_attribute(column, value);
    if (!known)
        buffer_add_text(out, "x-");
    const size_t start = out->len;
    for (size_t i = 0; i < column.len && out->len < start + 40; i++) {
        const char c = str_lower(column.at[i]);
        const bool good = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (good)
            buffer_add_byte(out, c);
        else if (out->len > start && out->bytes[out->len - 1] != '-')
            buffer_add_byte(out, '-');
    }
    if (out->len == start)
        buffer_add_text(out, "column");
}
