// SPDX-License-Identifier: MIT
#include "diptych/people.h"

#include <stdlib.h>

#include "diptych/memory.h"
#include "port/name.h"
#include "port/people_inside.h"

People *people_new(void)
{
    return mem_new(1, sizeof(People));
}

void people_free(People *people)
{
    if (!people)
        return;
    wordmap_free(&people->by_key);
    wordmap_free(&people->by_word);
    wordmap_free(&people->by_id);
    free(people->forms);
    free(people->persons);
    arena_free(&people->texts);
    buffer_free(&people->key);
    name_free(&people->one);
    name_free(&people->other);
    free(people);
}

static Str key_of(People *people, Str form)
{
    buffer_clear(&people->key);
    name_key(form, &people->key);
    return buffer_str(&people->key);
}

FormEntry *people_form(People *people, Str form)
{
    const uint32_t at = wordmap_value(&people->by_key, key_of(people, form));
    return at == WORDMAP_NONE ? NULL : &people->forms[at];
}

// The newest form becomes the last one of the person.
static void hang_on(People *people, uint32_t person)
{
    const uint32_t form = (uint32_t)people->form_count;
    if (person == PERSON_NONE)
        return;
    PersonState *state = &people->persons[person];
    if (state->first == WORDMAP_NONE)
        state->first = form;
    else
        people->forms[state->last].next = form;
    state->last = form;
}

FormEntry *people_add_form(People *people, Str form, uint32_t person)
{
    people->forms =
        mem_grow(people->forms, &people->form_capacity, people->form_count + 1, sizeof *people->forms);
    FormEntry *entry = &people->forms[people->form_count];
    *entry = (FormEntry){.form = arena_str(&people->texts, str_slice(form, 0, FORM_MAX)),
                         .person = person,
                         .next = WORDMAP_NONE};
    hang_on(people, person);
    wordmap_add(&people->by_key, key_of(people, form), (uint32_t)people->form_count++);
    return entry;
}

// By each of its words, and by its initials, a person is found again.
static void add_words(People *people, const PersonName *name, uint32_t person)
{
    for (size_t i = 0; i < name->count; i++) {
        const uint32_t first = wordmap_first(&people->by_word, name->words[i]);
        if (first == WORDMAP_NONE || people->by_word.entries[first].value != person)
            wordmap_add(&people->by_word, name->words[i], person);
    }
    char initials[2 + 32] = "*";
    const size_t count = name_initials(name, initials + 1, sizeof initials - 1);
    if (name->count >= 2)
        wordmap_add(&people->by_word, (Str){initials, count + 1}, person);
}

Str people_new_id(People *people, Str wanted)
{
    Buffer id = {0};
    // Of a name that many have, the numbers go on with that of the person.
    for (size_t i = 1;; i = i == 9 ? people->person_count + 10 : i + 1) {
        buffer_clear(&id);
        buffer_add(&id, wanted.len ? wanted : str_of("speaker"));
        if (i > 1 || wanted.len == 0)
            buffer_addf(&id, "-%zu", wanted.len ? i : ++people->unnamed);
        if (wordmap_first(&people->by_id, buffer_str(&id)) == WORDMAP_NONE)
            break;
    }
    const Str kept = arena_str(&people->texts, buffer_str(&id));
    buffer_free(&id);
    return kept;
}

static void set_title(People *people, PersonEntry *entry, const PersonName *name, Str form)
{
    const Str bare = str_slice(name->bare.len ? name->bare : form, 0, FORM_MAX);
    entry->title = arena_str(&people->texts, bare);
    if (entry->office.len == 0)
        entry->office = arena_str(&people->texts,
                                  str_slice(name->behind.len ? name->behind : name->bracket, 0, FORM_MAX));
}

