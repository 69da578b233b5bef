// SPDX-License-Identifier: MIT
#include "scan.h"

#include <stdio.h>
#include <stdlib.h>

#include "diptych/guise.h"

// What is read of a file at first, in bytes: more than most records of rounds need.
#define WINDOW ((size_t)4096)

bool scan_is_account(Str line)
{
    RecordType type;
    return record_type(line, &type) && (type == RECORD_ROUND || type == RECORD_ACCOUNT);
}

static void skip_block(Lines *lines)
{
    Line line;
    while (lines_next(lines, &line) && line_kind(line.text) != LINE_BLANK)
        continue;
}

static Input input_for(Scan *scan, uint32_t file)
{
    return (Input){.file = file,
                   .bytes = buffer_str(&scan->bytes[file]),
                   .arena = &scan->model->arena,
                   .problems = &scan->model->problems};
}

// What is made of a round, of another record, and of a key in one takes about ten times these bytes. Records
// that would outgrow their files by more than so much are no dossier; a file counts as large as what it takes
// on a disk.
#define ROUND_WEIGHT ((size_t)96)
#define RECORD_WEIGHT ((size_t)44)
#define KEY_WEIGHT ((size_t)12)
#define WEIGHT_FREE ((size_t)2 << 20)
#define FILE_LEAST ((size_t)4096)

static void weigh(Scan *scan, const RawRecord *raw)
{
    bool account = raw->type == RECORD_ROUND || raw->type == RECORD_ACCOUNT;
    scan->weight += (account ? ROUND_WEIGHT : RECORD_WEIGHT) + raw->record.pair_count * KEY_WEIGHT;
}

static bool is_overweight(const Scan *scan)
{
    return scan->weight > scan->size + WEIGHT_FREE;
}

static ScanItem *add_found(Scan *scan, Input *input, Lines *lines, Line first)
{
    scan->items = mem_grow(scan->items, &scan->capacity, scan->count + 1, sizeof *scan->items);
    ScanItem *found = &scan->items[scan->count++];
    *found = (ScanItem){.raw = record_read(input, lines, first, &scan->pairs), .speechless = true};
    weigh(scan, &found->raw);
    return found;
}

static void scan_alone(Scan *scan, uint32_t file, bool whole)
{
    Input input = input_for(scan, file);
    Lines lines = lines_of(input.bytes, 1);
    Line line;
    lines_next_block(&lines, &line);
    ScanItem *found = add_found(scan, &input, &lines, line);
    found->part = (FilePart){.alone = true};
    size_t record_end = lines.at;
    found->speechless = whole && !lines_next_block(&lines, &line);
    buffer_cut(&scan->bytes[file], record_end);
    input_free(&input);
}

// A block that is no record. What stands behind a record of no known kind is that record's, and lost with it.
static void report_stray(Input *input, Line line, bool *unknown)
{
    Str name;
    DiagnosticKind kind = DIAGNOSTIC_STRAY_TEXT;
    if (line_kind(line.text) == LINE_BRACE)
        kind = DIAGNOSTIC_STRAY_ATTRIBUTES;
    else if (line_name(line.text, &name))
        kind = DIAGNOSTIC_UNKNOWN_RECORD;
    if (!*unknown || kind == DIAGNOSTIC_UNKNOWN_RECORD)
        input_problem(input, kind, line.number, 1, line.text);
    *unknown = *unknown || kind == DIAGNOSTIC_UNKNOWN_RECORD;
}

static void scan_blocks(Scan *scan, uint32_t file)
{
    Input input = input_for(scan, file);
    Lines lines = lines_of(input.bytes, 1);
    size_t account = SIZE_MAX;
    bool unknown = false; // the last record was of no known kind
    Line line;
    while (lines_next_block(&lines, &line)) {
        RecordType type;
        if (record_type(line.text, &type)) {
            bool begins = type == RECORD_ROUND || type == RECORD_ACCOUNT, heavy = is_overweight(scan);
            unknown = false;
            if ((begins || heavy) && account != SIZE_MAX)
                scan->items[account].part.to = line.at;
            if (heavy) {
                input_problem(&input, DIAGNOSTIC_TOO_MANY, line.number, 1, line.text);
                break;
            }
            ScanItem *found = add_found(scan, &input, &lines, line);
            found->part =
                (FilePart){.from = (uint32_t)lines.at, .to = (uint32_t)input.bytes.len, .line = lines.number};
            if (begins)
                account = scan->count - 1;
            continue;
        }
        if (account == SIZE_MAX)
            report_stray(&input, line, &unknown);
        else
            scan->items[account].speechless = false;
        skip_block(&lines);
    }
    input_free(&input);
}

