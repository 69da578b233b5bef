// SPDX-License-Identifier: MIT
#include "diptych/order.h"

#include <fribidi.h>
#include <stdlib.h>
#include <string.h>
#include <unistr.h>

#include "diptych/memory.h"
#include "text/ascii.h"
#include "text/utf8.h"

// Hebrew to the last Arabic block, their presentation forms, and the scripts of the other planes.
static bool runs_left(uint32_t point)
{
    return (point >= 0x590 && point < 0x900) || point == 0x200F || (point >= 0xFB1D && point < 0xFE00) ||
           (point >= 0xFE70 && point < 0xFF00) || (point >= 0x10800 && point < 0x11000) ||
           (point >= 0x1E800 && point < 0x1F000);
}

bool order_turns(Str text)
{
    for (size_t at = ascii_end(text, 0); at < text.len; at = ascii_end(text, at)) {
        const Decoded decoded = utf8_decode_shown(text, at);
        if (runs_left(decoded.point))
            return true;
        at += decoded.bytes;
    }
    return false;
}

bool order_is_rtl(Str text)
{
    for (size_t at = 0; at < text.len;) {
        const Decoded decoded = utf8_decode_shown(text, at);
        const FriBidiCharType type = fribidi_get_bidi_type(decoded.point);
        if (FRIBIDI_IS_STRONG(type))
            return FRIBIDI_IS_RTL(type);
        at += decoded.bytes;
    }
    return false;
}

void order_add_begin(Buffer *out, bool rtl)
{
    buffer_add_text(out, rtl ? "\xe2\x81\xa7" : "\xe2\x81\xa6");
}

void order_add_end(Buffer *out)
{
    buffer_add_text(out, "\xe2\x81\xa9");
}

void order_add_apart(Buffer *out, Str text)
{
    const bool turns = order_turns(text);
    if (turns)
        order_add_begin(out, order_is_rtl(text));
    buffer_add(out, text);
    if (turns)
        order_add_end(out);
}

// A line while it is put in order: arrays by code point.
typedef struct LinePoints {
    FriBidiChar *points;
    FriBidiCharType *types;
    FriBidiBracketType *brackets;
    FriBidiLevel *levels;
    FriBidiArabicProp *joins;
    FriBidiStrIndex count;
} LinePoints;

static LinePoints points_of(Str line)
{
    LinePoints points = {.points = mem_new(line.len + 1, sizeof(FriBidiChar))};
    for (size_t at = 0; at < line.len;) {
        const Decoded decoded = utf8_decode_shown(line, at);
        points.points[points.count++] = decoded.point;
        at += decoded.bytes;
    }
    const size_t count = (size_t)points.count;
    points.types = mem_new(count + 1, sizeof *points.types);
    points.brackets = mem_new(count + 1, sizeof *points.brackets);
    points.levels = mem_new(count + 1, sizeof *points.levels);
    points.joins = mem_new(count + 1, sizeof *points.joins);
    return points;
}

static void points_free(LinePoints *points)
{
    free(points->points);
    free(points->types);
    free(points->brackets);
    free(points->levels);
    free(points->joins);
}

// Finds the levels, mirrors brackets and gives Arabic letters the forms that join, since no terminal can tell
// neighbours any more. Ligatures would take cells away.
static void resolve(LinePoints *points, bool rtl)
{
    FriBidiParType base = rtl ? FRIBIDI_PAR_RTL : FRIBIDI_PAR_LTR;
    fribidi_get_bidi_types(points->points, points->count, points->types);
    fribidi_get_bracket_types(points->points, points->count, points->types, points->brackets);
    if (!fribidi_get_par_embedding_levels_ex(points->types, points->brackets, points->count, &base,
                                             points->levels)) {
        memset(points->levels, rtl, (size_t)points->count * sizeof *points->levels);
        return;
    }
    fribidi_get_joining_types(points->points, points->count, points->joins);
    fribidi_join_arabic(points->types, points->count, points->levels, points->joins);
    fribidi_shape(FRIBIDI_FLAGS_DEFAULT | FRIBIDI_FLAG_SHAPE_ARAB_PRES, points->levels, points->count,
                  points->joins, points->points);
}

static void reverse(Seat *seats, FriBidiLevel *levels, size_t from, size_t to)
{
    for (; from + 1 < to; from++, to--) {
        const Seat seat = seats[from];
        const FriBidiLevel level = levels[from];
        seats[from] = seats[to - 1];
        levels[from] = levels[to - 1];
        seats[to - 1] = seat;
        levels[to - 1] = level;
    }
}

// Rule L2: from the highest level down, every run of that level and above is turned round.
static void turn_runs(Seat *seats, FriBidiLevel *levels, size_t count)
{
    int highest = 0;
    for (size_t i = 0; i < count; i++)
        highest = levels[i] > highest ? levels[i] : highest;
    for (int level = highest; level > 0; level--)
        for (size_t from = 0, to; from < count; from = to + 1) {
            while (from < count && levels[from] < level)
                from++;
            for (to = from; to < count && levels[to] >= level;)
                to++;
            reverse(seats, levels, from, to);
        }
}

static Seat *add_seat(Order *out, Cluster cluster, size_t at, FriBidiChar first, size_t replaced)
{
    out->seats = mem_grow(out->seats, &out->capacity, out->count + 1, sizeof *out->seats);
    Seat *seat = &out->seats[out->count++];
    *seat = (Seat){.cluster = cluster, .at = (uint32_t)at, .first_replaced = (uint8_t)replaced};
    const int len = u8_uctomb((uint8_t *)seat->first, first, sizeof seat->first);
    seat->first_len = (uint8_t)(len > 0 ? len : 0);
    return seat;
}

// Puts the clusters that take cells into `out`, in the order of the text; their levels go to the front of
// the points' own.
static void take_clusters(Str line, LinePoints *points, Order *out)
{
    size_t point = 0;
    for (size_t at = 0; at < line.len;) {
        const Cluster cluster = cluster_at(line, at);
        if (cluster.columns) {
            add_seat(out, cluster, at, points->points[point], utf8_decode_shown(line, at).bytes);
            points->levels[out->count - 1] = points->levels[point];
        }
        for (const size_t end = at + cluster.bytes; at < end; point++)
            at += utf8_decode_shown(line, at).bytes;
    }
}

void order_line(Str line, bool rtl, Order *out)
{
    LinePoints points = points_of(line);
    out->count = 0;
    resolve(&points, rtl);
    take_clusters(line, &points, out);
    turn_runs(out->seats, points.levels, out->count);
    uint32_t column = 0;
    for (size_t i = 0; i < out->count; i++) {
        out->seats[i].column = column;
        column += out->seats[i].cluster.columns;
    }
    points_free(&points);
}

size_t order_column(Str line, bool rtl, size_t at)
{
    Order order = {0};
    const Seat *found = NULL;
    order_line(line, rtl, &order);
    for (size_t i = 0; i < order.count; i++)
        if (order.seats[i].at <= at && (!found || order.seats[i].at > found->at))
            found = &order.seats[i];
    size_t column = at < line.len ? (found ? found->column : 0) : cluster_columns(line);
    free(order.seats);
    return column;
}
