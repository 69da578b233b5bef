# SPDX-License-Identifier: MIT
# The command line: arguments, streams, exit statuses. TAP.
. "${top_srcdir:?}/tests/tap.sh"

# --- help and version

usage_first() {
    [ ! -s "$work/err" ] && head -n 1 "$work/out" | grep -q '^usage: diptych '
}

run --help
expect 'help' 0 usage_first
expect 'help names the subcommands' 0 out_has '  show  ' '  list  ' '  search  ' '  check  '
for name in show overview discrepancies list search resolve check; do
    run $name --help
    expect "help of $name" 0 usage_first
done
run --version
expect 'version' 0 grep -Eqx 'diptych [0-9]+\.[0-9]+\.[0-9]+' "$work/out"

# --- what is wrong with the arguments

run --frobnicate
expect 'unknown option' 2 usage_about '--frobnicate'
run -x
expect 'unknown short option' 2 usage_about '-x'
run frobnicate
expect 'unknown subcommand' 2 usage_about 'frobnicate'
run "$ferry" "$ferry"
expect 'one argument too many' 2 usage_about 'too many'
for name in show list search resolve check; do
    run $name --frobnicate
    expect "unknown option of $name" 2 usage_about '--frobnicate'
    run $name -x
    expect "unknown short option of $name" 2 usage_about '-x'
done
run show --width
expect 'an option without its value' 2 usage_about '--width needs a value'
run show --stacked=3
expect 'a value for an option that takes none' 2 usage_about '--stacked'
run show -w
expect 'a letter without its value' 2 usage_about '-w needs a value'
run show -fw
expect 'letters, the last without its value' 2 usage_about '-w needs a value'
run show --s
expect 'the beginning of several options' 2 usage_about '--s'
for width in 19 501 x -1 '' 99999999999999999999; do
    run show --width="$width" "$ferry"
    expect "width '$width'" 2 usage_about 'a number from 20 to 500'
done
run show "$ferry" extra
expect 'show: one argument too many' 2 usage_about 'extra'
run show --split --stacked "$ferry"
expect 'split and stacked' 2 usage_about 'exclude each other'
run show --spoken --topic=landing "$ferry"
expect 'spoken and topic' 2 usage_about 'exclude each other'
run list
expect 'list what' 2 usage_about 'missing'
run list frobs "$ferry"
expect 'list: unknown kind' 2 usage_about 'frobs'
run search
expect 'search for what' 2 usage_about 'missing'
run resolve
expect 'resolve what' 2 usage_about 'missing'
run check
expect 'check what' 2 usage_about 'missing'
run search '' "$ferry"
expect 'search for nothing' 2 one_line_about ''
run search --regex '(' "$ferry"
expect 'a malformed regular expression' 2 one_line_about ''
run show --round=nowhere "$ferry"
expect 'unknown round' 2 one_line_about 'nowhere'
run show --topic=nothing "$ferry"
expect 'unknown topic' 2 one_line_about 'nothing'
run show --topic=t "$ferry"
expect 'ambiguous topic' 2 one_line_about 'tolls'
for columns in north north,south,isle north,west 'south@nowhere,north' ,; do
    run show --columns="$columns" "$ferry"
    expect "columns $columns" 2 one_line_about ''
done

hostile=$(printf 'a\033[31mb\302\233c\377d\342\200\256e\nf')
for arguments in "--$hostile" "$hostile" "show --$hostile" "show $hostile" "show --round=$hostile $ferry" \
    "show --topic=$hostile $ferry" "show --columns=$hostile $ferry" "show --width=$hostile $ferry" \
    "list $hostile" "resolve x $ferry $hostile" "search --regex ($hostile $ferry" "check $hostile"; do
    IFS=' '
    run $arguments
    unset IFS
    expect "hostile bytes in the arguments: $(echo "$arguments" | tr -cd 'a-z=-' | cut -c 1-20)" 2 both_clean
done

# --- no dossier

mkdir "$work/empty"
echo 'not a dossier' >"$work/note.dip"
for name in '' show 'list rounds' 'search x' check; do
    run $name "$work/nowhere"
    expect "no such dossier: $name" 2 one_line_about "$work/nowhere"
    run $name "$work/empty"
    expect "a directory without .dip files: $name" 2 one_line_about "$work/empty"
    run $name "$work/note.dip"
    expect "a file that is none: $name" 2 one_line_about "$work/note.dip"
