// SPDX-License-Identifier: MIT
// Measures a program for the terminal from outside, through a pseudo-terminal:
//
//     measure [-s ROWSxCOLUMNS] [-n RUNS] [-q QUIET] [-i KEYS] [-k KEYS] [-r TIMES] [-x KEYS] [-m COUNT]
//     COMMAND [ARGUMENT...]
//
// Each run starts the command, waits for its first frame (output, then QUIET milliseconds of silence), types
// the keys of -i in one go, then those of -k TIMES times, each after the silence of the one before, and types
// those of -x ("q") until the program ends. In KEYS "\r", "\e" and "\d" are ENTER, ESC and ^E.
//
// Prints eight figures separated by tabs: milliseconds to the first byte and to the last byte of the first
// frame, and its bytes; the same three for a key; seconds of CPU; peak resident memory in KiB. They are
// medians; of the keys over all keys of all runs. With -m it starts so many at once instead and prints one
// figure, the KiB that one more of them takes: its proportional set size in /proc.
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

// A frame that has not ended after so long counts as it is; a key that shows nothing for so long shows
// nothing, and is left out of the medians. In milliseconds.
#define FRAME_LIMIT 20000.0
#define KEY_LIMIT 500.0
#define QUITS_MAX 40
#define CROWD_MAX 100

typedef struct Plan {
    struct winsize size;
    int runs;
    int times;         // of the keys
    double quiet;      // milliseconds
    const char *first; // keys typed in one go; null: none
    const char *keys;  // null: none
    const char *last;  // end the program
    int crowd;         // so many at once are weighed; 0: none are
    char **command;
} Plan;

typedef struct Frame {
    double began, ended; // milliseconds
    double bytes;
} Frame;

// The figures in the order of printing; those of keys have a value for each key, the others one for each run.
enum { FIRST_BEGAN, FIRST_ENDED, FIRST_BYTES, KEY_BEGAN, KEY_ENDED, KEY_BYTES, CPU, PEAK, COLUMN_COUNT };

typedef struct Figures {
    double *columns[COLUMN_COUNT];
    int runs, keys;
} Figures;

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

static void fail(const char *what)
{
    perror(what);
    exit(EXIT_FAILURE);
}

static void run_child(const Plan *plan, int master)
{
    int terminal;
    if (setsid() < 0 || (terminal = open(ptsname(master), O_RDWR)) < 0 || ioctl(terminal, TIOCSCTTY, 0) < 0)
        _exit(127);
    dup2(terminal, STDIN_FILENO);
    dup2(terminal, STDOUT_FILENO);
    dup2(terminal, STDERR_FILENO);
    close(terminal);
    close(master);
    execvp(plan->command[0], plan->command);
    _exit(127);
}

static pid_t start(const Plan *plan, int *master)
{
    *master = posix_openpt(O_RDWR | O_NOCTTY);
    if (*master < 0 || grantpt(*master) != 0 || unlockpt(*master) != 0 ||
        ioctl(*master, TIOCSWINSZ, &plan->size) != 0)
        fail("pseudo-terminal");
    pid_t child = fork();
    if (child < 0)
        fail("fork");
    if (child == 0)
        run_child(plan, *master);
    return child;
}

// Waits for the frame that `start` (a time) began: output, for which there is `patience`, then silence.
// False: the program is gone.
static bool await_frame(int master, double start, double quiet, double patience, Frame *frame)
{
    static char bytes[65536];
    double last = start;
    *frame = (Frame){0};
    for (;;) {
        double left = (frame->bytes > 0 ? last + quiet : start + patience) - now();
        if (left <= 0 || now() - start > FRAME_LIMIT)
            break;
        struct pollfd input = {.fd = master, .events = POLLIN};
        if (poll(&input, 1, (int)left + 1) <= 0)
            continue;
        ssize_t got = read(master, bytes, sizeof bytes);
        if (got <= 0)
            return false;
        last = now();
        if (frame->bytes <= 0)
            frame->began = last - start;
        frame->bytes += (double)got;
    }
    frame->ended = last - start;
    return true;
}

static bool type(int master, const char *keys, size_t count)
{
    return write(master, keys, count) == (ssize_t)count;
}

// Ends the program and tells what it used.
static struct rusage end(const Plan *plan, pid_t child, int master)
{
    struct rusage usage;
    Frame frame;
    for (int i = 0; i < QUITS_MAX && type(master, plan->last, strlen(plan->last)); i++) {
        await_frame(master, now(), plan->quiet, KEY_LIMIT, &frame);
        if (wait4(child, NULL, WNOHANG, &usage) == child)
            return usage;
    }
    kill(child, SIGKILL);
    while (wait4(child, NULL, 0, &usage) < 0 && errno == EINTR)
        continue;
    return usage;
}

static double seconds(struct timeval time)
{
    return (double)time.tv_sec + (double)time.tv_usec / 1e6;
}

// Three columns from `column` on.
static void put_frame(Figures *figures, int column, int row, const Frame *frame)
{
    figures->columns[column][row] = frame->began;
    figures->columns[column + 1][row] = frame->ended;
    figures->columns[column + 2][row] = frame->bytes;
}

