// SPDX-License-Identifier: MIT
// Runs a fuzz target over files: those given, or its corpus. TAP.
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>

#include "diptych/file.h"
#include "fuzz.h"

static bool add_directory(FileList *list, const char *below)
{
    const char *top = getenv("top_srcdir");
    Buffer path = {0};
    buffer_addf(&path, "%s/tests/%s", top ? top : "..", below);
    char *name = buffer_steal(&path);
    bool listed = file_list(name, "", list, NULL);
    free(name);
    return listed;
}

static bool replay(const char *path, int number)
{
    Buffer bytes = {0};
    Error error;
    bool readable = file_read(path, FILE_LIMIT, &bytes, NULL, &error);
    if (readable)
        LLVMFuzzerTestOneInput((const uint8_t *)bytes.bytes, bytes.len);
    printf("%s %d - %s\n", readable ? "ok" : "not ok", number, path);
    fflush(stdout);
    buffer_free(&bytes);
    return readable;
}

int main(int argc, char **argv)
{
    FileList list = {0};
    int number = 0;
    setlocale(LC_ALL, "C.UTF-8");
    for (int i = 1; i < argc; i++)
        replay(argv[i], ++number);
    for (const char *const *corpus = fuzz_corpus; argc == 1 && *corpus; corpus++)
        if (!add_directory(&list, *corpus))
            printf("not ok %d - the corpus is there\n", ++number);
    for (size_t i = 0; i < list.count; i++)
        replay(list.paths[i], ++number);
    file_list_free(&list);
    printf("1..%d\n", number);
    return EXIT_SUCCESS;
}