done

if [ "$(id -u)" -ne 0 ]; then
    as_user=
elif runuser -u nobody true 2>/dev/null; then
    as_user='runuser -u nobody --'
else
    as_user=none
fi
if [ "$as_user" = none ]; then
    skip 'no permission' 'root may read everything'
else
    mkdir "$work/locked"
    cp "$diptych" "$work/program"
    cp -R "$ferry" "$work/ferry"
    chmod 755 "$work" "$work/program"
    chmod 000 "$work/locked"
    for name in show 'list rounds' 'search x' check; do
        $as_user "$work/program" $name "$work/locked" >"$work/out" 2>"$work/err"
        status=$?
        expect "no permission: $name" 2 one_line_about "$work/locked"
    done
    chmod 755 "$work/locked"
    chmod 000 "$work/ferry/rounds/2.dip"
    $as_user "$work/program" check "$work/ferry" >"$work/out" 2>"$work/err"
    status=$?
    expect 'no permission for one file' 1 out_has 'rounds/2.dip' 'unreadable'
fi

# --- streams

run_full() {
    "$diptych" "$@" >/dev/full 2>"$work/err" </dev/null
    status=$?
    : >"$work/out"
}
if [ -c /dev/full ]; then
    for name in --help 'list rounds' 'search landing' show; do
        case $name in --*) operand= ;; *) operand=$ferry ;; esac
        run_full $name $operand
        expect "a full disk: $name" 2 one_line_about 'cannot be written'
    done
else
    skip 'a full disk' 'no /dev/full'
fi
"$diptych" list rounds "$ferry" >&- 2>"$work/err"
status=$?
expect 'stdout closed' 2 one_line_about 'cannot be written'
"$diptych" list rounds "$work/nowhere" >"$work/out" 2>&-
status=$?
expect 'stderr closed' 2 test ! -s "$work/out"
# The reader closes its end and says so before the program begins.
{
    until [ -e "$work/closed" ]; do sleep 0.1; done
    (trap '' PIPE; "$diptych" show "$ferry" 2>"$work/err"; echo $? >"$work/status")
} | {
    exec <&-
    : >"$work/closed"
}
status=$(cat "$work/status")
: >"$work/out"
expect 'a reader that is gone' 2 one_line_about 'cannot be written'

# --- finding the dossier

if [ -d "$top_srcdir/transcripts/soviet-japanese" ]; then
    run list parties
    expect 'the shipped dossier' 0 grep -q '^su ' "$work/out"
    ln -s "$diptych" "$work/link"
    (cd "$work" && ./link list parties >"$work/out" 2>"$work/err")
    status=$?
    expect 'the shipped dossier, through a link, from elsewhere' 0 grep -q '^su ' "$work/out"
else
    skip 'the shipped dossier' 'it is not here'
fi
cp "$diptych" "$work/alone"
PATH=$work:$PATH alone list parties >"$work/out" 2>"$work/err"
status=$?
if [ "$status" -eq 0 ]; then
    skip 'no shipped dossier' 'it is installed'
else
    expect 'no shipped dossier' 2 one_line_about '/transcripts/soviet-japanese'
fi
(cd "$ferry/.." && "$diptych" ferry >"$work/out" 2>"$work/err")
status=$?
expect 'a dossier in the current directory' 0 out_has 'The ferry talks'

# --- list

# in_order WORD...: the words stand in lines of their order.
in_order() {
    at=0
    for word; do
        at=$(awk -v from="$at" -v word="$word" 'NR > from && index($0, word) { print NR; exit }' "$work/out")
        [ -n "$at" ] || return 1
    done
}

