# SPDX-License-Identifier: MIT
# What the process that reads can do besides reading: nothing, even when a text has taken its parser over; and what it
# has to be able to do all the same. TAP.

. "${top_srcdir:?}/tests/tap.sh"

planted=$top_builddir/tests/tools/planted
onpty=$top_builddir/tests/tools/onpty
XDG_STATE_HOME=$work/state
TERM=xterm-256color
export XDG_STATE_HOME TERM
unset LESSSECURE DIPTYCH_SECURE
place=$XDG_STATE_HOME/diptych/ferry.json
mkdir "$XDG_STATE_HOME"
cp -R "$ferry" "$work/ferry"
chmod -R u+w "$work/ferry"
ferry=$work/ferry
echo secret >"$work/secret"
true=$(command -v true)

run --version
expect 'says what it gives up' 0 grep -q '^sandbox: ' "$work/out"
has_files=$(grep -c 'by Landlock (version' "$work/out")
has_calls=$(grep 'by seccomp' "$work/out" | grep -vc 'does not have')
what_is_missing=$(sed -n 's/^sandbox: //p' "$work/out")
"$onpty" 24x80 "$work/raw" end -- true >"$work/played"
has_terminal=$?

# --- with a parser that is taken over (tests/tools/planted.c)

run show "$ferry"
cp "$work/out" "$work/shown"

# attempt WHAT PATH REASON: it comes to that, and what is printed is complete all the same.
attempt() {
    PLANTED=$1 PLANTED_PATH=$2 "$planted" show "$ferry" >"$work/out" 2>"$work/err" </dev/null
    status=$?
    if head -n 1 "$work/err" | grep -qx "planted $1: $3" && cmp -s "$work/out" "$work/shown"; then
        pass "show: $1 ${2##*/}: $3"
    else
        fail "show: $1 ${2##*/}: $3"
        explain
    fi
}

# refused WHAT CALL PATH: it fails, is told, and what is printed is complete all the same.
refused() {
    attempt "$1" "$3" 'Operation not permitted'
    expect "show: says that it was kept from $2" 2 err_has "kept from $2"
}

if [ "$has_files" -eq 1 ]; then
    denied='Permission denied'
    attempt read "$work/secret" "$denied"
    attempt read /etc/passwd "$denied"
    attempt read /proc/self/maps "$denied"
    attempt list "$work" "$denied"
    attempt write "$work/secret" "$denied"
    attempt write "$ferry/dossier.dip" "$denied"
    attempt make "$work/new" "$denied"
    attempt make "$ferry/new.dip" "$denied"
    attempt make "$XDG_STATE_HOME/new" "$denied"
    attempt remove "$work/secret" "$denied"
    attempt remove "$ferry/dossier.dip" "$denied"
    echo late >"$ferry/late"
    attempt read "$ferry/late" 'done'
else
    skip 'show: cannot open other files' "$what_is_missing"
fi
if [ "$has_calls" -eq 1 ]; then
    refused exec execve "$true"
    refused socket socket ''
    refused local-socket socket ''
    refused kill kill ''
    refused fork '' ''
    refused trace ptrace ''
    refused memory process_vm_readv ''
    refused ring io_uring_setup ''
    refused typing ioctl ''
    attempt control '' 'Operation not permitted'
    expect 'show: does not tell of what a library may try' 0
    attempt own-signal '' 'done'
    attempt mode "$work/secret" 'Operation not permitted'
    if [ "$(uname -m)" = x86_64 ]; then
        attempt other-machine '' 'Operation not permitted'
    fi
else
    skip 'show: cannot make other system calls' "$what_is_missing"
fi

# imports WHAT PATH REASON: the same for a document that is imported; what is written is complete.
imports() {
    rm -rf "$work/out"
    PLANTED=$1 PLANTED_PATH=$2 "$planted" import -o "$work/imported/talk.dip" --force "$work/talk.txt" >"$work/out" 2>"$work/err" </dev/null
    status=$?
    if grep -qx "planted $1: $3" "$work/err" && grep -q 'not a word' "$work/imported/talk.dip"; then
        pass "import: $1 ${2##*/}: $3"
    else
        fail "import: $1 ${2##*/}: $3"
        explain
    fi
}

mkdir "$work/imported"
printf 'ILVES: Not a word.\nCORTE: not a word\nILVES: a\nCORTE: b\n' >"$work/talk.txt"
if [ "$has_files" -eq 1 ]; then
    imports read "$work/secret" 'Permission denied'
    imports make "$work/new" 'Permission denied'
    imports remove "$work/talk.txt" 'Permission denied'
    imports make "$work/imported/new" 'done'
else
    skip 'import: cannot open other files' "$what_is_missing"
fi
if [ "$has_calls" -eq 1 ]; then
    imports exec "$true" 'Operation not permitted'
    imports socket '' 'Operation not permitted'
    expect 'import: says that it was kept from socket' 2 err_has 'kept from socket'
else
    skip 'import: cannot make other system calls' "$what_is_missing"
fi

# reads WHAT PATH REASON TEXT: the same in the reader, which shows TEXT, goes on, and keeps its place.
reads() {
    rm -rf "$XDG_STATE_HOME"
    PLANTED=$1 PLANTED_PATH=$2 "$onpty" 24x80 "$work/raw" "wait:$4" quiet 'send:/ferry\015' quiet send:Q end -- \
        sh -c "exec $planted $ferry 2>$work/err" >"$work/played" 2>&1
    if grep -qx "planted $1: $3" "$work/err" && grep -q '^status [02] ' "$work/played" && grep -q ferry "$place"; then
        pass "reader: $1 ${2##*/}: $3; and goes on"
    else
        fail "reader: $1 ${2##*/}: $3; and goes on"
        sed 's/^/# /' "$work/played" "$work/err"
    fi
}

