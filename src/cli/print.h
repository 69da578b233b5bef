// SPDX-License-Identifier: MIT
// Accounts on paper: a head, and what was said as the screen has it.
#ifndef CLI_PRINT_H
#define CLI_PRINT_H

#include "diptych/page.h"
#include "diptych/selector.h"
#include "output.h"

// What of an account.
typedef enum PrintWhat {
    PRINT_TOPICS, // the two sides by topic
    PRINT_SPOKEN, // turn by turn
    PRINT_OVERVIEW
} PrintWhat;

// What is printed of an account, and how.
typedef struct PrintPlan {
    Measure measure;
    Selector columns[2]; // those without an account take the one that is printed
    bool chosen;         // else the columns are the two sides that face each other
    PrintWhat what;
    const uint32_t *topics;
    size_t topic_count; // 0: all of them
    bool notes;         // footnotes behind each account
    bool *cited;        // by source: those of what was printed are marked; null: nobody asks
} PrintPlan;

// Prints the sheet as it would be on the screen, all of it; `skim` may be null.
void print_sheet(Output *output, Dossier *dossier, Skim *skim, const Sheet *sheet, const Measure *measure);

// Prints the account; `skim` is complete. False: nothing in it is on the topics, which has been printed.
bool print_account(Output *output, Dossier *dossier, Skim *skim, const PrintPlan *plan, uint32_t account);

#endif