# column N VALUE...: the Nth word of each line.
column() {
    number=$1
    shift
    [ "$(awk -v n="$number" '{ printf "%s%s", sep, $n; sep = " " }' "$work/out")" = "$*" ]
}
run list rounds "$ferry"
expect 'list rounds' 0 column 1 first second third
expect 'list rounds: dates' 0 column 2 1921-03-01 1922-06 '1923~'
expect 'list rounds: extents' 0 column 3 full part lost
expect 'list rounds: accounts' 0 grep -qx 'first .*First meeting at the customs house; Customs house (also memoir)' "$work/out"
run list topics "$ferry"
expect 'list topics' 0 column 1 landing landing-north timetable tolls winter
expect 'list topics: parents' 0 column 3 - landing - - -
run list parties "$ferry"
expect 'list parties' 0 column 1 north south isle
run list people "$ferry"
expect 'list people' 0 column 2 north south isle
run list names "$ferry"
expect 'list names' 0 out_has 'Северный пролив' '松の海峡'
run list sources "$ferry"
expect 'list sources' 0 column 2 minutes memoir
mkdir "$work/shelf"
printf '%s\n' 'Dossier: shelf' 'Title: Shelf' '' \
    'Source: book' 'Kind: memoir' 'Title: Years' 'Author: L. Corte' 'Date: 1931-05' 'ISBN: 0-19' '' \
    'Source: paper' 'Kind: history' 'Title: Ice' 'Container: Review' 'Issue: 7' '' \
    'Source: leaf' 'Kind: press' 'Title: News' 'Container: Daily' 'Date: ?' >"$work/shelf/shelf.dip"
run list sources "$work/shelf"
expect 'list sources: years' 0 column 3 1931 - -
expect 'list sources: author and number' 0 grep -q 'L. Corte  *Years  *0-19$' "$work/out"
expect 'list sources: an issue is a number, a container is none' 0 grep -q 'Review 7$' "$work/out"
run list events "$ferry"
expect 'list events in order of date' 0 column 1 1899 1901-05-03
doubts=$top_srcdir/tests/fixtures/doubts
run list rounds "$doubts"
expect 'list rounds: one without a date comes first' 0 column 2 - 1702-05
run list discrepancies "$doubts"
expect 'list discrepancies' 0 column 1 feet water digger
expect 'list discrepancies: rounds' 0 column 2 second,first second -
expect 'list discrepancies: about' 0 grep -q 'how deep the well was found to be$' "$work/out"
run list instruments "$ferry"
expect 'list instruments' 0 grep -qx 'deed-1901  1901-05-03  Deed of the landing' "$work/out"
printf '%s\n' 'Dossier: held' 'Title: Held' '' 'Party: a' 'Title: A' '' 'Topic: t' 'Title: T' '' \
    'Position: r a t' 'Text: It holds water.' 'Rests: 1' '' 'Round: r' 'Title: R' 'Date: 1900' '' '@ a' '[1] Water.' \
    '{topics: t}' >"$work/held.dip"
run list positions "$work/held.dip"
expect 'list positions' 0 grep -qx 'r  a  t  It holds water.' "$work/out"
mkdir "$work/bare"
printf 'Dossier: bare\nTitle: Nothing in it\nFormat: 1\n' >"$work/bare/bare.dip"
run list names "$work/bare/bare.dip"
expect 'nothing to list' 1 silent
run list rounds "$work/bare" --
expect 'no rounds to list' 1 silent

# rows KEY VALUE...: the last run printed a JSON array of objects with these values of the key.
rows() {
    [ "$("$top_builddir/tests/tools/rows" "$1" <"$work/out")" = "$(shift && printf '%s\n' "$@")" ]
}
# cells N VALUE...: the Nth cell of each line of TSV, the names among them.
cells() {
    [ "$(cut -f "$1" "$work/out")" = "$(shift && printf '%s\n' "$@")" ]
}
for kind in rounds topics parties people names sources events instruments discrepancies passages; do
    on=$ferry
    [ $kind != discrepancies ] || on=$doubts
    run list $kind "$on"
    lines=$(wc -l <"$work/out")
    run list $kind --to=json "$on"
    "$top_builddir/tests/tools/rows" <"$work/out" >"$work/names" || echo 'no rows' >"$work/names"
    expect "list $kind: an object for each line" 0 test "$lines" -eq "$(wc -l <"$work/names")"
    run list $kind --to tsv "$on"
    expect "list $kind: a line for each, behind the names" 0 test "$((lines + 1))" -eq "$(wc -l <"$work/out")"
    [ "$(head -n 1 "$work/out" | tr '\t' ' ') " = "$(head -n 1 "$work/names")" ]
    status=$?
    expect "list $kind: the names are those of the objects" 0
    [ "$(awk -F '\t' '{ print NF }' "$work/out" | sort -u | wc -l)" -eq 1 ]
    status=$?
    expect "list $kind: as many cells in each line" 0