static void run_once(const Plan *plan, Figures *figures)
{
    int master;
    Frame frame;
    double begun = now();
    pid_t child = start(plan, &master);
    bool there = await_frame(master, begun, plan->quiet, FRAME_LIMIT, &frame);
    int run = figures->runs++;
    put_frame(figures, FIRST_BEGAN, run, &frame);
    if (there && plan->first && type(master, plan->first, strlen(plan->first)))
        there = await_frame(master, now(), plan->quiet, KEY_LIMIT, &frame);
    size_t count = plan->keys ? strlen(plan->keys) : 0;
    for (size_t i = 0; there && i < count * (size_t)plan->times; i++) {
        begun = now();
        if (!type(master, plan->keys + i % count, 1))
            break;
        there = await_frame(master, begun, plan->quiet, KEY_LIMIT, &frame);
        if (frame.bytes > 0)
            put_frame(figures, KEY_BEGAN, figures->keys++, &frame);
    }
    struct rusage usage = end(plan, child, master);
    figures->columns[CPU][run] = seconds(usage.ru_utime) + seconds(usage.ru_stime);
    figures->columns[PEAK][run] = (double)usage.ru_maxrss;
    close(master);
}

static double weight_of(pid_t process)
{
    char path[64], line[256];
    double sum = 0, found;
    snprintf(path, sizeof path, "/proc/%ld/smaps_rollup", (long)process);
    FILE *file = fopen(path, "r");
    while (file && fgets(line, sizeof line, file))
        if (sscanf(line, "Pss: %lf", &found) == 1)
            sum += found;
    if (file)
        fclose(file);
    return sum;
}

// Starts all, waits until each has been silent, and weighs them while they wait for keys.
static void weigh(const Plan *plan)
{
    int masters[CROWD_MAX];
    pid_t children[CROWD_MAX];
    Frame frame;
    double sum = 0;
    for (int i = 0; i < plan->crowd; i++)
        children[i] = start(plan, &masters[i]);
    for (int i = 0; i < plan->crowd; i++)
        await_frame(masters[i], now(), plan->quiet, KEY_LIMIT, &frame);
    for (int i = 0; i < plan->crowd; i++)
        sum += weight_of(children[i]);
    for (int i = 0; i < plan->crowd; i++) {
        kill(children[i], SIGKILL);
        waitpid(children[i], NULL, 0);
        close(masters[i]);
    }
    printf("%.0f\n", sum / plan->crowd);
}

static int compare(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static double median(double *values, int count)
{
    if (count == 0)
        return 0;
    qsort(values, (size_t)count, sizeof *values, compare);
    return count % 2 ? values[count / 2] : (values[count / 2 - 1] + values[count / 2]) / 2;
}

static double *numbers(size_t count)
{
    double *array = calloc(count + 1, sizeof *array);
    if (!array)
        fail("memory");
    return array;
}

static void measure(const Plan *plan)
{
    size_t runs = (size_t)plan->runs, keys = plan->keys ? strlen(plan->keys) * (size_t)plan->times * runs : 0;
    Figures figures = {0};
    for (int i = 0; i < COLUMN_COUNT; i++)
        figures.columns[i] = numbers(i >= KEY_BEGAN && i <= KEY_BYTES ? keys : runs);
    for (int i = 0; i < plan->runs; i++)
        run_once(plan, &figures);
    for (int i = 0; i < COLUMN_COUNT; i++) {
        int count = i >= KEY_BEGAN && i <= KEY_BYTES ? figures.keys : figures.runs;
        printf("%.3f%c", median(figures.columns[i], count), i + 1 < COLUMN_COUNT ? '\t' : '\n');
        free(figures.columns[i]);
    }
}

// Puts the control characters of "\r", "\e" and "\d" in their place.
static char *unescape(char *keys)
{
    static const char names[] = "red", meant[] = "\r\033\005";
    char *to = keys;
    for (const char *from = keys; *from; from++) {
        const char *name = from[0] == '\\' && from[1] ? strchr(names, from[1]) : NULL;
        *to++ = name ? meant[name - names] : *from;
        from += name != NULL;
    }
    *to = '\0';
    return keys;
}

int main(int argc, char **argv)
{
    Plan plan = {.size = {.ws_row = 24, .ws_col = 80}, .runs = 5, .times = 1, .quiet = 100, .last = "q"};
    int option;
    while ((option = getopt(argc, argv, "+s:n:q:i:k:r:x:m:")) != -1) {
        if (option == 's' && sscanf(optarg, "%hux%hu", &plan.size.ws_row, &plan.size.ws_col) != 2)
            option = '?';
        else if (option == 'n')
            plan.runs = atoi(optarg);
        else if (option == 'q')
            plan.quiet = atof(optarg);
        else if (option == 'k')
            plan.keys = unescape(optarg);
        else if (option == 'x')
            plan.last = unescape(optarg);
        else if (option == 'r')
            plan.times = atoi(optarg);
        else if (option == 'm')
            plan.crowd = atoi(optarg);
        else if (option == 'i')
            plan.first = unescape(optarg);
        if (option == '?')
            return 2;
    }
    plan.command = argv + optind;
    if (!plan.command[0] || plan.runs < 1 || plan.times < 1 || plan.crowd < 0 || plan.crowd > CROWD_MAX) {
        fputs("usage: measure [-s ROWSxCOLUMNS] [-n RUNS] [-q QUIET] [-i KEYS] [-k KEYS] [-r TIMES] [-x "
              "KEYS] [-m COUNT] COMMAND\n",
              stderr);
        return 2;
    }
    signal(SIGPIPE, SIG_IGN);
    if (plan.crowd)
        weigh(&plan);
    else
        measure(&plan);
    return EXIT_SUCCESS;
}
