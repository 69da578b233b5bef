# SPDX-License-Identifier: MIT
# What ":" finds in the shipped dossier. TAP.
. "${top_srcdir:?}/tests/tap.sh"

# A line each: what is typed, and what is gone to, kind and id; several where the reader is to choose.
queries() {
    cat <<'EOF'
1855|topic shimoda-1855
shimoda|topic shimoda-1855
1875|topic petersburg-1875
portsmouth|topic portsmouth-1905
1905|topic portsmouth-1905
neutrality pact|topic neutrality-1941
cairo|topic cairo-potsdam
potsdam|topic cairo-potsdam
yalta|topic yalta-1945
Crimea|topic yalta-1945
1945|topic yalta-1945, topic surrender-1945, topic occupation-1945
San Francisco|topic san-francisco-1951
1951|topic san-francisco-1951
1956|topic declaration-1956
declaration|topic declaration-1956
Joint Declaration|topic declaration-1956
article 9|topic art9-transfer
hostage|topic art9-force
letters|topic letters-1956
1960|topic notes-1960
1973|topic statement-1973
adenauer|topic adenauer-formula
nato|topic blocs-nato
NATO|topic blocs-nato
bases|topic alliances
senkaku|topic other-disputes
TAKESHIMA|topic other-disputes
united nations|topic un-seat
fish|topic fisheries
Kunashiri|name kunashir
kunashir|name kunashir
Etorofu|name iturup
択捉|name iturup
择捉|name iturup
択捉島|name iturup
Итуруп|name iturup
habomais|name habomai
Northern Territories|name four-islands
北方領土|name four-islands
rogachev|person rogachev
Rogachev|person rogachev
Kuriyama|person kuriyama
dulles|person dulles
khrushchev|person khrushchev
Хрущёв|person khrushchev
abe|person abe-shintaro, person abe
shinzo abe|person abe
hasegawa|person hasegawa-m, source hasegawa-1998
saito|person saito, source saito-ch3
panov|source panov-2020
bluebook|source bluebook-1991
treaty of shimoda|instrument shimoda-1855
1991|instrument statement-1991
wg1|round wg1
working group 1|round wg1
working group 2|round wg2-morning, round wg2
20 Dec 1988|round wg1
20 Dec|round wg1
December 20|round wg1
21 mar|round wg2-morning, round wg2
1988-12-20|round wg1
3 June 1955|round london1
london|round london1, round london2
1972|round gromyko1972
london1/panov|account london1/panov
wg1.11|passage wg1.11
london1/panov.7|passage london1/panov.7
xyzzy|
EOF
}

# What the last run marked as best, in one line.
marked() {
    awk '$1 == "*" { printf "%s%s %s", sep, $2, $3; sep = ", " }' "$work/out"
}

test_queries() {
    queries >"$work/queries"
    : >"$work/wrong"
    while IFS='|' read -r text meant; do
        run resolve "$text" "$shipped"
        found=$(marked)
        [ "$found" = "$meant" ] || echo "$text: $found, not $meant" >>"$work/wrong"
    done <"$work/queries"
    nothing_in "$work/wrong" 'queries go where a reader means'
}

# An id may be a surname too, and then its thing is one of several.
test_ids() {
    : >"$work/wrong"
    for kind in topics people names sources; do
        "$diptych" list $kind "$shipped" | while read -r id rest; do
            run resolve "$id" "$shipped"
            marked | tr ',' '\n' | grep -q " $id\$" || echo "$kind $id: $(marked) $rest"
        done
    done >>"$work/wrong"
    nothing_in "$work/wrong" 'what has an id is found by it'
}

if [ -d "$shipped" ]; then
    test_queries
    test_ids
else
    skip 'queries of the shipped dossier' 'it is not here'
fi
finish
