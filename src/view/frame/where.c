// SPDX-License-Identifier: MIT
// Where the reader is, in words and in percent.
#include "diptych/meaning.h"
#include "view/frame/inside.h"

static void add_part(Buffer *out, Str part)
{
    buffer_add_text(out, out->len && part.len ? " · " : "");
    buffer_add(out, part);
}

// "Working group 1, 20 Dec 1988".
static void add_round(Reader *reader, Buffer *out, uint32_t account)
{
    uint32_t round = reader->dossier->accounts[account].round;
    meaning_brief_add(out, reader->dossier, (Target){TARGET_ROUND, round, 0});
    if (date_known(reader->dossier->rounds[round].date)) {
        buffer_add_text(out, ", ");
        date_add(out, reader->dossier->rounds[round].date);
    }
}

// "wg1.23, passage 23 of 103".
static void add_passage(Reader *reader, Buffer *out, PassageId id)
{
    Buffer part = {0};
    passage_reference_add(reader->dossier, &part, id.account, passage_at(reader->dossier, id)->number);
    buffer_addf(&part, ", passage %u of %zu", (unsigned)id.ordinal + 1,
                dossier_speech(reader->dossier, id.account)->passage_count);
    add_part(out, buffer_str(&part));
    buffer_free(&part);
}

static size_t percent_of(const Pane *pane)
{
    size_t items = pane_items(pane), item = items > 1 ? pane->type->item(pane) : 0;
    return items > 1 && item < items ? item * 100 / (items - 1) : 100;
}

void where_say(Reader *reader, Command command, int argument)
{
    (void)command;
    (void)argument;
    const Pane *pane = reader_active(reader);
    const ViewType *type = reader->view->type;
    uint32_t topic = reader_current_topic(reader);
    Target target = reader_current(reader);
    PassageId id;
    Buffer text = {0};
    bool passage = reader_current_passage(reader, &id);
    if (reader->dossier->account_count && (type->of_account || passage))
        add_round(reader, &text, passage ? id.account : reader->account);
    else
        add_part(&text, str_of(type->title ? type->title : type->name));
    if (topic != NONE)
        add_part(&text, reader->dossier->topics[topic].record.title);
    if (passage) {
        add_passage(reader, &text, id);
    } else if (target.kind != TARGET_NONE && target.kind != TARGET_TOPIC &&
               target.kind != TARGET_DISCREPANCY) {
        Buffer title = {0};
        meaning_title_add(&title, reader->dossier, target);
        add_part(&text, buffer_str(&title));
        buffer_free(&title);
    }
    reader_say(reader, "%.*s · %zu %%", (int)text.len, text.bytes, percent_of(pane));
    buffer_free(&text);
}

void where_percent(Reader *reader, Command command, int argument)
{
    Pane *pane = reader_active(reader);
    size_t items = pane_items(pane), percent = command.count < 100 ? command.count : 100;
    if (!command.count) {
        where_say(reader, command, argument);
        return;
    }
    Place from = reader_place(reader);
    bool any = pane->type->target(pane).kind != TARGET_NONE;
    if (items)
        pane->type->to_item(pane, ((items - 1) * percent + 99) / 100, 0, any ? reader_height(reader) / 2 : 0);
    trail_visit(&reader->trail, from, reader_place(reader), TRAIL_OPEN);
    where_say(reader, command, argument);
}
