// SPDX-License-Identifier: MIT
// Linux: which system calls a reader uses, and which no reader tries by accident.
#ifndef DIPTYCH_BASE_SYSCALLS_H
#define DIPTYCH_BASE_SYSCALLS_H

#include <stddef.h>
#include <stdint.h>

// A call and what it is called.
typedef struct NamedCall {
    uint32_t number;
    const char *name;
} NamedCall;

// What is kept, whatever the arguments.
extern const uint32_t syscalls_kept[];
extern const size_t syscalls_kept_count;
// What is refused and noted: it would be a mistake of the program or the work of a hostile text.
extern const NamedCall syscalls_noted[];
extern const size_t syscalls_noted_count;

#endif
