# SPDX-License-Identifier: MIT
# What `show`, `overview` and `matrix` print, to the byte, at several widths. `make golden` writes the files anew after a wanted change. TAP.
. "${top_srcdir:?}/tests/tap.sh"

golden=$top_srcdir/tests/golden

# golden NAME ARGUMENT...: what `show` prints of the ferry talks, or of $dossier. printed NAME SUBCOMMAND ARGUMENT...
golden() {
    name=$1
    shift
    printed "$name" show "$@"
}

printed() {
    name=$1
    shift
    run "$@" "${dossier:-$ferry}"
    if [ "${GOLDEN_WRITE:-}" ]; then
        cp "$work/out" "$golden/$name"
        pass "$name written"
        return
    fi
    if [ $status -eq 0 ] && diff "$golden/$name" "$work/out" >"$work/difference"; then
        pass "$name"
    else
        fail "$name"
        sed 's/^/# /' "$work/difference" | head -40
    fi
}

for width in 40 60 80 120 200; do
    golden all-$width --width=$width
    golden spoken-$width --spoken --round=first --width=$width
done
for width in 60 80 120; do
    printed overview-$width overview --width=$width
done
golden split-40 --split --round=first --width=40
golden stacked-80 --stacked --round=first --width=80
golden full-80 --full --width=80
golden notes-80 --notes --width=80
golden notes-stacked-60 --notes --topic=landing --width=60
golden topic-80 --topic=landing --width=80
golden rounds-80 --columns=north@first,north@second --width=80
golden accounts-80 --columns=south@first,south@first/memoir --width=80

for width in 60 80 120 200; do
    printed matrix-$width matrix --width=$width
    printed ledger-$width ledger --width=$width
    printed change-$width change --columns=north@first,north@second --width=$width
done

dossier=$top_srcdir/tests/fixtures/standings
printed matrix-standings-80 matrix --width=80
printed ledger-standings-80 ledger --width=80
golden standings-80 --width=80
golden absent-80 --round=full --columns=weir,ford --width=80

dossier=$top_srcdir/tests/fixtures/doubts
for width in 60 100; do
    printed discrepancies-$width discrepancies --width=$width
done

# Eleven languages, two of them from right to left, and emoji.
dossier=$top_srcdir/tests/fixtures/tongues
for width in 60 80 120; do
    golden tongues-$width --width=$width
    golden tongues-spoken-$width --spoken --width=$width
done
dossier=

# No line is wider than it was asked to be. wc -L counts columns.
for width in 40 60 80 120 200; do
    run show --width=$width "$ferry"
    "$diptych" show --width=$width "$top_srcdir/tests/fixtures/tongues" >>"$work/out"
    widest=$(wc -L <"$work/out")
    expect "nothing wider than $width" 0 test "$widest" -le $width
done

finish
