// SPDX-License-Identifier: MIT
#include <locale.h>
#include <stdlib.h>

#include "unit.h"

// In TAP the verdicts are the output; the exit status only tells that the program ran to its end.
int main(void)
{
    if (!setlocale(LC_ALL, "C.UTF-8"))
        setlocale(LC_ALL, "");
    SRunner *runner = srunner_create(unit_suite());
    srunner_set_tap(runner, "-");
    srunner_run_all(runner, CK_SILENT);
    srunner_free(runner);
    return EXIT_SUCCESS;
}
