// SPDX-License-Identifier: MIT
// Everything that is wrong with a dossier.
#ifndef DIPTYCH_CHECK_H
#define DIPTYCH_CHECK_H

#include "diptych/speech.h"

// Adds the problems of the records and of every account: what the parser met, and what only the whole shows:
// dangling references, links to later passages, cycles of topics. Sorted by place. Loads and lets go one
// account at a time. A dossier that passes is shown whole by the reader.
void check_dossier(Dossier *dossier, DiagnosticList *out);

// Adds "path:line:column: level: sentence: detail [name]", visible, with a line end.
void check_line_add(Buffer *out, const Dossier *dossier, const Diagnostic *diagnostic);

#endif
