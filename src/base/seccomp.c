// SPDX-License-Identifier: MIT
// Linux: the system calls that are kept, by a seccomp filter.
#include "base/sandbox.h"

#ifdef SANDBOX_SECCOMP

#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <stddef.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <ucontext.h>
#include <unistd.h>

#include "base/syscalls.h"

#if defined __x86_64__
#define ARCHITECTURE AUDIT_ARCH_X86_64
#else
#define ARCHITECTURE AUDIT_ARCH_AARCH64
#endif

// Calls have numbers below this; so the last verdict is that of all that are to come.
#define CALLS 512

// The calls from that number on, up to the next run.
typedef struct Run {
    uint32_t from;
    uint32_t verdict;
} Run;

// The program of the filter while it is written. The kernel takes 4096 steps.
typedef struct Filter {
    struct sock_filter steps[3 * CALLS + 200];
    unsigned short count;
} Filter;

// The number of the first call that was refused and noted, and 1; 0: none. For the handler of the signal.
static volatile sig_atomic_t noted;

static void add(Filter *filter, unsigned code, uint32_t value, uint8_t when, uint8_t otherwise)
{
    filter->steps[filter->count++] = (struct sock_filter){(uint16_t)code, when, otherwise, value};
}

static void add_load(Filter *filter, size_t offset)
{
    add(filter, BPF_LD | BPF_W | BPF_ABS, (uint32_t)offset, 0, 0);
}

static void add_return(Filter *filter, uint32_t verdict)
{
    add(filter, BPF_RET | BPF_K, verdict, 0, 0);
}

// What is loaded is `value`: `verdict`.
static void add_case(Filter *filter, uint32_t value, uint32_t verdict)
{
    add(filter, BPF_JMP | BPF_JEQ | BPF_K, value, 0, 1);
    add_return(filter, verdict);
}

// Where the argument of that index, of which the kernel too takes the lower half, is one of `values`:
// `verdict`. Else the number of the call is loaded again.
static void add_argument(Filter *filter, uint32_t call, size_t argument, const uint32_t *values, size_t count,
                         uint32_t verdict)
{
    add(filter, BPF_JMP | BPF_JEQ | BPF_K, call, 0, (uint8_t)(2 + 2 * count));
    add_load(filter, offsetof(struct seccomp_data, args) + argument * sizeof(uint64_t));
    for (size_t i = 0; i < count; i++)
        add_case(filter, values[i], verdict);
    add_load(filter, offsetof(struct seccomp_data, nr));
}

// Signals go to oneself alone, and limits are those of oneself alone.
static void add_own(Filter *filter)
{
    static const uint32_t signals[] = {SYS_kill, SYS_tkill, SYS_tgkill};
    static const uint32_t none[] = {0}, less[] = {PR_SET_NO_NEW_PRIVS};
    const uint32_t self[] = {(uint32_t)getpid()};
    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++)
        add_argument(filter, signals[i], 0, self, 1, SECCOMP_RET_ALLOW);
    add_argument(filter, SYS_prlimit64, 0, none, 1, SECCOMP_RET_ALLOW);
    add_argument(filter, SYS_prctl, 0, less, 1, SECCOMP_RET_ALLOW);
}

// Of a terminal its settings and size, but no typing in place of its user; of descriptors nothing that sends
// signals to others.
static void add_controls(Filter *filter)
{
    // The last four are what newer C libraries set terminals with (TCGETS2 and on), whose names want a
    // kernel's header that does not go with theirs.
    static const uint32_t terminal[] = {TCGETS,    TCSETS,     TCSETSW,    TCSETSF,    TCFLSH,
                                        TCXONC,    TCSBRK,     TIOCGWINSZ, TIOCOUTQ,   FIONREAD,
                                        TIOCGPGRP, 0x802C542A, 0x402C542B, 0x402C542C, 0x402C542D};
    static const uint32_t typing[] = {TIOCSTI, TIOCLINUX};
    static const uint32_t owner[] = {F_SETOWN, F_SETOWN_EX, F_SETSIG};
    add_argument(filter, SYS_ioctl, 1, typing, 2, SECCOMP_RET_TRAP);
    add_argument(filter, SYS_ioctl, 1, terminal, sizeof terminal / sizeof *terminal, SECCOMP_RET_ALLOW);
    add_argument(filter, SYS_fcntl, 1, owner, sizeof owner / sizeof *owner, SECCOMP_RET_TRAP);
}

