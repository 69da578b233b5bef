# SPDX-License-Identifier: MIT
# What the environment of the reader decides, and what it does not: the size of the screen, restricted mode. TAP.

. "${top_srcdir:?}/tests/tap.sh"
. "$top_srcdir/tests/tmux.sh"

# True when the last line of the screen is the reader's, at its full width: what stands at the right end is there.
fills() {
    screen | tail -n 1 | awk -v columns="$1" '/\?:help$/ && length >= columns - 1 { fine = 1 } END { exit !fine }'
}

# True when the screen is another one than it was.
moved() {
    lacks "no such key" && ! screen | cmp -s "$work/resumed" -
}

start 100x30 "LINES=10 COLUMNS=40 $diptych $ferry"
check 'fills the terminal, whatever LINES and COLUMNS say' wait_until fills 100
terminal resize-window -x 90 -y 20
check 'follows the terminal though they are exported' wait_until fills 90
press Q
has_status 0

# --- restricted, and not

start 100x30 "PS1='shell> ' sh -i"
wait_for 'shell>'
for variable in DIPTYCH_SECURE LESSSECURE; do
    type_keys "$variable=0 $diptych $ferry"
    press Enter
    wait_for '?:help'
    press C-z
    check "suspends with $variable=0" wait_for 'shell>'
    type_keys 'fg'
    press Enter
    check "resumes with $variable=0" wait_for '?:help'
    screen >"$work/resumed"
    press Down
    check "takes the arrow keys then, with $variable=0" wait_until moved
    press s
    check "saves with $variable=0" lacks 'restricted'
    press Escape
    press Q
    check "ends with $variable=0" wait_for 'shell>'
    type_keys "$variable=1 $diptych $ferry"
    press Enter
    wait_for '?:help'
    press C-z
    check "does not suspend with $variable=1" wait_for 'restricted mode'
    press Q
    wait_for 'shell>'
done

finish
