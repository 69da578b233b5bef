// SPDX-License-Identifier: MIT
// Pages in plain text: their numbers, and what stands on each.
#include "port/furniture.h"
#include "port/plain.h"

static void turn_page(Plain *plain, const PageLine *line, Str page)
{
    buffer_set(&plain->page, page);
    plain->furniture = plain->gap = true;
    port_tell_text(plain->port, PORT_PAGE, line->number, page);
}

// A form feed where pages have no numbers of their own.
void plain_count_page(Plain *plain, const PageLine *line)
{
    uint32_t number = 0;
    if (plain->survey.pages > 0 || !str_number(buffer_str(&plain->page), UINT32_MAX - 1, &number))
        return;
    Buffer page = {0};
    buffer_addf(&page, "%u", number + 1);
    turn_page(plain, line, buffer_str(&page));
    buffer_free(&page);
}

static void tell_stamp(Plain *plain, const PageLine *line, Str text)
{
    if (plain_first_time(plain, text))
        port_tell_text(plain->port, PORT_FRONT, line->number, text);
    plain->furniture = true;
}

// A number that may be a year, with nothing in front or behind that makes it a page.
static bool is_year(Plain *plain, const PageLine *line, bool doubtful, Str page)
{
    if (!doubtful || plain->survey.pages > 0)
        return false;
    port_unsure(plain->port, line->number, "\"%.*s\" alone on a line may be a page or a year", (int)page.len,
                page.at);
    port_tell_text(plain->port, PORT_FRONT, line->number, page);
    return true;
}

bool plain_take_furniture(Plain *plain, const PageLine *line)
{
    Buffer page = {0};
    Str head = {NULL, 0};
    bool doubtful;
    Furniture kind = furniture_of(line->text, &page, &head, &doubtful);
    if (kind == FURNITURE_COLUMN && plain->page.len) {
        Buffer both = {0};
        const Str number = str_slice(buffer_str(&plain->page), 0, str_find(buffer_str(&plain->page), ' ', 0));
        buffer_addf(&both, "%.*s %.*s", (int)number.len, number.at, (int)page.len, page.bytes);
        turn_page(plain, line, buffer_str(&both));
        buffer_free(&both);
    } else if (kind == FURNITURE_PAGE) {
        if (!is_year(plain, line, doubtful, buffer_str(&page)))
            turn_page(plain, line, buffer_str(&page));
    } else if (kind == FURNITURE_RUNNING) {
        tell_stamp(plain, line, head);
        turn_page(plain, line, buffer_str(&page));
    } else if (kind == FURNITURE_STAMP) {
        tell_stamp(plain, line, line->text);
    } else if (kind == FURNITURE_NONE && (plain->furniture || line->feeds) && line->text.at[0] != '(' &&
               line->text.at[0] != '[' && survey_is_running(&plain->survey, line->text)) {
        tell_stamp(plain, line, line->text);
        kind = FURNITURE_RUNNING;
    } else {
        kind = FURNITURE_NONE;
    }
    buffer_free(&page);
    return kind != FURNITURE_NONE;
}

// The page before the first number, when the numbers stand at the ends of pages.
void plain_first_page(Plain *plain)
{
    uint32_t number = 0;
    const Str first = buffer_str(&plain->survey.first_page);
    if (plain->survey.pages == 0 && plain->survey.feeds > 1) {
        buffer_set(&plain->page, str_of("1"));
    } else if (str_number(first, UINT32_MAX, &number) && number > 1) {
        Buffer page = {0};
        buffer_addf(&page, "%u", number - 1);
        buffer_set(&plain->page, buffer_str(&page));
        buffer_free(&page);
    }
}
