// SPDX-License-Identifier: MIT
#include "diptych/cluster.h"

#include <unictype.h>
#include <unistr.h>

#include "text/ascii.h"
#include "text/points.h"
#include "text/utf8.h"

#define ZERO_WIDTH_JOINER 0x200Du

static bool is_ascii(Str s, size_t at)
{
    return (unsigned char)s.at[at] < 0x80;
}

// True when `point` belongs to the cluster that begins with `first` and goes on to `before`.
static bool joins(uint32_t first, uint32_t before, uint32_t point)
{
    if (point < 0x80)
        return false;
    if (point_of(point).columns == 0)
        return true;
    if (before == ZERO_WIDTH_JOINER)
        return uc_is_property_extended_pictographic(point);
    return uc_is_property_emoji_modifier(point) && uc_is_property_extended_pictographic(first);
}

Cluster cluster_at(Str s, size_t at)
{
    if (is_ascii(s, at) && (at + 1 >= s.len || is_ascii(s, at + 1) || s.at[at] == '\n'))
        return (Cluster){1, 1, s.at[at] != '\n', false};
    Decoded next = utf8_decode(s, at);
    const uint32_t first = next.point;
    const Point begin = point_of(first);
    bool shows = begin.showing != SHOWING_HIDDEN;
    const bool bare = shows && begin.columns == 0;
    Cluster cluster = {next.bytes, shows ? next.bytes : 0, bare ? 1 : begin.columns, bare};
    uint32_t before = first;
    for (unsigned points = 1; at + cluster.bytes < s.len; points++) {
        next = utf8_decode(s, at + cluster.bytes);
        if (!joins(first, before, next.point))
            break;
        const Point point = point_of(next.point);
        shows = shows && points < CLUSTER_POINTS && point.columns == 0 && point.showing == SHOWING_PLAIN;
        cluster.bytes += next.bytes;
        if (shows)
            cluster.shown = cluster.bytes;
        before = next.point;
    }
    return cluster;
}

// True when a cluster begins at `at` whatever stands before it but a joiner.
static bool begins_cluster(Str s, size_t at)
{
    const uint32_t point = utf8_decode(s, at).point;
    return point < 0x80 || (point_of(point).columns > 0 && !uc_is_property_emoji_modifier(point));
}

size_t cluster_before(Str s, size_t at)
{
    size_t start = str_character_before(s, at);
    while (start > 0) {
        const size_t before = str_character_before(s, start);
        if (begins_cluster(s, start) && utf8_decode(s, before).point != ZERO_WIDTH_JOINER)
            break;
        start = before;
    }
    for (size_t next = start; next < at; next += cluster_at(s, next).bytes)
        start = next;
    return start;
}

size_t cluster_columns(Str s)
{
    size_t columns = 0;
    for (size_t at = 0; at < s.len;) {
        size_t end = ascii_end(s, at);
        if (end > at && end < s.len) // the last letter may have marks
            end--;
        if (end > at) {
            columns += end - at;
            at = end;
            continue;
        }
        const Cluster cluster = cluster_at(s, at);
        columns += cluster.columns;
        at += cluster.bytes;
    }
    return columns;
}

size_t cluster_fit(Str s, size_t columns)
{
    size_t used = 0;
    size_t at = 0;
    while (at < s.len) {
        const Cluster cluster = cluster_at(s, at);
        if (cluster.columns > columns - used)
            break;
        used += cluster.columns;
        at += cluster.bytes;
    }
    return at;
}
