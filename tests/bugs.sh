# SPDX-License-Identifier: MIT
# Kinds of text that public reports broke readers with, each by its name in tests/fixtures/bugs. TAP.
. "${top_srcdir:?}/tests/tap.sh"

bugs=$top_srcdir/tests/fixtures/bugs

# found NAME COUNT [--regex] QUERY...: each query is found so often in the dossier of that name.
found() {
    name=$1 count=$2 how=
    shift 2
    if [ "$1" = --regex ]; then
        how=$1
        shift
    fi
    for query; do
        run search $how -- "$query" "$bugs/$name.dip"
        lines=$(wc -l <"$work/out" | tr -d ' ')
        expect "$name: $how $query: $count" "$((count == 0))" test "$lines" -eq "$count"
    done
}

# out_lacks WORD...: none of them is in what was printed.
out_lacks() {
    for word; do
        ! grep -qF -e "$word" "$work/out" || return 1
    done
}

# What is compatible or the same but for case is the same letter; other letters are as people type them.
found ligatures 1 office fisheries flat offer final fice 4 'The office of fisheries'
found full-width 1 PIER pier 1927 パリ条約 フランス語 メートル 平成
found full-width 2 パリ
found full-width 0 ハリ
found sharp-s 1 'weissen strasse' grosse GROSSE 'Weißen Straße'
found sharp-s 2 strasse straße mass weisse
found letters 1 lodz malmo thorshofn aero durdevac oeuvre igdir izmir елка שלום محمد
found letters 2 'οδος'
found letters 0 'malmô' 'Lodž'

# Quotes, apostrophes, dashes and hyphens of all scripts, and blanks of all kinds; what the query uses counts.
found signs 1 'רמטכ"ל' "ר' משה" '"埠頭"' "'pier'" "l'ile" '1926-27' 'עין-גדי' "o'ahu" 'co-pier' 'a b c d e f'
found signs 1 '«pier»' '1926–27' 'ר׳'
found signs 0 '“pier”' '1926—27'

# Marks and signs that make another letter count, and a syllable is one letter.
found marks 1 か が ガス กิ की के
found marks 0 กน ガズ कि क़
found hangul-partial 1 가결 각 학 한 부두
found hangul-partial 2 가
found hangul-partial 0 하

# A word that a line end of the file divides, whole and as written.
found hyphen-line-end 1 fishermen fisher-men breakwater well-kept 'well-kept pier' post-war 'pre- and post-war' \
    1926-27 'break- water' Löse-Übung 'both shores mended the breakwater'
found hyphen-line-end 0 wellkepts breakawater post-nu

# A pattern without an accent finds letters with one.
found regex-accents 1 --regex malmo 'malm.' 'malmö' 'naive$' 'strasse' 'dha\b' 'na\x{ef}ve'
found regex-accents 0 --regex 'malmô'

# What is invisible shows nothing, does not count, and says where lines break.
found zero-width 1 ស្ពាននេះ ជារបស់ abcdef breakhere
found soft-hyphen 1 Hafenbehördenverwaltungsgebäudeneubauvorhaben
run show --width=64 "$bugs/zero-width.dip"
expect 'zero-width: no codes' 0 out_lacks '<U+'
expect 'zero-width: nothing hidden is written' 0 out_lacks "$(printf '\342\200\213')" "$(printf '\342\200\216')" \
    "$(printf '\342\201\240')" "$(printf '\357\273\277')"
run search abcdef "$bugs/zero-width.dip"
expect 'zero-width: the words around a hit' 0 out_has 'abcdef, breakhere'
run show --stacked --width=40 "$bugs/soft-hyphen.dip"
expect 'soft-hyphen: the word is divided, with a hyphen' 0 out_has '     Das Hafenbehördenverwaltungs-' \
    '     gebäudeneubauvorhaben ruht.'
run show --stacked --width=50 "$bugs/soft-hyphen.dip"
expect 'soft-hyphen: the word fits' 0 out_has '     Das Hafenbehördenverwaltungsgebäudeneubau-'

# Years before our era, notes of the other calendar, and days that are not known.
run list rounds "$bugs/bce-date.dip"
expect 'bce-date: in order' 0 test "$(cut -f 1 <"$work/out" | cut -d ' ' -f 1 | tr '\n' ' ')" = 'siege truce late '
run show "$bugs/bce-date.dip"
expect 'bce-date: shown' 0 out_has ' about July 417 BC' ' 416 BC [the third year of the war]' ' 417'
run check "$bugs/bce-date.dip"
expect 'bce-date: a link goes to what is earlier' 1 out_has ':54:'
expect 'bce-date: and no other is reported' 1 test "$(wc -l <"$work/out")" -eq 1

# Each column keeps its words on a terminal that reorders rows, and its lines as they were written in a file.
run show --width=80 "$bugs/bidi-columns.dip"
expect 'bidi-columns: the words are as written' 0 out_has 'המזח שייך לחוף הצפוני'
"$top_builddir/tests/tools/reorder" <"$work/out" >"$work/shown"
mv "$work/shown" "$work/out"
expect 'bidi-columns: North has its words' 0 grep -q '^ [^│]*ינופצה ףוחל ךייש חזמה *│ ' "$work/out"
expect 'bidi-columns: South has its words' 0 grep -q '^ [^│]*│ *.םיפוחה ינשל ךייש חזמה$' "$work/out"
run search 'המזח' "$bugs/bidi-columns.dip"
"$top_builddir/tests/tools/reorder" <"$work/out" >"$work/shown"
mv "$work/shown" "$work/out"
expect 'bidi-columns: a hit stays behind its side' 0 grep -q '^first.2 *South  .*חזמה$' "$work/out"

# Nobody is called silent where words have found the topics.
run show --round=first "$bugs/silence-by-tagging.dip"
expect 'silence-by-tagging: found by words' 0 out_lacks 'silent'
run show --round=second "$bugs/silence-by-tagging.dip"
expect 'silence-by-tagging: tagged in full' 0 out_has 'silent'

finish
