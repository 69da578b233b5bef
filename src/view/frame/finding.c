// SPDX-License-Identifier: MIT
// Searching: from hit to hit, and what is said of it in the last line.
#include "diptych/cluster.h"
#include "view/frame/inside.h"

// How long a new search may look for its first hit before the screen is painted, in milliseconds.
#define FIRST_LOOK 60

// What is said behind a hit where there is room.
#define KEYS "   n next, vr all of them"

// The views that list hits are those of the search that was.
static void forget(Reader *reader)
{
    if (reader->finding.search)
        search_free(reader->finding.search);
    reader->finding = (Finding){0};
    for (size_t i = 0; i < reader->view_count; i++)
        if (reader->views[i].type->of_search)
            reader_drop(&reader->views[i]);
}

void finding_relist(Reader *reader)
{
    size_t count = reader->finding.search ? search_count(reader->finding.search) : 0;
    if (count == reader->finding.listed)
        return;
    reader->finding.listed = count;
    for (size_t i = 0; i < reader->view_count; i++)
        if (reader->views[i].type->of_search)
            reader_renew(reader, &reader->views[i]);
}

void finding_clear(Reader *reader, Command command, int argument)
{
    (void)command;
    (void)argument;
    reader->finding.highlight = false;
    scanning_close(reader);
    reader_refresh(reader);
}

const char *finding_more(const Finding *finding)
{
    return search_complete(finding->search) && !search_is_cut(finding->search) ? "" : "+";
}

// Nothing is found, or not yet; and what may have been meant by what looks like a term.
static void say_none(Reader *reader)
{
    Finding *finding = &reader->finding;
    Str doubt = query_doubt(search_query(finding->search));
    if (!search_complete(finding->search)) {
        reader_say(reader, "searching ...");
        return;
    }
    finding->waiting = false;
    if (doubt.len)
        reader_say(reader, "not found; is \"%.*s\" meant?", (int)doubt.len, doubt.at);
    else
        reader_say(reader, "not found");
}

void finding_go(Reader *reader, size_t at)
{
    const Hit hit = *search_hit(reader->finding.search, at);
    reader->finding.at = at;
    reader->finding.on = true;
    reader->finding.waiting = false;
    reader_visit_passage(reader, hit.passage, reader_current_topic(reader));
    reader_show(reader, hit.match.from);
    finding_say(reader);
}

// The first hit at or behind the current passage; once all are known, round to the first of all. Where the
// words stand by themselves goes before where they are parts of longer ones.
static void show_first(Reader *reader)
{
    Finding *finding = &reader->finding;
    Hit here = {.passage = {reader->account, 0}};
    PassageId current;
    if (reader_current_passage(reader, &current))
        here.passage = current;
    size_t whole = search_whole(finding->search), count = search_count(finding->search);
    size_t at = search_find(finding->search, &here);
    if (at >= whole && !search_complete(finding->search))
        return;
    if (at >= whole && whole == 0) {
        here.part = true;
        at = search_find(finding->search, &here);
        whole = count;
    }
    finding->turn = at >= whole ? 1 : 0;
    if (count)
        finding_go(reader, at < whole ? at : 0);
    else
        say_none(reader);
}

bool finding_work(Reader *reader, unsigned milliseconds)
{
    Finding *finding = &reader->finding;
    if (!finding->search || search_complete(finding->search))
        return false;
    size_t before = search_count(finding->search);
    Hit current = finding->on ? *search_hit(finding->search, finding->at) : (Hit){0};
    bool more = search_step(finding->search, milliseconds);
    size_t after = search_count(finding->search);
    if (finding->on)
        finding->at = search_find(finding->search, &current);
    if (finding->waiting)
        show_first(reader);
    if (before != after || !more) {
        reader->changed = true;
        if (finding->told)
            finding_say(reader);
    }
    if (!more || after >= 2 * finding->listed) // listing all anew each time would take a square of time
        finding_relist(reader);
    return more;
}

void finding_start(Reader *reader, Str text, bool regex)
{
    Error error;
    Query *query = query_new(reader->dossier, text, regex, reader->look.lens, &error);
    if (!query) {
        reader_say(reader, "%s", error.text);
        return;
    }
    forget(reader);
    reader->finding = (Finding){.search = search_new(reader->dossier, reader->skim, query, reader->account),
                                .waiting = true,
                                .highlight = true};
    reader_refresh(reader);
    finding_work(reader, FIRST_LOOK);
    if (reader->finding.waiting)
        reader_say(reader, search_count(reader->finding.search)
                               ? "searching ...; so far in longer words: n goes there"
                               : "searching ...");
}

// The next hit or the one before, round from the last one to the first.
static void step_from(Reader *reader, int direction, size_t step, size_t count)
{
    Finding *finding = &reader->finding;
    size_t at = finding->on ? finding->at : direction > 0 ? count - 1 : 0;
    size_t to = direction > 0 ? (at + step) % count : (at + count - step) % count;
    bool round = finding->on && step && (direction > 0 ? to <= at : to >= at);
    finding->turn = round ? direction : 0;
    finding_go(reader, to);
}

void finding_step(Reader *reader, int direction, uint32_t count)
{
    Finding *finding = &reader->finding;
    if (!finding->search) {
        reader_say(reader, "no search yet; / begins one");
        return;
    }
    size_t hits = search_count(finding->search);
    if (hits == 0) {
        say_none(reader);
        return;
    }
    if (!finding->highlight) {
        finding->highlight = true;
        reader_refresh(reader);
    }
    step_from(reader, direction, count % hits, hits);
}

static void add_count(Buffer *out, Str whose, size_t count, const char *more)
{
    if (!count)
        return;
    buffer_add_text(out, " · ");
    buffer_add(out, whose);
    buffer_addf(out, " %zu%s", count, more);
}

// "hit 3/12, in longer words, from the first again · USSR 8 · Japan 3 · narration 1".
void finding_say(Reader *reader)
{
    const Dossier *dossier = reader->dossier;
    const Finding *finding = &reader->finding;
    const char *more = finding_more(finding);
    Buffer text = {0};
    buffer_addf(&text, "hit %zu/%zu%s", finding->at + 1, search_count(finding->search), more);
    if (search_hit(finding->search, finding->at)->part)
        buffer_add_text(&text, ", in longer words");
    if (finding->turn)
        buffer_add_text(&text, finding->turn > 0 ? ", from the first again" : ", from the last again");
    for (size_t i = 0; i < dossier->party_count; i++)
        add_count(&text, dossier->parties[i].brief, search_count_of(finding->search, (uint32_t)i), more);
    add_count(&text, str_of("narration"), search_narrated(finding->search), more);
    if (cluster_columns(buffer_str(&text)) + sizeof KEYS < reader->columns)
        buffer_add_text(&text, KEYS);
    reader_say(reader, "%.*s", (int)text.len, text.bytes);
    buffer_free(&text);
    reader->finding.told = true;
}