// What the first bytes of a file tell.
typedef enum RecordVerdict { VERDICT_MORE, VERDICT_ALONE, VERDICT_BLOCKS } RecordVerdict;

// True when the scan came to the end of bytes that may go on, or may end within a line.
static bool is_short(const Lines *lines, bool whole)
{
    return !whole && lines->at >= lines->bytes.len;
}

static RecordVerdict judge(Str bytes, bool whole)
{
    Lines lines = lines_of(bytes, 1);
    Line line;
    bool found = lines_next_block(&lines, &line);
    if (is_short(&lines, whole))
        return VERDICT_MORE;
    if (!found || !scan_is_account(line.text))
        return VERDICT_BLOCKS;
    record_skip(&lines);
    return is_short(&lines, whole) ? VERDICT_MORE : VERDICT_ALONE;
}

static void report_unreadable(Scan *scan, uint32_t file, const char *reason)
{
    diagnostic_add(&scan->model->problems, DIAGNOSTIC_UNREADABLE, file, 1, 1, str_of(reason));
}

// Reads on until `limit` bytes are at hand.
static bool read_to(Scan *scan, uint32_t file, size_t limit, size_t *size)
{
    Buffer *bytes = &scan->bytes[file];
    Error error;
    if (!model_read(scan->model, file, bytes->len, limit - bytes->len, bytes, size, &error)) {
        report_unreadable(scan, file, error.text);
        return false;
    }
    scan->model->files[file].bytes = *size;
    return true;
}

// True when a record begins in the first of these bytes.
static bool holds_record(Str bytes)
{
    Lines lines = lines_of(str_slice(bytes, 0, FIRST_RECORD_LIMIT), 1);
    Line line;
    while (lines_next_block(&lines, &line)) {
        RecordType type;
        if (record_type(line.text, &type))
            return true;
        skip_block(&lines);
    }
    return false;
}

// True, and reported, when the file is no plain text, or a first megabyte is at hand that holds no record.
static bool is_foreign(Scan *scan, uint32_t file)
{
    Str bytes = buffer_str(&scan->bytes[file]);
    const char *guise = guise_of(bytes);
    if (guise) {
        char reason[200];
        snprintf(reason, sizeof reason, "it is %s", guise);
        report_unreadable(scan, file, reason);
        return true;
    }
    if (bytes.len < FIRST_RECORD_LIMIT || holds_record(bytes))
        return false;
    report_unreadable(scan, file, "its first megabyte holds no record");
    return true;
}

// Reads what is left of the file, unless it looks like none of ours.
static bool read_whole(Scan *scan, uint32_t file, size_t *size)
{
    if (*size <= scan->bytes[file].len)
        return true;
    if (scan->bytes[file].len < FIRST_RECORD_LIMIT && !read_to(scan, file, FIRST_RECORD_LIMIT, size))
        return false;
    return !is_foreign(scan, file) && read_to(scan, file, FILE_LIMIT, size);
}

Scan scan_new(Model *model)
{
    return (Scan){.model = model, .bytes = mem_new(model->dossier.file_count, sizeof(Buffer))};
}

void scan_file(Scan *scan, uint32_t file)
{
    size_t size = 0, limit = WINDOW;
    RecordVerdict verdict = VERDICT_MORE;
    while (verdict == VERDICT_MORE) {
        if (!read_to(scan, file, limit, &size))
            return;
        if (size > FILE_LIMIT) {
            report_unreadable(scan, file, "it is larger than a gigabyte");
            return;
        }
        if (is_foreign(scan, file))
            return;
        bool whole = scan->bytes[file].len < limit || size <= limit;
        verdict = judge(buffer_str(&scan->bytes[file]), whole);
        limit *= 4;
    }
    scan->size += size > FILE_LEAST ? size : FILE_LEAST;
    if (verdict == VERDICT_ALONE)
        scan_alone(scan, file, scan->bytes[file].len >= size);
    else if (read_whole(scan, file, &size))
        scan_blocks(scan, file);
}

void scan_free(Scan *scan)
{
    for (size_t i = 0; i < scan->model->dossier.file_count; i++)
        buffer_free(&scan->bytes[i]);
    free(scan->bytes);
    free(scan->items);
    free(scan->pairs.items);
}
