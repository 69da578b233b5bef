# SPDX-License-Identifier: MIT
# Damaged dossiers: `check` says what and where, `show` shows everything else, and no raw byte gets out. TAP.
. "${top_srcdir:?}/tests/tap.sh"

# dossier TEXT: a dossier of one file whose only round goes on with TEXT, as printf takes it, from line 23.
dossier() {
    {
        printf 'Dossier: d\nTitle: Damaged\nFormat: 1\n\nParty: su\nTitle: S\n\nParty: jp\nTitle: J\n\n'
        printf 'Person: ivan\nTitle: Ivan\nParty: su\n\nTopic: fish\nTitle: Fish\n\n'
        printf 'Round: r1\nTitle: R\nDate: 1950-01-01\nExtent: full\n\n'
        printf "$1"
    } >"$work/d.dip"
}

# located KIND LINE:COLUMN LEVEL: the last check printed the diagnostic at its place.
located() {
    grep -q "^[^:]*/d\.dip:$2: $3: .*\[$1\]$" "$work/out"
}

# damage NAME KIND LINE:COLUMN LEVEL TEXT [KEPT]: `check` has the diagnostic; `show` still has KEPT.
damage() {
    dossier "$5"
    run check "$work/d.dip"
    case $4 in error) wanted=1 ;; *) wanted=0 ;; esac
    expect "check: $1" $wanted located "$2" "$3" "$4"
    expect "check: $1: clean" $wanted both_clean
    count=$(wc -l <"$work/out")
    run show --width=70 "$work/d.dip"
    expect "show: $1" 0 out_has "${6:-kept}"
    expect "show: $1: clean" 0 both_clean
    expect "show: $1: how many problems" 0 err_has ": $count problem" "'diptych check'"
    run search kept "$work/d.dip"
    expect "search: $1: clean" "$status" both_clean
}

damage 'a broken record' bad-key 28:1 error '@ ivan\n[1] kept\n\nTopic: a\nTitle: b\nno colon here\n'
damage 'an unknown kind of record' unknown-record 26:1 error '@ ivan\n[1] kept\n\nToopic: a\n'
damage 'an unknown person' unknown-person 23:3 error '@ nobody\n[1] kept\n'
damage 'an unknown topic' unknown-topic 25:10 error '@ ivan\n[1] kept\n{topics: ships}\n'
damage 'a repeated number' repeated-number 26:1 error '@ ivan\n[1] kept\n\n[1] again\n'
damage 'a dangling reference' dangling-reference 25:11 error '@ ivan\n[1] kept\n{answers: 99}\n'
damage 'a reference to nowhere' dangling-reference 25:11 error '@ ivan\n[1] kept\n{answers: r9.1}\n'
damage 'a link to a later passage' later-link 25:10 error '@ ivan\n[1] kept\n{rebuts: 2}\n\n@ jp\n[2] later\n'
damage 'a link to itself' self-link 25:10 error '@ ivan\n[1] kept\n{rebuts: 1}\n'
damage 'stray text' stray-text 26:1 error '@ ivan\n[1] kept\n\nout of place\n' 'out of place'
damage 'a passage without text' no-text 26:1 error '@ ivan\n[1] kept\n\n[2]\n'
damage 'invalid UTF-8' invalid-utf8 24:5 error '@ ivan\n[1] \377kept\n'
damage 'overlong bytes' invalid-utf8 24:5 error '@ ivan\n[1] \300\257kept\n'
damage 'a surrogate' invalid-utf8 24:5 error '@ ivan\n[1] \355\240\200kept\n'
damage 'NUL' control-character 24:5 warning '@ ivan\n[1] \000kept\n'
damage 'an escape sequence' control-character 24:5 warning '@ ivan\n[1] \033]0;title\007kept\n'
damage 'a C1 character' control-character 24:5 warning '@ ivan\n[1] \302\23331mkept\n'
damage 'a bidi override' control-character 24:5 warning '@ ivan\n[1] \342\200\256kept\n'
damage 'a bidi isolate' control-character 24:5 warning '@ ivan\n[1] \342\201\247kept\n'
damage 'an open attribute line' open-attributes 25:1 error '@ ivan\n[1] kept\n{topics: fi'
damage 'an open quote' open-quote 25:7 error '@ ivan\n[1] kept\n{why: "because\n'
damage 'an escape in a title' control-character 28:8 warning '@ ivan\n[1] kept\n\nRound: r2\nDate: 1951\nTitle: \033[31mred\n'
damage 'an escape in an id' bad-id 26:8 error '@ ivan\n[1] kept\n\nRound: r\0332\n'