// What becomes of each call, whatever its arguments.
static void judge_calls(uint32_t verdicts[CALLS])
{
    for (size_t i = 0; i < CALLS; i++)
        verdicts[i] = SECCOMP_RET_ERRNO | EPERM;
    for (size_t i = 0; i < syscalls_noted_count; i++)
        verdicts[syscalls_noted[i].number] = SECCOMP_RET_TRAP;
    for (size_t i = 0; i < syscalls_kept_count; i++)
        verdicts[syscalls_kept[i]] = SECCOMP_RET_ALLOW;
    verdicts[SYS_ioctl] = SECCOMP_RET_ERRNO | EPERM; // but for what add_controls() says: a library may try
}

// Halves the calls until what is left has one verdict. The kernel goes through the program for every call
// that it knows when it takes it: a list would cost four times as much.
static void add_runs(Filter *filter, const Run *runs, size_t count)
{
    size_t half = count / 2, at = filter->count, left = 2 * half - 1; // steps, where all jumps are short
    bool is_short = left <= UINT8_MAX;
    if (count == 1) {
        add_return(filter, runs->verdict);
        return;
    }
    add(filter, BPF_JMP | BPF_JGE | BPF_K, runs[half].from, is_short ? (uint8_t)left : 0, !is_short);
    if (!is_short)
        add(filter, BPF_JMP | BPF_JA, 0, 0, 0);
    add_runs(filter, runs, half);
    if (!is_short)
        filter->steps[at + 1].k = (uint32_t)(filter->count - at - 2);
    add_runs(filter, runs + half, count - half);
}

static void add_calls(Filter *filter)
{
    uint32_t verdicts[CALLS];
    Run runs[CALLS];
    size_t count = 0;
    judge_calls(verdicts);
    for (uint32_t i = 0; i < CALLS; i++)
        if (i == 0 || verdicts[i] != verdicts[i - 1])
            runs[count++] = (Run){i, verdicts[i]};
    add_runs(filter, runs, count);
}

static void write_filter(Filter *filter)
{
    add_load(filter, offsetof(struct seccomp_data, arch));
    add(filter, BPF_JMP | BPF_JEQ | BPF_K, ARCHITECTURE, 1, 0);
    add_return(filter, SECCOMP_RET_ERRNO | EPERM); // of another kind of machine, which numbers them otherwise
    add_load(filter, offsetof(struct seccomp_data, nr));
    add_own(filter);
    add_controls(filter);
    add_calls(filter);
}

// The call has not been made; it is to have failed.
static void note_call(int signal, siginfo_t *info, void *context)
{
    ucontext_t *at = context;
    (void)signal;
    if (!noted)
        noted = info->si_syscall + 1;
#if defined __x86_64__
    at->uc_mcontext.gregs[REG_RAX] = -EPERM;
#else
    at->uc_mcontext.regs[0] = (unsigned long long)-EPERM;
#endif
}

bool seccomp_is_there(void)
{
    const uint32_t action = SECCOMP_RET_TRAP;
    return syscall(SYS_seccomp, SECCOMP_GET_ACTION_AVAIL, 0, &action) == 0;
}

// Without the flag older kernels slow the whole process down, in fear of programs that guess what others
// hold.
static void install(const struct sock_fprog *program)
{
    if (syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_SPEC_ALLOW, program) != 0)
        syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0, program);
}

void seccomp_enter(void)
{
    Filter filter = {.count = 0};
    struct sigaction action = {.sa_sigaction = note_call, .sa_flags = SA_SIGINFO | SA_NODEFER};
    if (!seccomp_is_there())
        return;
    write_filter(&filter);
    struct sock_fprog program = {filter.count, filter.steps};
    sigemptyset(&action.sa_mask);
    sigaction(SIGSYS, &action, NULL);
    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    install(&program);
}

const char *seccomp_refused(void)
{
    for (size_t i = 0; noted && i < syscalls_noted_count; i++)
        if (syscalls_noted[i].number == (uint32_t)noted - 1)
            return syscalls_noted[i].name;
    return noted ? "a system call" : NULL;
}

#endif
