# SPDX-License-Identifier: MIT
# check --fix: what it writes, says and leaves alone. TAP.
. "${top_srcdir:?}/tests/tap.sh"

# A dossier with near misses in two files, one of them with its own line ends and bytes that are none.
make() {
    rm -rf "$work/d"
    mkdir -p "$work/d/rounds"
    printf '%s\n' 'Dossier: d' 'Title: D' '' 'Party: su' 'Title: S' '' 'Topic: t' 'Title: T' >"$work/d/d.dip"
    printf '%s\n' 'Round: one' 'Title: One' 'Date: 1900' '' '@ su' '[1] First. {topics: t}' '  [2] Second' 'and on.' ' {topics: t}' \
        '[3] {see: 5} stays {topics: t} here.' >"$work/d/rounds/1.dip"
    printf '\357\273\277Round: two\r\nTitle: Two\r\nDate: 1901\r\n\r\n@ su\r\n[1] A \377 byte. {topics: t}\r\n' >"$work/d/rounds/2.dip"
}
tells() {
    printf '%s\n' "$@" | sed "s|^|$work/d/rounds/|" >"$work/expected"
    head -n $# "$work/out" | cmp -s "$work/expected"  -
}

make
run check --fix "$work/d"
expect 'what leaves no doubt is put right, and told line by line' 1 tells '1.dip:7: fixed: {topics: t} [near-attributes]' \
    '1.dip:8: fixed: [2] Second [near-passage]' '1.dip:10: fixed: {topics: t} [near-attributes]' \
    '2.dip:7: fixed: {topics: t} [near-attributes]'
expect 'the rest is told as ever' 1 test "$(tail -n +5 "$work/out" | grep -c 'near-attributes\|invalid-utf8')" -eq 2
printf '%s\n' 'Round: one' 'Title: One' 'Date: 1900' '' '@ su' '[1] First.' '{topics: t}' '[2] Second' 'and on.' '{topics: t}' \
    '[3] {see: 5} stays {topics: t} here.' >"$work/wanted"
expect 'a file with its fixes' 1 cmp -s "$work/wanted" "$work/d/rounds/1.dip"
printf '\357\273\277Round: two\r\nTitle: Two\r\nDate: 1901\r\n\r\n@ su\r\n[1] A \377 byte.\r\n{topics: t}\r\n' >"$work/wanted"
expect 'every other byte is what it was' 1 cmp -s "$work/wanted" "$work/d/rounds/2.dip"

touch -d '2001-01-01' "$work/d/rounds/1.dip" "$work/d/rounds/2.dip"
cp -Rp "$work/d" "$work/before"
run check --fix "$work/d"
expect 'once more there is nothing to be put right' 1 test "$(grep -c fixed "$work/out")" -eq 0
expect 'and nothing is written' 1 test "$(stat -c %Y "$work"/d/rounds/*)" = "$(stat -c %Y "$work"/before/rounds/*)"
run check -f "$top_srcdir/tests/fixtures/ferry"
expect 'nothing is said of what is right' 0 silent

make
mv "$work/d/rounds/1.dip" "$work/real.dip"
ln -s ../../real.dip "$work/d/rounds/1.dip"
chmod 640 "$work/real.dip"
run check --fix "$work/d"
expect 'a link stays a link' 1 test -L "$work/d/rounds/1.dip"
expect 'what it leads to is put right' 1 grep -qx '{topics: t}' "$work/real.dip"
expect 'the mode stays' 1 test "$(stat -c %a "$work/real.dip")" = 640

for name in LESSSECURE DIPTYCH_SECURE; do
    make
    cp -R "$work/d" "$work/was.$name"
    env $name=1 "$diptych" check --fix "$work/d" >"$work/out" 2>"$work/err"
    status=$?
    expect "not in restricted mode ($name)" 2 one_line_about 'restricted'
    expect "and nothing is written ($name)" 2 cmp -s "$work/d/rounds/1.dip" "$work/was.$name/rounds/1.dip"
done

if [ "$(id -u)" -ne 0 ]; then
    as_user=
elif runuser -u nobody true 2>/dev/null; then
    as_user='runuser -u nobody --'
else
    as_user=none
fi
if [ "$as_user" = none ]; then
    skip 'a directory that one may not write in' 'root may write everywhere'
else
    make
    cp "$diptych" "$work/program"
    chmod 755 "$work" "$work/program"
    chmod -R a-w,a+rX "$work/d"
    $as_user "$work/program" check --fix "$work/d" >"$work/out" 2>"$work/err"
    status=$?
    expect 'a directory that one may not write in' 2 err_has 'rounds/1.dip' 'cannot be written'
    chmod -R u+w "$work/d"
fi

finish