# start TEXT: a dossier with one party alone, whose only passage begins in line 12.
start() {
    printf 'Dossier: d\nTitle: D\n\nParty: su\nTitle: S\n\nRound: r\nTitle: R\nDate: 1950\n\n@ su\n'
    printf "$1"
}

# A line of 10 MB: of blanks between words, and without any.
{ start '[1] '; yes 'so it goes on' | head -c 10000000 | tr '\n' ' '; } >"$work/d.dip"
run check "$work/d.dip"
expect 'check: a line of 10 MB' 0 located long-line 12:1 warning
run show "$work/d.dip"
lines=$(grep -c 'so it goes on' "$work/out")
expect 'show: a line of 10 MB' 0 test "$lines" -gt 100000
expect 'show: a line of 10 MB: clean' 0 both_clean
{ start '[1] '; head -c 10000000 /dev/zero | tr '\0' 'x'; } >"$work/d.dip"
run show "$work/d.dip"
kept=$(tr -cd x <"$work/out" | wc -c)
expect 'show: a word of 10 MB' 0 test "$kept" -ge 10000000

# Ten million control characters: of one kind, and of two in turn.
for characters in '\001\001' '\001\002'; do
    { start '[1] kept '; yes ab | head -n 5000000 | tr -d '\n' | tr ab "$characters"; } >"$work/d.dip"
    run show "$work/d.dip"
    bytes=$(wc -c <"$work/out")
    expect "show: ten million of $characters" 0 test "$bytes" -lt 2000
    expect "show: ten million of $characters: clean" 0 both_clean
done

# A million blank lines.
{ start '[1] kept\n'; yes '' | head -n 1000000; printf '[2] kept as well\n'; } >"$work/d.dip"
run check "$work/d.dip"
expect 'check: a million blank lines' 0 silent
run show "$work/d.dip"
expect 'show: a million blank lines' 0 out_has 'kept as well'

# Two gigabytes without a record, alone and among others: refused before they are read.
rm "$work/d.dip"
mkdir "$work/large"
if truncate -s 2G "$work/large/b.dip" 2>/dev/null; then
    run check "$work/large/b.dip"
    expect 'check: a large file that is none' 2 one_line_about 'is no dossier'
    start '[1] kept\n' >"$work/large/a.dip"
    run check "$work/large"
    expect 'check: a file of two gigabytes' 1 out_has 'b.dip' 'unreadable'
    truncate -s 900M "$work/large/b.dip"
    run check "$work/large"
    expect 'check: a large file without a record' 1 out_has 'b.dip' 'unreadable'
    run show "$work/large"
    expect 'show: beside a large file without a record' 0 out_has kept
else
    skip 'a large file' 'the file system does not take it'
fi
rm -rf "$work/large"

# A dossier without rounds.
printf 'Dossier: d\nTitle: D\n' >"$work/d.dip"
run show "$work/d.dip"
expect 'show: no rounds' 1 one_line_about 'no rounds'

# An empty file, alone and among others.
: >"$work/d.dip"
run check "$work/d.dip"
expect 'check: an empty file' 2 one_line_about "$work/d.dip"
mkdir "$work/dossier"
start '[1] kept\n' >"$work/dossier/a.dip"
: >"$work/dossier/b.dip"
printf '# only a comment' >"$work/dossier/c.dip"
run check "$work/dossier"
expect 'check: an empty file among others' 0 silent
run show "$work/dossier"
expect 'show: an empty file among others' 0 out_has kept

# A file whose name is hostile.
name=$(printf 'e\033[31m\n\302\233f.dip')
if printf '@ nobody\n' >"$work/dossier/$name" 2>/dev/null; then
    run check "$work/dossier"
    expect 'check: a hostile file name' 1 both_clean
else
    skip 'check: a hostile file name' 'the file system does not take it'
fi

# Every beginning of a file, and every file with one byte taken out of it.
beginnings() {
    size=$(wc -c <"$1")
    at=0
    while [ $at -lt "$size" ]; do
        case $2 in
        cut) head -c $at "$1" ;;
        *) head -c $at "$1"; tail -c +$((at + 2)) "$1" ;;
        esac >"$work/broken/rounds/1.dip"
        run show --width=60 "$work/broken"
        if [ $status -gt 1 ] || ! both_clean; then
            echo "# $2 at byte $at"
            return 1
        fi
        at=$((at + ${3:-1}))
    done
}
cp -R "$ferry" "$work/broken"
chmod -R u+w "$work/broken"
for how in cut without; do
    if beginnings "$ferry/rounds/1.dip" $how 37; then pass "show: a file $how"; else fail "show: a file $how"; explain; fi
done

finish