if [ $has_terminal -ne 0 ]; then
    skip 'reader: cannot do more' 'no terminal can be had'
else
    if [ "$has_files" -eq 1 ]; then
        reads read "$work/secret" 'Permission denied' '?:help'
        reads make "$work/new" 'Permission denied' '?:help'
        reads make "$XDG_STATE_HOME/diptych/new" 'done' '?:help'
    else
        skip 'reader: cannot open other files' "$what_is_missing"
    fi
    if [ "$has_calls" -eq 1 ]; then
        reads exec "$true" 'Operation not permitted' 'kept from execve'
        reads socket '' 'Operation not permitted' 'kept from socket'
        reads kill '' 'Operation not permitted' 'kept from kill'
    else
        skip 'reader: cannot make other system calls' "$what_is_missing"
    fi
fi

# --- what has to go on working

mkdir "$work/elsewhere"
mv "$ferry/rounds/2.dip" "$work/elsewhere"
ln -s "$work/elsewhere/2.dip" "$ferry/rounds/2.dip"
run show "$ferry"
expect 'show: reads what a link leads to' 0 cmp -s "$work/out" "$work/shown"
run show "$ferry/dossier.dip"
expect 'show: reads what a link beside a file leads to' 0 cmp -s "$work/out" "$work/shown"
run check "$ferry" "$work/elsewhere/2.dip"
expect 'check: reads dossiers of several places' 2 err_has 'elsewhere/2.dip'
(cd "$ferry" && "$diptych" show .) >"$work/out" 2>"$work/err"
status=$?
expect 'show: reads the directory that it is in' 0 cmp -s "$work/out" "$work/shown"
run show --round=first "$ferry"
mv "$work/out" "$work/first"
run show "$ferry/rounds/1.dip"
expect 'show: reads the dossier that a file belongs to' 0 cmp -s "$work/out" "$work/first"

# asked COMMAND...: everything that it asks the system for is granted. What it asks in vain is in $work/refused.
asked() {
    strace -o "$work/trace" "$@" >"$work/out" 2>"$work/err" </dev/null
    LC_ALL=C grep -aE '= -1 E(ACCES|PERM)|--- SIGSYS' "$work/trace" >"$work/refused"
}

if strace -o "$work/trace" true 2>/dev/null; then
    for locale in C.UTF-8 C; do
        LC_ALL=$locale asked "$diptych" show "$top_srcdir/tests/fixtures/tongues"
        nothing_in "$work/refused" "show: asks for nothing that is refused, in the locale $locale"
    done
else
    skip 'show: asks for nothing that is refused' 'strace is not at hand'
fi

# play STEP...: reads the dossier on a terminal, in $work.
play() {
    (cd "$work" && "$onpty" 24x80 "$work/raw" wait:help quiet "$@" quiet send:Q end -- "$diptych" "$ferry") \
        >"$work/played" 2>&1
}

played() {
    name=$1
    shift
    if grep -q '^status 0 ' "$work/played" && "$@"; then
        pass "$name"
    else
        fail "$name"
        sed 's/^/# /' "$work/played"
    fi
}

sent() {
    LC_ALL=C grep -qF -e "$1" "$work/raw"
}

if [ $has_terminal -ne 0 ]; then
    skip 'reader: saves' 'no terminal can be had'
else
    play send:s 'send:view.txt\015'
    played 'saves a view in the directory that one is in' grep -q 'minutes' "$work/view.txt"
    play send:s "send:$work/elsewhere/view.txt\\015"
    played 'saves a view elsewhere' grep -q 'minutes' "$work/elsewhere/view.txt"
    echo mine >"$work/mine"
    play send:s 'send:mine\015'
    played 'saves over nothing' grep -qx mine "$work/mine"
    play send:s 'send:.profile\015'
    played 'makes no hidden file' test ! -e "$work/.profile"
    played 'says that it makes no hidden file' sent 'is hidden'
    play send:s 'send:no/such/directory\015'
    played 'says why a view is not saved' sent 'No such file'

    if strace -o "$work/trace" true 2>/dev/null; then
        "$onpty" 24x80 "$work/raw" wait:help quiet 'send:]vsviq' quiet 'send:/landing\015' quiet send:Q end -- \
            strace -o "$work/inner" "$diptych" "$ferry" >"$work/played"
        LC_ALL=C grep -aE '= -1 E(ACCES|PERM)|--- SIGSYS' "$work/inner" >"$work/refused"
        nothing_in "$work/refused" 'reader: asks for nothing that is refused'
    else
        skip 'reader: asks for nothing that is refused' 'strace is not at hand'
    fi

    rm -rf "$XDG_STATE_HOME"
    mkdir -p "$XDG_STATE_HOME/diptych" "$work/linked"
    ln -s "$work/linked/ferry.json" "$place"
    play 'send:/ferry\015'
    played 'keeps the place where a link leads to, though nothing is there' grep -q ferry "$work/linked/ferry.json"
    play 'send:/boat\015'
    played 'keeps the place where a link leads to' grep -q boat "$work/linked/ferry.json"
fi

finish
