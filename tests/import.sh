# SPDX-License-Identifier: MIT
# `diptych import`: kinds of documents with the turns that each should give, a line a kind; whole documents; bad input.
# TAP.
#
# A kind is KIND.txt (or another ending) and KIND.expected in tests/fixtures/import, and in the directory that
# DIPTYCH_CASES names, when it does. DIPTYCH_SOURCES names documents whose turns have been counted.

. "${top_srcdir:?}/tests/tap.sh"

fixtures=$top_srcdir/tests/fixtures/import

# Words that the document has and the dossier lacks, case and signs aside.
missing_words() {
    for file in "$1" "$2"; do
        tr -s '[:space:]' '\n' <"$file" | sed 's/[][(){}<>*_.,:;!?"'"'"'|\\]//g; s/^-*//; s/-*$//' | grep . | sort -u >"$work/words.$(basename "$file")"
    done
    comm -23 "$work/words.$(basename "$1")" "$work/words.$(basename "$2")"
}

# One kind: $1 is the document, $2 what is expected of it.
test_kind() {
    name=$(basename "$2" .expected)
    run import -o "$work/$name.dip" "$1"
    if [ "$status" -ne 0 ]; then
        fail "import of $name"
        explain
        return
    fi
    LC_ALL=C.UTF-8 "${AWK:-awk}" -v strict="$strict" -f "$top_srcdir/tests/import.awk" "$2" "$work/$name.dip" >"$work/wrong" 2>&1
    "$diptych" check "$work/$name.dip" >>"$work/wrong" 2>&1 || echo 'check finds errors' >>"$work/wrong"
    nothing_in "$work/wrong" "import of $name"
}

