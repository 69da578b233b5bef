# SPDX-License-Identifier: MIT
# Dossiers that are damaged: the shipped one, with one to three files harmed (tests/tools/damage.c), is checked, printed,
# searched, and every tenth time read. Nothing crashes, hangs or sends a byte raw. CAMPAIGN=long: a thousand. TAP.

. "${top_srcdir:?}/tests/tap.sh"
. "$top_srcdir/tests/campaign/amount.sh"

damage=$top_builddir/tests/tools/damage
onpty=$top_builddir/tests/tools/onpty
XDG_STATE_HOME=$work/state
TERM=xterm-256color
export XDG_STATE_HOME TERM
unset LESSSECURE DIPTYCH_SECURE
cp -R "$shipped" "$work/whole"
cp -R "$shipped" "$work/damaged"
chmod -R u+w "$work/damaged"
(cd "$work/whole" && find . -name '*.dip' | LC_ALL=C sort) >"$work/files"
files=$(wc -l <"$work/files")
: >"$work/wrong"

# What the program itself sets words of other directions apart with is not raw (U+2066 to U+2069).
fine() {
    LC_ALL=C sed "s/$(printf '\342\201')[$(printf '\246')-$(printf '\251')]//g" "$1" >"$work/fine"
    clean "$work/fine"
}

# sound SEED WHAT ARGUMENT...: it ends by itself, with one of the program's own statuses, and prints nothing raw.
sound() {
    seed=$1 what=$2
    shift 2
    timeout 30 "$diptych" "$@" >"$work/out" 2>"$work/err" </dev/null
    status=$?
    if [ $status -gt 2 ]; then echo "$what ends with $status: seed $seed" >>"$work/wrong"; fi
    if ! fine "$work/out" || ! fine "$work/err"; then echo "$what prints raw bytes: seed $seed" >>"$work/wrong"; fi
}

# Keys that go everywhere, on a terminal.
reads() {
    "$onpty" 24x80 "$work/raw" quiet 'send:]]jJ}\015vovsvivxvc/treaty\015nvr' quiet size:50x200 'send:u#D}}G,.i' quiet send:Q end \
        -- "$diptych" "$work/damaged" >"$work/played" 2>&1
    if ! grep -Eq '^status [02] ' "$work/played"; then
        echo "the reader does not end: seed $1: $(cat "$work/played")" >>"$work/wrong"
    fi
    if LC_ALL=C grep -qE "$(printf '\033')\\]0;title|$(printf '\342\200\256')|$(printf '\302\233')" "$work/raw"; then
        echo "the reader sends raw bytes: seed $1" >>"$work/wrong"
    fi
}

runs=$(amount 40 1000)
seed=0
while [ $seed -lt "$runs" ]; do
    seed=$((seed + 1))
    harmed=
    for turn in $(seq 1 $((1 + seed % 3))); do
        file=$(sed -n "$((1 + (seed * 31 + turn * 17) % files))p" "$work/files")
        harmed="$harmed $file"
        "$damage" $((seed * 3 + turn)) "$work/whole/$file" "$work/damaged/$file"
    done
    sound $seed check check "$work/damaged"
    sound $seed show show --width=$((40 + seed % 120)) "$work/damaged"
    sound $seed search search treaty "$work/damaged"
    if [ $((seed % 10)) -eq 0 ]; then reads $seed; fi
    for file in $harmed; do cp "$work/whole/$file" "$work/damaged/$file"; done
done
nothing_in "$work/wrong" "$runs damaged dossiers: no crash, no hang, no raw byte"
finish
