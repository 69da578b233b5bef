// SPDX-License-Identifier: MIT
// Searching: from hit to hit, and what is said of it in the last line.
#include "view/frame/inside.h"

// How long a new search may look for its first hit before the screen is painted, in milliseconds.
#define FIRST_LOOK 60

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
    size_t count = 0;
    if (reader->finding.search)
        search_hits(reader->finding.search, &count);
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
    reader_refresh(reader);
}

const char *finding_more(const Finding *finding)
{
    return search_complete(finding->search) && !search_is_cut(finding->search) ? "" : "+";
}

static bool comes_before(const Hit *hit, PassageId id)
{
    return hit->passage.account < id.account ||
           (hit->passage.account == id.account && hit->passage.ordinal < id.ordinal);
}

static void show_hit(Reader *reader, size_t at)
{
    size_t count;
    const Hit *hits = search_hits(reader->finding.search, &count);
    PassageId id = hits[at].passage;
    size_t offset = hits[at].match.from;
    reader->finding.at = at;
    reader->finding.on = true;
    reader->finding.waiting = false;
    reader_visit_passage(reader, id, reader_current_topic(reader));
    reader_show(reader, offset);
    finding_say(reader);
}

// The first hit at or behind the current passage; round to the first of all once all are known.
static void show_first(Reader *reader)
{
    size_t count, at = 0;
    PassageId here = {reader->account, 0};
    const Hit *hits = search_hits(reader->finding.search, &count);
    reader_current_passage(reader, &here);
    while (at < count && comes_before(hits + at, here))
        at++;
    if (at < count)
        show_hit(reader, at);
    else if (search_complete(reader->finding.search) && count)
        show_hit(reader, 0);
    else if (search_complete(reader->finding.search)) {
        reader->finding.waiting = false;
        reader_say(reader, "not found");
    }
}

bool finding_work(Reader *reader, unsigned milliseconds)
{
    Finding *finding = &reader->finding;
    if (!finding->search || search_complete(finding->search))
        return false;
    size_t before, after;
    const Hit *hits = search_hits(finding->search, &before);
    Hit current = finding->on ? hits[finding->at] : (Hit){0};
    bool more = search_step(finding->search, milliseconds);
    hits = search_hits(finding->search, &after);
    while (finding->on && finding->at < after &&
           (comes_before(hits + finding->at, current.passage) ||
            (hits[finding->at].passage.account == current.passage.account &&
             hits[finding->at].passage.ordinal == current.passage.ordinal &&
             hits[finding->at].match.from < current.match.from)))
        finding->at++;
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
    reader->finding = (Finding){
        .search = search_new(reader->dossier, query, reader->account), .waiting = true, .highlight = true};
    reader_refresh(reader);
    finding_work(reader, FIRST_LOOK);
    if (reader->finding.waiting)
        reader_say(reader, "searching ...");
}

void finding_step(Reader *reader, int direction, uint32_t count)
{
    Finding *finding = &reader->finding;
    size_t hits;
    if (!finding->search) {
        reader_say(reader, "no search yet; / begins one");
        return;
    }
    search_hits(finding->search, &hits);
    if (hits == 0) {
        reader_say(reader, search_complete(finding->search) ? "not found" : "searching ...");
        return;
    }
    if (!finding->highlight) {
        finding->highlight = true;
        reader_refresh(reader);
    }
    size_t step = count % hits, at = finding->on ? finding->at : direction > 0 ? hits - 1 : 0;
    show_hit(reader, direction > 0 ? (at + step) % hits : (at + hits - step) % hits);
}

void finding_say(Reader *reader)
{
    const Dossier *dossier = reader->dossier;
    const Finding *finding = &reader->finding;
    size_t count;
    search_hits(finding->search, &count);
    const char *more = finding_more(finding);
    Buffer sides = {0};
    for (size_t i = 0; i < dossier->party_count; i++) {
        size_t of = search_count_of(finding->search, (uint32_t)i);
        if (of == 0)
            continue;
        buffer_addf(&sides, " · ");
        buffer_add(&sides, dossier->parties[i].brief);
        buffer_addf(&sides, " %zu%s", of, more);
    }
    reader_say(reader, "hit %zu/%zu%s%.*s   n next, vr all of them", finding->at + 1, count, more,
               (int)sides.len, sides.bytes ? sides.bytes : "");
    buffer_free(&sides);
    reader->finding.told = true;
}
