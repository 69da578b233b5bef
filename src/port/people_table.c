// SPDX-License-Identifier: MIT
// The table of people that a person edits between two runs.
#include <stdlib.h>

#include "diptych/reference.h"
#include "port/people_inside.h"

#define COLUMNS 4
#define HEADING "form\tid\tside\tcapacity\n"
#define NOBODY "-"

// Forms that were met once first, then by how often.
static int compare_forms(const void *a, const void *b)
{
    const FormEntry *x = *(const FormEntry *const *)a, *y = *(const FormEntry *const *)b;
    const size_t x_turns = x->turns == 1 ? 0 : x->turns, y_turns = y->turns == 1 ? 0 : y->turns;
    if (x_turns != y_turns)
        return x_turns == 0 ? -1 : y_turns == 0 ? 1 : x_turns > y_turns ? -1 : 1;
    return x < y ? -1 : x > y;
}

static void add_cell(Buffer *out, Str cell, char end)
{
    for (size_t i = 0; i < cell.len; i++)
        buffer_add_byte(out, cell.at[i] == '\t' || cell.at[i] == '\n' ? ' ' : cell.at[i]);
    buffer_add_byte(out, end);
}

void people_table_add(const People *people, Buffer *out)
{
    const FormEntry **forms = mem_new(people->form_count + 1, sizeof *forms);
    size_t count = 0;
    for (size_t i = 0; i < people->form_count; i++)
        if (people->forms[i].turns > 0)
            forms[count++] = &people->forms[i];
    qsort(forms, count, sizeof *forms, compare_forms);
    buffer_add_text(out, HEADING);
    for (size_t i = 0; i < count; i++) {
        const PersonEntry *entry = &people->persons[forms[i]->person].entry;
        add_cell(out, forms[i]->form, '\t');
        add_cell(out, entry->id, '\t');
        add_cell(out, entry->side, '\t');
        add_cell(out, str_of(capacity_word(entry->capacity)), '\n');
    }
    free(forms);
}

static uint32_t person_of_id(People *people, Str id, Str form)
{
    const uint32_t known = wordmap_value(&people->by_id, id);
    if (known != WORDMAP_NONE) {
        people_add_form(people, form, known);
        return known;
    }
    PersonName name = {.count = 0};
    name_parse(&name, form);
    const uint32_t person = people_add(people, form, &name);
    name_free(&name);
    people->persons[person].entry.id = arena_str(&people->texts, id);
    wordmap_add(&people->by_id, people->persons[person].entry.id, person);
    return person;
}

static bool take_row(People *people, const Str cells[COLUMNS], Error *error)
{
    if (people_form(people, cells[0]))
        return error_set(error, "%.*s: this form stands here twice", (int)cells[0].len, cells[0].at);
    if (str_is(cells[1], NOBODY)) {
        people_refuse(people, cells[0]);
        return true;
    }
    if (!id_is_valid(cells[1]))
        return error_set(error,
                         "%.*s: is no id: small letters, digits and \"-\", or - alone for nobody's name",
                         (int)cells[1].len, cells[1].at);
    Capacity capacity = CAPACITY_GOVERNMENT;
    if (cells[3].len && !capacity_parse(cells[3], &capacity))
        return error_set(error, "%.*s: is no capacity: government, party, opposition or private",
                         (int)cells[3].len, cells[3].at);
    const uint32_t person = person_of_id(people, cells[1], cells[0]);
    PersonEntry *entry = &people->persons[person].entry;
    people_form(people, cells[0])->from_table = true;
    if (cells[2].len)
        entry->side = arena_str(&people->texts, cells[2]);
    if (cells[3].len) {
        entry->capacity = capacity;
        entry->has_capacity = true;
    }
    return true;
}

bool people_table_take(People *people, const char *name, Str table, Error *error)
{
    Str line;
    people->has_table = true;
    for (size_t number = 1; str_next(&table, "\n", &line); number++) {
        Str cells[COLUMNS] = {{NULL, 0}};
        Str rest = line;
        size_t count = 0;
        while (count < COLUMNS && str_next(&rest, "\t", &cells[count])) {
            cells[count] = str_trim(cells[count]);
            count++;
        }
        if (cells[0].len == 0 || line.at[0] == '#' || (number == 1 && str_is(cells[0], "form")))
            continue;
        Error what;
        if (count < 2)
            error_set(&what, "a line is a form, an id, a side and a capacity, with tabs between them");
        if (count < 2 || !take_row(people, cells, &what))
            return error_set(error, "%s:%zu: %s", name, number, what.text);
    }
    return true;
}

void people_refuse(People *people, Str form)
{
    if (!people_form(people, form))
        people_add_form(people, form, PERSON_NONE)->from_table = true;
}

bool people_is_refused(const People *people, Str form)
{
    const FormEntry *entry = people_known(people, form);
    return entry && entry->person == PERSON_NONE;
}

bool people_lacks(const People *people, Str form)
{
    const FormEntry *entry = people_known(people, form);
    return people->has_table && (!entry || !entry->from_table);
}
