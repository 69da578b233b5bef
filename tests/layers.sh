# SPDX-License-Identifier: MIT
# Each room includes only rooms above it, only text/ uses libunistring, only tui/ uses curses. TAP.
#
# Which room a file belongs to is what the lists of Makefile.am say; a header below src/ROOM/ is that room's own, and a
# room within it (src/ROOM/INNER/) has a list of its own, in the one order.

. "${top_srcdir:?}/tests/tap.sh"

rooms='base text format dossier layers align study find layout port keep command pane card frame view tui cli'

# Prints what is wrong in the tree $1, a line each; nothing when all is well.
wrong_includes() {
    (cd "$1" && find include src -name '*.[ch]' | LC_ALL=C sort |
        xargs "${AWK:-awk}" -v rooms="$rooms" -f "$work/layers.awk" Makefile.am)
}

cat >"$work/layers.awk" <<'AWK'
BEGIN {
    count = split(rooms, names, " ")
    for (i = 1; i <= count; i++)
        level[names[i]] = i
}

# The lists: "ROOM = \" and the lines it goes on to; diptych_SOURCES are cli's.
FILENAME == "Makefile.am" {
    if (!goes_on && $2 == "=")
        list = $1 == "diptych_SOURCES" ? "cli" : $1
    if (list in level)
        for (i = 1; i <= NF; i++)
            if ($i ~ /\.[ch]$/)
                room[$i] = list
    goes_on = /\\$/
    if (!goes_on)
        list = ""
    next
}

FNR == 1 {
    here = room[FILENAME]
    depth = split(FILENAME, parts, "/")
    if (here == "")
        wrong("is in no list of Makefile.am")
    else if (parts[1] == "src" && parts[depth - 1] != here)
        wrong("is listed in " here)
}

function wrong(what) {
    print FILENAME ":" FNR ": " what
}

# The room below src/ that a file is in, with the rooms within it.
function house(file,    parts) {
    return split(file, parts, "/") > 2 && parts[1] == "src" ? parts[2] : ""
}

# The file that is meant, seen from the directories that the compiler looks in.
function resolve(name,    directory) {
    directory = FILENAME
    sub(/[^\/]*$/, "", directory)
    if ((directory name) in room)
        return directory name
    return ("include/" name) in room ? "include/" name : "src/" name
}

/^[ \t]*#[ \t]*include[ \t]*"/ {
    split($0, quoted, "\"")
    if (quoted[2] == "config.h")
        next
    file = resolve(quoted[2])
    there = room[file]
    if (there == "")
        wrong(quoted[2] " is in no list of Makefile.am")
    else if (level[there] > level[here])
        wrong(here " must not include " there ": " quoted[2])
    else if (file ~ /^src\// && house(file) != house(FILENAME))
        wrong(quoted[2] " is " there "'s own")
}

/^[ \t]*#[ \t]*include[ \t]*</ {
    if ($0 ~ /<(n?curses|ncursesw\/|term|panel|menu|form)[a-z.\/]*>/ && here != "tui")
        wrong("only tui uses curses")
    if ($0 ~ /<uni[a-z]*\.h>/ && $0 !~ /<unistd\.h>/ && here != "text")
        wrong("only text uses libunistring")
    if ($0 ~ /<fribidi[a-z\/-]*\.h>/ && here != "text")
        wrong("only text uses fribidi")
}
AWK

# A small tree with one include, $2, planted in the file $1.
plant() {
    rm -rf "$work/tree"
    mkdir -p "$work/tree/include/diptych" "$work/tree/src/base" "$work/tree/src/text" "$work/tree/src/view/pane" \
        "$work/tree/src/tui"
    (
        cd "$work/tree" || exit 1
        printf '%s\n' 'base = \' '	include/diptych/str.h src/base/str.c' 'text = include/diptych/fold.h \' \
            '	src/text/fold.c src/text/table.h' 'pane = src/view/pane/pager.c src/view/pane/pager.h' 'view = include/diptych/view.h src/view/view.c' \
            'tui = src/tui/tui.c' >Makefile.am
        touch src/view/pane/pager.h
        printf '#include "%s"\n' pager.h view/pane/pager.h >src/view/pane/pager.c
        touch include/diptych/str.h include/diptych/fold.h include/diptych/view.h src/text/table.h
        printf '#include "%s"\n' diptych/fold.h view/pane/pager.h >src/view/view.c
        printf '#include "%s"\n' diptych/fold.h table.h diptych/str.h >src/text/fold.c
        echo '#include <unicase.h>' >>src/text/fold.c
        printf '#include %s\n' '"diptych/view.h"' '<curses.h>' '<unistd.h>' >src/tui/tui.c
        touch src/base/str.c
        printf '#include %s\n' "$2" >>"$1"
    )
}

# The planted include is found, and named in the one line that is printed.
expect_wrong() {
    plant "$2" "$3"
    wrong_includes "$work/tree" >"$work/found"
    if [ "$(wc -l <"$work/found")" -eq 1 ] && grep -q "^$2:.*$4" "$work/found"; then
        pass "finds $1"
    else
        fail "finds $1"
        sed 's/^/# /' "$work/found"
    fi
}

wrong_includes "$top_srcdir" >"$work/found"
nothing_in "$work/found" 'every include goes the right way'

plant src/base/str.c '<stdio.h>'
wrong_includes "$work/tree" >"$work/found"
nothing_in "$work/found" 'is silent when nothing is wrong'

expect_wrong 'a room below' src/base/str.c '"diptych/fold.h"' 'base must not include text'
expect_wrong 'a room below in a public header' include/diptych/fold.h '"diptych/view.h"' 'text must not include view'
expect_wrong 'a room below by its path' src/text/fold.c '"../view/view.c"' 'is in no list'
expect_wrong 'the own header of another room' src/view/view.c '"text/table.h"' "is text's own"
expect_wrong 'a room below within a room' src/view/pane/pager.c '"diptych/view.h"' 'pane must not include view'
expect_wrong 'the own header of a room within another' src/tui/tui.c '"view/pane/pager.h"' "is pane's own"
expect_wrong 'curses outside tui' src/view/view.c '<curses.h>' 'only tui'
expect_wrong 'wide curses outside tui' src/text/fold.c '<ncursesw/curses.h>' 'only tui'
expect_wrong 'libunistring outside text' src/view/view.c '<uniwidth.h>' 'only text'
expect_wrong 'fribidi outside text' src/view/view.c '<fribidi.h>' 'only text'
expect_wrong 'a header that no list names' src/base/str.c '"diptych/stray.h"' 'in no list'

plant src/view/view.c '<stdio.h>'
echo '#include <stdio.h>' >"$work/tree/src/view/unlisted.c"
wrong_includes "$work/tree" >"$work/found"
echo 'src/view/unlisted.c:1: is in no list of Makefile.am' | diff - "$work/found" >"$work/difference"
nothing_in "$work/difference" 'finds a file that no list names'

finish
