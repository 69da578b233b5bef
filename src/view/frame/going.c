// SPDX-License-Identifier: MIT
// The ":" prompt: where a line leads.
#include <stdlib.h>

#include "view/frame/inside.h"

// What follows is a day, or nothing for all of the dossier.
static void tell_as_of(Reader *reader, Str words)
{
    Date day = {0};
    words = str_trim(words);
    if (words.len && (!date_parse(words, &day) || !date_known(day))) {
        reader_say(reader, "\"%.*s\" is no date; it is written 1956-10-19, 1956-10 or 1956", (int)words.len,
                   words.at);
        return;
    }
    day.note = (Str){"", 0};
    Date before = reader->dossier->as_of;
    reader_tell_as_of(reader, day);
    if (!reader->dossier->account_count) {
        reader_tell_as_of(reader, before);
        reader_say(reader, "nothing had been said by then");
        return;
    }
    reader_say(reader, "%s",
               words.len ? "told without what came later; :as-of alone tells all" : "all is told");
}

// A word of a view, alone or with what it is about; or of the program.
static bool obey_word(Reader *reader, Str line)
{
    Str rest = line, word = {0};
    str_next(&rest, " ", &word);
    View *view = reader_view_by_word(reader, word);
    if (view && view->type->obey)
        view->type->obey(reader, view, rest);
    else if (view && word.len == line.len)
        opening_open(reader, view, ACTION_VIEW);
    else if (str_equal(word, str_of("as-of")))
        tell_as_of(reader, rest);
    else if (str_equal(word, str_of("set")))
        setting_obey(reader, rest);
    else if (str_equal(line, str_of("marks")))
        marking_list(reader);
    else if (str_equal(line, str_of("quit")) || str_equal(line, str_of("q")))
        reader->wish = WISH_QUIT;
    else
        return false;
    return true;
}

// Says what the words were taken for, where that is not what was typed.
static void say_taken(Reader *reader, Meaning meaning)
{
    Buffer text = {0};
    if (meaning.by_id || reader->said.len)
        return;
    buffer_addf(&text, "%s: ", meaning_kind(meaning.target.kind));
    meaning_title_add(&text, reader->dossier, meaning.target);
    reader_say(reader, "%.*s", (int)text.len, text.bytes);
    buffer_free(&text);
}

void going_to(Reader *reader, Meaning meaning)
{
    Target target = meaning.target;
    if (target.kind == TARGET_PASSAGE)
        reader_visit_passage(reader, (PassageId){target.index, target.ordinal}, reader_current_topic(reader));
    else if (target.kind == TARGET_ROUND)
        reader_visit_account(reader, reader->dossier->rounds[target.index].account, TOPIC_FIRST);
    else if (target.kind == TARGET_ACCOUNT)
        reader_visit_account(reader, target.index, TOPIC_FIRST);
    else if (target.kind == TARGET_TOPIC)
        reader_visit_topic(reader, target.index);
    else
        reader_visit_subject(reader, target);
    say_taken(reader, meaning);
}

static void say_none(Reader *reader, Str line)
{
    Ref ref;
    if (dossier_ref_parse(reader->dossier, line, reader->account, &ref) && ref.first)
        reader_say(reader, "there is no passage of that number in the record");
    else
        reader_say(reader, "nothing is called \"%.*s\" here; / searches the texts", (int)line.len, line.at);
}

void going_obey(Reader *reader, Str line)
{
    Meanings meanings = {0};
    line = str_trim(line);
    if (line.len == 0 || obey_word(reader, line))
        return;
    meaning_find(reader->dossier, line, reader->account, MEANING_ALL, &meanings);
    if (meanings.best == 1)
        going_to(reader, meanings.items[0]);
    else if (meanings.best)
        choosing_open(reader, &meanings);
    else
        say_none(reader, line);
    free(meanings.items);
}
