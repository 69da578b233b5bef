// SPDX-License-Identifier: MIT
#include <stdlib.h>

#include "port/emit_inside.h"
#include "port/write.h"

void telling_free(Telling *telling)
{
    Buffer *const buffers[] = {&telling->title,    &telling->place,        &telling->date,
                               &telling->raw_date, &telling->participants, &telling->citation,
                               &telling->front,    &telling->key,          &telling->account};
    for (size_t i = 0; i < sizeof buffers / sizeof *buffers; i++)
        buffer_free(buffers[i]);
    free(telling->people);
    *telling = (Telling){.passages = 0};
}

static void mark_used(Emitter *emitter, uint32_t person)
{
    const size_t before = emitter->used_capacity;
    emitter->used =
        mem_grow(emitter->used, &emitter->used_capacity, (size_t)person + 1, sizeof *emitter->used);
    if (emitter->used_capacity > before)
        memset(emitter->used + before, 0, (emitter->used_capacity - before) * sizeof *emitter->used);
    emitter->used[person] = true;
}

void emit_takes_part(Emitter *emitter, uint32_t person)
{
    Telling *telling = &emitter->telling;
    mark_used(emitter, person);
    // The last ones are asked first: who speaks spoke a moment ago. Of hundreds, some may be named twice.
    for (size_t i = telling->people_count; i > 0 && i + 200 > telling->people_count; i--)
        if (telling->people[i - 1] == person)
            return;
    telling->people = mem_grow(telling->people, &telling->people_capacity, telling->people_count + 1,
                               sizeof *telling->people);
    telling->people[telling->people_count++] = person;
}

static void add_participants(const Emitter *emitter, Buffer *out)
{
    const Telling *telling = &emitter->telling;
    bool *seen = mem_new(emitter->used_capacity + 1, sizeof *seen);
    Buffer ids = {0};
    for (size_t i = 0; i < telling->people_count; i++) {
        if (seen[telling->people[i]])
            continue;
        seen[telling->people[i]] = true;
        buffer_addf(&ids, "%s", ids.len ? " " : "");
        buffer_add(&ids, people_at(emitter->people, telling->people[i])->id);
    }
    write_key(out, "Participants", buffer_str(&ids));
    buffer_free(&ids);
    free(seen);
}

// An id of the text's ASCII letters and digits, at most 40 of them.
static void add_slug(Buffer *out, Str text)
{
    const size_t start = out->len;
    for (size_t i = 0; i < text.len && out->len < start + 40; i++) {
        const char c = str_lower(text.at[i]);
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            buffer_add_byte(out, c);
        else if (out->len > start && out->bytes[out->len - 1] != '-')
            buffer_add_byte(out, '-');
    }
    while (out->len > start && out->bytes[out->len - 1] == '-')
        out->len--;
    if (out->len == start)
        buffer_add_text(out, "import");
}

// Another telling of the round before.
static void emit_account(Emitter *emitter, Buffer *out)
{
    const Telling *telling = &emitter->telling;
    buffer_addf(out, "Account: r%zu/", emitter->totals.documents);
    buffer_add(out, buffer_str(&telling->account));
    buffer_add_byte(out, '\n');
    write_key(out, "Title", buffer_str(&telling->title));
    buffer_add_text(out, "Sources: ");
    add_slug(out, str_of(emitter->name));
    buffer_add_text(out, "\nStatus: verbatim\n\n");
}

void emit_round(Emitter *emitter)
{
    Telling *telling = &emitter->telling;
    if (!telling->begun || !telling->taken)
        return;
    Buffer *out = body_place(&emitter->body, telling->record);
    const Str title = telling->title.len ? buffer_str(&telling->title) : str_of(emitter->name);
    if (telling->account.len) {
        emit_account(emitter, out);
        return;
    }
    buffer_addf(out, telling->prose ? "Round: front-%zu\n" : "Round: r%zu\n",
                emitter->totals.documents + telling->prose);
    write_key(out, "Title", title);
    if (emitter->first_title.len == 0)
        buffer_add(&emitter->first_title, title);
    write_key(out, "Date", telling->date.len ? buffer_str(&telling->date) : str_of("?"));
    buffer_addf(out, "Order: %zu\n", emitter->totals.documents);
    write_key(out, "Place", buffer_str(&telling->place));
    add_participants(emitter, out);
    buffer_add_text(out, "Sources: ");
    add_slug(out, str_of(emitter->name));
    buffer_addf(out, "\nStatus: %s\n", "verbatim");
    write_key(out, "Note", buffer_str(&telling->citation));
    write_key(out, "X-Key", buffer_str(&telling->key));
    write_key(out, "X-Date", buffer_str(&telling->raw_date));
    write_key(out, "X-Participants", buffer_str(&telling->participants));
    write_key(out, "X-Front", buffer_str(&telling->front));
    buffer_add_byte(out, '\n');
    emitter->any_reported = emitter->any_reported || telling->reported > telling->verbatim;
}

