// SPDX-License-Identifier: MIT
#include "port/encoding.h"

static const struct {
    Str mark;
    const char *name;
} marks[] = {
    {{"\xEF\xBB\xBF", 3}, "UTF-8"}, {{"\xFF\xFE\0\0", 4}, "UTF-32LE"}, {{"\0\0\xFE\xFF", 4}, "UTF-32BE"},
    {{"\xFF\xFE", 2}, "UTF-16LE"},  {{"\xFE\xFF", 2}, "UTF-16BE"},
};

static void set_name(Encoding *encoding, Str name)
{
    if (name.len >= sizeof encoding->name)
        name.len = sizeof encoding->name - 1;
    memcpy(encoding->name, name.at, name.len);
    encoding->name[name.len] = '\0';
    encoding->utf8 = str_is(name, "UTF-8") || str_is(name, "UTF8");
}

// The value of encoding= in "<?xml ... ?>"; empty when there is none.
static Str declared(Str beginning)
{
    if (!str_starts(beginning, str_of("<?xml")))
        return (Str){NULL, 0};
    const Str declaration = str_slice(beginning, 0, str_find(beginning, '>', 0));
    const char *word = memmem(declaration.at, declaration.len, "encoding", 8);
    if (!word)
        return (Str){NULL, 0};
    Str rest = str_trim(str_slice(declaration, (size_t)(word - declaration.at) + 8, declaration.len));
    rest = str_trim(str_slice(rest, 1, rest.len)); // the sign of equality
    if (rest.len == 0 || (rest.at[0] != '"' && rest.at[0] != '\''))
        return (Str){NULL, 0};
    return str_slice(rest, 1, str_find(rest, rest.at[0], 1));
}

Encoding encoding_of(Str beginning, const char *given)
{
    Encoding encoding = {.mark = 0};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        if (str_starts(beginning, marks[i].mark)) {
            set_name(&encoding, str_of(marks[i].name));
            encoding.mark = marks[i].mark.len;
            return encoding;
        }
    }
    const Str name = given ? str_of(given) : declared(beginning);
    if (name.len)
        set_name(&encoding, name);
    return encoding;
}
