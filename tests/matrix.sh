# SPDX-License-Identifier: MIT
# What `matrix` prints is what scripts find that read the files by themselves. TAP.
. "${top_srcdir:?}/tests/tap.sh"

# scripts NAME DIRECTORY: what the script of that name works out of the dossier.
script() {
    find "$2" -name '*.dip' | LC_ALL=C sort | tr '\n' '\0' |
        LC_ALL=C xargs -0 "${AWK:-awk}" -f "$top_srcdir/tests/dip.awk" -f "$top_srcdir/tests/$1.awk"
}

# TOPIC ROUND PARTY STATE ANEW REPEATED INFERRED ALONE, of what stands in the third file.
join_all() {
    "${AWK:-awk}" -F '\t' -v OFS='\t' '
        FILENAME == ARGV[1] { state[$3, $1, $2] = $4; next }
        FILENAME == ARGV[2] {
            key = $1 SUBSEP $2 SUBSEP $3
            spoke = state[key] == "spoke"
            numbers[key] = spoke ? $4 OFS $5 OFS $6 : 0 OFS 0 OFS 0
            words[$1, $2] += spoke || state[key] == "in another account"
            next
        }
        FNR > 1 {
            key = $1 SUBSEP $2 SUBSEP $4
            has = state[key] == "spoke" || state[key] == "in another account"
            print $1, $2, $4, state[key], numbers[key], has && words[$1, $2] == 1 ? "alone" : ""
        }' "$@"
}

# compare WHAT DIRECTORY
compare() {
    run matrix --to tsv "$2"
    expect "the matrix of $1 is printed" 0
    script standings "$2" >"$work/states"
    script matrix "$2" >"$work/numbers"
    join_all "$work/states" "$work/numbers" "$work/out" >"$work/expected"
    sed 1d "$work/out" | cut -f 1,2,4- >"$work/found"
    diff "$work/expected" "$work/found" >"$work/wrong"
    [ -s "$work/found" ] || echo 'nothing was printed' >>"$work/wrong"
    nothing_in "$work/wrong" "the matrix of $1 is what scripts find"
    grep -c . "$work/found" >"$work/lines"
    script standings "$2" | cut -f 3 | sort -u >"$work/topics"
    cut -f 1 "$work/found" | sort -u | diff "$work/topics" - >"$work/wrong"
    nothing_in "$work/wrong" "every topic of $1 has its row"
}

compare 'the shipped dossier' "$shipped"
compare 'the ferry talks' "$ferry"
compare 'a round for each state' "$top_srcdir/tests/fixtures/standings"

# Every state has a sign of its own, in ASCII.
run matrix --width=200 "$top_srcdir/tests/fixtures/standings"
LC_ALL=C sed "s/$(printf '\342\200\246')//g" "$work/out" >"$work/signs" # but for the mark of what is cut
LC_ALL=C grep -q "[^ -~]" "$work/signs" && fail 'the signs are ASCII' || pass 'the signs are ASCII'
"$diptych" matrix --width=200 "$shipped" >>"$work/out"
for sign in ans off cut acc - 0 'min?' 'rec?' '?'; do
    grep -q "  $(printf %s "$sign" | sed 's/?/[?]/')\( \|!\|$\)" "$work/out" && pass "a cell says $sign" || fail "a cell says $sign"
done

# What one side alone raised.
run matrix --alone --to tsv "$shipped"
"${AWK:-awk}" -F '\t' '$9 == "alone" { print $1 "\t" $2 "\t" $4 }' "$work/out" | sort >"$work/alone"
run matrix --to tsv "$shipped"
"${AWK:-awk}" -F '\t' '$9 == "alone" { print $1 "\t" $2 "\t" $4 }' "$work/out" | sort | diff - "$work/alone" >"$work/wrong"
nothing_in "$work/wrong" 'nothing that one side alone raised is left out'
grep -q "$(printf 'yalta-1945\twg1\tsu')" "$work/alone" && pass 'Yalta was raised by one side alone in December 1988' ||
    fail 'Yalta was raised by one side alone in December 1988'

run matrix --to html "$top_srcdir/tests/fixtures/standings"
expect 'html has a row for each topic and its signs' 0 out_has '<th scope="row"' 'title="put off">off' '</table>'
for order in group date rounds; do
    run matrix --sort $order "$ferry"
    expect "sorted by $order" 0
done
run matrix --sort nothing "$ferry"
expect 'an order that there is not' 2 usage_about nothing
run matrix --to nothing "$ferry"
expect 'a format that there is not' 2 usage_about nothing

finish
