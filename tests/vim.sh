# SPDX-License-Identifier: MIT
# The syntax file for vim: it knows every word of the format, and vim shows a dossier by it. TAP.
. "${top_srcdir:?}/tests/tap.sh"

vim=$top_srcdir/doc/vim
syntax=$vim/syntax/dip.vim

"$top_builddir/tests/tools/tables" words | sort -u | while read -r word; do
    grep -q -e "[(|]$word[|\\\\:]" "$syntax" || echo "$word"
done >"$work/wrong"
nothing_in "$work/wrong" 'every word that values may be'
"$top_builddir/tests/tools/tables" records | while read -r type; do
    grep '^syntax region dipRecord' "$syntax" | grep -q -e "[(|]$type[|\\\\]" || echo "$type"
done >"$work/wrong"
nothing_in "$work/wrong" 'every kind of record'

if ! command -v vim >/dev/null 2>&1 || ! vim --version | grep -q '+syntax' || ! vim --version | grep -q '+eval'; then
    skip 'vim shows a dossier' 'vim is not at hand, or has no syntax'
    finish
    exit 0
fi

cat >"$work/one.dip" <<'DIP'
# A comment
Dossier: one
Title: One
Note: a note
 that goes on

Source: log
Kind: minutes

Round: first
Title: First
Extent: full

@ su {to: own}
[11] Text with [[laughter]] in it,
\# a line that begins so {topics: a}
{topics: one; act: concedes; rebuts: 3;
 why: "a reason; with {"}
  [12] Indented
  @ jp
DIP

# LINE COLUMN GROUP: what stands there.
cat >"$work/expected" <<'PLACES'
1 3 dipComment
2 1 dipType
2 10 dipRecord
3 1 dipKey
5 3 dipRecord
7 1 dipType
8 1 dipKey
8 8 dipWord
10 1 dipType
12 9 dipWord
14 1 dipTurn
14 7 dipName
14 11 dipWord
15 2 dipNumber
15 8 -
15 18 dipScene
16 1 dipEscape
16 26 dipNear
17 3 dipName
17 20 dipWord
17 31 dipVerb
18 3 dipName
18 10 dipQuoted
18 22 dipQuoted
19 1 dipNear
20 3 dipNear
PLACES
cat >"$work/look.vim" <<VIM
set nocompatible
let &runtimepath = '$vim,' . &runtimepath
filetype on
syntax on
runtime! ftdetect/*.vim
edit $work/one.dip
let lines = ['filetype ' . &filetype]
for place in readfile('$work/expected')
  let [line, column, group] = split(place)
  let name = synIDattr(synID(line, column, 1), 'name')
  call add(lines, line . ' ' . column . ' ' . (name == '' ? '-' : name))
endfor
call writefile(lines, '$work/seen')
qall!
VIM
TERM=dumb timeout 20 vim -es -u NONE -i NONE -S "$work/look.vim" </dev/null >"$work/out" 2>&1
{
    echo 'filetype dip'
    cat "$work/expected"
} | diff - "$work/seen" >"$work/wrong" 2>&1
nothing_in "$work/wrong" 'vim shows a dossier'

finish
