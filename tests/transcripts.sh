# SPDX-License-Identifier: MIT
# The shipped dossier holds together: its own marks, and its places in the sources where these are at hand. TAP.
#
# DIPTYCH_SOURCES names the directory of the five documents; without it the tests that need them are skipped.

. "${top_srcdir:?}/tests/tap.sh"

here="$top_srcdir/tests"
dossier="$top_srcdir/transcripts/soviet-japanese"
LC_ALL=C # awk works on bytes

# Each document: how paragraphs.awk calls it, its file, and the sources of the dossier that are printed in it.
documents='wilson-112477 wilson-112477.txt wilson-112477
cwihp-10 cwihp-bulletin-10.md cwihp-10 cherniaev-1998 hasegawa-1998
saito-ch3 saito-ch3.txt saito-ch3
panov-2020 panov-2020.txt panov-2020
bluebook-1991 bluebook-1991.txt bluebook-1991'

select_lines() {
    "${AWK:-awk}" -F '\t' "$@" "$work/listing"
}

test_check() {
    "$diptych" check "$top_srcdir/transcripts" >"$work/wrong" 2>&1 || echo "exit status $?" >>"$work/wrong"
    nothing_in "$work/wrong" 'diptych check is silent'
}

test_topics() {
    select_lines '$1 == "passage" && $8 == "" && $5 != "procedure" && $4 != "narration" && $3 != "" {
        print $2 " has no topic and is not procedure" }' >"$work/wrong"
    nothing_in "$work/wrong" 'every passage has a topic, or is procedure or narration'
    select_lines '$1 == "topic" { parent[$2] = $3 }
        $1 == "passage" {
            count = split($8, topics, " ")
            for (i = 1; i <= count; i++)
                for (topic = topics[i]; topic != "" && !(topic in used); topic = parent[topic])
                    used[topic] = 1
        }
        END { for (topic in parent) if (!(topic in used)) print "no passage is about " topic }' >"$work/wrong"
    nothing_in "$work/wrong" 'every topic is used'
}

# A person speaks, takes part, or is spoken of: by surname or by one of the names listed.
test_people() {
    select_lines '$1 == "person" {
            surname = $3
            sub(/.* /, "", surname)
            names[$2] = $3 ";" surname ";" $4
        }
        $1 == "round" { mark($3) }
        $1 == "passage" { mark($3); text = text "\n" $9 }
        function mark(list,    i, ids, count) {
            count = split(list, ids, " ")
            for (i = 1; i <= count; i++)
                used[ids[i]] = 1
        }
        function spoken_of(person,    i, variants, count) {
            count = split(names[person], variants, /; */)
            for (i = 1; i <= count; i++)
                if (variants[i] != "" && index(text, variants[i]))
                    return 1
            return 0
        }
        END { for (person in names) if (!(person in used) && !spoken_of(person)) print person " is nowhere" }' >"$work/wrong"
    nothing_in "$work/wrong" 'every person speaks, takes part or is spoken of'
}

test_marks() {
    select_lines '$1 == "passage" && $7 == "" { print $2 " has no at:" }
        $1 == "passage" && $6 == "" { print $2 " has no source" }' >"$work/wrong"
    nothing_in "$work/wrong" 'every passage has a source and a locator'
}

# What a side reads into an instrument it says itself, under one of the instrument's topics or another.
test_readings() {
    select_lines '$1 == "person" { party[$2] = $5 }
        $1 == "passage" { spoke[$2] = $3; status[$2] = $4 }
        $1 == "reading" { readings[++count] = $0 }
        END {
            for (i = 1; i <= count; i++) {
                split(readings[i], field, "\t")
                places = split(field[4], place, " ")
                for (k = 1; k <= places; k++)
                    hold(field[2], field[3], place[k])
            }
        }
        function hold(instrument, side, span,    from, to, n) {
            from = to = span
            if (match(span, /-[0-9]+$/)) {
                from = substr(span, 1, RSTART - 1)
                to = substr(span, RSTART + 1)
                span = from
                sub(/[0-9]+$/, "", span)
                for (n = substr(from, length(span) + 1) + 0; n <= to + 0; n++)
                    hold_one(instrument, side, span n)
            } else
                hold_one(instrument, side, span)
        }
        function hold_one(instrument, side, passage,    ids, ids_count, j) {
            if (!(passage in spoke))
                print instrument ": there is no " passage
            else if (status[passage] ~ /^(narration|omitted|summary)$/)
                print instrument ": " passage " is " status[passage]
            else {
                ids_count = split(spoke[passage], ids, " ")
                for (j = 1; j <= ids_count; j++)
                    if ((ids[j] in party ? party[ids[j]] : ids[j]) == side)
                        return
                print instrument ": " passage " is not of " side
            }
        }' >"$work/wrong"
    nothing_in "$work/wrong" 'what a side reads into an instrument are words of that side'
}

