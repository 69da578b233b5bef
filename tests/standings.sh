# SPDX-License-Identifier: MIT
# The state of every side on every topic is what a script finds that reads the files by itself. TAP.
. "${top_srcdir:?}/tests/tap.sh"

# compare WHAT DIRECTORY
compare() {
    find "$2" -name '*.dip' | LC_ALL=C sort | tr '\n' '\0' |
        LC_ALL=C xargs -0 "${AWK:-awk}" -f "$top_srcdir/tests/dip.awk" \
            -f "$top_srcdir/tests/standings.awk" | LC_ALL=C sort >"$work/expected"
    "$top_builddir/tests/tools/standings" "$2" 2>"$work/err" | LC_ALL=C sort >"$work/found"
    [ -s "$work/expected" ] || echo 'nothing was worked out' >>"$work/err"
    diff "$work/expected" "$work/found" >>"$work/err"
    nothing_in "$work/err" "$1"
}

compare 'the shipped dossier' "$shipped"
compare 'the ferry talks' "$ferry"
compare 'a round for each state' "$top_srcdir/tests/fixtures/standings"

# Every state is among those of the fixture.
for state in spoke 'answered elsewhere' 'put off' omitted 'in another account' absent silent 'not in these minutes' \
    'not in this record' 'not recorded'; do
    cut -f 4 "$work/found" | grep -qx "$state" && pass "the fixture has $state" || fail "the fixture has $state"
done

finish
