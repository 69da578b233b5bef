# SPDX-License-Identifier: MIT
# Bursts of sizes mixed with keys: what they leave on the screen is what painting it anew leaves there, on terminals with
# and without a second screen. CAMPAIGN=long: 10,000 sizes. TAP.

. "${top_srcdir:?}/tests/tap.sh"
. "$top_srcdir/tests/tmux.sh"
. "$top_srcdir/tests/campaign/amount.sh"

bursts=$(amount 3 100)
sizes=$(amount 15 25)

# One burst; where the reader stands is the seed's business.
burst() {
    : >"$work/burst"
    for turn in $(seq 1 "$sizes"); do
        seed=$(((seed * 1103515 + 12345) % 65536))
        columns=$((20 + seed % 280)) rows=$((6 + seed / 7 % 50))
        echo "resize-window -x $columns -y $rows"
        key=$(printf 'jk]J}{KdugGlhDx\\#\n' | cut -c $((1 + seed % 16)))
        echo "send-keys -l '$key'"
    done >"$work/burst"
    terminal source-file "$work/burst"
}

for term in vt220 linux xterm-256color; do
    rm -rf "$XDG_STATE_HOME"
    start 80x24 "TERM=$term $diptych $shipped"
    wait_for '?:help'
    seed=11
    : >"$work/wrong"
    for run in $(seq 1 "$bursts"); do
        burst
        terminal resize-window -x $((64 + seed % 90)) -y $((12 + seed % 30))
        press / C-g # what was said is said no more
        settled
        cp "$work/settled" "$work/left"
        press C-l
        settled
        if ! cmp -s "$work/left" "$work/settled"; then
            echo "burst $run" >>"$work/wrong"
            diff "$work/left" "$work/settled" >>"$work/wrong"
        fi
    done
    nothing_in "$work/wrong" "$bursts bursts of $sizes sizes and keys on $term leave nothing that ^L removes"
    press / C-g
    type_keys ':wg2.20'
    press Enter
    check "reads on after that on $term" wait_for 'wg2.20'
    press Q
    has_status 0
done
finish
