// SPDX-License-Identifier: MIT
// ELAN: annotations of a recording in tiers, put in the order of their times.
#include <stdlib.h>

#include "diptych/memory.h"
#include "port/cues.h"
#include "port/readers.h"
#include "port/wordmap.h"
#include "port/xml.h"

// Annotations that are read: they have to be in memory, because tiers stand one behind the other.
#define ANNOTATIONS_MAX ((size_t)4000000)

// Bytes of the renderings of one annotation, about.
#define RENDERINGS_MAX ((size_t)4000)

// A tier: who speaks in it, and whose words it renders.
typedef struct Tier {
    Str id, participant, parent;
    size_t line;
    bool told; // that it is a rendering
} Tier;

// What was said, from when to when, or a rendering of it.
typedef struct Annotation {
    int64_t start, end; // milliseconds
    size_t line, order;
    uint32_t tier;
    Str id, of; // of: the annotation that this one renders
    Str text;
    Str renderings; // of it, in other tiers
} Annotation;

// A file on its way in.
typedef struct Elan {
    const Port *port;
    Arena texts;
    WordMap slots, ids; // ids of times to milliseconds, of annotations to their places
    Tier *tiers;
    size_t tier_count, tier_capacity;
    Annotation *items;
    size_t count, capacity;
    Annotation open;
    bool within; // a value
    Buffer text;
} Elan;

static Str keep(Elan *elan, const XmlTag *tag, const char *name)
{
    return arena_str(&elan->texts, xml_attribute(tag, name));
}

static int64_t time_of(const Elan *elan, Str slot)
{
    const uint32_t value = wordmap_value(&elan->slots, slot);
    return value == WORDMAP_NONE ? 0 : (int64_t)value;
}

static void take_slot(Elan *elan, const XmlTag *tag)
{
    uint32_t milliseconds;
    if (str_number(xml_attribute(tag, "TIME_VALUE"), UINT32_MAX - 1, &milliseconds))
        wordmap_add(&elan->slots, xml_attribute(tag, "TIME_SLOT_ID"), milliseconds);
}

static void take_tier(Elan *elan, const XmlTag *tag)
{
    elan->tiers = mem_grow(elan->tiers, &elan->tier_capacity, elan->tier_count + 1, sizeof *elan->tiers);
    elan->tiers[elan->tier_count++] = (Tier){.id = keep(elan, tag, "TIER_ID"),
                                             .participant = keep(elan, tag, "PARTICIPANT"),
                                             .parent = keep(elan, tag, "PARENT_REF"),
                                             .line = tag->line};
}

static void start(void *context, const XmlTag *tag)
{
    Elan *elan = context;
    const bool refers = str_is(tag->name, "REF_ANNOTATION");
    if (str_is(tag->name, "TIME_SLOT")) {
        take_slot(elan, tag);
    } else if (str_is(tag->name, "TIER")) {
        take_tier(elan, tag);
    } else if ((refers || str_is(tag->name, "ALIGNABLE_ANNOTATION")) && elan->tier_count) {
        elan->open = (Annotation){.line = tag->line,
                                  .tier = (uint32_t)elan->tier_count - 1,
                                  .id = keep(elan, tag, "ANNOTATION_ID"),
                                  .of = keep(elan, tag, "ANNOTATION_REF"),
                                  .start = time_of(elan, xml_attribute(tag, "TIME_SLOT_REF1")),
                                  .end = time_of(elan, xml_attribute(tag, "TIME_SLOT_REF2"))};
    } else if (str_is(tag->name, "ANNOTATION_VALUE")) {
        elan->within = true;
        buffer_clear(&elan->text);
    }
}

static void take_text(void *context, Str text, size_t line)
{
    Elan *elan = context;
    (void)line;
    if (elan->within)
        buffer_add(&elan->text, text);
}

static void end(void *context, Str name)
{
    Elan *elan = context;
    if (!str_is(name, "ANNOTATION_VALUE"))
        return;
    elan->within = false;
    if (elan->count >= ANNOTATIONS_MAX || str_trim(buffer_str(&elan->text)).len == 0 || elan->tier_count == 0)
        return;
    elan->open.text = arena_str(&elan->texts, str_trim(buffer_str(&elan->text)));
    elan->open.order = elan->count;
    elan->items = mem_grow(elan->items, &elan->capacity, elan->count + 1, sizeof *elan->items);
    if (elan->open.id.len)
        wordmap_add(&elan->ids, elan->open.id, (uint32_t)elan->count);
    elan->items[elan->count++] = elan->open;
}

// --- telling