uint32_t people_add(People *people, Str form, const PersonName *name)
{
    const uint32_t person = (uint32_t)people->person_count;
    people->persons = mem_grow(people->persons, &people->person_capacity, people->person_count + 1,
                               sizeof *people->persons);
    PersonState *state = &people->persons[people->person_count++];
    *state = (PersonState){.words = name->count, .first = WORDMAP_NONE, .last = WORDMAP_NONE};
    set_title(people, &state->entry, name, form);
    Buffer id = {0};
    name_id(name, &id);
    state->entry.id = people_new_id(people, buffer_str(&id));
    wordmap_add(&people->by_id, state->entry.id, person);
    buffer_free(&id);
    people_add_form(people, form, person);
    add_words(people, name, person);
    return person;
}

// A fuller form becomes the title.
static void take_over(People *people, uint32_t person, const PersonName *name, Str form)
{
    PersonState *state = &people->persons[person];
    if (name->count > state->words) {
        state->words = name->count;
        set_title(people, &state->entry, name, form);
        add_words(people, name, person);
    } else if (state->entry.office.len == 0) {
        state->entry.office = arena_str(
            &people->texts, str_slice(name->behind.len ? name->behind : name->bracket, 0, FORM_MAX));
    }
    people_add_form(people, form, person);
}

uint32_t people_take(People *people, Str form, PeopleMatch *match, Str *other)
{
    form = str_trim(form);
    const FormEntry *known = people_form(people, form);
    *match = PEOPLE_SAME;
    if (other)
        *other = (Str){NULL, 0};
    if (known && known->person != PERSON_NONE)
        return known->person;
    if (people->form_count >= PEOPLE_MAX)
        form = str_of("Others");
    if (people->form_count >= PEOPLE_MAX && (known = people_form(people, form)))
        return known->person;
    name_parse(&people->one, form);
    const uint32_t person = people_choose(people, form, &people->one, match);
    if (person == PERSON_NONE)
        return people_add(people, form, &people->one);
    if (other)
        *other = people->persons[person].entry.title;
    take_over(people, person, &people->one, form);
    return person;
}

const FormEntry *people_known(const People *people, Str form)
{
    Buffer key = {0};
    name_key(form, &key);
    const uint32_t at = wordmap_value(&people->by_key, buffer_str(&key));
    buffer_free(&key);
    return at == WORDMAP_NONE ? NULL : &people->forms[at];
}

uint32_t people_find(const People *people, Str form)
{
    const FormEntry *known = people_known(people, form);
    return known ? known->person : PERSON_NONE;
}

void people_alias(People *people, Str form, uint32_t person)
{
    if (!people_form(people, form))
        people_add_form(people, form, person);
}

void people_call(People *people, Str form, uint32_t person)
{
    if (!people_form(people, form))
        people_add_form(people, form, person);
}

const PersonEntry *people_at(const People *people, uint32_t person)
{
    return &people->persons[person].entry;
}

size_t people_count(const People *people)
{
    return people->person_count;
}

void people_speaks(People *people, uint32_t person, Str form)
{
    FormEntry *entry = people_form(people, form);
    people->persons[person].entry.turns++;
    if (entry)
        entry->turns++;
}

void people_list(People *people, uint32_t person, Str side, Str office)
{
    PersonEntry *entry = &people->persons[person].entry;
    entry->listed = true;
    if (side.len)
        entry->side = arena_str(&people->texts, str_slice(side, 0, FORM_MAX));
    if (office.len)
        entry->office = arena_str(&people->texts, str_slice(office, 0, FORM_MAX));
}

void people_forms_add(const People *people, uint32_t person, Buffer *out)
{
    const size_t start = out->len;
    for (uint32_t i = people->persons[person].first; i != WORDMAP_NONE; i = people->forms[i].next) {
        const FormEntry *entry = &people->forms[i];
        if (str_equal(entry->form, people->persons[person].entry.title))
            continue;
        if (out->len > start)
            buffer_add_text(out, "; ");
        for (size_t k = 0; k < entry->form.len; k++)
            buffer_add_byte(out, entry->form.at[k] == ';' ? ',' : entry->form.at[k]);
    }
}

Str people_reserve_id(People *people, Str wanted)
{
    const Str id = people_new_id(people, wanted);
    wordmap_add(&people->by_id, id, PERSON_NONE);
    return id;
}
