# SPDX-License-Identifier: MIT
# The manual pages tell the truth: they are clean mdoc, their examples parse, their tables are the program's. TAP.

. "${top_srcdir:?}/tests/tap.sh"

tables="$top_builddir/tests/tools/tables"
LC_ALL=C # awk works on bytes

same() {
    diff "$1" "$2" >"$work/wrong"
    nothing_in "$work/wrong" "$3"
}

# Only what is said of a line of the page: which other manuals are installed here is no matter of ours.
test_lint() {
    if ! command -v mandoc >/dev/null 2>&1; then
        skip "$1 is clean mdoc" 'mandoc is not at hand'
        return
    fi
    mandoc -T lint "$top_srcdir/doc/$1" 2>&1 | grep ':[0-9]*:[0-9]*: ' | grep -v 'referenced manual not found' >"$work/wrong"
    nothing_in "$work/wrong" "$1 is clean mdoc"
}

# mdoc text as it is read.
plain() {
    sed 's/\\&//g; s/\\(ha/^/g; s/\\(dq/"/g; s/\\(aq/'"'"'/g; s/\\e/\\/g'
}

# Writes each example of the manual into the file below $work/dossier that the comment in front of it names; between
# two of one file stands a blank line.
extract_examples() {
    "${AWK:-awk}" -v directory="$work/dossier/" '
        /^\.\\" example / { file = directory $3; next }
        /^\.\\" grammar/ { file = "-"; next }
        /^\.Bd -literal/ {
            if (file == "")
                print "line " NR ": an example without its comment"
            inside = 1
            if (file in begun)
                print "" >>file
            begun[file] = 1
            next
        }
        /^\.Ed/ { inside = 0; close(file); file = ""; next }
        inside && file != "-" {
            gsub(/\\e/, "\\")
            gsub(/\\&/, "")
            print >>file
        }' "$top_srcdir/doc/diptych.5"
}

test_examples() {
    mkdir -p "$work/dossier/rounds"
    extract_examples >"$work/wrong"
    nothing_in "$work/wrong" 'every example says which file it belongs to'
    "$diptych" check "$work/dossier" >"$work/wrong" 2>&1 || echo "exit status $?" >>"$work/wrong"
    nothing_in "$work/wrong" 'the examples of diptych(5) parse'
}

test_diagnostics() {
    sed -n '/^\.\\" diagnostics/,/^\.Sh/s/^\.It Ic \([a-z0-9-]*\) Pq \([a-z]*\)$/\1	\2/p' \
        "$top_srcdir/doc/diptych.5" >"$work/manual"
    "$tables" diagnostics >"$work/table"
    same "$work/table" "$work/manual" 'diptych(5) lists every diagnostic'
}