# The notes of the two printed meetings count the rebuttals of each side; so must the passages.
test_rebuttals() {
    "${AWK:-awk}" '
        /^@/ { side = $2 == "rogachev" ? "su" : "jp" }
        /^\[[0-9]+\]/ { counted = 0 }
        /(^|[{; ])rebuts:/ && !counted { counted = 1; count[FILENAME, side]++ }
        FNR == 1 { files[++file_count] = FILENAME }
        /^Note:/ || noting && /^ / { noting = 1; note[FILENAME] = note[FILENAME] " " $0; next }
        { noting = 0 }
        END {
            here = count[files[1], "su"]
            there = count[files[2], "su"]
            hold(files[1], "all " here + there " are Soviet \\(" here " here, " there " there\\) and none is Japanese")
            hold(files[2], "all " here + there " are Soviet \\(" here " there, " there " here\\) and none is Japanese")
            for (i = 1; i <= 2; i++)
                if (count[files[i], "jp"])
                    print files[i] " has a rebuttal by Japan"
        }
        function hold(file, words) {
            gsub(/ +/, " ", note[file])
            if (note[file] !~ words)
                print file ": its note does not say that " words
        }' "$dossier/rounds/1988-12-20-wg1.dip" "$dossier/rounds/1989-03-21-wg2.dip" >"$work/wrong"
    nothing_in "$work/wrong" 'the rebuttals of the working groups are as many as their notes say'
}

# SOURCE TAB LOCATOR TAB WHO TAB WORDS, a line for each locator used: the words in single quotes behind it. A clause may
# name another source than its record's in front of a place.
locators() {
    select_lines '($1 == "passage" && $7 != "") || ($1 == "event" && $4 != "") || $1 == "clause" {
        at = $1 == "event" ? $4 : $1 == "clause" ? $5 : $7
        source = $1 == "event" ? $3 : $1 == "clause" ? $4 : $6
        count = split(at, places, /[,;] */)
        for (i = 1; i <= count; i++) {
            words = ""
            if ($1 == "clause" && match(places[i], /^[a-z]+-[a-z0-9]+ /)) {
                source = substr(places[i], 1, RLENGTH - 1)
                places[i] = substr(places[i], RLENGTH + 1)
            }
            if (match(places[i], / '"'"'.*'"'"'$/)) {
                words = substr(places[i], RSTART + 2, RLENGTH - 3)
                places[i] = substr(places[i], 1, RSTART - 1)
            }
            print source "\t" places[i] "\t" $2 "\t" words
        }
    }'
}

# SOURCE TAB LOCATOR TAB TEXT, a line for each paragraph of each source.
number_paragraphs() {
    echo "$documents" | while read -r document file sources; do
        for source in $sources; do
            "${AWK:-awk}" -v source="$document" -f "$here/paragraphs.awk" "$DIPTYCH_SOURCES/$file" | sed "s/^/$source	/"
        done
    done
}

test_locators() {
    "${AWK:-awk}" -F '\t' 'NR == FNR { there[$1 "\t" $2] = 1; next }
        !(($1 "\t" $2) in there) { print $3 ": no " $2 " in " $1 }' "$work/paragraphs" "$work/locators" >"$work/wrong"
    nothing_in "$work/wrong" 'every locator exists in its source'
}