done
run list rounds --to=json "$ferry"
expect 'list rounds for programs: accounts are a list' 0 rows accounts 'first/memoir' '' ''
run list rounds -T tsv "$ferry"
expect 'list rounds for programs: the title alone' 0 cells 4 title 'First meeting at the customs house' 'Second meeting, on the water' \
    'Third meeting'
run list passages --round=second --side=north "$ferry"
expect 'list passages of one side in one round' 0 column 1 second.1
run list passages --topic=landing --topic=winter -r first "$ferry"
expect 'list passages on two topics' 0 column 1 first.1 first.3 first.4 first.5 first.6 first/memoir.1 first/memoir.2
cp "$work/out" "$work/all"
run list passages -t landing,winter -r first/memoir -r first "$ferry"
expect 'list passages: a round has all its accounts' 0 in_order first.6 first/memoir.1
run list passages --side=isle -r first --to=json "$ferry"
expect 'list passages of a side that says nothing' 1 grep -qx '\[\]' "$work/out"
run list passages --side=nobody "$ferry"
expect 'list passages: no such side' 2 one_line_about nobody
run list rounds --topic=landing "$ferry"
expect 'list: what does not choose' 2 usage_about '--topic'
run list rounds --to=xml "$ferry"
expect 'list: no such format' 2 usage_about 'text tsv json'
printf '%s\n' 'Dossier: odd' 'Title: Odd' '' 'Party: a' '' 'Topic: t' 'Title: One\two' ' .' ' three' '' 'Round: r' 'Title: R' '' '@ a' \
    '[1] He said "no\yes".' >"$work/odd.dip"
run list topics -T tsv "$work/odd.dip"
expect 'list: what ends lines is written otherwise' 0 cells 4 title 'One\\two\n\nthree'
run list topics "$work/odd.dip"
expect 'list: a line is a line' 0 test "$(wc -l <"$work/out")" -eq 1
run list topics --to=json "$work/odd.dip"
expect 'list: strings of JSON' 0 rows title "$(printf 'One\\two\n\nthree')"
run list passages --to=json "$work/odd.dip"
expect 'list: quotes in JSON' 0 rows text 'He said "no\yes".'
LC_ALL=C "$diptych" list names --to=json "$ferry" >"$work/out"
status=$?
expect 'list: JSON for a locale of ASCII loses nothing' 0 grep -qF '\u677E\u306E' "$work/out"

# --- discrepancies

nothing_about() {
    ! grep -q "$1" "$work/out"
}
run discrepancies --round=first "$doubts"
expect 'those of a round' 0 out_has 'how deep the well' 'forty feet' 'first.2 second.1-2'
expect 'and no others' 0 nothing_about 'any water'
run discrepancies --round=first,second --width=200 "$doubts"
expect 'those of several rounds' 0 out_has 'how deep the well' 'any water'
run discrepancies --width=200 "$doubts"
expect 'all, round by round' 0 out_has 'how deep the well' 'any water' 'Of no round' 'nobody is named'
run discrepancies "$ferry"
expect 'there are none' 1 silent
run discrepancies --round=nowhere "$doubts"
expect 'those of an unknown round' 2 one_line_about 'nowhere'
run discrepancies --width=3 "$doubts"
expect 'discrepancies: width' 2 usage_about 'a number from 20 to 500'
run discrepancies "$doubts" extra
expect 'discrepancies: one argument too many' 2 usage_about 'extra'

# --- search

run search landing "$ferry"
expect 'search' 0 column 1 first.1 first.7 first/memoir.1 second.1
run search 'whose ground' "$ferry"
expect 'search over a line end' 0 column 1 first.1
run search 'south: landing' "$ferry"
expect 'search on one side' 0 column 1 first.1 first/memoir.1
run search --regex 'pie[r]\b' "$ferry"
expect 'search by a regular expression' 0 column 1 second.3
run search 変更 "$ferry"
expect 'search for Japanese' 0 column 1 first.2
run search --count landing "$ferry"
expect 'search: counts' 0 column 1 2 2
run search nowhere-to-be-found "$ferry"
expect 'search: nothing found' 1 silent
run search --count nowhere-to-be-found "$ferry"
expect 'search: no counts' 1 silent
run search --width=60 landing "$ferry"
widest=$(wc -L <"$work/out")
expect 'search: width' 0 test "$widest" -le 60

