# SPDX-License-Identifier: MIT
# What a side changed between two rounds is what a script finds that reads the files by itself. TAP.
. "${top_srcdir:?}/tests/tap.sh"

# compare SIDE FROM TO TOPIC [DIRECTORY]
compare() {
    find "${5:-$shipped}" -name '*.dip' | LC_ALL=C sort | tr '\n' '\0' |
        LC_ALL=C xargs -0 "${AWK:-awk}" -v side="$1" -v from="$2" -v to="$3" -v topic="$4" \
            -f "$top_srcdir/tests/dip.awk" -f "$top_srcdir/tests/change.awk" | LC_ALL=C sort -u >"$work/expected"
    run change --columns "$1@$2,$1@$3" ${4:+--topic "$4"} --to tsv "${5:-$shipped}"
    sed 1d "$work/out" | LC_ALL=C sort >"$work/found"
    [ -s "$work/expected" ] || echo 'nothing was worked out' >>"$work/found"
    diff "$work/expected" "$work/found" >"$work/wrong"
    nothing_in "$work/wrong" "$1 from $2 to $3 on ${4:-all topics}"
}

compare su wg1 wg2 letters-1956
compare su wg1 wg2
compare jp wg1 wg2
compare jp wg1 wg2 territory
compare su letters1956 wg2 letters-1956
compare su moscow2 doi1988
compare jp london1 letters1956
compare su doi1988 yeltsin1992
compare north first second '' "$ferry"
compare south first second landing "$ferry"

# In whichever order they are given.
run change -c su@wg2,su@wg1 -t letters-1956 --to tsv "$shipped"
cp "$work/out" "$work/turned"
run change -c su@wg1,su@wg2 -t letters-1956 --to tsv "$shipped"
expect 'the earlier round comes first' 0 cmp -s "$work/out" "$work/turned"
cut -f 1 "$work/out" | sort | uniq -c | sed 's/^ *//' >"$work/counts"
expect 'what changed in the Soviet reading of the letters' 0 grep -q '^[0-9]* restated' "$work/counts"
run change -c su@wg1,su@wg2 -t letters-1956 -w 80 "$shipped"
expect 'on paper, with what the later record lacks' 0 out_has 'USSR, wg1 (20 Dec 1988, a summary) to wg2 (21 Mar 1989, incomplete): Letters' 'not in the later record'

# What a full record lacks has been dropped.
mkdir "$work/full"
cat >"$work/full/all.dip" <<'DIP'
Dossier: full
Title: Full
Format: 1

Party: a
Title: A

Party: b
Title: B

Topic: t
Title: T

Round: one
Title: One
Date: 1901
Extent: full
Tagged: full

@ a
[1] This is so.
{topics: t}
[2] That is so.
{topics: t}
[3] And that.
{topics: t}
[4] This we offer.
{topics: t; act: offers}
[5] Is that so?
{topics: t; act: asks}

Round: two
Title: Two
Date: 1902
Extent: full
Tagged: full

@ a
[1] This is so, as we said.
{topics: t; restates: one.1}
[2] We do not say that.
{topics: t; contradicts: one.2}
[3] A little less is offered.
{topics: t; retreats: one.4}
[4] This is new.
{topics: t}

Round: three
Title: Three
Date: 1903
Extent: part

@ a
[1] As we said twice.
{topics: t; restates: two.1}
DIP
run change -c a@one,a@two --to tsv "$work/full"
printf '%s\t%s\t%s\n' contradicted one.2 two.2 'retreated from' one.4 two.3 restated one.1 two.1 new '' two.4 dropped one.3 '' >"$work/expected"
sed 1d "$work/out" | diff "$work/expected" - >"$work/wrong"
nothing_in "$work/wrong" 'each kind of change'
run change -c a@one,a@three --to tsv "$work/full"
expect 'what is restated of what restates it' 0 grep -q '^restated	one.1	three.1$' "$work/out"
expect 'what a part lacks is not called dropped' 0 grep -q '^not in the later record	one.3	$' "$work/out"

run change "$shipped"
expect 'no columns' 2 usage_about '--columns'
run change -c su@wg1,jp@wg2 "$shipped"
expect 'two sides' 2 one_line_about 'one side in two rounds'
run change -c su,su "$shipped"
expect 'no rounds' 2 one_line_about 'one side in two rounds'
run change -c su@wg1 "$shipped"
expect 'one column' 2 one_line_about 'two are needed'
run change -c su@wg1,su@nowhere "$shipped"
expect 'no such round' 2
run change -c su@wg1,su@wg2 -t nothing "$shipped"
expect 'no such topic' 2
run change -c su@wg1,su@wg2 --to html "$shipped"
expect 'no such format' 2 usage_about html

finish
