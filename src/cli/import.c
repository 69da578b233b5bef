// SPDX-License-Identifier: MIT
// A document made into a dossier.
#include <stdlib.h>
#include <unistd.h>

#include "contain.h"
#include "diptych/clock.h"
#include "diptych/file.h"
#include "diptych/memory.h"
#include "diptych/port.h"
#include "diptych/visible.h"
#include "find_dossier.h"
#include "subcommand.h"

enum {
    OPTION_AS = OPTION_FIRST,
    OPTION_DOCUMENT,
    OPTION_ENCODING,
    OPTION_FORCE,
    OPTION_LIST,
    OPTION_OUTPUT,
    OPTION_PEOPLE
};

static const Option options[] = {
    {.value = OPTION_AS,
     .name = "as",
     .takes = "KIND",
     .words = "text markdown tsv captions recording json tei akn docx odt elan",
     .help = "what the document is, where that is not recognised"},
    {.value = OPTION_ENCODING,
     .name = "encoding",
     .takes = "NAME",
     .help = "what the document is in, when it is not UTF-8\nand does not say so itself"},
    {.value = OPTION_LIST,
     .name = "list",
     .or_next = true,
     .help = "print which conversations there are, a line each"},
    {.value = OPTION_DOCUMENT,
     .name = "document",
     .takes = "N",
     .help = "only the conversation of that number, as --list\ncounts"},
    {.value = OPTION_PEOPLE,
     .name = "people",
     .takes = "FILE",
     .kind = VALUE_PATH,
     .help = "who is who: read when the file is there, else\nwritten, to be edited and used the next time"},
    {.value = OPTION_OUTPUT,
     .name = "output",
     .letter = 'o',
     .takes = "FILE",
     .kind = VALUE_PATH,
     .help = "write to the file instead of standard output"},
    {.value = OPTION_FORCE, .name = "force", .help = "replace what -o names when it is there already"},
    {0},
};

static const Operand operands[] = {
    {.name = "FILE", .kind = VALUE_PATH},
    {0},
};

// What the command line asks for.
typedef struct ImportWish {
    const char *path, *as, *encoding, *output, *people;
    uint32_t document; // 0: all
    bool list, force;
} ImportWish;

// What is at work.
typedef struct Work {
    Output *output;
    const ImportWish *wish;
    Intake *intake;
    People *people;
    const PortReader *reader;
    FileDraft *draft;
    int64_t since, told; // milliseconds: when it began, and when progress was told last
    bool progress;       // something is in the last line of the terminal
} Work;

static bool parse_options(Output *output, int argc, char **argv, ImportWish *wish, int *status);

static void clear_progress(Work *work)
{
    if (work->progress)
        output_notice(work->output, str_of("\r                    \r"));
    work->progress = false;
}

static void tell_progress(void *context)
{
    Work *work = context;
    const int64_t now = clock_milliseconds();
    if (now - work->since < 1000 || now - work->told < 200 || !isatty(STDERR_FILENO))
        return;
    const size_t size = intake_size(work->intake), done = intake_done(work->intake);
    Buffer line = {0};
    buffer_addf(&line, "\r%zu of %zu MB ", done >> 20, size >> 20);
    output_notice(work->output, buffer_str(&line));
    buffer_free(&line);
    work->told = now;
    work->progress = true;
}

static void say_unsure(void *context, size_t line, Str what)
{
    Work *work = context;
    clear_progress(work);
    Buffer text = {0};
    buffer_addf(&text, "%s:%zu: unsure: ", intake_name(work->intake), line);
    buffer_add(&text, str_slice(what, 0, 400));
    buffer_add_byte(&text, '\0');
    output_message(work->output, "%s", text.bytes);
    buffer_free(&text);
}

// The document and what is set aside of it are open: of files only those are left that will be written.
static void contain(const ImportWish *wish)
{
    Sandbox sandbox = {0};
    if (wish->people)
        contain_file(&sandbox, wish->people);
    if (wish->output)
        contain_file(&sandbox, wish->output);
    sandbox_keep_files(&sandbox);
}

