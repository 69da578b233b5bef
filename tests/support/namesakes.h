// SPDX-License-Identifier: MIT
// Two people of one surname: how the dossiers of tests about the meaning of words begin.
#ifndef DIPTYCH_NAMESAKES_H
#define DIPTYCH_NAMESAKES_H

// The records of a dossier and of its parties and people, with a blank line behind them.
#define NAMESAKES                                            \
    "Dossier: test\n"                                        \
    "\n"                                                     \
    "Party: su\nTitle: Soviet Union\nShort: USSR\n"          \
    "\n"                                                     \
    "Party: jp\nTitle: Japan\n"                              \
    "\n"                                                     \
    "Person: abe\nTitle: Shinzo Abe\nParty: jp\n"            \
    "\n"                                                     \
    "Person: abe-shintaro\nTitle: Shintaro Abe\nParty: jp\n" \
    "\n"

#endif
