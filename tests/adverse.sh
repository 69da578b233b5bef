# SPDX-License-Identifier: MIT
# Terminals and users that make it hard: bytes one by one, sizes that nobody has, no output taken, floods of keys,
# signals. TAP.
. "${top_srcdir:?}/tests/tap.sh"

shipped=$top_srcdir/transcripts/soviet-japanese
onpty=$top_builddir/tests/tools/onpty
XDG_STATE_HOME=$work/state
TERM=xterm-256color
export XDG_STATE_HOME TERM
unset LESSSECURE DIPTYCH_SECURE
place=$XDG_STATE_HOME/diptych/soviet-japanese.json

"$onpty" 24x80 "$work/raw" end -- true >"$work/played"
if [ $? -ne 0 ]; then
    echo '1..0 # SKIP no terminal can be had'
    exit 0
fi

# play SIZE STEP...: reads the shipped dossier on a terminal (tests/tools/onpty.c); what is told is in $work/played.
play() {
    size=$1
    shift
    rm -rf "$XDG_STATE_HOME"
    "$onpty" "$size" "$work/raw" "${first-wait:help}" quiet "$@" -- "$diptych" "$shipped" >"$work/played" 2>&1
}

# played NAME TEST...: the last play went to its end, the program ended with 0, and TEST succeeds.
played() {
    name=$1
    shift
    if grep -q '^status 0 ' "$work/played" && { [ $# -eq 0 ] || "$@"; }; then
        pass "$name"
    else
        fail "$name"
        sed 's/^/# /' "$work/played"
        tail -c 300 "$work/raw" | od -c | tail -n 20 | sed 's/^/# /'
    fi
}

# sent TEXT, kept TEXT: the terminal was sent it; it stands in what is kept.
sent() {
    LC_ALL=C grep -qF -e "$(printf "$1")" "$work/raw"
}

kept() {
    grep -qF -e "$1" "$place"
}

# --- keys whose bytes come one by one

play 24x80 'slow:/n\303\251\346\212\236g' 'send:\015' quiet send:Q end
played 'puts characters together of bytes that come one by one' kept 'né択g'
ESCDELAY=5000
export ESCDELAY
play 24x80 'slow:/ab\eODc' 'send:\015' quiet send:Q end
unset ESCDELAY
played 'puts a key together of bytes that come one by one' kept 'acb'
play 24x80 'send:/ab\e' pause 'send:ODc' 'send:\015' quiet send:Q end
played 'keeps the prompt when the rest of a key comes late' kept 'acb'
play 24x80 'send:/ab\e' pause pause pause pause send:Q end
played 'puts the prompt away for an ESC alone'
play 24x80 'slow:/\e[200~ab\012Q\e[201~c' 'send:\015' quiet send:Q end
played 'puts the brackets of a paste together of bytes that come one by one' kept 'abc'
play 24x80 'send:/a\e[200~b\eOP\e[A\177\012Q\e[201~c' 'send:\015' quiet send:Q end
played 'takes of a paste its first line, and no key' kept '"abc"'

# --- sizes

# In 300 MB: curses alone would take gigabytes for the sizes that terminals claim.
if (ulimit -v 300000 && "$diptych" --version) >/dev/null 2>&1; then
    limit='ulimit -v 300000'
else
    limit=:
fi
for size in 32767x32767 32767x1 1x32767; do
    ($limit; first=quiet; play $size size:24x80 quiet size:$size quiet send:Q end)
    played "starts on a terminal of $size" sent '\033[?1049h'
    ($limit; play 24x80 size:$size quiet size:24x80 wait:help send:Q end)
    played "goes on when the terminal becomes $size" sent '\033[?1049h'
done
(
    $limit
    LINES=32767 COLUMNS=32767
    export LINES COLUMNS
    play 0x0 send:Q end
)
played 'clamps exported LINES and COLUMNS' sent '\033[?1049h'
if command -v tic >/dev/null 2>&1; then
    printf 'huge|a huge terminal,\n\tuse=xterm-256color, cols#32767, lines#32767,\n' >"$work/huge.ti"
    tic -o "$work/terminfo" "$work/huge.ti" 2>"$work/err"
    (
        $limit
        TERM=huge TERMINFO=$work/terminfo
        export TERM TERMINFO
        play 0x0 send:Q end
    )
    played "clamps the size of the terminal's type" sent '\033[?1049h'
else
    skip "clamps the size of the terminal's type" 'tic is not at hand'
fi

# --- floods

# A frame is painted for what was typed, not for each key: ten thousand keys are no ten thousand frames.
play 24x80 'flood:5000:]j[' send:Q end
bytes=$(wc -c <"$work/raw")
played 'takes what is typed before it paints' test "$bytes" -lt 200000
play 24x80 send:/ flood:2000:x 'wait:the line is full' 'send:\003' send:Q end
played 'says that a prompt is full'

# --- saving

play 24x80 'send:/portsmouth\015' sleep:4 signal:9 end
if grep -q '^status 137 ' "$work/played" && kept portsmouth; then
    pass 'saves the place while one reads: a kill loses little'
else
    fail 'saves the place while one reads: a kill loses little'
    sed 's/^/# /' "$work/played"
fi
mkdir "$work/file"
XDG_STATE_HOME=$work/file/state
: >"$XDG_STATE_HOME"
"$onpty" 24x80 "$work/raw" wait:Tokyo quiet send:Q end -- "$diptych" "$shipped" >"$work/played" 2>&1
if grep -q '^status 2 ' "$work/played"; then
    pass 'ends with 2 when the place cannot be saved'
else
    fail 'ends with 2 when the place cannot be saved'
    sed 's/^/# /' "$work/played"
fi
XDG_STATE_HOME=$work/state

# --- ending

for signal in 1 2 3 15; do
    play 24x80 send:']]' quiet signal:$signal end
    played "ends on signal $signal, the place kept" kept passage
    played "gives the terminal back on signal $signal" sent '\033[?1049l'
    play 24x80 send:']]' quiet deaf signal:$signal end
    played "ends on signal $signal while the terminal takes no output, the place kept" kept passage
    played "gives a terminal back on signal $signal that took no output" sent '\033[?2004l'
done
play 24x80 send:']]' quiet hangup end
played 'ends when the terminal goes' kept passage

finish
