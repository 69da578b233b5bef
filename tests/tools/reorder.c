// SPDX-License-Identifier: MIT
// Prints its input as a terminal shows it that puts rows in order itself.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../support/terminal.h"

int main(void)
{
    const Terminal terminal = {.reorders = true, .implicit = true};
    char *line = NULL;
    size_t room = 0;
    while (getline(&line, &room, stdin) > 0) {
        Buffer shown = {0};
        line[strcspn(line, "\n")] = '\0';
        terminal_show(&terminal, str_of(line), &shown);
        printf("%.*s\n", (int)shown.len, shown.bytes);
        buffer_free(&shown);
    }
    free(line);
    return 0;
}
