// SPDX-License-Identifier: MIT
#include "contain.h"

#include <stdlib.h>
#include <string.h>

#include "diptych/session.h"

void contain_dossier(Sandbox *sandbox, const Located *located)
{
    if (located->directory)
        sandbox_read(sandbox, located->directory);
    for (size_t i = 0; i < located->files.link_count; i++)
        sandbox_read(sandbox, located->files.links[i]);
}

// A link may lead to where there is nothing yet: the file will be made there.
static void write_beside(Sandbox *sandbox, const char *link)
{
    char *path = file_follow(link), *slash = strrchr(path, '/');
    if (slash)
        slash[slash == path] = '\0';
    sandbox_write(sandbox, slash ? path : ".");
    free(path);
}

void contain_state(Sandbox *sandbox)
{
    char *directory;
    FileList places = {0};
    if (!session_directory(&directory, NULL))
        return;
    file_make_directory(directory, NULL); // when it fails, saving will say so
    sandbox_write(sandbox, directory);
    file_list_here(directory, ".json", &places, NULL);
    for (size_t i = 0; i < places.link_count; i++)
        write_beside(sandbox, places.links[i]);
    for (size_t i = 0; i < places.left_count; i++)
        write_beside(sandbox, places.left[i].path);
    file_list_free(&places);
    free(directory);
}
