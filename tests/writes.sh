# SPDX-License-Identifier: MIT
# What goes to the terminal at once: a frame, a line and a page are a write each, at any size and in any writing. TAP.

. "${top_srcdir:?}/tests/tap.sh"

onpty=$top_builddir/tests/tools/onpty
XDG_STATE_HOME=$work/state
TERM=xterm-256color
# What looks for leaks cannot while it is traced.
ASAN_OPTIONS=${ASAN_OPTIONS:+$ASAN_OPTIONS:}detect_leaks=0
export XDG_STATE_HOME TERM ASAN_OPTIONS

if ! strace -o "$work/trace" true 2>/dev/null; then
    echo '1..0 # SKIP strace is not at hand'
    exit 0
fi

# writes SIZE DOSSIER: after the first frame's, the writes behind each of ^L, j and SPACE, in $work/counts.
writes() {
    rm -rf "$XDG_STATE_HOME"
    "$onpty" "$1" "$work/sent" quiet 'send:\015' quiet 'send:\014' quiet send:j quiet 'send: ' quiet send:Q end -- \
        strace -y -e trace=read,write -s 8 -o "$work/trace" "$diptych" "$2" >"$work/status"
    grep -E '^(read\(0<|write\([0-9]+<(/dev/pts|/dev/tty))' "$work/trace" |
        sed 's/" "/"space"/' | awk '/^read/ { if (key != "") print key, count; key = $2; count = 0; next } key == "" { key = "first" } { count++ }' >"$work/counts"
}

counts() {
    grep -qxF -e "$1" "$work/counts"
}

for size in 24x80 60x200; do
    for dossier in "$shipped" "$top_srcdir/tests/fixtures/tongues"; do
        writes "$size" "$dossier"
        name="at $size of $(basename "$dossier")"
        if grep -q '^status 0 ' "$work/status"; then pass "ends $name"; else fail "ends $name"; fi
        # What the whole record tells (links, problems) may come after the first frame.
        if counts 'first 1' || counts 'first 2'; then pass "first frame $name"; else fail "first frame $name"; fi
        if counts '"\f", 1'; then pass "a frame $name"; else fail "a frame $name"; fi
        if counts '"j", 1'; then pass "a line $name"; else fail "a line $name"; fi
        # The last page shows nothing new.
        if counts '"space", 1' || counts '"space", 0'; then pass "a page $name"; else fail "a page $name"; fi
        sed 's/^/# /' "$work/counts"
    done
done

finish
