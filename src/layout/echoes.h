// SPDX-License-Identifier: MIT
// The links to a passage from its own account, before the skim has been there.
#ifndef DIPTYCH_LAYOUT_ECHOES_H
#define DIPTYCH_LAYOUT_ECHOES_H

#include "diptych/skim.h"

// Of one account.
typedef struct EchoList {
    uint32_t account;
    struct Echo *items; // in order of the number linked to, then of the passages that link
    size_t count, capacity;
} EchoList;

// Of the accounts that were last asked for. A zeroed one is empty.
#define ECHO_ACCOUNTS 4
typedef struct Echoes {
    EchoList lists[ECHO_ACCOUNTS];
    size_t next; // the one to be replaced
    Backlink *found;
    size_t found_capacity;
} Echoes;

// The links to passage `number` from the same account; `*count` gets how many. Valid until the next call.
const Backlink *echoes_of(Echoes *echoes, const Dossier *dossier, const Speech *speech, uint32_t number,
                          size_t *count);
void echoes_free(Echoes *echoes);

#endif