test_keys() {
    sed -n '/^\.\\" keys/,/^\.Ss Views/p' "$top_srcdir/doc/diptych.1" | plain | "${AWK:-awk}" '
        /^\.(It|El|Ss)/ && keys != "" { print keys "\t" text; keys = text = "" }
        /^\.It Li / {
            keys = substr($0, 8)
            gsub(/"/, "", keys)
            next
        }
        keys != "" && !/^\./ { text = text (text == "" ? "" : " ") $0 }' >"$work/manual"
    "$tables" keys >"$work/table"
    same "$work/table" "$work/manual" 'diptych(1) lists every key'
}

# The phrase without the topic or account and the numbers that follow it on the screen.
test_standings() {
    "${AWK:-awk}" '/^\.Sh/ { on = /WHERE A SIDE HAS NO WORDS/ }
        on && /^\.It Em / { word = substr($0, 8) }
        on && /^\.Dq / {
            phrase = substr($0, 5)
            sub(/ :$/, "", phrase)
            sub(/( TOPIC| panov)?: [0-9, ]+$/, "", phrase)
            print word "\t" phrase
        }' "$top_srcdir/doc/diptych.1" >"$work/manual"
    "$tables" standings >"$work/table"
    same "$work/table" "$work/manual" 'diptych(1) lists every state of a side'
}

test_words() {
    sed -n -e 's/^\.Li //p' -e 's/^\.It Ic //p' "$top_srcdir/doc/diptych.5" | tr ' ' '\n' | sort -u >"$work/manual"
    "$tables" words | sort -u | comm -23 - "$work/manual" >"$work/wrong"
    nothing_in "$work/wrong" 'diptych(5) has every word that values may be'
}

# The names of the subcommands that the help tells.
subcommands() {
    "$diptych" --help | sed -n 's/^  \([a-z][a-z]*\)  .*/\1/p'
}

# The letters that --help tells of all subcommands stand in the manual with the names of their options.
test_letters() {
    for subcommand in '' $(subcommands); do
        # shellcheck disable=SC2086 # no argument when it is empty
        "$diptych" $subcommand --help | sed -n 's/^  -\(.\), --\([a-z-]*\).*/\1 \2/p' | while read -r letter name; do
            grep -q "^\.It Fl $letter , Fl -$name\( \|\$\)" "$top_srcdir/doc/diptych.1" || echo "$subcommand -$letter --$name"
        done
    done >"$work/wrong"
    nothing_in "$work/wrong" 'diptych(1) lists the letter of every option'
}

# The synopsis has every subcommand, with each of its options.
test_synopsis() {
    sed -n '/^\.Sh SYNOPSIS/,/^\.Sh DESCRIPTION/p' "$top_srcdir/doc/diptych.1" >"$work/synopsis"
    for subcommand in $(subcommands); do
        "${AWK:-awk}" -v name="$subcommand" '/^\.Cm / { on = $2 == name || (on && $0 ~ /\|/) } on' "$work/synopsis" >"$work/its"
        [ -s "$work/its" ] || echo "$subcommand"
        "$diptych" "$subcommand" --help | sed -n 's/^ \{2,6\}\(-., \)\{0,1\}--\([a-z-]*\).*/\2/p' | grep -vx help | while read -r name; do
            grep -q -e "Fl -$name\( \|\$\)" "$work/its" || echo "$subcommand --$name"
        done
    done >"$work/wrong"
    nothing_in "$work/wrong" 'the synopsis of diptych(1) is that of the program'
}

test_options() {
    for subcommand in '' $(subcommands); do
        # shellcheck disable=SC2086 # no argument when it is empty
        "$diptych" $subcommand --help | grep -o -e '--[a-z][a-z-]*' | sort -u | while read -r option; do
            grep -q "^\.It .*Fl -${option#--}\( \|\$\)" "$top_srcdir/doc/diptych.1" || echo "$subcommand $option"
        done
    done >"$work/wrong"
    nothing_in "$work/wrong" 'diptych(1) lists every option that --help tells'
}

# KIND KEY, a line for each key of a record that diptych(5) lists.
documented_keys() {
    "${AWK:-awk}" '/^\.Sh/ { kind = "" }
        /^\.Sh KINDS OF RECORD/ { in_records = 1; next }
        /^\.Sh/ { in_records = 0 }
        /^\.Ss/ { kind = $2 }
        in_records && /^\.It Ic/ {
            gsub(/\\&|Ns|\*|,/, "")
            for (i = 3; i <= NF; i++)
                print kind, $i
        }' "$1"
}

# A record of each kind with every key listed for it: none may be unknown.
test_record_keys() {
    "${AWK:-awk}" '/\\$/ { held = held substr($0, 1, length($0) - 1); next }
        { print held $0; held = "" }' "$top_srcdir/doc/diptych.5" >"$work/joined"
    documented_keys "$work/joined" >"$work/keys"
    mkdir -p "$work/records"
    "${AWK:-awk}" '$1 != kind { kind = $1; print ""; print (kind ": some-" tolower(kind)) }
        { print $2 ": 1" }' "$work/keys" | sed 1d >"$work/records/all.dip"
    : >"$work/wrong"
    [ "$(wc -l <"$work/keys")" -gt 40 ] || echo 'too few keys were found' >"$work/wrong"
    "$diptych" check "$work/records" 2>&1 | grep -E 'unknown-(key|record)' >>"$work/wrong"
    nothing_in "$work/wrong" 'the keys that diptych(5) lists are known'
}

test_attributes() {
    "${AWK:-awk}" '/^\.Ss/ { on = $2 == "Attributes" || $2 == "Links" }
        on && /^\.It Ic [a-z-]+$/ { print $3 }' "$top_srcdir/doc/diptych.5" >"$work/attributes"
    mkdir -p "$work/speech"
    {
        printf 'Dossier: attributes\nTitle: All attributes\n\nRound: one\nTitle: One\nDate: 1901\n\n@\n[1] Text.\n{x-own: 1'
        while read -r name; do printf ';\n %s: one.1' "$name"; done <"$work/attributes"
        printf '}\n'
    } >"$work/speech/all.dip"
    : >"$work/wrong"
    [ "$(wc -l <"$work/attributes")" -gt 20 ] || echo 'too few attributes were found' >"$work/wrong"
    "$diptych" check "$work/speech" 2>&1 | grep unknown-attribute >>"$work/wrong"
    nothing_in "$work/wrong" 'the attributes that diptych(5) lists are known'
}

test_lint diptych.1
test_lint diptych.5
test_examples
test_diagnostics
test_keys
test_words
test_standings
test_options
test_letters
test_synopsis
test_record_keys
test_attributes

finish
