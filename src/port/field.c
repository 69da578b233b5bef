// SPDX-License-Identifier: MIT
#include "port/field.h"

#include "diptych/fold.h"
#include "port/label.h"

static const struct {
    const char *word; // folded
    HeadField field;
} fields[] = {
    {"participants", FIELD_PARTICIPANTS},
    {"participant", FIELD_PARTICIPANTS},
    {"present", FIELD_PARTICIPANTS},
    {"also present", FIELD_PARTICIPANTS},
    {"attendees", FIELD_PARTICIPANTS},
    {"attending", FIELD_PARTICIPANTS},
    {"in attendance", FIELD_PARTICIPANTS},
    {"members present", FIELD_PARTICIPANTS},
    {"chairs", FIELD_PARTICIPANTS},
    {"chair", FIELD_PARTICIPANTS},
    {"speakers", FIELD_PARTICIPANTS},
    {"interviewee", FIELD_PARTICIPANTS},
    {"interviewer", FIELD_PARTICIPANTS},
    {"the following persons took part in the negotiations", FIELD_PARTICIPANTS},
    {"those present", FIELD_PARTICIPANTS},
    {"teilnehmer", FIELD_PARTICIPANTS},
    {"anwesend", FIELD_PARTICIPANTS},
    {"участники", FIELD_PARTICIPANTS},
    {"присутствовали", FIELD_PARTICIPANTS},
    {"присутствуют", FIELD_PARTICIPANTS},
    {"участвовали", FIELD_PARTICIPANTS},
    {"presents", FIELD_PARTICIPANTS},
    {"presentes", FIELD_PARTICIPANTS},
    {"participantes", FIELD_PARTICIPANTS},
    {"出席者", FIELD_PARTICIPANTS},
    {"参加者", FIELD_PARTICIPANTS},
    {"date", FIELD_DATE},
    {"date and time", FIELD_DATE},
    {"date & time", FIELD_DATE},
    {"date/time", FIELD_DATE},
    {"time", FIELD_DATE},
    {"time and date", FIELD_DATE},
    {"дата", FIELD_DATE},
    {"дата и время", FIELD_DATE},
    {"время", FIELD_DATE},
    {"datum", FIELD_DATE},
    {"fecha", FIELD_DATE},
    {"日時", FIELD_DATE},
    {"时间", FIELD_DATE},
    {"place", FIELD_PLACE},
    {"location", FIELD_PLACE},
    {"venue", FIELD_PLACE},
    {"time and place", FIELD_DATE},
    {"date and place", FIELD_DATE},
    {"место", FIELD_PLACE},
    {"ort", FIELD_PLACE},
    {"lieu", FIELD_PLACE},
    {"lugar", FIELD_PLACE},
    {"luogo", FIELD_PLACE},
    {"場所", FIELD_PLACE},
    {"地点", FIELD_PLACE},
    {"title", FIELD_TITLE},
    {"subject", FIELD_TITLE},
    {"subjects", FIELD_TITLE},
    {"тема", FIELD_TITLE},
    {"betreff", FIELD_TITLE},
    {"objet", FIELD_TITLE},
    {"asunto", FIELD_TITLE},
    {"件名", FIELD_TITLE},
    {"議題", FIELD_TITLE},
    {"citation", FIELD_CITATION},
    {"source", FIELD_CITATION},
    {"sources", FIELD_CITATION},
    {"источник", FIELD_CITATION},
    {"quelle", FIELD_CITATION},
    {"出典", FIELD_CITATION},
};

static HeadField by_word(Str word)
{
    Folded folded = {.text = {0}};
    HeadField field = FIELD_NONE;
    fold_text(word, FOLD_ALL, &folded);
    const Str text = str_trim(buffer_str(&folded.text));
    for (size_t i = 0; i < sizeof fields / sizeof *fields && field == FIELD_NONE; i++)
        if (str_equal(text, str_of(fields[i].word)))
            field = fields[i].field;
    fold_free(&folded);
    return field;
}

// True for a sentence, which no list of names is.
static bool is_spoken(Str value)
{
    const char last = value.at[value.len - 1];
    const size_t word = str_find(value, ' ', 0);
    return last == '?' || last == '!' || memmem(value.at, value.len, "? ", 2) ||
           (last == '.' && word + 1 < value.len && value.at[word + 1] >= 'a' && value.at[word + 1] <= 'z' &&
            !memchr(value.at, ',', value.len));
}

HeadField field_of(Str line, Str *value)
{
    static const char wide[] = "\xEF\xBC\x9A";
    const Str start = str_slice(line, 0, 64);
    size_t colon = str_find(start, ':', 0), bytes = 1;
    const char *other = memmem(start.at, start.len, wide, 3);
    if (other && (size_t)(other - start.at) < colon) {
        colon = (size_t)(other - start.at);
        bytes = 3;
    }
    *value = (Str){NULL, 0};
    if (colon == start.len) {
        const HeadField alone = start.len < 40 ? by_word(line) : FIELD_NONE;
        return label_is_caps(line) || alone == FIELD_PARTICIPANTS ? alone : FIELD_NONE;
    }
    const Str word = str_trim(str_slice(start, 0, colon));
    *value = str_trim(str_slice(line, colon + bytes, line.len));
    const HeadField field = by_word(word);
    if (field == FIELD_PARTICIPANTS && value->len && (is_spoken(*value) || value->len > 200))
        return FIELD_NONE; // "Chair: Let us begin."
    if (field != FIELD_NONE)
        return field;
    return label_is_stopped(word) ? FIELD_OTHER : FIELD_NONE;
}
