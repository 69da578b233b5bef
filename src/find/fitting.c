// SPDX-License-Identifier: MIT
#include "find/fitting.h"

#include <string.h>

#include "diptych/bounds.h"

void fitting_name(Seeker *seeker, Meaning *meaning, Str name, Fit whole)
{
    fold_text(name, FOLD_ALL, &seeker->field);
    Str field = str_trim(buffer_str(&seeker->field.text)), words = seeker->folded;
    Fit fit = FIT_NEAR;
    for (size_t at = 0; at + words.len <= field.len && fit > FIT_BEGUN; at++) {
        if (memcmp(field.at + at, words.at, words.len) != 0)
            continue;
        Fit here = at == 0 ? FIT_BEGUN : bounds_word(field, at) ? FIT_WORD : FIT_INSIDE;
        fit = here < fit ? here : fit;
    }
    if (fit == FIT_BEGUN && field.len == words.len)
        fit = whole;
    if (fit < meaning->fit) {
        meaning->fit = fit;
        meaning->by = name;
    }
}

Str fitting_surname(Str name)
{
    size_t from = name.len;
    while (from > 0 && name.at[from - 1] != ' ')
        from--;
    return str_slice(name, from, name.len);
}

void fitting_list(Seeker *seeker, Meaning *meaning, Str list, Fit whole)
{
    Str name;
    while (str_next(&list, ";", &name))
        if (str_trim(name).len)
            fitting_name(seeker, meaning, str_trim(name), whole);
}

void fitting_record(Seeker *seeker, Meaning *meaning, const Record *record)
{
    fitting_name(seeker, meaning, record->id, FIT_WHOLE);
    meaning->by_id = meaning->fit == FIT_WHOLE;
    fitting_name(seeker, meaning, record->title, FIT_WHOLE);
    fitting_name(seeker, meaning, record_value(record, "Short"), FIT_WHOLE);
    fitting_list(seeker, meaning, record_value(record, "Words"), FIT_WORDS);
}

// All but the first of what a party calls a thing are further words for it.
void fitting_namings(Seeker *seeker, Meaning *meaning, const Name *name)
{
    for (size_t i = 0; i < name->naming_count; i++)
        for (size_t w = 0; w < name->namings[i].word_count; w++)
            fitting_name(seeker, meaning, name->namings[i].words[w], w ? FIT_WORDS : FIT_WHOLE);
}

static bool same_parts(Day a, Day b)
{
    return a.year == b.year && a.month == b.month && a.day == b.day;
}

// A day without its year is that of any year.
static bool is_day(const Seeker *seeker, Date date)
{
    return seeker->month && date_known(date) && (unsigned)date.from.month == seeker->month &&
           (uint32_t)date.from.day == seeker->day;
}

void fitting_date(Seeker *seeker, Meaning *meaning, Date date)
{
    if (is_day(seeker, date) && FIT_WHOLE < meaning->fit) {
        meaning->fit = FIT_WHOLE;
        meaning->by = seeker->words;
    }
    if (!seeker->dated || !date_known(date) || date_compare(date, seeker->date) < 0 ||
        date_ends_before(seeker->date, date))
        return;
    // Whatever is of a year is so equally, whether its day is known or not.
    Fit fit = !seeker->year && same_parts(date.from, seeker->date.from) ? FIT_WHOLE : FIT_BEGUN;
    if (fit < meaning->fit) {
        meaning->fit = fit;
        meaning->by = seeker->words;
    }
}

// "Ministry of Foreign Affairs" has no surname.
static bool is_office(Str author)
{
    Str word;
    while (str_next(&author, " ", &word))
        if (str_equal(word, str_of("of")))
            return true;
    return false;
}

// Those who wrote it are people, as those are who spoke.
void fitting_authors(Seeker *seeker, Meaning *meaning, Str authors)
{
    Str author;
    Fit before = meaning->fit;
    while (str_next(&authors, ";", &author)) {
        author = str_trim(author);
        if (!author.len || is_office(author))
            continue;
        fitting_name(seeker, meaning, author, FIT_WHOLE);
        fitting_name(seeker, meaning, fitting_surname(author), FIT_WHOLE);
    }
    meaning->by_author = meaning->fit < before;
}
