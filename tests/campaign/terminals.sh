# SPDX-License-Identifier: MIT
# Terminals of every type that is installed: each ends with a screen, or with a refusal that says why and a text.
# CAMPAIGN=long: all of them (the package ncurses-term has more than 1,700); else every so many. TAP.

. "${top_srcdir:?}/tests/tap.sh"
. "$top_srcdir/tests/campaign/amount.sh"

onpty=$top_builddir/tests/tools/onpty
XDG_STATE_HOME=$work/state
export XDG_STATE_HOME
unset LESSSECURE DIPTYCH_SECURE
if ! command -v toe >/dev/null 2>&1; then
    echo '1..0 # SKIP toe is not at hand'
    exit 0
fi
toe -a | awk '{ print $1 }' | LC_ALL=C sort -u >"$work/types"
types=$(wc -l <"$work/types")
step=$(amount $((types / 40 + 1)) 1)
: >"$work/wrong"
screens=0 refusals=0
for type in $(awk -v step="$step" 'NR % step == 0' "$work/types"); do
    TERM=$type "$onpty" 24x80 "$work/raw" quiet 'send:j]' quiet send:Q end -- "$diptych" "$ferry" >"$work/played" 2>&1
    if ! grep -q '^status 0 ' "$work/played"; then
        echo "$type: $(cat "$work/played")" >>"$work/wrong"
    elif LC_ALL=C grep -qE 'cannot place its cursor|cannot be used|is not known here' "$work/raw"; then
        refusals=$((refusals + 1))
        grep -q 'landing' "$work/raw" || echo "$type: refused, and nothing is printed" >>"$work/wrong"
    else
        screens=$((screens + 1))
        [ -s "$work/raw" ] || echo "$type: nothing is shown" >>"$work/wrong"
    fi
done
nothing_in "$work/wrong" "$((screens + refusals)) of $types types of terminals: $screens with a screen, $refusals refused"
finish
