// SPDX-License-Identifier: MIT
// Which of those who are known a name may mean.
#include "port/people_inside.h"

// People of one word that are looked at: further ones of that name are apart.
#define CANDIDATES_MAX 12

// Those who may be meant by the name.
typedef struct Candidates {
    uint32_t equal, near; // the only one of each kind; PERSON_NONE
    size_t equals, nears;
} Candidates;

static void count_candidate(uint32_t person, uint32_t *one, size_t *count)
{
    if (*count == 0 || *one != person)
        (*count)++;
    *one = person;
}

static void weigh(People *people, const PersonName *name, Str word, Candidates *found)
{
    size_t looked = 0;
    for (uint32_t at = wordmap_first(&people->by_word, word); at != WORDMAP_NONE && looked < CANDIDATES_MAX;
         at = wordmap_next(&people->by_word, at), looked++) {
        const uint32_t person = people->by_word.entries[at].value;
        name_parse(&people->other, people->persons[person].entry.title);
        people->other.bracket = people->persons[person].entry.office;
        const NameFit fit = name_fit(name, &people->other);
        if (fit == NAME_EQUAL)
            count_candidate(person, &found->equal, &found->equals);
        else if (fit == NAME_NEAR)
            count_candidate(person, &found->near, &found->nears);
    }
}

// "AO" for Ann Other: capitals alone, at most four of them.
static bool looks_initial(Str form)
{
    if (form.len < 2 || form.len > 8)
        return false;
    for (size_t i = 0; i < form.len; i++)
        if (form.at[i] >= 'a' && form.at[i] <= 'z')
            return false;
    return str_find(form, ' ', 0) == form.len && str_find(form, '.', 0) == form.len;
}

static void weigh_initials(People *people, const PersonName *name, Candidates *found)
{
    char word[32] = "*";
    const Str only = name->words[0];
    if (name->count != 1 || only.len + 1 > sizeof word)
        return;
    memcpy(word + 1, only.at, only.len);
    size_t looked = 0;
    for (uint32_t at = wordmap_first(&people->by_word, (Str){word, only.len + 1});
         at != WORDMAP_NONE && looked < CANDIDATES_MAX; at = wordmap_next(&people->by_word, at), looked++)
        count_candidate(people->by_word.entries[at].value, &found->near, &found->nears);
}

static bool has_title(People *people, uint32_t person)
{
    name_parse(&people->other, people->persons[person].entry.title);
    return people->other.title.len > 0;
}

uint32_t people_choose(People *people, Str form, const PersonName *name, PeopleMatch *match)
{
    Candidates found = {.equal = PERSON_NONE, .near = PERSON_NONE};
    weigh(people, name, name_surname(name), &found);
    if (name->count && !str_equal(name->words[0], name_surname(name)) && !found.equals)
        weigh(people, name, name->words[0], &found);
    if (!found.equals && !found.nears && looks_initial(form))
        weigh_initials(people, name, &found);
    *match = found.equals == 1                       ? PEOPLE_SAME
             : found.equals == 0 && found.nears == 1 ? PEOPLE_GUESSED
                                                     : PEOPLE_NEW;
    if (found.equals == 1 && found.nears > 0 && name->title.len == 0 && has_title(people, found.equal))
        *match = PEOPLE_TORN; // "Example", where Mr. John and Mrs. Example are known
    if (found.equals > 1 || (found.equals == 0 && found.nears > 1))
        *match = PEOPLE_TORN;
    return *match == PEOPLE_SAME ? found.equal : *match == PEOPLE_GUESSED ? found.near : PERSON_NONE;
}
