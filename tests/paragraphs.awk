# SPDX-License-Identifier: MIT
# Number the paragraphs of a source of the shipped dossier: LOCATOR TAB TEXT, a line each.
#
#     awk -v source=ID -f paragraphs.awk FILE
#
# A locator is a place a reader can count to: the section as the source heads it, a pilcrow, and the number of the
# paragraph in that section (doc/method.md). A paragraph broken by a page end is joined again: the text before a
# blank line that does not end a sentence goes on after it. Notes are located by their number, "n. 12".

function squeeze(s) {
    gsub(/[ \t\r]+/, " ", s)
    sub(/^ /, "", s)
    sub(/ $/, "", s)
    return s
}

function ends_sentence(s) {
    sub(/(<sup>[^<]*<\/sup>|⁽[^⁾]*⁾|\([0-9]+\)|[*" ”’)\]}»])+$/, "", s)
    return s ~ /[.!?:;…]$/ || s == "" || s ~ /^(\*\*)?Evening session$/
}

function flush(    text, label) {
    text = paragraph
    paragraph = ""
    if (text == "" || section == "-")
        return
    label = ++count
    print (section == "" ? "" : section " ") "¶" label "\t" text
}

function start(name) {
    flush()
    section = name
    count = 0
    if (name != "-")
        titled = name
}

function heading(line) {
    if (source == "wilson-112477") {
        if (line ~ /^At the beginning of the session/ && section == "-") {
            start("")
            return 0
        }
        return 0
    }
    if (source == "cwihp-10") {
        if (line ~ /^# Stalemate in an Era/) { start("Hasegawa"); return 1 }
        if (line ~ /^## The Last Official/) { start("Cherniaev"); return 1 }
        if (line ~ /^Tokyo, 20 December 1988$/) { start("1988"); return 1 }
        if (line ~ /^Tokyo, 21 March 1989$/) { start("1989"); return 1 }
        if (line ~ /^(\*\*Basic Contents|\*\*Transcript of the Basic|#|---$)/) { start("-"); return 1 }
        if (line ~ /^(by \*?[A-Z]|\.\.\.\.\.$)/) return 1
    }
    if (source == "saito-ch3") {
        if (match(line, /^Section [0-9]+ /)) { start("s. " substr(line, 9, RLENGTH - 9)); return 1 }
        if (line ~ /^Notes$/) { start("-"); return 1 }
    }
    if (source == "panov-2020") {
        if (line ~ /^San Francisco Peace Treaty with Japan:/) { start("San Francisco"); return 1 }
        if (line ~ /^Start of Negotiations on the Norm/) { start("First Round"); return 1 }
        if (line ~ /^Second Round$/) { start("Second Round"); return 1 }
        if (line ~ /^Third Round$/) { start("Third Round"); return 1 }
        if (line ~ /^The U.S. Position on the Jap/) { start("U.S. Position"); return 1 }
        if (line ~ /^Moscow High-level Talks$/) { start("High-level Talks"); return 1 }
        if (line ~ /^Soviet-Japanese Relations after the/) { start("After 1956"); return 1 }
        if (line ~ /^References$/) { start("-"); return 1 }
    }
    if (source == "bluebook-1991") {
        if (match(line, /^[1-9]\. /)) { chapter = substr(line, 1, 1); start(chapter); return 1 }
        if (match(line, /^\([1-9]\) /)) { part = substr(line, 1, 3); start(chapter part); return 1 }
        if (match(line, /^\([a-z]\) /)) { start(chapter part substr(line, 1, 3)); return 1 }
        if (line ~ /^to table of contents/) { start("-"); return 1 }
    }
    return 0
}

# A source's notes stand behind its text, and belong to the section with a title that came last.
function note(line) {
    if (source == "cwihp-10" && match(line, /^<sup>[0-9]+<\/sup>/)) {
        flush()
        if (titled != "")
            print titled " n. " substr(line, 6, RLENGTH - 11) "\t" line
        return 1
    }
    if (source == "saito-ch3" && match(line, /^- \([0-9]+\)/)) {
        print "n. " substr(line, 4, RLENGTH - 4) "\t" line
        return 1
    }
    return 0
}

BEGIN { section = "-" }

{
    line = squeeze($0)
    if (line == "") {
        blank = 1
        next
    }
    if (heading(line) || note(line)) {
        blank = 0
        next
    }
    if (section == "-" )
        next
    if (paragraph != "" && blank && ends_sentence(paragraph))
        flush()
    paragraph = paragraph (paragraph == "" ? "" : " ") line
    blank = 0
}

END { flush() }
