// SPDX-License-Identifier: MIT
// What a process holds.
#ifndef DIPTYCH_TOOLS_FIGURES_H
#define DIPTYCH_TOOLS_FIGURES_H

#include <stdbool.h>
#include <sys/types.h>

// Prints "memory KIB descriptors COUNT wake-ups COUNT"; -1 stands for what cannot be had.
bool tell_figures(pid_t process);

#endif
