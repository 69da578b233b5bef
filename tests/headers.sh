# SPDX-License-Identifier: MIT
# Each header says its job in its first lines, and every declaration in it is documented: by a comment above it or beside
# it. One comment does for the declarations that follow it without a blank line. TAP.

. "${top_srcdir:?}/tests/tap.sh"

# Prints what is undocumented in the headers of the tree $1, a line each; nothing when all is well.
undocumented() {
    (cd "$1" && find include src -name '*.h' | LC_ALL=C sort | xargs "${AWK:-awk}" -f "$work/headers.awk")
}

cat >"$work/headers.awk" <<'AWK'
FNR == 1 {
    told = heading = inside = guard = ""
}

FNR == 2 && !/^\/\/ ./ { print FILENAME ":2: does not say its job" }

# A heading, "// --- ", does for what follows it behind a blank line.
/^$/ {
    told = heading
    heading = ""
}

# What goes on over lines; behind a type or a body a comment is needed again.
inside == "braces" {
    if (/^}/)
        inside = told = ""
    next
}

inside == "line" {
    if (/;/)
        inside = ""
    next
}

/^\/\// {
    told = FNR > 2
    heading = /^\/\/ ---/
    next
}

/^#[ \t]*ifndef/ && guard == "" { guard = $2 }

/^#[ \t]*define/ && $2 != guard { declares($2) }

/^[A-Za-z_]/ {
    name = $0
    if (match(name, /[A-Za-z_0-9]+\(/))
        name = substr(name, RSTART, RLENGTH - 1)
    else if (match(name, /^(typedef )?(struct|enum|union) [A-Za-z_0-9]+/))
        name = substr(name, RSTART, RLENGTH)
    declares(name)
    if (/\{[^}]*$/)
        inside = "braces"
    else if (!/;/)
        inside = "line"
}

function declares(name) {
    if (!told && !/\/\//)
        print FILENAME ":" FNR ": " name " is not documented"
}
AWK

# A tree with one header, of the lines that are read.
plant() {
    rm -rf "$work/tree"
    mkdir -p "$work/tree/include/diptych" "$work/tree/src/base"
    cat >"$work/tree/include/diptych/some.h"
}

# The header that is read, between the lines that all have, gives the one line $2, or nothing.
expect_found() {
    {
        printf '%s\n' '// SPDX-License-Identifier: MIT' '// The job.' '#ifndef DIPTYCH_SOME_H' '#define DIPTYCH_SOME_H' ''
        cat
        printf '%s\n' '' '#endif'
    } | plant
    undocumented "$work/tree" >"$work/found"
    printf '%s' "$2" | sed 's|^|include/diptych/some.h:|' | diff - "$work/found" >"$work/difference"
    nothing_in "$work/difference" "$1"
}

undocumented "$top_srcdir" >"$work/found"
nothing_in "$work/found" 'every declaration in a header is documented'

expect_found 'one comment does for a group' '' <<'H'
// What these do.
void some_do(void);
void some_undo(int a,
               int b);
#define SOME 1
H
expect_found 'a heading does for what follows it' '' <<'H'
// --- what is done

void some_do(void);
H
expect_found 'a comment beside a declaration does' '' <<'H'
typedef struct Some Some; // what it is
H
expect_found 'what stands inside a type needs none' '' <<'H'
// What it is.
typedef struct Some {
    int a;

    int b;
} Some;
H
expect_found 'finds a function' '6: some_do is not documented
' <<'H'
void some_do(void);
H
expect_found 'finds what stands behind a blank line' '9: some_undo is not documented
' <<'H'
// What it does.
void some_do(void);

void some_undo(int a,
               int b);
H
expect_found 'finds a type' '6: typedef struct Some is not documented
' <<'H'
typedef struct Some {
    int a; // something
} Some;
H
expect_found 'finds what stands behind a type' '10: some_do is not documented
' <<'H'
// What it is.
typedef struct Some {
    int a;
} Some;
void some_do(Some *some);
H
expect_found 'finds an inline function' '6: some_do is not documented
' <<'H'
static inline int some_do(int a)
{
    return a; // something
}
H
expect_found 'finds a constant' '6: SOME is not documented
' <<'H'
#define SOME 1
H
printf '%s\n' '// SPDX-License-Identifier: MIT' '#ifndef DIPTYCH_SOME_H' '#define DIPTYCH_SOME_H' '#endif' | plant
undocumented "$work/tree" >"$work/found"
echo 'include/diptych/some.h:2: does not say its job' | diff - "$work/found" >"$work/difference"
nothing_in "$work/difference" 'finds a header that does not say its job'

# Prints the types that two files of the tree $1 define, a line each: a name is one thing everywhere.
twins() {
    (cd "$1" && find include src -name '*.[ch]' | LC_ALL=C sort | xargs "${AWK:-awk}" '
        match($0, /^typedef (struct|enum|union) [A-Za-z0-9]+ *\{/) {
            name = $3
            sub(/\{.*/, "", name)
            if (name in home && home[name] != FILENAME)
                print name ": " home[name] ", " FILENAME
            home[name] = FILENAME
        }')
}

twins "$top_srcdir" >"$work/found"
nothing_in "$work/found" 'no two types have one name'
mkdir -p "$work/twins/include" "$work/twins/src"
echo 'typedef struct Some {' >"$work/twins/include/some.h"
printf '%s\n' 'typedef enum Some { SOME };' 'typedef enum Other { OTHER };' >"$work/twins/src/some.c"
twins "$work/twins" >"$work/found"
echo 'Some: include/some.h, src/some.c' | diff - "$work/found" >"$work/difference"
nothing_in "$work/difference" 'finds two types of one name'

finish
