# SPDX-License-Identifier: MIT
# `make bench`: the reader beside less, vim.tiny, vim -d and grep on the same bytes, run by turns, in one table. It
# measures and never fails; a peer that is not at hand is left out. Figures are of this machine at this hour: compare
# within a run only. What is on the left of the ratios is the reader's.
#
# BENCH_ROUNDS and BENCH_PASSAGES give the size of the generated dossier (1000 and 1000), BENCH_RUNS the runs that
# medians are taken of (5).

: "${top_srcdir:=.}" "${top_builddir:=build}" "${AWK:=awk}"
: "${BENCH_ROUNDS:=1000}" "${BENCH_PASSAGES:=1000}" "${BENCH_RUNS:=5}"
bench="$top_builddir/tests/bench"
program="$top_builddir/diptych"
shipped="$top_srcdir/transcripts/soviet-japanese"
generated="$bench/dossier-$BENCH_ROUNDS-$BENCH_PASSAGES"
few="$bench/dossier-$((BENCH_ROUNDS / 50 + 1))-$BENCH_PASSAGES"
tenth=$((BENCH_ROUNDS / 10 + 1))
work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT
TERM=xterm-256color
LC_ALL=C.UTF-8
XDG_STATE_HOME="$work/state"
export TERM LC_ALL XDG_STATE_HOME
unset LINES COLUMNS

say() {
    printf '%s\n' "$*"
}

has() {
    command -v "$1" >/dev/null 2>&1
}

# Measures once, and adds a line to the file $1: the options of `measure` and the command follow.
take() {
    out=$1
    shift
    "$bench/measure" -n 1 "$@" >>"$out"
}

# The medians of the columns of the file.
medians() {
    "$AWK" '
        { for (i = 1; i <= NF; i++) value[i, NR] = $i; columns = NF }
        END {
            for (i = 1; i <= columns; i++) {
                for (j = 1; j <= NR; j++) sorted[j] = value[i, j] + 0
                for (j = 2; j <= NR; j++)
                    for (k = j; k > 1 && sorted[k - 1] > sorted[k]; k--) {
                        kept = sorted[k]; sorted[k] = sorted[k - 1]; sorted[k - 1] = kept
                    }
                printf "%s%s", sorted[int((NR + 1) / 2)], i < columns ? "\t" : "\n"
            }
        }' "$1"
}

heading() {
    printf '%-18s %12s %12s %13s %12s %15s %12s\n' "$1" 'first byte' 'first frame' 'key to frame' 'bytes a key' \
        'CPU, 200 lines' resident
}

# A line of the table: with 200 keys, and without any.
row() {
    { medians "$work/$1.keys"; medians "$work/$1.none"; } | paste - - | "$AWK" -v name="$1" '{
        printf "%-18s %9.2f ms %9.2f ms %10.2f ms %12.0f %13.3f s %8.0f KiB\n", name, $9, $10, $5, $6, $7 - $15, $16
    }'
}

# The ratios to a row.
ratio() {
    { medians "$work/diptych.keys"; medians "$work/diptych.none"; medians "$work/$1.keys"; medians "$work/$1.none"; } |
        paste - - - - | "$AWK" -v name="ratio to $1" '
        function times(a, b) { return b > 0 ? sprintf("%.2f", a / b) : "-" }
        { printf "%-18s %12s %12s %13s %12s %15s %12s\n", name, times($9, $25), times($10, $26), times($5, $21),
            times($6, $22), times($7 - $15, $23 - $31), times($16, $32) }'
}

# A program at one size, once: NAME SIZE FIRST KEY END COMMAND...
scroll() {
    name=$1 size=$2 first=$3 key=$4 last=$5
    shift 5
    take "$work/$name.keys" -s "$size" -q 25 -i "$first" -k "$key" -r 200 -x "$last" "$@"
    take "$work/$name.none" -s "$size" -q 60 -i "$first" -x "$last" "$@"
}

