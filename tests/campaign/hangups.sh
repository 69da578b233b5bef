# SPDX-License-Identifier: MIT
# Every way to lose the reader: each time it is gone within a second, with its place kept. CAMPAIGN=long: 200 of each kind.
# TAP.

. "${top_srcdir:?}/tests/tap.sh"
. "$top_srcdir/tests/campaign/amount.sh"

onpty=$top_builddir/tests/tools/onpty
XDG_STATE_HOME=$work/state
TERM=xterm-256color
export XDG_STATE_HOME TERM
unset LESSSECURE DIPTYCH_SECURE
place=$XDG_STATE_HOME/diptych/ferry.json
runs=$(amount 5 200)

"$onpty" 24x80 "$work/raw" end -- true >"$work/played"
if [ $? -ne 0 ]; then
    echo '1..0 # SKIP no terminal can be had'
    exit 0
fi

# The place is kept if the search that was typed is.
kept() {
    grep -qs landing "$place"
}

# lose KIND STEP...: with the command in $command.
lose() {
    kind=$1
    shift
    : >"$work/wrong"
    : >"$work/times"
    for run in $(seq 1 "$runs"); do
        rm -rf "$XDG_STATE_HOME"
        "$onpty" 24x80 "$work/raw" 'wait:help' 'send:/landing\015' 'wait:hit' "$@" end -- $command >"$work/played" 2>&1
        if ! grep -Eq '^status [0-9]+ ms [0-9]{1,3}$' "$work/played"; then
            echo "run $run: $(cat "$work/played")" >>"$work/wrong"
        fi
        sed -n 's/^status .* ms //p' "$work/played" >>"$work/times"
        kept || echo "run $run: the place is not kept" >>"$work/wrong"
    done
    nothing_in "$work/wrong" "$runs times $kind: gone within a second, the place kept"
    echo "# milliseconds at most: $(sort -n "$work/times" | tail -n 1)"
}

command="$diptych $ferry"
lose SIGHUP signal:1
lose SIGTERM signal:15
lose SIGINT signal:2
lose 'a closed terminal' hangup
lose 'SIGHUP, the terminal taking nothing' deaf signal:1
lose 'SIGTERM, the terminal taking nothing' deaf signal:15
cat >"$work/ignoring" <<'SH'
trap '' HUP
exec "$@"
SH
command="sh $work/ignoring $diptych $ferry"
lose 'a closed terminal, SIGHUP ignored' hangup

# True while it runs: who takes it over may be slow to bury it.
runs_on() {
    case $(ps -o stat= -p "$1" 2>/dev/null) in
    '' | Z*) return 1 ;;
    esac
}

# As a connection that drops: the terminal goes with who held it, the shell between is told, the reader by it.
: >"$work/wrong"
cat >"$work/login" <<'SH'
"$@" &
echo $! >"$pid_file"
fg >/dev/null 2>&1 || wait
SH
pid_file=$work/pid
export pid_file
for run in $(seq 1 "$runs"); do
    rm -rf "$XDG_STATE_HOME" "$pid_file"
    "$onpty" 24x80 "$work/raw" 'wait:help' 'send:/landing\015' 'wait:hit' drop -- bash -m "$work/login" "$diptych" "$ferry" >"$work/played" 2>&1
    tries=0
    while runs_on "$(cat "$pid_file")" && [ $tries -lt 100 ]; do
        tries=$((tries + 1))
        sleep 0.01
    done
    if runs_on "$(cat "$pid_file")"; then
        echo "run $run: it is still there after a second" >>"$work/wrong"
        kill -9 "$(cat "$pid_file")"
    fi
    kept || echo "run $run: the place is not kept: $(cat "$work/played")" >>"$work/wrong"
done
nothing_in "$work/wrong" "$runs times a connection that drops: gone within a second, the place kept"
finish
