# SPDX-License-Identifier: MIT
# Every call on the files that the place is kept in fails once, in every way: killed before it and behind it, half
# written, no room, an error of the disk. What was kept stays or is replaced whole; what ended with 0 is kept; the next
# reader goes on and leaves nothing half written. CAMPAIGN=long: all ways, and three beginnings. TAP.

. "${top_srcdir:?}/tests/tap.sh"
. "$top_srcdir/tests/campaign/amount.sh"

onpty=$top_builddir/tests/tools/onpty
faults=$top_builddir/tests/tools/faults.so
XDG_STATE_HOME=$work/state
TERM=xterm-256color
export XDG_STATE_HOME TERM
unset LESSSECURE DIPTYCH_SECURE
place=$XDG_STATE_HOME/diptych/ferry.json
last=60

# reader KEYS...: in $work/played what became of it; FAULT_AT and FAULT_HOW are those of its environment.
reader() {
    "$onpty" 24x80 "$work/raw" wait:2004h "$@" send:Q end -- sh -c "LD_PRELOAD=$faults exec $diptych $ferry 2>$work/err" \
        >"$work/played" 2>&1
}

# begin KIND: with a place that is kept, with none, with one behind a link.
begin() {
    rm -rf "$XDG_STATE_HOME" "$work/linked"
    case $1 in
    new) ;;
    *) mkdir -p "$XDG_STATE_HOME/diptych" "$work/linked"
        cp "$work/before" "$place" ;;
    esac
    if [ "$1" = linked ]; then
        mv "$place" "$XDG_STATE_HOME/linked.json"
        ln -s ../linked.json "$place"
    fi
}

FAULT_BELOW=$XDG_STATE_HOME
export FAULT_BELOW
if ! reader 'send:/landing\015' || ! grep -qs landing "$place" || [ ! -s "$faults" ]; then
    echo '1..0 # SKIP no terminal or no library to be loaded before others'
    exit 0
fi
cp "$place" "$work/before"
FAULT_AT=1 FAULT_HOW=kill
export FAULT_AT FAULT_HOW
reader
if ! grep -q '^fault: ' "$work/err"; then
    echo '1..0 # SKIP calls cannot be made to fail'
    exit 0
fi

wrong() {
    echo "$beginning, $FAULT_HOW at call $FAULT_AT ($(sed -n 's/^fault: //p' "$work/err")): $1" >>"$work/wrong"
}

# What must hold behind a fault.
judge() {
    status=$(sed -n 's/^status \([0-9]*\) .*/\1/p' "$work/played")
    case $status in
    0) grep -qs mason "$place" || wrong 'ended with 0, and the search is not kept' ;;
    2 | 137) ;;
    *) wrong "ended with '$status': $(cat "$work/played")" ;;
    esac
    [ $beginning = new ] || grep -qs landing "$place" || wrong 'what was kept is lost'
    FAULT_AT=0 reader 'send:/boat\015'
    grep -q '^status 0 ' "$work/played" || wrong "the next one: $(cat "$work/played")"
    if grep -q damaged "$work/raw"; then wrong 'a damaged file is left'; fi
    grep -qs boat "$place" || wrong 'the next one keeps nothing'
    [ $beginning = new ] || grep -qs landing "$place" || wrong 'the next one loses what was kept'
    if [ -n "$(find "$XDG_STATE_HOME" -name '*.tmp.*')" ]; then wrong 'something half written is left'; fi
    if [ $beginning = linked ] && [ ! -L "$place" ]; then wrong 'the link is gone'; fi
}

EIO=5 ENOSPC=28 EACCES=13 EINTR=4
for beginning in $(amount kept 'kept new linked'); do
    : >"$work/wrong"
    calls=0
    for FAULT_HOW in $(amount "kill $ENOSPC" "kill after short $EIO $ENOSPC $EACCES $EINTR"); do
        FAULT_AT=0
        while [ $FAULT_AT -lt $last ]; do
            FAULT_AT=$((FAULT_AT + $(amount 2 1)))
            begin $beginning
            reader 'send:/mason\015'
            grep -q '^fault: ' "$work/err" || break
            calls=$((calls + 1))
            judge
        done
    done
    [ $FAULT_AT -lt $last ] || wrong 'there are more calls than are counted'
    nothing_in "$work/wrong" "$calls faults with a place that is $beginning: nothing is lost"
done
finish
