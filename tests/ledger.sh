# SPDX-License-Identifier: MIT
# What became of every claim is what a script finds that reads the files by itself: in the dossiers at hand, and in
# 10,000 small ones at random. TAP.
. "${top_srcdir:?}/tests/tap.sh"

# compare WHAT DIRECTORY
compare() {
    find "$2" -name '*.dip' | LC_ALL=C sort | tr '\n' '\0' |
        LC_ALL=C xargs -0 "${AWK:-awk}" -f "$top_srcdir/tests/dip.awk" -f "$top_srcdir/tests/ledger.awk" |
        LC_ALL=C sort >"$work/expected"
    run ledger --to tsv "$2"
    sed 1d "$work/out" | cut -f 1,5,6 | LC_ALL=C sort >"$work/found"
    [ -s "$work/expected" ] || echo 'nothing was worked out' >>"$work/found"
    diff "$work/expected" "$work/found" >"$work/wrong"
    nothing_in "$work/wrong" "the ledger of $1 is what a script finds"
}

compare 'the shipped dossier' "$shipped"
compare 'the ferry talks' "$ferry"
compare 'a round for each state' "$top_srcdir/tests/fixtures/standings"

# Many small dossiers.
mkdir "$work/graphs"
"${AWK:-awk}" -v count=10000 -v directory="$work/graphs" -v seed="${GRAPH_SEED:-1}" -f "$top_srcdir/tests/graphs.awk"
find "$work/graphs" -name '*.dip' | LC_ALL=C sort >"$work/paths"
tr '\n' '\0' <"$work/paths" | LC_ALL=C xargs -0 -n 500 "${AWK:-awk}" -v apart=1 -f "$top_srcdir/tests/dip.awk" \
    -f "$top_srcdir/tests/ledger.awk" | LC_ALL=C sort >"$work/expected"
"$top_builddir/tests/tools/ledgers" <"$work/paths" >"$work/found" 2>"$work/wrong"
LC_ALL=C sort "$work/found" | diff "$work/expected" - >>"$work/wrong"
nothing_in "$work/wrong" 'so are the ledgers of 10,000 graphs at random'
for state in answered 'put off' open undecided; do
    count=$(cut -f 3 "$work/expected" | grep -cx "$state")
    [ "$count" -ge 100 ] && pass "graphs have claims that are $state" || fail "graphs have $count claims that are $state"
done

# What is asked for.
run ledger --side su --link defers --to tsv "$shipped"
"${AWK:-awk}" -F '\t' 'NR > 1 && $7 !~ /defers/' "$work/out" >"$work/wrong"
nothing_in "$work/wrong" 'only what somebody puts off'
grep -q '^wg1\.58	rogachev' "$work/out" && pass 'the first Russian discoverers were put off' ||
    fail 'the first Russian discoverers were put off'
run ledger --by kuriyama --act concedes --to tsv "$shipped"
sed 1d "$work/out" | cut -f 1 | LC_ALL=C sort >"$work/found"
cat >"$work/concedes.awk" <<'AWK'
function record_ended() {}
function passage_ended() { if (by[here] == "kuriyama" && attribute["act"] == "concedes") print account "." number }
END { end_all() }
AWK
find "$shipped" -name '*.dip' | LC_ALL=C sort | tr '\n' '\0' |
    LC_ALL=C xargs -0 "${AWK:-awk}" -f "$top_srcdir/tests/dip.awk" -f "$work/concedes.awk" | LC_ALL=C sort >"$work/expected"
diff "$work/expected" "$work/found" >"$work/wrong"
[ -s "$work/found" ] || echo 'nothing was found' >>"$work/wrong"
nothing_in "$work/wrong" 'every concession of Kuriyama'
run ledger --to tsv "$shipped"
"${AWK:-awk}" -F '\t' 'NR > 1 && ("; " $4 ";") ~ /; yalta-1945;/ { print $1 }' "$work/out" >"$work/expected"
run ledger --topic yalta-1945 --to tsv "$shipped"
sed 1d "$work/out" | cut -f 1 | diff "$work/expected" - >"$work/wrong"
[ -s "$work/expected" ] || echo 'nothing is on the topic' >>"$work/wrong"
nothing_in "$work/wrong" 'one topic only'
run ledger --as opposition --to tsv "$shipped"
expect 'what was said for the opposition' 0 grep -q '^doi1988' "$work/out"
grep -q '^wg' "$work/out" && fail 'and nothing for the government' || pass 'and nothing for the government'
run ledger --state answered --to tsv "$shipped"
sed 1d "$work/out" | cut -f 5 | sort -u >"$work/states"
expect 'one state only' 0 grep -qx answered "$work/states"
run ledger --open "$shipped"
expect 'nothing is open where no record is full, and it is said how much may be' 1 one_line_about '265 it is undecided'
run ledger --act con "$shipped"
expect 'what begins several words' 2 err_has 'conditions, concedes'
run ledger --side nobody "$shipped"
expect 'a side that there is not' 2
run ledger --to nothing "$shipped"
expect 'a format that there is not' 2 usage_about nothing

# Why.
run why wg1.58 "$shipped"
expect 'a claim that was put off, and where the answer may stand' 0 out_has 'put off         wg1.58' 'defers          wg1.103' 'not complete    wg2'
run why wg1.12 "$shipped"
expect 'a claim that was answered' 0 out_has 'answered        wg1.12' 'answers         wg1.45'
run why wg1.101 "$shipped"
expect 'a concession is no claim' 0 out_has 'no claim        wg1.101' 'concedes' 'a concession'
run why wg1.9999 "$shipped"
expect 'a passage that there is not' 2
run why "$shipped"
expect 'no reference' 2

finish
