# SPDX-License-Identifier: MIT
# Told as of a day, a dossier is what it is without the text of what came later. TAP.
. "${top_srcdir:?}/tests/tap.sh"

# cut DAY: what a script leaves of the shipped dossier, in $work/cut.
cut_at() {
    rm -rf "$work/cut"
    mkdir "$work/cut"
    files=$(find "$shipped" -name '*.dip' ! -path '*/positions/*' | LC_ALL=C sort)
    # shellcheck disable=SC2086 # the names are without blanks
    "${AWK:-awk}" -v day="$1" -v directory="$work/cut" -f "$top_srcdir/tests/cut.awk" $files $files
}

# same SUBCOMMAND...: what it prints of the copy is what it prints as of the day, but for the first line.
same() {
    "$diptych" "$@" "$work/cut" >"$work/expected" 2>/dev/null
    run "$@" --as-of "$day" "$shipped"
    sed 1d "$work/out" >"$work/found"
    # Which sides have a column where they are absent depends on where a reader begins, and topics to come have no row.
    if [ "$1" = matrix ]; then
        for file in expected found; do
            grep -v '	\(absent\|not in this record\|not recorded\|not in these minutes\)	' "$work/$file" | LC_ALL=C sort >"$work/sorted"
            mv "$work/sorted" "$work/$file"
        done
    fi
    diff "$work/expected" "$work/found" >"$work/wrong"
    [ -s "$work/expected" ] || echo 'nothing was printed' >>"$work/wrong"
    nothing_in "$work/wrong" "as of $day: $*"
    head -n 1 "$work/out" >"$work/first"
    grep -q "as of " "$work/first" && pass "the first line says so: $*" || fail "the first line says so: $*"
}

for day in 1956-09-29 1956-10-16 1956-10-18 1988-12-20 1989-03-20; do
    cut_at $day
    same list rounds
    same list passages --to tsv
    same matrix --to tsv
    same ledger --to tsv
    same search --count islands
done

# Nothing that came later is listed.
run list events --to tsv --as-of 1956-10-19 "$shipped"
sed 1,2d "$work/out" | cut -f 1 | grep -E '^(1956-1[12]|195[7-9]|19[6-9]|20)' >"$work/wrong"
nothing_in "$work/wrong" 'no later events'
run list instruments --as-of 1956-10-18 "$shipped"
grep -E '1956-10-19|1960|1973|1988' "$work/out" | sed 1d >"$work/wrong"
nothing_in "$work/wrong" 'no later instruments'
run list positions --as-of 1956-10-16 "$shipped"
sed 1d "$work/out" | grep -E '^(kono[23]|note1960|wg[0-9]|doi|summit1991)' >"$work/wrong"
nothing_in "$work/wrong" 'no positions of later rounds'
run list discrepancies --to tsv --as-of 1956-10-19 "$shipped"
grep -E 'wg1|note1960|summit1991' "$work/out" >"$work/wrong"
nothing_in "$work/wrong" 'no discrepancies of later rounds'

run list people --as-of 1956-10-19 "$shipped"
expect 'who had taken part' 0 out_has khrushchev kono
grep -E '^(rogachev|kuriyama|gorbachev|putin|abe) ' "$work/out" >"$work/wrong"
nothing_in "$work/wrong" 'nobody who was to come'
run list topics --as-of 1956-10-16 "$shipped"
expect 'a declaration that is spoken of before it is signed' 0 out_has declaration-1956
grep -E '^(five-stages|statement-1973|communique-1988) ' "$work/out" >"$work/wrong"
nothing_in "$work/wrong" 'no topics to come'

for subcommand in show overview discrepancies 'list topics' matrix ledger 'search islands' 'why london1.1' 'resolve yalta'; do
    # shellcheck disable=SC2086 # words of their own
    run $subcommand --as-of 1956-10-19 "$shipped"
    head -n 1 "$work/out" | grep -q '^as of 19 Oct 1956' && pass "$subcommand says it in its first line" ||
        fail "$subcommand says it in its first line"
done
run --as-of 1956 list rounds "$shipped"
expect 'in front of a subcommand, and of a year its last day' 0 out_has 'as of 1956' moscow2
run list rounds --to json --as-of 1956 "$shipped"
expect 'json stays json, and stderr says it' 0 err_has 'as of 1956'
head -c 1 "$work/out" | grep -q '\[' && pass 'json begins as it does' || fail 'json begins as it does'
run matrix --to html --as-of 1956 "$shipped"
expect 'html says it in a comment' 0 out_has '<!-- as of 1956'
run show -r wg1 --as-of 1956 "$shipped"
expect 'a round that has not been yet' 2
run list rounds --as-of 1800 "$shipped"
expect 'nothing had been said' 1
run matrix --as-of 1800 "$shipped"
expect 'no round, no matrix' 1
run list rounds --as-of tomorrow "$shipped"
expect 'what is no date' 2 usage_about tomorrow
run show --as-of 1956 "$shipped"
[ ! -s "$work/err" ] && pass 'what points at something later is not called wrong' ||
    fail 'what points at something later is not called wrong'

finish
