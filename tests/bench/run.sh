# SPDX-License-Identifier: MIT
# `make bench`: the reader beside less, vim -d and grep -i on the same bytes, in one table. It measures and never fails;
# a peer that is not at hand is left out. Figures are of this machine at this hour: compare within a run only.
#
# BENCH_ROUNDS and BENCH_PASSAGES give the size of the generated dossier (1000 and 1000), BENCH_RUNS the runs that
# medians are taken of (3).

: "${top_srcdir:=.}" "${top_builddir:=build}" "${AWK:=awk}"
: "${BENCH_ROUNDS:=1000}" "${BENCH_PASSAGES:=1000}" "${BENCH_RUNS:=3}"
bench="$top_builddir/tests/bench"
program="$top_builddir/diptych"
shipped="$top_srcdir/transcripts/soviet-japanese"
generated="$bench/dossier-$BENCH_ROUNDS-$BENCH_PASSAGES"
few="$bench/dossier-$((BENCH_ROUNDS / 50 + 1))-$BENCH_PASSAGES"
cyrillic="$bench/cyrillic-$BENCH_ROUNDS-$BENCH_PASSAGES"
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

# Measures into the file $1: the options of `measure` and the command follow.
take() {
    out=$1
    shift
    "$bench/measure" -n "$BENCH_RUNS" "$@" >"$out"
}

heading() {
    printf '%-18s %12s %12s %13s %12s %15s %12s\n' "$1" 'first byte' 'first frame' 'key to frame' 'bytes a key' \
        'CPU, 200 lines' resident
}

# A line of the table from two measurements: $2 with 200 keys, $3 without any.
row() {
    paste "$2" "$3" | "$AWK" -v name="$1" '{
        printf "%-18s %9.2f ms %9.2f ms %10.2f ms %12.0f %13.3f s %8.0f KiB\n", name, $1, $2, $5, $6, $7 - $15, $8
    }'
}

# The ratios of two rows.
ratio() {
    paste "$2" "$3" "$4" "$5" | "$AWK" -v name="$1" '
        function times(a, b) { return b > 0 ? sprintf("%.2f", a / b) : "-" }
        { printf "%-18s %12s %12s %13s %12s %15s %12s\n", name, times($1, $17), times($2, $18), times($5, $21),
            times($6, $22), times($7 - $15, $23 - $31), times($8, $24) }'
}

# A program at one size: NAME SIZE KEY END COMMAND...
scroll() {
    name=$1 size=$2 key=$3 last=$4
    shift 4
    take "$work/$name.keys" -s "$size" -q 25 -k "$key" -r 200 -x "$last" "$@"
    take "$work/$name.none" -s "$size" -q 60 -x "$last" "$@"
}

# One text for less, and for vim its two halves: the same bytes.
collect_shipped() {
    find "$shipped" -name '*.dip' | sort | xargs cat >"$work/all.txt"
    half=$(($(wc -l <"$work/all.txt") / 2))
    head -n "$half" "$work/all.txt" >"$work/left.txt"
    tail -n "+$((half + 1))" "$work/all.txt" >"$work/right.txt"
}

bench_shipped() {
    heading "shipped, $1"
    scroll diptych "$1" j q "$program" "$shipped"
    row diptych "$work/diptych.keys" "$work/diptych.none"
    if has less; then
        scroll less "$1" j q less "$work/all.txt"
        row less "$work/less.keys" "$work/less.none"
    fi
    if has vim; then
        scroll vim "$1" '\d' ':qa!\r' vim --clean -R -n -d "$work/left.txt" "$work/right.txt"
        row 'vim -d' "$work/vim.keys" "$work/vim.none"
    fi
    for peer in less vim; do
        [ -f "$work/$peer.keys" ] && ratio "diptych / $peer" "$work/diptych.keys" "$work/diptych.none" \
            "$work/$peer.keys" "$work/$peer.none"
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
        take "$work/open" -q 20 -k j -r 20 less "$generated"/round-*.dip
        "$AWK" '{ printf "less     first byte of the first frame %.1f ms, of a key %.2f ms; at most %.0f KiB\n", $1, $4, $8 }' \
            "$work/open"
    fi
    say
}

milliseconds() {
    date +%s%N | sed 's/......$//'
}

# Prints how many MB a second the command makes of directory $1, the best of three.
throughput() {
    size=$(du -sb "$1" | cut -f 1)
    shift
    best=
    for _ in 1 2 3; do
        begun=$(milliseconds)
        "$@" >/dev/null 2>&1
        took=$(($(milliseconds) - begun))
        [ -z "$best" ] || [ "$took" -lt "$best" ] && best=$took
    done
    "$AWK" -v size="$size" -v took="$best" 'BEGIN { printf "%.0f", size / 1e3 / (took > 0 ? took : 1) }'
}

search_throughput() {
    own=$(throughput "$2" "$program" search --count "$3" "$2")
    peer=$(throughput "$2" grep -ric "$3" "$2")
    say "$own $peer" | "$AWK" -v name="search, $1" '{ printf "%-22s %6d MB/s   grep -i %6d MB/s   ratio %.2f\n", name, $1, $2, $1 / $2 }'
}

bench_throughput() {
    say 'throughput'
    search_throughput ASCII "$generated" 'lantern keepers'
    search_throughput Cyrillic "$cyrillic" 'хранители фонаря'
    printf '%-22s %6d MB/s\n' 'check' "$(throughput "$generated" "$program" check "$generated")"
    printf '%-22s %6d MB/s, in %s\n' 'show' "$(throughput "$few" "$program" show --width 100 "$few")" 'a fiftieth of it'
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
[ -d "$cyrillic" ] || "$bench/generate" "$cyrillic" "$((BENCH_ROUNDS / 10 + 1))" "$BENCH_PASSAGES" cyrillic
cat "$generated"/*.dip "$cyrillic"/*.dip >/dev/null
collect_shipped
bench_shipped 24x80
bench_shipped 60x200
bench_generated
bench_throughput
bench_hostile
