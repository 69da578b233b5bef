# SPDX-License-Identifier: MIT
# What stays the same however long one reads: memory and descriptors over many keys, and no wake-up while nothing is
# typed. CAMPAIGN=long: 100,000 keys. TAP.

. "${top_srcdir:?}/tests/tap.sh"
. "$top_srcdir/tests/campaign/amount.sh"

onpty=$top_builddir/tests/tools/onpty
XDG_STATE_HOME=$work/state
TERM=xterm-256color
export XDG_STATE_HOME TERM
unset LESSSECURE DIPTYCH_SECURE
keys=$(amount 10000 100000)

if [ ! -r /proc/self/status ]; then
    echo '1..0 # SKIP the system does not tell about processes'
    exit 0
fi

# The place is saved once after a pause of three seconds; from then on nothing is left to do.
"$onpty" 24x80 "$work/raw" wait:help quiet walk:1000:1 quiet tell "walk:$((keys / 2)):2" quiet tell "walk:$((keys / 2)):3" quiet \
    tell sleep:4 tell sleep:5 tell 'send:\003\007' 'send:Q' end -- "$diptych" "$shipped" >"$work/played" 2>&1
status=$?
sed 's/^/# /' "$work/played"

# told N WHAT: that figure at the N-th time that it was told.
told() {
    grep '^memory' "$work/played" | sed -n "${1}s/.*$2 \\([0-9]*\\).*/\\1/p"
}

check() {
    if [ "$status" -eq 0 ] && test "$2" "$3" "$4"; then pass "$1"; else fail "$1"; fi
}

check 'ends with 0' "$(grep -c '^status 0 ' "$work/played")" -eq 1
check "memory after $keys keys is within 4 MiB of that after 1000" "$(told 3 memory)" -le $(($(told 1 memory) + 4096))
check "the second half of $keys keys takes no more than 1 MiB" "$(told 3 memory)" -le $(($(told 2 memory) + 1024))
check "descriptors after $keys keys are those after 1000" "$(told 3 descriptors)" -eq "$(told 1 descriptors)"
check 'no wake-up in five seconds without a key' "$(told 5 'wake-ups')" -eq "$(told 4 'wake-ups')"
finish
