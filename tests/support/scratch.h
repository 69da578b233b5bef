// SPDX-License-Identifier: MIT
// Directories that tests make and take away again.
#ifndef DIPTYCH_SCRATCH_H
#define DIPTYCH_SCRATCH_H

// Removes the directory with the .dip files in it.
void scratch_remove(const char *directory);

#endif
