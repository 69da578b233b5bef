// SPDX-License-Identifier: MIT
// The sink that only lists which conversations there are.
#include <stdlib.h>

#include "diptych/memory.h"
#include "diptych/port.h"
#include "port/stated.h"

// Names of speakers that a line gives.
#define NAMES_MAX 6

struct Lister {
    PortSink sink;
    People *people;
    Buffer title, date;
    bool account;           // another account of the last document is told: it counts no more
    size_t line;            // of the first turn
    size_t turns, passages; // of this document
    uint32_t names[NAMES_MAX];
    size_t name_count;
    size_t documents;
    Buffer out;
};

static void end_document(Lister *lister)
{
    if (lister->turns && !lister->account) {
        buffer_addf(&lister->out, "%zu\t", ++lister->documents);
        buffer_add(&lister->out, lister->title.len ? buffer_str(&lister->title) : str_of("(no title)"));
        buffer_add_byte(&lister->out, '\t');
        buffer_add(&lister->out, lister->date.len ? buffer_str(&lister->date) : str_of("?"));
        buffer_addf(&lister->out, "\tline %zu\t%zu turns\t%zu passages\t", lister->line, lister->turns,
                    lister->passages);
        for (size_t i = 0; i < lister->name_count; i++) {
            const Str name = people_at(lister->people, lister->names[i])->title;
            buffer_addf(&lister->out, "%s%.*s", i ? "; " : "", (int)name.len, name.at);
        }
        buffer_add_text(&lister->out, lister->name_count == NAMES_MAX ? "; ...\n" : "\n");
    }
    buffer_clear(&lister->title);
    buffer_clear(&lister->date);
    lister->turns = lister->passages = lister->name_count = 0;
}

static void take_speaker(Lister *lister, const PortItem *item)
{
    PeopleMatch match;
    const uint32_t person =
        people_take(lister->people, item->speaker.len ? item->speaker : str_of("?"), &match, NULL);
    if (lister->turns++ == 0)
        lister->line = item->line;
    for (size_t i = 0; i < lister->name_count; i++)
        if (lister->names[i] == person)
            return;
    if (lister->name_count < NAMES_MAX)
        lister->names[lister->name_count++] = person;
}

static void take_person(Lister *lister, const PortItem *item)
{
    PeopleMatch match;
    const uint32_t person = people_take(lister->people, item->text, &match, NULL);
    if (item->key.len)
        people_alias(lister->people, item->key, person);
}

static void take(PortSink *sink, const PortItem *item)
{
    Lister *lister = (Lister *)sink; // its first member
    switch (item->kind) {
    case PORT_DOCUMENT:
    case PORT_ACCOUNT:
        end_document(lister);
        lister->account = item->kind == PORT_ACCOUNT;
        break;
    case PORT_TITLE:
        buffer_add_text(&lister->title, lister->title.len ? " / " : "");
        buffer_add(&lister->title, str_slice(item->text, 0, 300));
        break;
    case PORT_DATE:
        if (lister->date.len == 0)
            stated_date(item->text, &lister->date, NULL, NULL);
        break;
    case PORT_PERSON:
    case PORT_PARTICIPANT:
        take_person(lister, item);
        break;
    case PORT_TURN:
        take_speaker(lister, item);
        lister->passages++;
        break;
    case PORT_PASSAGE:
        lister->passages++;
        break;
    default:
        break;
    }
}

static void unsure(PortSink *sink, size_t line, Str what)
{
    (void)sink;
    (void)line;
    (void)what;
}

Lister *lister_new(People *people)
{
    Lister *lister = mem_new(1, sizeof *lister);
    lister->sink = (PortSink){take, unsure};
    lister->people = people;
    return lister;
}

PortSink *lister_sink(Lister *lister)
{
    return &lister->sink;
}

size_t lister_add(Lister *lister, Buffer *out)
{
    end_document(lister);
    buffer_add(out, buffer_str(&lister->out));
    return lister->documents;
}

void lister_free(Lister *lister)
{
    if (!lister)
        return;
    buffer_free(&lister->title);
    buffer_free(&lister->date);
    buffer_free(&lister->out);
    free(lister);
}