# --- resolve

run resolve landing "$ferry"
expect 'resolve: the best is marked and comes first' 0 column 1 '*' - -
expect 'resolve: kinds' 0 column 2 topic topic instrument
expect 'resolve: ids' 0 column 3 landing landing-north deed-1901
run resolve meeting "$ferry"
expect 'resolve: several are equally good' 0 column 1 '*' '*' '*'
run resolve first.3 "$ferry"
expect 'resolve: a reference' 0 column 3 first.3
run resolve nowhere-to-be-found "$ferry"
expect 'resolve: nothing found' 1 silent
run resolve '' "$ferry"
expect 'resolve: nothing asked' 1 silent

# --- show

run show "$ferry"
expect 'show: all rounds' 0 in_order 'First meeting' 'The ferryman' 'Second meeting' 'Third meeting'
cp "$work/out" "$work/all"
run "$ferry"
expect 'no terminal: what show prints' 0 cmp -s "$work/out" "$work/all"
run show --round=first "$ferry"
expect 'show: one round' 0 out_has 'The ferry talks, round 1 of 3: first' 'Customs house, 1 Mar 1921' \
    'Northern minutes' 'Extent: full' 'Outcome: the timetable' 'North: Vera Orlova'
run show --round=second "$ferry"
expect 'show: what is incomplete' 0 out_has 'Extent: incomplete: the morning only'
run show --round=third "$ferry"
expect 'show: what is lost' 0 out_has 'Extent: not recorded: only that it took place'
run show --topic=landing --width=100 "$ferry"
expect 'show: one topic over all rounds' 0 in_order 'First meeting' 'The landing' 'The northern landing' 'Second meeting'
run show --round=first --topic=winter --width=100 "$ferry"
expect 'show: one topic of one round' 0 in_order 'Crossing in winter'
run show --round=second --topic=winter "$ferry"
expect 'show: a topic that the round does not raise' 1 out_has 'Crossing in winter' 'not in this record'
run show --round=second --round=first -t landing,winter "$ferry"
expect 'show: several rounds and topics' 0 in_order 'First meeting' 'The landing' 'Crossing in winter' 'Second meeting' \
    'Crossing in winter' 'not in this record'