// One whom nobody has put on a side is a side of his own.
static Str side_name(const PersonEntry *entry)
{
    return entry->side.len ? entry->side : entry->title;
}

static void write_party(Buffer *out, Str id, Str title)
{
    write_key(out, "Party", id);
    write_key(out, "Title", title);
    buffer_add_byte(out, '\n');
}

static void write_person(const Emitter *emitter, uint32_t person, Str side, Buffer *out)
{
    const PersonEntry *entry = people_at(emitter->people, person);
    Buffer forms = {0};
    write_key(out, "Person", entry->id);
    write_key(out, "Title", entry->title);
    write_key(out, "Party", side);
    write_key(out, "Office", entry->office);
    if (entry->has_capacity)
        write_key(out, "Capacity", str_of(capacity_word(entry->capacity)));
    people_forms_add(emitter->people, person, &forms);
    write_key(out, "Names", buffer_str(&forms));
    buffer_add_byte(out, '\n');
    buffer_free(&forms);
}

// Who is written, those with most words first when there are more than two: the first two sides are shown.
typedef struct Rank {
    uint32_t person;
    size_t turns;
} Rank;

static int compare_ranks(const void *a, const void *b)
{
    const Rank *x = a, *y = b;
    if (x->turns != y->turns)
        return x->turns > y->turns ? -1 : 1;
    return x->person < y->person ? -1 : x->person > y->person;
}

static Rank *rank(const Emitter *emitter, size_t *count)
{
    const size_t people = people_count(emitter->people);
    Rank *ranks = mem_new(people + 1, sizeof *ranks);
    size_t speakers = 0;
    *count = 0;
    for (uint32_t i = 0; i < people && i < emitter->used_capacity; i++) {
        if (!emitter->used[i])
            continue;
        ranks[(*count)++] = (Rank){i, people_at(emitter->people, i)->turns};
        speakers += people_at(emitter->people, i)->turns > 0;
    }
    if (speakers > 2)
        qsort(ranks, *count, sizeof *ranks, compare_ranks);
    return ranks;
}

static void add_people(const Emitter *emitter, Buffer *out)
{
    size_t count;
    Rank *ranks = rank(emitter, &count);
    WordMap sides = {.count = 0};
    Str *ids = mem_new(count + 1, sizeof *ids);
    size_t side_count = 0;
    for (size_t i = 0; i < count; i++) {
        const PersonEntry *entry = people_at(emitter->people, ranks[i].person);
        const Str name = side_name(entry);
        if (wordmap_first(&sides, name) != WORDMAP_NONE)
            continue;
        Buffer slug = {0};
        buffer_add_text(&slug, entry->side.len ? "" : "side-");
        add_slug(&slug, entry->side.len ? name : entry->id);
        ids[side_count] = people_reserve_id(emitter->people, buffer_str(&slug));
        wordmap_add(&sides, name, (uint32_t)side_count);
        write_party(out, ids[side_count++], name);
        buffer_free(&slug);
    }
    for (size_t i = 0; i < count; i++)
        write_person(emitter, ranks[i].person,
                     ids[wordmap_value(&sides, side_name(people_at(emitter->people, ranks[i].person)))], out);
    wordmap_free(&sides);
    free(ids);
    free(ranks);
}

void emit_records(Emitter *emitter, Buffer *out)
{
    Buffer slug = {0};
    add_slug(&slug, str_of(emitter->name));
    const Str title = emitter->first_title.len ? buffer_str(&emitter->first_title) : str_of(emitter->name);
    write_key(out, "Dossier", buffer_str(&slug));
    write_key(out, "Title", title);
    buffer_add_text(out, "Format: 1\n\n");
    add_people(emitter, out);
    write_key(out, "Source", buffer_str(&slug));
    write_key(out, "Kind", str_of(emitter->any_reported ? "minutes" : "stenogram"));
    write_key(out, "Title", title);
    write_key(out, "Note", buffer_str(&emitter->citations));
    buffer_add_byte(out, '\n');
    buffer_free(&slug);
}