static bool read_all(Work *work, PortSink *sink, Error *error)
{
    const Port port = {.intake = work->intake,
                       .people = work->people,
                       .sink = sink,
                       .progress = tell_progress,
                       .context = work};
    contain(work->wish);
    const bool done = work->reader->read(&port, error) && !intake_failed(work->intake, error);
    clear_progress(work);
    return done;
}

static int found_nothing(const Work *work)
{
    output_message(
        work->output,
        "%s: no conversation was found, read as %s: what was looked for is %s; --as names another kind",
        intake_name(work->intake), work->reader->told, work->reader->looked_for);
    return EXIT_NOTHING;
}

static int list(Work *work)
{
    Error error;
    Lister *lister = lister_new(work->people);
    Buffer lines = {0}, shown = {0};
    int status = EXIT_DONE;
    if (!read_all(work, lister_sink(lister), &error))
        status = output_error(work->output, &error);
    else if (lister_add(lister, &lines) == 0)
        status = found_nothing(work);
    Str rest = buffer_str(&lines), line;
    while (status == EXIT_DONE && str_next(&rest, "\n", &line) && line.len) {
        Str cell;
        for (bool first = true; str_next(&line, "\t", &cell); first = false) {
            buffer_add_text(&shown, first ? "" : "  ");
            visible_add(&shown, cell, false);
        }
        buffer_add_byte(&shown, '\n');
    }
    output_add(work->output, buffer_str(&shown));
    buffer_free(&shown);
    buffer_free(&lines);
    lister_free(lister);
    return status;
}

static bool write_piece(void *context, Str piece, Error *error)
{
    Work *work = context;
    if (work->draft)
        return file_draft_add(work->draft, piece, error);
    output_add_bytes(work->output, piece);
    return !output_failed(work->output);
}

static bool write_people(const Work *work, Error *error)
{
    if (!work->wish->people || access(work->wish->people, F_OK) == 0)
        return true;
    Buffer table = {0}, shown = {0};
    people_table_add(work->people, &table);
    Str rest = buffer_str(&table), line, cell;
    while (str_next(&rest, "\n", &line) && (line.len || rest.len)) {
        for (bool first = true; str_next(&line, "\t", &cell); first = false) {
            buffer_add_text(&shown, first ? "" : "\t");
            visible_add(&shown, cell, false);
        }
        buffer_add_byte(&shown, '\n');
    }
    const bool done = file_write_shared(work->wish->people, buffer_str(&shown), error);
    buffer_free(&shown);
    buffer_free(&table);
    return done;
}

static int write_out(Work *work, Emitter *emitter)
{
    Error error;
    if (work->wish->output) {
        work->draft = file_draft(work->wish->output, work->wish->force, &error);
        if (!work->draft && !work->wish->force && access(work->wish->output, F_OK) == 0) {
            output_message(work->output, "%s: is there already: --force replaces it", work->wish->output);
            return EXIT_TROUBLE;
        }
        if (!work->draft)
            return output_error(work->output, &error);
    }
    error_set(&error, "standard output: cannot be written");
    bool done = emitter_finish(emitter, write_piece, work, &error);
    if (work->draft && done)
        done = file_draft_keep(work->draft, &error);
    else
        file_draft_drop(work->draft);
    work->draft = NULL;
    done = done && write_people(work, &error);
    return done ? EXIT_DONE : output_failed(work->output) ? EXIT_TROUBLE : output_error(work->output, &error);
}

// The last part of the path without its ending.
static char *name_of(const char *path)
{
    const char *slash = strrchr(path, '/');
    const Str name = str_of(strcmp(path, "-") == 0 ? "import" : slash ? slash + 1 : path);
    size_t end = name.len;
    for (size_t i = 1; i < name.len; i++)
        if (name.at[i] == '.')
            end = i;
    return mem_text(str_slice(name, 0, end));
}