run show --topic=landing-north --topic=winter "$ferry"
expect 'show: several topics, through the rounds that raise one' 0 in_order 'The northern landing' 'Crossing in winter'
expect 'show: and no other round' 0 nothing_about 'Second meeting'
run show --topic 'winter,nothing' "$ferry"
expect 'show: one of several topics is unknown' 2 one_line_about 'nothing'
run show --cite -r first,second --width=90 "$ferry"
expect 'show: citations' 0 in_order '(log ¶1)' 'Second meeting' 'Sources' 'Log of the harbour office, translated by A. Clerk'
expect 'show: a source once' 0 test "$(grep -c 'Log of the harbour office' "$work/out")" -eq 1
run show --cite --round=third "$ferry"
expect 'show: no sources of nothing' 0 nothing_about '^ Sources'
run show --plain --round=first --width=100 "$ferry"
expect 'show: without references' 0 out_has 'The landing was built' 'answered under The landing' 'Vera Orlova'
expect 'show: no numbers, links and marks' 0 nothing_about 'rebut\|first\|[0-9]\*\|^ *[0-9][0-9]* \|: 6'
run show --plain --full "$ferry"
expect 'plain and full' 2 usage_about 'exclude each other'
run show --plain --notes "$ferry"
expect 'plain and notes' 2 usage_about 'exclude each other'
run show --list-topics "$ferry"
expect 'show: which topics there are' 0 column 1 landing landing-north timetable tolls winter
expect 'show: and how much on them, those below counted' 0 column 2 8 1 4 2 1
run show -l --round=second --topic=landing "$ferry"
expect 'show: topics of one round' 0 column 2 2
run show -l --round=third "$ferry"
expect 'show: no topics' 1 silent
run show --columns='north@first, north@second' --topic=landing "$ferry"
cp "$work/out" "$work/all"
run show --columns=north@first,north@second --topic=landing "$ferry"
expect 'show: one side in two rounds' 0 in_order 'First meeting' 'Second meeting' 'nothing has changed'
expect 'show: a blank behind the comma' 0 cmp -s "$work/out" "$work/all"
printf 'Dossier: d\nTitle: D\n\nParty: a\nTitle: A\n\nRound: r\nTitle: R\nDate: 1955\n\n@ a\n[1] word\n{topics: none}\n' >"$work/one.dip"
run show "$work/one.dip"
expect 'show: one problem is one' 0 grep -q ' 1 problem in this dossier' "$work/err"
run show --columns=south@first,south@first/memoir "$ferry"
expect 'show: one round in two accounts' 0 in_order 'customs house' 'The ferryman' 'as much as'
run show --spoken --round=first "$ferry"
expect 'show: as it was spoken' 0 in_order 'built by both' '時刻表' 'tolls of the northern' 'tea was taken'
run show --columns=north,south --round=first --topic=landing --full --notes --stacked --width=70 "$ferry"
cp "$work/out" "$work/all"
run show -c north,south -r first -tlanding -fn1w70 "$ferry"
expect 'show: letters for options' 0 cmp -s "$work/out" "$work/all"
run -V
expect 'a letter for the version' 0 grep -q '^diptych [0-9]' "$work/out"
run search -h
expect 'a letter for help' 0 usage_first
COLUMNS=100 "$diptych" show "$ferry" >"$work/all"
run show --width=100 "$ferry"
expect 'show: COLUMNS' 0 cmp -s "$work/out" "$work/all"
COLUMNS=100000 "$diptych" show "$ferry" >"$work/all"
run show --width=500 "$ferry"
expect 'show: no more than 500 columns' 0 cmp -s "$work/out" "$work/all"
COLUMNS=1 "$diptych" show "$ferry" >"$work/all"
run show --width=20 "$ferry"
expect 'show: no fewer than 20 columns' 0 cmp -s "$work/out" "$work/all"

printf 'Dossier: d\n\nParty: a\nShort: A very long name of a party indeed\n\nParty: b\nShort: B\n\n' >"$work/wide.dip"
printf 'Round: r\nTitle: R\n\n@ a\n[1] word\n\n@ b\n[2] word\n' >>"$work/wide.dip"
run search --width=40 word "$work/wide.dip"
expect 'search: one wide side moves its own line alone' 0 out_has '  B  word'

printf 'Dossier: d\n\nParty: a\n\nRound: r\nTitle: R\n\n@ a\n[1] %060d y\n[2] zy\n' 0 >"$work/slow.dip"
run search --regex '(0+0+)+y|zy' "$work/slow.dip"
expect 'search: says when it was cut short' 0 err_has 'cut short'

COLUMNS=0 "$diptych" show "$ferry" >"$work/all"
run show --width=80 "$ferry"
expect 'show: COLUMNS=0 is none' 0 cmp -s "$work/out" "$work/all"
printf 'Dossier: d\n\nParty: a\n\nRound: r\nTitle: R\n\n@ a\n[1] %01200d tolls %01200d\n' 0 0 | tr 0 x >"$work/long.dip"
COLUMNS=100000 "$diptych" search tolls "$work/long.dip" >"$work/all"
run search --width=500 tolls "$work/long.dip"
expect 'search: no more than 500 columns' 0 cmp -s "$work/out" "$work/all"
run search --count tea "$ferry"
expect 'search: counts what nobody says' 0 out_has '1  narration'
printf 'Dossier: d\n\nParty: a\nShort: %050d\n\nParty: b\nShort: B\n\nParty: c\nShort: Centre\n' 0 >"$work/wide.dip"
run list parties "$work/wide.dip"
expect 'list: a wide cell moves its own line alone' 0 out_has 'b  B       b'

# --- standard input, and files of rounds