# A paragraph is found by its first words, three at most, marks and case apart; a note is found behind its number.
test_first_words() {
    "${AWK:-awk}" -F '\t' '
        function plain(s) {
            gsub(/<sup>[^<]*<\/sup>/, " ", s)
            gsub(/[^A-Za-z0-9]+/, " ", s)
            sub(/^ +/, "", s)
            sub(/ +$/, "", s)
            return tolower(s)
        }
        NR == FNR { text[$1 "\t" $2] = plain($3); next }
        ($1 "\t" $2) in text {
            start = text[$1 "\t" $2]
            if ($2 ~ /n\. [0-9]+$/)
                sub(/^[0-9]+ /, "", start)
            if ($4 == "")
                print $3 ": " $2 " has no first words"
            else if (split($4, words, " ") > 3)
                print $3 ": " $2 " has more than three words: " $4
            else if (index(start " ", plain($4) " ") != 1)
                print $3 ": " $2 " in " $1 " does not begin with " $4
        }' "$work/paragraphs" "$work/locators" >"$work/wrong"
    nothing_in "$work/wrong" 'every locator has the first words of its paragraph'
}

# Every paragraph whose locator begins with $3, of source $2, is located by a passage of round $1. The heading of the
# evening session and the line on where the minutes come from are no part of what was said.
test_covered() {
    "${AWK:-awk}" -F '\t' -v round="$1" -v source="$2" -v section="$3" '
        NR == FNR { if ($1 == source && $3 ~ "^" round "\\.") located[$2] = 1; next }
        $1 == source && index($2, section) == 1 && $3 != "Evening session" && $3 !~ /^\[Source: / &&
            !($2 in located) { print "no passage of " round " is at " $2 }' "$work/locators" "$work/paragraphs" >"$work/wrong"
    nothing_in "$work/wrong" "every paragraph of the minutes of $1 is located by a passage"
}

test_copied() {
    (
        cd "$top_srcdir" || exit 1
        set --
        for file in $(echo "$documents" | cut -d ' ' -f 2); do
            set -- "$@" "$DIPTYCH_SOURCES/$file"
        done
        find transcripts doc README.md -type f | sort | xargs "${AWK:-awk}" -v sources=$# -f tests/copied.awk "$@"
    ) >"$work/wrong" 2>&1
    nothing_in "$work/wrong" 'no sentence is copied from a source'
}

# The check itself: a run of nine words is found over a line end and in other case, eight or a short quotation are not.
test_copied_can_fail() {
    printf 'One two three four, five: six\nseven eight "nine" ten.\n' >"$work/source"
    printf 'x\nTWO three four five\nsix seven eight nine ten\n' >"$work/copy"
    printf 'two three four five six seven eight nine\n"one two three four five six seven eight nine ten"\n' >"$work/own"
    "${AWK:-awk}" -v sources=1 -f "$here/copied.awk" "$work/source" "$work/copy" "$work/own" >"$work/found"
    echo "$work/copy:2: two three four five six seven eight nine ten" | diff - "$work/found" >"$work/wrong"
    nothing_in "$work/wrong" 'copied words are found, short quotations are not'
}

test_sources() {
    if [ -z "${DIPTYCH_SOURCES-}" ] || [ ! -f "$DIPTYCH_SOURCES/wilson-112477.txt" ]; then
        for name in 'every locator exists in its source' 'every locator has the first words of its paragraph' \
            'every paragraph of the minutes of wg1 is located by a passage' \
            'every paragraph of the minutes of wg2 is located by a passage' 'no sentence is copied from a source'; do
            skip "$name" 'the sources are not at hand; DIPTYCH_SOURCES names their directory'
        done
        return
    fi
    locators >"$work/locators"
    number_paragraphs >"$work/paragraphs"
    test_locators
    test_first_words
    test_covered wg1 wilson-112477 '¶'
    test_covered wg2 cwihp-10 '1989 ¶'
    test_copied
}

"$top_builddir/tests/tools/listing" "$dossier" >"$work/listing" || exit 99
test_check
test_topics
test_people
test_marks
test_readings
test_rebuttals
test_copied_can_fail
test_sources

finish
