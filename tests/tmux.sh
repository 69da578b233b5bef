# SPDX-License-Identifier: MIT
# Functions for tests on a real terminal: tmux is the terminal, its keys the reader's fingers. To be read with `.` behind
# tap.sh; without tmux the test is skipped.

if ! command -v tmux >/dev/null 2>&1; then
    echo '1..0 # SKIP tmux is not at hand'
    exit 0
fi

terminals=0
XDG_STATE_HOME=$work/state
export XDG_STATE_HOME
unset LESSSECURE DIPTYCH_SECURE
trap 'terminal kill-server 2>/dev/null; rm -rf "$work"' EXIT

terminal() {
    tmux -S "$work/tmux.$terminals" -f /dev/null "$@"
}

# start COLUMNSxROWS COMMAND: a new terminal; what it is sent goes to $work/raw too. The exit status of the command is
# shown when it ends.
start() {
    terminal kill-server 2>/dev/null
    terminals=$((terminals + 1)) # a server that is ending does not take the next one's place
    : >"$work/raw"
    terminal new-session -d -x "${1%x*}" -y "${1#*x}" "sleep 0.2; $2; echo \"ended: \$?\"; sleep 60"
    terminal pipe-pane -o "cat >'$work/raw'"
}

screen() {
    terminal capture-pane -p
}

# Waits until the screen stays the same, which is then in $work/settled.
settled() {
    screen >"$work/settled"
    same=0
    while [ $same -lt 3 ]; do
        sleep 0.1
        screen >"$work/now"
        if cmp -s "$work/now" "$work/settled"; then same=$((same + 1)); else same=0; fi
        mv "$work/now" "$work/settled"
    done
}

# Waits up to 10 s until the screen has the text $1.
wait_for() {
    tries=0
    until screen | grep -qF -e "$1"; do
        tries=$((tries + 1))
        [ $tries -lt 100 ] || return 1
        sleep 0.1
    done
}

wait_until() {
    tries=0
    until "$@"; do
        tries=$((tries + 1))
        [ $tries -lt 100 ] || return 1
        sleep 0.1
    done
}

type_keys() {
    terminal send-keys -l "$1"
}

press() {
    terminal send-keys "$@"
}

# check NAME COMMAND...: passes when it succeeds; else shows the screen.
check() {
    name=$1
    shift
    if "$@"; then
        pass "$name"
    else
        fail "$name"
        screen | sed 's/^/# /'
    fi
}

lacks() {
    ! screen | grep -qF -e "$1"
}

has_status() {
    wait_for "ended: $1"
}