# One text for less, and for vim its two halves: the same bytes.
collect_shipped() {
    find "$shipped" -name '*.dip' | sort | xargs cat >"$work/all.txt"
    half=$(($(wc -l <"$work/all.txt") / 2))
    head -n "$half" "$work/all.txt" >"$work/left.txt"
    tail -n "+$((half + 1))" "$work/all.txt" >"$work/right.txt"
}

# The programs that are at hand, one a line: name, a key first, the key for a line, the end, and the command.
peers() {
    printf '%s\n' "diptych|\\r|j|Q|$program $shipped"
    has less && printf '%s\n' "less||j|q|less $work/all.txt"
    has vim.tiny && printf '%s\n' "vim.tiny||\\d|:qa!\\r|vim.tiny -u NONE -R -n $work/all.txt"
    has vim && printf '%s\n' "vim-d||\\d|:qa!\\r|vim --clean -R -n -d $work/left.txt $work/right.txt"
}

bench_shipped() {
    heading "shipped, $1"
    rm -f "$work"/*.keys "$work"/*.none
    run=0
    while [ "$run" -lt "$BENCH_RUNS" ]; do
        run=$((run + 1))
        peers | while IFS='|' read -r name first key last command; do
            # shellcheck disable=SC2086 # a command and its words
            scroll "$name" "$1" "$first" "$key" "$last" $command </dev/null
        done
    done
    peers | while IFS='|' read -r name _; do row "$name"; done
    peers | while IFS='|' read -r name _; do [ "$name" = diptych ] || ratio "$name"; done
    say
}

# What one more of 20 readers takes.
bench_memory() {
    printf '%-18s %14s %16s\n' 'shipped, 24x80' 'KiB a reader' 'readers a GiB'
    peers | while IFS='|' read -r name _ _ _ command; do
        # shellcheck disable=SC2086
        "$bench/measure" -m 20 -q 500 $command </dev/null |
            "$AWK" -v name="$name" '{ printf "%-18s %14d %16d\n", name, $1, $1 ? 1048576 / $1 : 0 }'
    done
    say
}

# While the dossier is being skimmed the last line is painted again and again: what counts here is the first byte.
bench_generated() {
    passages=$((BENCH_ROUNDS * BENCH_PASSAGES))
    say "$passages passages in $BENCH_ROUNDS rounds, $(du -sh "$generated" | cut -f 1), warm"
    take "$work/open" -q 20 -k j -r 20 "$program" "$generated"
    take "$work/search" -q 20 -i '/lantern keepers' -k '\r' "$program" "$generated"
    "$AWK" 'NR == FNR { first = $1; key = $4; peak = $8; next }
        { printf "diptych  first byte of the first frame %.1f ms, of a key %.2f ms, of a search %.1f ms; at most %.0f KiB\n",
            first, key, $4, (peak > $8 ? peak : $8) }' "$work/open" "$work/search"
    if has less; then
        rm -f "$work/open"
        take "$work/open" -q 20 -k j -r 20 less "$generated"/round-*.dip
        "$AWK" '{ printf "less     first byte of the first frame %.1f ms, of a key %.2f ms; at most %.0f KiB\n", $1, $4, $8 }' \
            "$work/open"
    fi
    say
}

milliseconds() {
    date +%s%N | sed 's/......$//'
}

# How long the command takes, in milliseconds.
duration() {
    begun=$(milliseconds)
    "$@" >/dev/null 2>&1
    say "$(($(milliseconds) - begun))"
}

# MB a second of directory $1 from the milliseconds of the file $2, the least of which counts.
throughput() {
    sort -n "$2" | head -n 1 | "$AWK" -v size="$(du -sb "$1" | cut -f 1)" '{ printf "%.0f", size / 1e3 / ($1 > 0 ? $1 : 1) }'
}

# search NAME DIRECTORY WORDS [OPTION PEER]: the reader and grep by turns.
search_throughput() {
    rm -f "$work/own" "$work/peer"
    run=0
    while [ "$run" -lt "$BENCH_RUNS" ]; do
        run=$((run + 1))
        # shellcheck disable=SC2086 # an option, or none
        duration "$program" search $4 --count "$3" "$2" >>"$work/own"
        duration grep "${5:--ric}" "$3" "$2" >>"$work/peer"
    done
    say "$(throughput "$2" "$work/own") $(throughput "$2" "$work/peer")" | "$AWK" -v name="search, $1" -v peer="grep ${5:--ric}" '{
        printf "%-28s %6d MB/s   %-10s %6d MB/s   ratio %.2f\n", name, $1, peer, $2, $1 / ($2 ? $2 : 1) }'
}

# The same for what has no peer: NAME DIRECTORY COMMAND...
own_throughput() {
    name=$1 of=$2
    shift 2
    rm -f "$work/own"
    for _ in 1 2 3; do duration "$@" >>"$work/own"; done
    printf '%-28s %6d MB/s\n' "$name" "$(throughput "$of" "$work/own")"
}

bench_throughput() {
    say 'throughput'
    search_throughput ASCII "$generated" 'lantern keepers'
    search_throughput French "$bench/french-$tenth" 'gardiens du phaéton'
    search_throughput 'French, without accents' "$bench/french-$tenth" 'gardiens du phaeton'
    search_throughput Cyrillic "$bench/cyrillic-$tenth" 'хранители фонаря'
    search_throughput Greek "$bench/greek-$tenth" 'φύλακες φανάρι'
    search_throughput Chinese "$bench/chinese-$tenth" '灯塔看守人'
    search_throughput Japanese "$bench/japanese-$tenth" '灯台守のひと'
    search_throughput 'a pattern' "$generated" 'lantern +keep[a-z]+' --regex -riPc
    search_throughput 'a Cyrillic pattern' "$bench/cyrillic-$tenth" 'хранители +фон[а-я]+' --regex -riPc
    own_throughput check "$generated" "$program" check "$generated"
    own_throughput 'show, a fiftieth of it' "$few" "$program" show --width 100 "$few"
    printf '%-28s %6d ms\n' 'show --round, of all' "$(duration "$program" show --round r500 --width 100 "$generated")"
    say
}

# How long the command takes for the shape $1 at the size $2, in milliseconds.
hostile_time() {
    mkdir -p "$work/hostile"
    "$AWK" -v shape="$1" -v n="$2" -f "$top_srcdir/tests/bench/hostile.awk" >"$work/hostile/d.dip"
    shift 2
    begun=$(milliseconds)
    "$@" "$work/hostile" >/dev/null 2>&1
    say "$(($(milliseconds) - begun))"
}

# Inputs that are hard: whatever they are, twice the input takes hardly more than twice the time.
bench_hostile() {
    printf '%-22s %12s %12s %12s %12s\n' 'hard inputs, ms' 'check' 'of 2n' 'show' 'of 2n'
    for shape in $("$AWK" -v shape= -f "$top_srcdir/tests/bench/hostile.awk"); do
        printf '%-22s %12d %12d %12d %12d\n' "$shape" \
            "$(hostile_time "$shape" 20000 "$program" check)" "$(hostile_time "$shape" 40000 "$program" check)" \
            "$(hostile_time "$shape" 20000 "$program" show --width 100)" \
            "$(hostile_time "$shape" 40000 "$program" show --width 100)"
    done
    say
}

[ -d "$generated" ] || "$bench/generate" "$generated" "$BENCH_ROUNDS" "$BENCH_PASSAGES"
[ -d "$few" ] || "$bench/generate" "$few" "$((BENCH_ROUNDS / 50 + 1))" "$BENCH_PASSAGES"
for writing in french cyrillic greek chinese japanese; do
    [ -d "$bench/$writing-$tenth" ] || "$bench/generate" "$bench/$writing-$tenth" "$tenth" "$BENCH_PASSAGES" "$writing"
    cat "$bench/$writing-$tenth"/*.dip >/dev/null
done
cat "$generated"/*.dip >/dev/null
collect_shipped
bench_shipped 24x80
bench_shipped 60x200
bench_memory
bench_generated
bench_throughput
bench_hostile
