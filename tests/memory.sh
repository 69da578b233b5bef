# SPDX-License-Identifier: MIT
# What a file costs in memory: about ten times its bytes at most, whatever stands in it. TAP.

. "${top_srcdir:?}/tests/tap.sh"

peak=$top_builddir/tests/tools/peak
size=10000000

"$peak" "$diptych" --version >/dev/null
if [ $? -eq 77 ]; then
    echo "1..0 # SKIP built with sanitizers, which keep memory of their own"
    exit 0
fi

# repeat TEXT: the text, with its escapes and with N in it counting up, until there are enough bytes.
repeat() {
    LC_ALL=C "${AWK:-awk}" -v text="$1" -v size="$size" 'BEGIN {
        parts = split(text, part, "N")
        for (bytes = 0; bytes < size; bytes += length(line)) {
            n++
            line = part[1]
            for (i = 2; i <= parts; i++)
                line = line n part[i]
            printf "%s", line
        }
    }'
}

# check NAME HEAD EACH TAIL [COMMAND...]: a dossier with EACH in it over and over takes no more than thirteen times its
# bytes to be checked, or fourteen for the command, which has what it shows in memory too.
check() {
    name=$1
    {
        printf 'Dossier: d\n\nParty: su\n\nTopic: t\n\n%b' "$2"
        repeat "$3"
        printf '%b' "$4"
    } >"$work/d.dip"
    shift 4
    factor=14
    [ $# -gt 0 ] || { set -- check && factor=13; }
    bytes=$(($(wc -c <"$work/d.dip")))
    if ! most=$("$peak" "$diptych" "$@" "$work/d.dip"); then
        fail "$name: $*"
    elif [ "$most" -le $((bytes * factor)) ]; then
        pass "$name: $*"
    else
        fail "$name: $*"
    fi
    echo "# $((most / (bytes / 10))) tenths of its bytes"
}

round='Round: r\n\n@su\n[1]a\n'
check 'passages' "$round" '[N]a\n' ''
check 'passages of one number' "$round" '[1]a\n' ''
check 'stray text' "$round" 'a\n\n' ''
check 'turns' "$round" '@\n' ''
check 'turns with a word' "$round" '@su\n[N]a\n' ''
check 'links' "$round"'{rebuts:' '1 ' '}\n'
check 'links that differ' "$round"'{rebuts:' 'N ' '}\n'
check 'links in passages' "$round" '[N]a\n{rebuts:1 2 3 4 5 6 7 8 9}\n' ''
check 'topics in passages' "$round" '[N]a\n{topics:t}\n' ''
check 'reasons in passages' "$round" '[N]a\n{why:x;note:y}\n' ''
check 'attributes' "$round"'{' 'a:b;' '}\n'
check 'speakers' "$round"'@a' '+a' '\n[2]b\n'
check 'rounds' '' 'Round:rN\n\n' ''
check 'rounds of one id' '' 'Round:r\n\n' ''
check 'rounds with a word' '' 'Round:rN\n@su\n[1]a\n\n' ''
check 'topics' '' 'Topic:tN\n\n' ''
check 'people' '' 'Person:pN\n\n' ''
check 'events' '' 'Event:1900\n\n' ''
check 'instruments' '' 'Instrument:iN\n\n' ''
check 'clauses' 'Instrument:i\n' 'Clause:1;b\n' '\n'
check 'discrepancies' '' 'Discrepancy:d\n\n' ''
check 'readings' 'Discrepancy:d\n' 'Reading:;\n' '\n'
check 'positions' "$round"'\n' 'Position:r su t\n\n' ''
check 'grounds' "$round"'\nPosition: r su t\nText: x\nRests:' '1 ' '\n\n'
check 'remarks' "$round"'\nLayer: l\nFor: d\nBy: me\n\n' 'On:r.1\n\n' ''
check 'keys' 'Topic:a\n' 'a:\n' '\n'
check 'records of one'"'"'s own' '' 'X-a:\n\n' ''
check 'words' "$round" 'a ' '\n' show
check 'lines' "$round" 'a\n' '\n' show
check 'passages' "$round" '[N]a\n' '' show
check 'stray text' "$round" 'a\n\n' '' show
check 'turns with a word' "$round" '@su\n[N]a\n' '' show --spoken
check 'links in passages' "$round" '[N]a\n{rebuts:1 2 3 4 5 6 7 8 9}\n' '' show
check 'topics' '' 'Topic:tN\n\n' '' list topics
check 'rounds' '' 'Round:rN\n\n' '' show
check 'passages' "$round" '[N]a\n' '' search a

finish