static int import(Work *work)
{
    Error error;
    char *name = name_of(work->wish->path);
    Emitter *emitter = emitter_new(name, work->wish->document, work->people, &error);
    free(name);
    if (!emitter)
        return output_error(work->output, &error);
    emitter_on_unsure(emitter, say_unsure, work);
    int status;
    if (!read_all(work, emitter_sink(emitter), &error))
        status = output_error(work->output, &error);
    else if (emitter_totals(emitter).turns == 0)
        status = found_nothing(work);
    else
        status = write_out(work, emitter);
    emitter_free(emitter);
    return status;
}

static bool take_people(const Work *work, Error *error)
{
    if (!work->wish->people || access(work->wish->people, F_OK) != 0)
        return true;
    Buffer table = {0};
    const bool done = file_read(work->wish->people, FILE_LIMIT, &table, NULL, error) &&
                      people_table_take(work->people, work->wish->people, buffer_str(&table), error);
    buffer_free(&table);
    return done;
}

static int run_with(Work *work)
{
    Error error;
    const ImportWish *wish = work->wish;
    sandbox_keep_calls();
    work->intake = intake_open(wish->path, wish->encoding, &error);
    if (!work->intake || !take_people(work, &error))
        return output_error(work->output, &error);
    work->reader = wish->as ? port_reader_named(wish->as) : port_reader_of(work->intake);
    if (!work->reader) {
        Buffer names = {0};
        port_reader_names(&names);
        buffer_add_byte(&names, '\0');
        const int status = arguments_wrong(work->output, &subcommand_import, "--as=%s: expected is one of %s",
                                           wish->as, names.bytes);
        buffer_free(&names);
        return status;
    }
    return wish->list ? list(work) : import(work);
}

static int run(Output *output, int argc, char **argv)
{
    ImportWish wish = {.path = NULL};
    int status = EXIT_TROUBLE;
    if (!parse_options(output, argc, argv, &wish, &status))
        return status;
    if (is_restricted()) {
        output_message(output, "import: not in restricted mode, which reads nothing outside of a dossier");
        return EXIT_TROUBLE;
    }
    Work work = {.output = output, .wish = &wish, .people = people_new(), .since = clock_milliseconds()};
    status = run_with(&work);
    intake_close(work.intake);
    people_free(work.people);
    return status;
}

const Subcommand subcommand_import = {
    .name = "import",
    .run = run,
    .brief = "make a dossier of a document",
    .about = "Reads a document in which people speak, and prints it as a dossier: who speaks,\n"
             "what they say word by word, where it stands. FILE may be - for standard input.\n"
             "What it is not sure of is said on standard error, line by line.\n",
    .options = options,
    .operands = operands,
    .ending = "Exit status: 0 done, 1 no conversation was found, 2 trouble.\n",
};

static bool take_option(Output *output, int option, ImportWish *wish)
{
    switch (option) {
    case OPTION_AS:
        wish->as = optarg;
        return true;
    case OPTION_ENCODING:
        wish->encoding = optarg;
        return true;
    case OPTION_PEOPLE:
        wish->people = optarg;
        return true;
    case OPTION_LIST:
        return wish->list = true;
    case OPTION_FORCE:
        return wish->force = true;
    case OPTION_OUTPUT:
        wish->output = optarg;
        return true;
    default:
        if (str_number(str_of(optarg), UINT32_MAX, &wish->document) && wish->document > 0)
            return true;
        arguments_wrong(output, &subcommand_import, "--document=%s: a number from 1 on is expected", optarg);
        return false;
    }
}

static bool parse_options(Output *output, int argc, char **argv, ImportWish *wish, int *status)
{
    int option;
    while ((option = arguments_next(output, &subcommand_import, argc, argv)) != OPTION_END) {
        if (option == OPTION_HELP || option == OPTION_WRONG) {
            *status = arguments_status(option);
            return false;
        }
        if (!take_option(output, option, wish))
            return false;
    }
    if (!arguments_operands(output, &subcommand_import, &argc, &argv))
        return false;
    wish->path = argv[0];
    return true;
}
