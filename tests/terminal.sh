# SPDX-License-Identifier: MIT
# The real program on real terminals: tmux is the terminal, its keys the reader's fingers. TAP.

. "${top_srcdir:?}/tests/tap.sh"
. "$top_srcdir/tests/tmux.sh"

# --- reading

start 100x30 "$diptych $shipped"
check 'opens at the working group of 1988' wait_for 'Working group 1'
check 'names both sides' wait_for 'Japan: Takakazu Kuriyama'
check 'shows the key for help' wait_for '?:help'
type_keys ':nato'
press Enter
check 'finds what Kuriyama says of NATO, and the rebuttal' wait_for 'rebutted by'
type_keys '/portsmouth'
press Enter
check 'searches, and counts by side' wait_for '· USSR 4'
press '?'
check 'lists its keys' wait_for 'half a page down'
press q
check 'comes back from help' wait_for 'Japan: Takakazu Kuriyama'
press q
check 'comes back to the overview' wait_for 'read it side by side'
press q
check 'ends with 0' has_status 0

rm -rf "$XDG_STATE_HOME"
start 80x24 "$diptych $shipped"
wait_for '?:help'
type_keys ':blocs-nato'
press Enter
wait_for '34 Takakazu'
press h
wait_for 'deferred by'
screen >"$work/screen"
awk '/^    .*account/ { on = 1 } on && !/^    / { exit } on { print substr($0, 5) }' "$top_srcdir/README.md" |
    diff -u - "$work/screen" >"$work/wrong"
nothing_in "$work/wrong" 'looks as the picture in README.md does'
press Q
has_status 0

# answers NAME TEXT KEYS...: the keys, pressed on the first screen, show TEXT; each argument but Enter is typed.
answers() {
    name=$1 text=$2
    shift 2
    rm -rf "$XDG_STATE_HOME"
    start 80x24 "$diptych $shipped"
    wait_for '?:help'
    for keys; do
        if [ "$keys" = Enter ]; then press Enter; else type_keys "$keys"; fi
    done
    check "$name" wait_for "$text"
    press Q
    has_status 0 # before its place is removed
}

answers 'finds in 6 keys how Rogachev answers what Kuriyama says of NATO' '93* rebuts 34' '/NATO' Enter
answers 'finds in 9 keys how Rogachev reads the letters of 1956' 'The letters of Gromyko and' ':letters' Enter
answers 'finds with four more that he said the same in March' 'answers wg1.36; restates wg1.82' ':letters' Enter '}}JJ'
answers 'finds in 3 keys what both agree on' 'What is conceded or agreed' 'vi]'
answers 'finds in 6 keys what the record of March leaves out' 'at length' '2}vi]]'

rm -rf "$XDG_STATE_HOME"

# --- sizes

start 100x30 "$diptych $shipped"
wait_for 'Working group 1'
terminal resize-window -x 60 -y 20
check 'stacks on a narrow screen' wait_for 'Rogachev  /'
type_keys ':wg2'
terminal resize-window -x 90 -y 25
check 'keeps a prompt over a resize' wait_for ':wg2'
press Enter
check 'goes on in the prompt after a resize' wait_for 'evening'
terminal resize-window -x 18 -y 5
check 'says that a terminal is too small' wait_for 'too small'
terminal resize-window -x 100 -y 30
check 'comes back when it grows' wait_for 'Japan: Takakazu Kuriyama'
terminal resize-window -x 400 -y 150
press v c
check 'fills a huge terminal' wait_for 'Citation'
for size in 80x24 61x9 130x40 20x6 19x5 200x50 79x20 100x30; do
    terminal resize-window -x "${size%x*}" -y "${size#*x}"
    press j / x
    terminal resize-window -x 90 -y 25
    press Escape
done
terminal resize-window -x 100 -y 30
check 'shows what a fresh start shows after a storm of sizes and keys' wait_for 'Japan: Takakazu Kuriyama'
press Q
check 'ends after all that with 0' has_status 0

