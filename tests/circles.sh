# SPDX-License-Identifier: MIT
# No circles of calls: within a room, no files of the library call each other round about. TAP.
#
# Which object defines and which uses an external name is what nm says of the objects of this build.

. "${top_srcdir:?}/tests/tap.sh"

# Files that may call each other, a pattern for all of a circle and why.
meant() {
    cat <<'MEANT'
dossier/build(_[a-z]+)?  the builder, taken apart by what it builds
dossier/(loaded|model|parse|passage|ref|remarks|resolve|scan|speakers|speech)  a text is read when it is asked for
layers/(glance|incoming|layers)  what layers say is asked of the set that is open, and links both ways
MEANT
}

# Prints each circle of the files that nm's output names ($1), a line of the files in order: Tarjan's components.
circles() {
    LC_ALL=C "${AWK:-awk}" '
        # FILE.o: [ADDRESS] LETTER NAME
        {
            file = $1
            sub(/^.*\/src\//, "", file)
            sub(/\.o:.*$/, "", file)
            if (!(file in number)) {
                number[file] = ++files
                name[files] = file
            }
            if ($(NF - 1) ~ /^[TDRBCVW]$/)
                home[$NF] = number[file]
            else if ($(NF - 1) == "U")
                used[++uses] = number[file] " " $NF
        }
        function visit(file,    list, count, i, next_file, members) {
            index_of[file] = low[file] = ++visited
            stack[++height] = file
            on_stack[file] = 1
            count = split(calls[file], list, " ")
            for (i = 1; i <= count; i++) {
                next_file = list[i]
                if (!(next_file in index_of)) {
                    visit(next_file)
                    if (low[next_file] < low[file])
                        low[file] = low[next_file]
                } else if (on_stack[next_file] && index_of[next_file] < low[file])
                    low[file] = index_of[next_file]
            }
            if (low[file] != index_of[file])
                return
            members = 0
            do {
                i = stack[height--]
                on_stack[i] = 0
                circle[++members] = name[i]
            } while (i != file)
            if (members > 1)
                tell(members)
        }
        function tell(count,    i, k, swap, line) {
            for (i = 1; i <= count; i++)
                for (k = i + 1; k <= count; k++)
                    if (circle[k] < circle[i]) {
                        swap = circle[i]
                        circle[i] = circle[k]
                        circle[k] = swap
                    }
            for (i = 1; i <= count; i++)
                line = line (i > 1 ? " " : "") circle[i]
            print line
        }
        END {
            for (i = 1; i <= uses; i++) {
                split(used[i], use, " ")
                to = home[use[2]]
                if (to && to != use[1] && !seen[use[1], to]++)
                    calls[use[1]] = calls[use[1]] " " to
            }
            for (file = 1; file <= files; file++)
                if (!(file in index_of))
                    visit(file)
        }' "$1" | LC_ALL=C sort
}

# The circles ($1) with a file in them that no one pattern ($2) allows with the others.
unmeant() {
    "${AWK:-awk}" -v meant="$2" '
        BEGIN {
            while ((getline line <meant) > 0)
                pattern[++patterns] = "^(" substr(line, 1, index(line, "  ") - 1) ")$"
        }
        {
            for (i = 1; i <= patterns; i++) {
                for (k = 1; k <= NF && $k ~ pattern[i]; k++)
                    continue
                if (k > NF)
                    next
            }
            print
        }' "$1"
}

if ! command -v nm >/dev/null 2>&1; then
    skip 'no files call each other in a circle' 'nm is not at hand'
else
    # Those that the lists name: objects of files that are no more may still lie about.
    grep -o 'src/[a-z_/]*\.c' "$top_srcdir/Makefile.am" | grep -v -e '^src/cli/' -e '^src/tui/' |
        sed "s|^|$top_builddir/|; s|c\$|o|" | xargs nm -A >"$work/names" 2>"$work/errors"
    nothing_in "$work/errors" 'every file of the library has an object'
    circles "$work/names" >"$work/found"
    meant >"$work/meant"
    unmeant "$work/found" "$work/meant" >"$work/circles"
    nothing_in "$work/circles" 'no files call each other in a circle'
fi

# What is looked for is found: three files in a circle, one beside it that calls into it.
printf '%s\n' 'build/src/a/one.o:0000 T one' 'build/src/a/one.o: U two' 'build/src/a/two.o:0000 T two' \
    'build/src/a/two.o: U three' 'build/src/b/three.o:0000 T three' 'build/src/b/three.o: U one' \
    'build/src/b/four.o: U one' 'build/src/b/four.o:0000 t one' 'build/src/b/four.o: U malloc' >"$work/planted"
circles "$work/planted" >"$work/found"
echo 'a/one a/two b/three' | diff - "$work/found" >"$work/difference"
nothing_in "$work/difference" 'finds a circle of three'
echo 'a/[a-z]+  a reason' >"$work/meant"
unmeant "$work/found" "$work/meant" | diff - "$work/found" >"$work/difference"
nothing_in "$work/difference" 'allows no circle that is partly meant'
echo '[ab]/[a-z]+  a reason' >"$work/meant"
unmeant "$work/found" "$work/meant" >"$work/circles"
nothing_in "$work/circles" 'allows one that is meant'
sed '/three.o: U/d' "$work/planted" >"$work/line"
circles "$work/line" >"$work/found"
nothing_in "$work/found" 'is silent without one'

finish
