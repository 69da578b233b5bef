// SPDX-License-Identifier: MIT
#include "scratch.h"

#include <check.h>
#include <unistd.h>

#include "diptych/file.h"

void scratch_remove(const char *directory)
{
    FileList list = {0};
    ck_assert(file_list(directory, ".dip", &list, NULL));
    for (size_t i = 0; i < list.count; i++)
        unlink(list.paths[i]);
    file_list_free(&list);
    rmdir(directory);
}