# What stands on the screen after storms of sizes and keys is what painting it anew leaves there.
for term in vt220 xterm-256color; do
    start 80x24 "TERM=$term $diptych $shipped"
    wait_for '?:help'
    seed=7
    for turn in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30; do
        seed=$(((seed * 1103515 + 12345) % 65536))
        terminal resize-window -x $((40 + seed % 260)) -y $((8 + seed % 40))
        press j ']' J
    done
    type_keys ':wg2.20'
    press Enter
    check "shows the place after a storm on $term" wait_for 'wg2.20'
    sleep 0.5
    screen >"$work/storm"
    press C-l
    sleep 0.5
    screen | diff "$work/storm" - >"$work/wrong"
    nothing_in "$work/wrong" "leaves nothing on $term that ^L removes"
    press Q
    has_status 0
done

# --- kinds of terminals

for term in xterm-256color tmux-256color screen linux vt100 vt220; do
    rm -rf "$XDG_STATE_HOME"
    start 80x24 "TERM=$term $diptych $shipped"
    check "reads on $term" wait_for '?:help'
    press Q
    check "leaves $term with 0" has_status 0
done
start 80x24 "TERM=dumb $diptych $ferry"
check 'prints on a dumb terminal' wait_for 'ended: 0'
start 80x24 "TERM=no-such-terminal $diptych $ferry"
check 'prints on an unknown terminal, and says what to do' wait_for 'ended: 0'
LC_ALL=C tr -d '\r\n' <"$work/raw" | grep -qF 'set TERM' && pass 'names TERM' || fail 'names TERM'

# --- colours and bytes

# coloured NAME VARIABLES...: what was sent for the first screen holds a colour.
coloured() {
    rm -rf "$XDG_STATE_HOME"
    start 80x24 "$* $diptych $shipped"
    wait_for '?:help'
    LC_ALL=C grep -q "$(printf '\033')\[[0-9;:]*[34][0-8][0-9;:]*m" "$work/raw"
    found=$?
    press Q
    return $found
}

check 'sends colours that 256 have' coloured TERM=xterm-256color
for variables in 'NO_COLOR=1 TERM=xterm-256color' TERM=xterm TERM=linux TERM=vt100; do
    if coloured "$variables"; then
        fail "sends no colours with $variables"
    else
        pass "sends no colours with $variables"
    fi
done

start 80x24 "LC_ALL=C $diptych $shipped"
check 'reads in the C locale' wait_for '?:help'
press J J ']' ']' i
sleep 0.5
if LC_ALL=C grep -q "$(printf '[\200-\377]')" "$work/raw"; then
    fail 'sends nothing but ASCII in the C locale'
else
    pass 'sends nothing but ASCII in the C locale'
fi
press Q
has_status 0

mkdir "$work/hostile"
{
    printf 'Dossier: hostile\nTitle: a\033]0;stolen\007b\n\nParty: p\nTitle: P\033[31m\n\nParty: q\n\n'
    printf 'Topic: t\nTitle: T\302\2332J\n\nRound: r\nTitle: round\033]52;c;AAAA\007\nDate: 2000\nExtent: full\n\n'
    printf '@ p\n[1] x\033[2Jy\342\200\256z\n{topics: t}\n\n@ q\n[2] \001\177\302\205w\n{topics: t; rebuts: 1}\n'
} >"$work/hostile/hostile.dip"
start 80x24 "$diptych $work/hostile"
check 'opens a hostile dossier' wait_for '<U+202E>'
press J i
sleep 0.3
if LC_ALL=C grep -qE "$(printf '\033')\\](0;stolen|52;)|$(printf '\342\200\256')|$(printf '\302[\205\233]')" "$work/raw"; then
    fail 'sends no byte of it raw'
else
    pass 'sends no byte of it raw'
fi
[ "$(terminal display -p '#{pane_title}')" != stolen ] && pass 'leaves the title alone' || fail 'leaves the title alone'
press Q
has_status 0