test_kinds() {
    for expected in "$1"/*.expected; do
        for document in "${expected%.expected}".*; do
            case $document in *.expected) ;; *) test_kind "$document" "$expected" ;; esac
        done
    done
}

# Documents of word processors, put together of the files in tests/fixtures/office.
test_office() {
    office=$top_srcdir/tests/fixtures/office
    pack="$top_builddir/tests/tools/pack"
    "$pack" "$work/office.docx" word/document.xml "$office/document.xml" word/footnotes.xml "$office/footnotes.xml"
    test_kind "$work/office.docx" "$office/docx.expected"
    "$pack" "$work/office.odt" mimetype "$office/mimetype" content.xml "$office/content.xml"
    test_kind "$work/office.odt" "$office/odt.expected"
    "$pack" "$work/other.zip" ../evil "$office/mimetype"
    run import "$work/other.zip"
    expect 'an archive that is no document' 2 one_line_about 'word/document.xml'
    head -c 300 "$work/office.docx" >"$work/cut.docx"
    run import "$work/cut.docx"
    expect 'an archive that is cut' 2 one_line_about 'cut.docx'
    head -c 300000000 /dev/zero | tr '\0' a >"$work/large.xml"
    "$pack" "$work/bomb.docx" word/document.xml "$work/large.xml"
    rm "$work/large.xml"
    run import "$work/bomb.docx"
    expect 'an archive that unpacks to far more than it is' 2 one_line_about 'bomb.docx'
}

# $1 is the document of DIPTYCH_SOURCES, $2 one of its conversations, $3 how many turns and spoken passages it has.
test_source() {
    if [ ! -f "${DIPTYCH_SOURCES:-/nowhere}/$1" ]; then
        skip "import of $1, conversation $2" 'DIPTYCH_SOURCES does not name the documents'
        return
    fi
    run import --list "$DIPTYCH_SOURCES/$1"
    expect "import --list of $1 tells conversation $2" 0 eval "sed -n ${2}p '$work/out' | grep -q '  $3  '"
}

test_bad_input() {
    printf 'No conversation stands here. Only sentences.\n' >"$work/prose.txt"
    run import "$work/prose.txt"
    expect 'a file without a conversation: what was looked for' 1 one_line_about 'what was looked for is'
    printf 'A. \320\223: 1\n' | iconv -f UTF-8 -t KOI8-R >"$work/koi.txt"
    run import "$work/koi.txt"
    expect 'another encoding is not guessed' 2 one_line_about '--encoding'
    printf 'ILVES: \303\251\nCORTE: b\nILVES: c\nCORTE: d\n' | iconv -f UTF-8 -t UTF-16 >"$work/wide.txt"
    run import "$work/wide.txt"
    expect 'a byte order mark is believed' 0 out_has 'é'
    printf 'ILVES: \303\251\nCORTE: b\nILVES: c\nCORTE: d\n' | iconv -f UTF-8 -t ISO-8859-1 >"$work/latin.txt"
    run import --encoding=ISO-8859-1 "$work/latin.txt"
    expect '--encoding is believed' 0 out_has 'é'
    run import --encoding=nonsense "$work/latin.txt"
    expect 'an encoding that nobody knows' 2 one_line_about 'nonsense'
    run import "$work/nothing.txt"
    expect 'no such file' 2 one_line_about 'nothing.txt'
    run import --as=nonsense "$work/wide.txt"
    expect 'no such kind' 2 usage_about 'nonsense'
    run import --document=0 "$work/latin.txt"
    expect 'no such document' 2 usage_about '--document=0'
}

# Attacks by XML, and XML that is none.
test_bad_markup() {
    head='<TEI xmlns="http://www.tei-c.org/ns/1.0"><text>'
    printf '%s\n<u who="#a">b</p></u>' "$head" >"$work/broken.xml"
    run import -o "$work/unfinished.dip" "$work/broken.xml"
    expect 'XML that is not well-formed: file, line and column' 2 one_line_about 'broken.xml:2:'
    expect 'and nothing is left' 2 test ! -e "$work/unfinished.dip"
    "${AWK:-awk}" -v head="$head" 'BEGIN { printf "%s", head; for (i = 0; i < 1000000; i++) printf "<p>" }' >"$work/deep.xml"
    run import "$work/deep.xml"
    expect 'a million elements within one another' 2 one_line_about '200 elements'
    printf '<!DOCTYPE TEI [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>%s<u who="#a">&b;</u></text></TEI>' "$head" >"$work/laughs.xml"
    run import --as=tei "$work/laughs.xml"
    expect 'entities made of entities' 2 one_line_about 'entity'
    printf '<!DOCTYPE TEI [<!ENTITY a SYSTEM "%s">]>%s<u who="#a">b &a; c</u><u who="#d">e</u></text></TEI>' "$work/talk.txt" "$head" \
        >"$work/outside.xml"
    echo secret >"$work/talk.txt"
    run import --as=tei "$work/outside.xml"
    expect 'no file beside it is read' 0 eval "grep -q 'left out' '$work/out' && ! grep -q secret '$work/out'"
    printf '<?xml version="1.0" encoding="ISO-8859-1"?>%s<u who="#a">\351t\351</u><u who="#d">e</u></text></TEI>' "$head" >"$work/latin.xml"
    run import "$work/latin.xml"
    expect 'an XML declaration is believed' 0 out_has 'été'
}

test_output() {
    printf 'ILVES: a\nCORTE: b\nILVES: c\nCORTE: d\n' >"$work/talk.txt"
    echo mine >"$work/there.dip"
    run import -o "$work/there.dip" "$work/talk.txt"
    expect 'a file that is there is not overwritten' 2 err_has '--force'
    expect 'and stays as it is' 2 grep -qx mine "$work/there.dip"
    run import --force -o "$work/there.dip" "$work/talk.txt"
    expect '--force replaces it' 0 grep -q '^\[4\] d' "$work/there.dip"
    "$diptych" import - <"$work/talk.txt" >"$work/out" 2>"$work/err"
    status=$?
    expect 'standard input is read' 0 out_has '[4] d'
    cat "$work/talk.txt" | "$diptych" import - >"$work/out" 2>"$work/err"
    status=$?
    expect 'a pipe is read' 0 out_has '[4] d'
    DIPTYCH_SECURE=1 "$diptych" import "$work/talk.txt" >"$work/out" 2>"$work/err"
    status=$?
    expect 'restricted mode refuses' 2 one_line_about 'restricted'
    if [ -w /dev/full ]; then
        "$diptych" import "$work/talk.txt" >/dev/full 2>"$work/err"
        status=$?
        : >"$work/out"
        expect 'a full disk is told' 2 err_has 'standard output'
    else
        skip 'a full disk is told' 'there is no /dev/full'
    fi
}

test_people() {
    printf 'MR. ILVES: a\nCORTE: b\nILVES: c\nTHE CHAIR: d\nCORTE: e\n' >"$work/three.txt"
    rm -f "$work/people.tsv"
    run import --people="$work/people.tsv" -o "$work/first.dip" "$work/three.txt"
    expect 'a first run writes the people' 0 grep -q "^THE CHAIR	chair	" "$work/people.tsv"
    printf 'form\tid\tside\tcapacity\nMR. ILVES\tilves\tNorth\tgovernment\nILVES\tilves\tNorth\t\nCORTE\tcorte\tSouth\topposition\nTHE CHAIR\t-\t\t\n' \
        >"$work/people.tsv"
    run import --people="$work/people.tsv" "$work/three.txt"
    expect 'the next one reads them' 0 out_has 'Party: north' 'Title: South' 'Capacity: opposition'
    expect 'what is nobody is no speaker' 0 eval "! grep -q '^@ chair' '$work/out'"
    printf 'ILVES\tno id\t\t\n' >"$work/people.tsv"
    run import --people="$work/people.tsv" "$work/three.txt"
    expect 'a wrong line of theirs' 2 one_line_about 'people.tsv:1'
}

strict=1
test_kinds "$fixtures"
strict=0
if [ -d "${DIPTYCH_CASES:-/nowhere}" ]; then
    test_kinds "$DIPTYCH_CASES"
else
    skip 'further kinds' 'DIPTYCH_CASES does not name a directory of them'
fi
test_office
test_source wilson-112477.txt 1 '10 turns  67 passages'
test_source cwihp-bulletin-10.md 3 '10 turns  66 passages'
test_source cwihp-bulletin-10.md 4 '9 turns  41 passages'
test_bad_input
test_bad_markup
test_output
test_people

finish
