# SPDX-License-Identifier: MIT
# What lies in a dossier and is not read is told; in restricted mode nothing outside of it is read. TAP.
. "${top_srcdir:?}/tests/tap.sh"

unset LESSSECURE DIPTYCH_SECURE
mkdir "$work/d" "$work/elsewhere"
printf 'Dossier: d\nTitle: D\n\nParty: su\nTitle: S\n' >"$work/d/d.dip"
printf 'Round: r\nTitle: R\nDate: 1950\n\n@ su\n[1] kept\n' >"$work/d/r.dip"
printf 'Round: far\nTitle: Far\nDate: 1951\n\n@ su\n[1] a secret\n' >"$work/elsewhere/far.dip"
run check "$work/d"
expect 'check: all is well' 0 silent

# left_out NAME WORD: what lies at NAME in the dossier is told with WORD, and the rest is read.
left_out() {
    run check "$work/d"
    expect "check: $2" 1 grep -q "/$1:1:1: error: .*: $2 \[left-out\]$" "$work/out"
    run show "$work/d"
    expect "show: $2" 0 out_has kept
    expect "show: counts: $2" 0 err_has '1 problem'
    rm -rf "$work/d/${1%%/*}"
}

mkfifo "$work/d/pipe.dip"
left_out pipe.dip 'it is no regular file'
ln -s /dev/null "$work/d/device.dip"
left_out device.dip 'it is no regular file'
ln -s nowhere "$work/d/link.dip"
left_out link.dip 'it is a link that leads nowhere'
ln -s loop.dip "$work/d/loop.dip"
left_out loop.dip 'it is a link that leads nowhere'
ln -s ../elsewhere "$work/d/directory.dip"
left_out directory.dip 'it is no regular file'
deep=deep
for level in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32; do
    deep=$deep/$level
done
mkdir -p "$work/d/$deep"
cp "$work/elsewhere/far.dip" "$work/d/$deep"
left_out "$deep" 'it is too deep a directory'

if [ "$(id -u)" -ne 0 ]; then
    as_user=
elif runuser -u nobody true 2>/dev/null; then
    as_user='runuser -u nobody --'
else
    as_user=none
fi
if [ "$as_user" = none ]; then
    skip 'check: a directory that cannot be read' 'root may read everything'
else
    cp "$diptych" "$work/program"
    chmod 755 "$work" "$work/program"
    mkdir -m 000 "$work/d/locked"
    $as_user "$work/program" check "$work/d" >"$work/out" 2>"$work/err"
    status=$?
    expect 'check: a directory that cannot be read' 1 out_has 'locked:1:1' 'left-out'
    rmdir "$work/d/locked"
fi

# --- restricted

ln -s "$work/elsewhere/far.dip" "$work/d/far.dip"
run show "$work/d"
expect 'a link out of the dossier is followed' 0 out_has 'a secret'
ln -s ../elsewhere/far.dip "$work/d/farther.dip"
DIPTYCH_SECURE=1
export DIPTYCH_SECURE
for command in 'list rounds' show 'search secret'; do
    run $command "$work/d"
    grep -q 'secret\|far' "$work/out" && status=99
    case $command in search*) expected=1 ;; *) expected=0 ;; esac
    expect "restricted: not followed: $command" $expected both_clean
done
run check "$work/d"
expect 'restricted: told by check' 1 out_has 'far.dip:1:1' 'farther.dip:1:1' 'leads out of the dossier'
run show "$work/d/far.dip"
expect 'restricted: not followed when it is given' 2 one_line_about 'leads out of the dossier'
(cd "$work/d" && "$diptych" show far.dip >"$work/out" 2>"$work/err")
status=$?
expect 'restricted: not followed by its bare name' 2 one_line_about 'leads out of the dossier'
rm "$work/d/far.dip" "$work/d/farther.dip"
mkdir "$work/d/below"
mv "$work/d/r.dip" "$work/d/below/real"
ln -s below/real "$work/d/r.dip"
run show "$work/d"
expect 'restricted: a link inside of the dossier is followed' 0 out_has kept
rm "$work/d/r.dip"
ln -s "$work/d/below/real" "$work/d/r.dip"
run show "$work/d"
expect 'restricted: a link with a whole path inside of the dossier is followed' 0 out_has kept
ln -s d "$work/aside"
run show "$work/aside"
expect 'restricted: the same where the dossier is a link itself' 0 out_has kept
rm "$work/aside" "$work/d/r.dip"
mkdir "$work/d.dip"
cp "$work/elsewhere/far.dip" "$work/d.dip/far"
ln -s "$work/d.dip/far" "$work/d/r.dip"
run show "$work/d"
grep -q secret "$work/out" && status=99
expect 'restricted: not one into a directory whose name begins alike' 1 both_clean
rm "$work/d/r.dip"
ln -s below/real "$work/d/r.dip"
run show "$work/d/d.dip"
expect 'restricted: a file that is given' 0 out_has kept
(cd "$work/d" && "$diptych" show d.dip >"$work/out" 2>"$work/err")
status=$?
expect 'restricted: its bare name' 0 out_has kept
(cd "$work/d" && "$diptych" show . >"$work/out" 2>"$work/err")
status=$?
expect 'restricted: where one is' 0 out_has kept

finish