# --- the place is kept

rm -rf "$XDG_STATE_HOME"
start 100x30 "$diptych $shipped"
wait_for '?:help'
type_keys ':wg2.20'
press Enter
wait_for 'wg2.20'
press Q
has_status 0
start 100x30 "$diptych $shipped"
check 'opens where it was left' wait_for 'wg2.20'
terminal kill-pane
saved() {
    [ -f "$XDG_STATE_HOME/diptych/soviet-japanese.json" ]
}
rm -f "$XDG_STATE_HOME/diptych/soviet-japanese.json"
start 100x30 "exec $diptych $shipped"
wait_for '?:help'
pid=$(terminal display -p '#{pane_pid}')
terminal kill-pane
gone() {
    ! kill -0 "$pid" 2>/dev/null
}
check 'ends when its terminal goes' wait_until gone
check 'keeps the place when its terminal goes' saved
# sent TEXT: the terminal was sent TEXT, a pattern of grep.
sent() {
    LC_ALL=C grep -q "$(printf '\033')$1" "$work/raw"
}
for signal in TERM HUP INT QUIT; do
    rm -f "$XDG_STATE_HOME/diptych/soviet-japanese.json"
    start 100x30 "env TERM=tmux-256color sh -c 'echo \$\$ >$work/pid; exec $diptych $shipped'"
    wait_for '?:help'
    kill -$signal "$(cat "$work/pid")"
    check "ends with 0 on SIG$signal" has_status 0
    check "keeps the place on SIG$signal" saved
    check "ends bracketed paste on SIG$signal" wait_until sent '\[?2004l'
    check "leaves the other screen on SIG$signal" wait_until sent '\[?1049l'
done
printf '{"format": 1, "pla' >"$XDG_STATE_HOME/diptych/soviet-japanese.json"
start 100x30 "$diptych $shipped"
check 'says that the kept place is damaged' wait_for 'damaged'
press Q
has_status 0
[ -f "$XDG_STATE_HOME/diptych/soviet-japanese.json.damaged" ] && pass 'keeps the damaged file' || fail 'keeps the damaged file'
printf '{"format": 99}' >"$XDG_STATE_HOME/diptych/soviet-japanese.json"
start 100x30 "$diptych $shipped"
check 'says that the kept place is from a newer version' wait_for 'newer'
press Q
has_status 0
grep -q 99 "$XDG_STATE_HOME/diptych/soviet-japanese.json" && pass 'leaves the newer file' || fail 'leaves the newer file'

# --- suspend, paste, restricted

rm -rf "$XDG_STATE_HOME"
start 100x30 "PS1='shell> ' sh -i"
wait_for 'shell>'
type_keys "$diptych $shipped"
press Enter
wait_for '?:help'
press C-z
check 'suspends' wait_for 'shell>'
type_keys 'fg'
press Enter
check 'resumes' wait_for '?:help'
press Q
check 'ends after that' wait_for 'shell>'

start 100x30 "TERM=tmux-256color $diptych $shipped"
wait_for '?:help'
terminal set-buffer "Q
Q
"
terminal paste-buffer -p
sleep 0.3
check 'does not obey what is pasted' wait_for '?:help'
terminal set-buffer "$(printf 'a\033OPb')"
terminal paste-buffer -p
sleep 0.3
check 'takes no pasted byte for F1' lacks 'next passage of this side'
press /
terminal set-buffer 'peace treaty
Q'
terminal paste-buffer -p
check 'takes the first line of a paste in a prompt' wait_for '/peace treaty'
press Enter
check 'searches what was pasted' wait_for 'hit '
press Q
has_status 0

start 100x30 "DIPTYCH_SECURE=1 $diptych $shipped"
wait_for '?:help'
press C-z
check 'does not suspend in restricted mode' wait_for 'restricted mode'
press s
check 'saves no file in restricted mode' wait_for 'restricted mode'
press Q
has_status 0

finish