static bool is_rendering(const Elan *elan, const Annotation *item)
{
    return elan->tiers[item->tier].parent.len > 0 || item->of.len > 0;
}

// Only what refers to an annotation renders it, not what a time alone ties to it.
static void give_rendering(Elan *elan, const Annotation *item)
{
    const uint32_t of = wordmap_value(&elan->ids, item->of);
    if (of == WORDMAP_NONE || elan->items[of].renderings.len > RENDERINGS_MAX)
        return;
    Annotation *parent = &elan->items[of];
    Buffer all = {0};
    buffer_add(&all, parent->renderings);
    buffer_add_text(&all, all.len ? " / " : "");
    buffer_add(&all, item->text);
    parent->renderings = arena_str(&elan->texts, buffer_str(&all));
    buffer_free(&all);
}

static void say_rendering(Elan *elan, Tier *tier)
{
    if (!tier->told)
        port_unsure(elan->port, tier->line, "tier %.*s depends on %.*s: taken for a rendering, not for turns",
                    (int)tier->id.len, tier->id.at, (int)tier->parent.len, tier->parent.at);
    tier->told = true;
}

static int compare(const void *a, const void *b)
{
    const Annotation *x = a, *y = b;
    if (x->start != y->start)
        return x->start < y->start ? -1 : 1;
    return x->order < y->order ? -1 : 1;
}

static void tell_one(Elan *elan, const Annotation *item, Str speaker, bool turn, bool overlaps)
{
    Buffer time = {0}, extra = {0};
    cues_time_add(&time, item->start);
    if (item->renderings.len) {
        buffer_add_text(&extra, "term: ");
        for (size_t i = 0; i < item->renderings.len; i++)
            buffer_add_byte(&extra, item->renderings.at[i] == '\n' ? ' ' : item->renderings.at[i]);
    }
    const PortItem told = {.kind = turn ? PORT_TURN : PORT_PASSAGE,
                           .line = item->line,
                           .text = item->text,
                           .speaker = speaker,
                           .time = buffer_str(&time),
                           .at = buffer_str(&time),
                           .key = item->id,
                           .extra = buffer_str(&extra),
                           .remark = overlaps ? str_of("overlaps") : (Str){NULL, 0},
                           .status = STATUS_VERBATIM};
    port_tell(elan->port, &told);
    buffer_free(&time);
    buffer_free(&extra);
}

static void tell_all(Elan *elan)
{
    Str before = {NULL, 0};
    int64_t last = 0;
    bool any = false;
    for (size_t i = 0; i < elan->count; i++) {
        if (!is_rendering(elan, &elan->items[i]))
            continue;
        say_rendering(elan, &elan->tiers[elan->items[i].tier]);
        give_rendering(elan, &elan->items[i]);
    }
    if (elan->count)
        qsort(elan->items, elan->count, sizeof *elan->items, compare);
    for (size_t i = 0; i < elan->count; i++) {
        const Annotation *item = &elan->items[i];
        const Tier *tier = &elan->tiers[item->tier];
        const Str speaker = tier->participant.len ? tier->participant : tier->id;
        if (is_rendering(elan, item))
            continue;
        if (!any)
            port_tell(elan->port, &(PortItem){.kind = PORT_DOCUMENT, .line = item->line});
        const bool turn = !any || !str_equal(speaker, before);
        tell_one(elan, item, speaker, turn, any && turn && item->start < last);
        any = true;
        before = speaker;
        last = item->end > last ? item->end : last;
    }
}

static bool next(void *context, Str *piece)
{
    return intake_piece(context, piece);
}

static bool read_elan(const Port *port, Error *error)
{
    Elan elan = {.port = port};
    const XmlSource source = {port->intake, next, intake_name(port->intake)};
    const XmlHandler handler = {&elan, start, end, take_text};
    const bool done = xml_read(&source, &handler, error) && !intake_failed(port->intake, error);
    if (done)
        tell_all(&elan);
    wordmap_free(&elan.slots);
    wordmap_free(&elan.ids);
    arena_free(&elan.texts);
    buffer_free(&elan.text);
    free(elan.tiers);
    free(elan.items);
    return done;
}

static bool recognises(Str beginning)
{
    static const char root[] = "<ANNOTATION_DOCUMENT";
    return beginning.len && memmem(beginning.at, beginning.len, root, sizeof root - 1) != NULL;
}

const PortReader reader_elan = {.name = "elan",
                                .told = "an ELAN annotation file",
                                .recognises = recognises,
                                .read = read_elan,
                                .looked_for = "tiers with annotations that have times"};
