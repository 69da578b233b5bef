# SPDX-License-Identifier: MIT
# Functions for tests that are scripts: TAP on stdout. To be read with `.`; the script ends with `finish`.

diptych=${top_builddir:?}/diptych
ferry=${top_srcdir:?}/tests/fixtures/ferry
shipped=$top_srcdir/transcripts/soviet-japanese
tests=0
work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT
LC_ALL=C.UTF-8
export LC_ALL
unset COLUMNS LINES NO_COLOR

pass() {
    tests=$((tests + 1))
    echo "ok $tests - $1"
}

fail() {
    tests=$((tests + 1))
    echo "not ok $tests - $1"
}

skip() {
    tests=$((tests + 1))
    echo "ok $tests - $1 # SKIP $2"
}

# nothing_in FILE NAME: passes when the file is empty; its lines are what is wrong.
nothing_in() {
    if [ -s "$1" ]; then
        fail "$2"
        head -n 40 "$1" | sed 's/^/# /'
    else
        pass "$2"
    fi
}

finish() {
    echo "1..$tests"
}

# run ARGUMENT...: the program, with what it does left in $work/out, $work/err and $status.
run() {
    "$diptych" "$@" >"$work/out" 2>"$work/err" </dev/null
    status=$?
}

# Shows what the last run printed, as comments.
explain() {
    echo "# status $status"
    sed 's/^/# out: /' "$work/out" | head -20 | cut -c 1-200
    sed 's/^/# err: /' "$work/err" | head -20 | cut -c 1-200
}

# expect NAME STATUS [TEST...]: the last run ended with STATUS, and the command TEST succeeds.
expect() {
    expected=$1 expected_status=$2
    shift 2
    if [ "$status" -eq "$expected_status" ] && { [ $# -eq 0 ] || "$@"; }; then
        pass "$expected"
    else
        fail "$expected"
        explain
    fi
}

# Tests for expect().
silent() {
    [ ! -s "$work/out" ] && [ ! -s "$work/err" ]
}

# one_line_about WORD: nothing on stdout, one line on stderr that begins with "diptych: " and holds WORD.
one_line_about() {
    [ ! -s "$work/out" ] && [ "$(wc -l <"$work/err")" -eq 1 ] &&
        grep -q '^diptych: ' "$work/err" && grep -qF -e "$1" "$work/err"
}

# usage_about WORD: nothing on stdout; on stderr a line that holds WORD, and the usage.
usage_about() {
    [ ! -s "$work/out" ] && head -n 1 "$work/err" | grep -F -e "$1" | grep -q '^diptych: ' &&
        sed -n 2p "$work/err" | grep -q '^usage: diptych '
}

# out_has WORD..., err_has WORD...: each stands in one of its lines.
out_has() {
    for word; do grep -qF -e "$word" "$work/out" || return 1; done
}

err_has() {
    for word; do grep -qF -e "$word" "$work/err" || return 1; done
}

# clean FILE: well-formed UTF-8 without control characters (line ends aside) and without bidirectional overrides.
clean() {
    iconv -f UTF-8 -t UTF-8 "$1" >/dev/null 2>&1 &&
        [ "$(LC_ALL=C tr -d '\012\040-\176\200-\377' <"$1" | wc -c)" -eq 0 ] &&
        ! LC_ALL=C grep -q "$(printf '\302[\200-\237]')" "$1" &&
        ! LC_ALL=C grep -q "$(printf '\342\200[\216\217\252-\256]')" "$1" &&
        ! LC_ALL=C grep -q "$(printf '\342\201[\246-\251]')" "$1"
}

both_clean() {
    clean "$work/out" && clean "$work/err"
}
