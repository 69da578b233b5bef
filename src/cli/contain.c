// SPDX-License-Identifier: MIT
#include "contain.h"

#include <langinfo.h>
#include <stdlib.h>
#include <string.h>

#include "diptych/session.h"

// What a locale that is not UTF-8 does not know of a character is looked up in one that is, at need.
static void contain_locales(Sandbox *sandbox)
{
    const char *own = getenv("LOCPATH");
    if (strcmp(nl_langinfo(CODESET), "UTF-8") == 0)
        return;
    sandbox_read(sandbox, "/usr/lib/locale");
    sandbox_read(sandbox, "/usr/share/locale/locale.alias");
    if (own && *own)
        sandbox_read(sandbox, own);
}

void contain_dossier(Sandbox *sandbox, const Located *located)
{
    if (located->directory)
        sandbox_read(sandbox, located->directory);
    for (size_t i = 0; i < located->files.link_count; i++)
        sandbox_read(sandbox, located->files.links[i]);
    contain_locales(sandbox);
}

// A link may lead to where there is nothing yet: the file will be made there.
void contain_file(Sandbox *sandbox, const char *path)
{
    char *end = file_follow(path), *slash = strrchr(end, '/');
    if (slash)
        slash[slash == end] = '\0';
    sandbox_write(sandbox, slash ? end : ".");
    free(end);
}

void contain_writing(Sandbox *sandbox, const Located *located)
{
    if (located->directory)
        sandbox_write(sandbox, located->directory);
    for (size_t i = 0; i < located->files.count; i++)
        contain_file(sandbox, located->files.paths[i]);
}

void contain_state(Sandbox *sandbox)
{
    char *directory;
    FileList places = {0};
    if (!session_directory(&directory, NULL))
        return;
    sandbox_read(sandbox, "/dev/urandom"); // tables of JSON are seeded from it
    file_make_directory(directory, NULL);  // when it fails, saving will say so
    sandbox_write(sandbox, directory);
    file_list_here(directory, ".json", &places, NULL);
    for (size_t i = 0; i < places.link_count; i++)
        contain_file(sandbox, places.links[i]);
    for (size_t i = 0; i < places.left_count; i++)
        contain_file(sandbox, places.left[i].path);
    file_list_free(&places);
    free(directory);
}
