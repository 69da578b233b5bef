// SPDX-License-Identifier: MIT
#include <stdlib.h>

#include "diptych/memory.h"
#include "port/markup_inside.h"

void markup_group(Markup *markup, MarkupFrame *group)
{
    if (group->id.len == 0 || group->speaker.len == 0)
        return;
    markup->groups =
        mem_grow(markup->groups, &markup->group_capacity, markup->group_count + 1, sizeof *markup->groups);
    wordmap_add(&markup->group_ids, buffer_str(&group->id), (uint32_t)markup->group_count);
    markup->groups[markup->group_count++] = (MarkupGroup){mem_text(buffer_str(&group->speaker)), group->told};
}

// Of the groups that a person belongs to, the first that is a party, else the first.
static Str side_of(const Markup *markup, Str references)
{
    Str reference, side = {NULL, 0};
    while (str_next_word(&references, " ", &reference)) {
        const uint32_t group = wordmap_value(&markup->group_ids, markup_key(reference));
        if (group == WORDMAP_NONE && side.len == 0)
            side = markup_key(reference);
        if (group == WORDMAP_NONE)
            continue;
        if (markup->groups[group].party)
            return str_of(markup->groups[group].name);
        if (side.len == 0)
            side = str_of(markup->groups[group].name);
    }
    return side;
}

void markup_person(Markup *markup, MarkupFrame *person)
{
    const Str id = buffer_str(&person->id);
    const Str name = person->speaker.len ? buffer_str(&person->speaker) : id;
    if (name.len == 0)
        return;
    const PortItem item = {.kind = PORT_PERSON,
                           .line = person->line,
                           .text = name,
                           .key = id,
                           .side = side_of(markup, buffer_str(&person->side)),
                           .remark = buffer_str(&person->remark)};
    port_tell(markup->port, &item);
    if (id.len)
        wordmap_add(&markup->person_ids, id, 0);
}

void markup_name(Markup *markup, MarkupFrame *name)
{
    MarkupFrame *owner = markup_open(markup, MARKUP_PERSON);
    owner = owner ? owner : markup_open(markup, MARKUP_GROUP);
    if (!owner || owner->speaker.len)
        return;
    if (owner->id.len == 0)
        buffer_set(&owner->id, buffer_str(&name->id));
    if (name->speaker.len || name->remark.len) { // forename and surname
        buffer_set(&owner->speaker, buffer_str(&name->remark));
        if (name->speaker.len && name->remark.len)
            buffer_add_byte(&owner->speaker, ' ');
        buffer_add(&owner->speaker, buffer_str(&name->speaker));
    } else {
        buffer_set(&owner->speaker, str_trim(buffer_str(&name->text)));
    }
}

// Without the sign that ends a name in front of its words.
static Str without_sign(Str form)
{
    form = str_trim(form);
    while (form.len && strchr(":.,", form.at[form.len - 1]))
        form = str_trim(str_slice(form, 0, form.len - 1));
    return form;
}

void markup_speaker(Markup *markup, Str form, size_t line)
{
    form = without_sign(form);
    MarkupFrame *speech = markup_open(markup, MARKUP_SPEECH);
    if (!speech) {
        buffer_set(&markup->speaker, form);
        return;
    }
    const Str key = buffer_str(&speech->speaker);
    if (form.len == 0)
        return;
    if (key.len == 0) {
        buffer_set(&speech->speaker, form);
    } else if (wordmap_first(&markup->person_ids, key) == WORDMAP_NONE) {
        const PortItem item = {.kind = PORT_PERSON, .line = line, .text = form, .key = key};
        port_tell(markup->port, &item);
        wordmap_add(&markup->person_ids, key, 0);
    } else if (people_find(markup->port->people, form) != people_find(markup->port->people, key)) {
        buffer_set(&speech->remark, form);
    }
}

void markup_people_free(Markup *markup)
{
    for (size_t i = 0; i < markup->group_count; i++)
        free(markup->groups[i].name);
    free(markup->groups);
    wordmap_free(&markup->group_ids);
    wordmap_free(&markup->person_ids);
}