# fed ARGUMENT...: as run, with a dossier on standard input.
fed() {
    "$diptych" "$@" <"$work/held.dip" >"$work/out" 2>"$work/err"
    status=$?
}
"$diptych" show "$work/held.dip" >"$work/all" 2>/dev/null
fed show -
expect 'show: standard input' 0 cmp -s "$work/out" "$work/all"
fed -
expect 'no terminal: standard input is printed' 0 cmp -s "$work/out" "$work/all"
fed list rounds -
expect 'list: standard input' 0 column 1 r
fed search Water -
expect 'search: standard input' 0 column 1 r.1
cat "$work/held.dip" | "$diptych" show - >"$work/out" 2>"$work/err"
status=$?
expect 'show: a pipe' 0 cmp -s "$work/out" "$work/all"
printf 'Dossier: d\nTitle: D\n\nTopc: t\nTitle: T\n' | "$diptych" check - >"$work/out" 2>"$work/err"
status=$?
expect 'check: standard input' 1 out_has '(standard input):4:1: error'
fed check --fix -
expect 'check: standard input cannot be put right' 2 usage_about 'no file'
run show -
expect 'nothing on standard input' 2 one_line_about '(standard input): is no dossier'
printf 'Round: r\nTitle: R\n' | "$diptych" show - >"$work/out" 2>"$work/err"
status=$?
expect 'a round alone on standard input' 2 one_line_about 'Dossier:'
printf '%%PDF-1.4' | "$diptych" list rounds - >"$work/out" 2>"$work/err"
status=$?
expect 'standard input that is no text' 2 one_line_about 'a PDF'

"$diptych" show --round=second "$ferry" >"$work/all"
run show "$ferry/rounds/2.dip"
expect 'show: a file of a round is that round, within its dossier' 0 cmp -s "$work/out" "$work/all"
(cd "$ferry/rounds" && "$diptych" 2.dip >"$work/out" 2>"$work/err")
status=$?
expect 'no terminal: a file of a round' 0 cmp -s "$work/out" "$work/all"
run show --topic=tolls "$ferry/rounds/1.dip"
expect 'show: a topic of the round of a file' 0 nothing_about 'Second meeting'
run show --round=first "$ferry/rounds/2.dip"
expect 'show: another round, named' 0 nothing_about 'Second meeting'
run list passages "$ferry/rounds/1.memoir.dip"
expect 'list passages of the account of a file' 0 column 1 first/memoir.1 first/memoir.2
run list rounds "$ferry/rounds/2.dip"
expect 'list rounds: all of the dossier' 0 column 1 first second third
run overview "$ferry/rounds/2.dip"
expect 'overview: of the round of a file' 0 nothing_about 'First meeting'
run show "$ferry/dossier.dip"
expect 'show: the file that a dossier begins in is all of it' 0 in_order 'First meeting' 'Second meeting'

# play RAW COMMAND: on a terminal, what a key sequence leads to.
onpty=$top_builddir/tests/tools/onpty
export XDG_STATE_HOME="$work/state"
TERM=vt100 "$onpty" 24x80 "$work/raw" wait:help quiet send:Q end -- "$diptych" "$ferry" >"$work/played" 2>&1
if ! grep -q '^status 0 ' "$work/played"; then
    skip 'reader: standard input' 'no terminal can be had'
    skip 'reader: a file of a round' 'no terminal can be had'
else
    TERM=vt100 "$onpty" 24x80 "$work/raw" wait:help quiet send:vc quiet send:Q end -- sh -c '"$1" - <"$2"' sh "$diptych" "$work/held.dip" \
        >"$work/played" 2>&1
    status=$?
    grep -q '^status 0 ' "$work/played" && LC_ALL=C grep -qF 'Water.' "$work/raw" && pass 'reader: standard input, keys from the terminal' ||
        fail 'reader: standard input, keys from the terminal'
    TERM=vt100 "$onpty" 24x80 "$work/raw" wait:help quiet send:Q end -- "$diptych" "$ferry/rounds/2.dip" >"$work/played" 2>&1
    LC_ALL=C grep -qF 'Second meeting' "$work/raw" && pass 'reader: a file of a round' || fail 'reader: a file of a round'
fi

# --- check

run check "$ferry"
expect 'check: all is well' 0 silent
run check "$top_srcdir/tests/fixtures/ferry/rounds/1.dip"
expect 'check: a file stands for its dossier' 0 silent
run check "$ferry" "$work/nowhere"
expect 'check: the worst counts' 2 one_line_about "$work/nowhere"

finish
