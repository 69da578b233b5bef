# SPDX-License-Identifier: MIT
# Find runs of words that stand in a source too:
#
#     awk -v sources=N -f copied.awk SOURCE... FILE...
#
# The first N files are the sources. Case, punctuation, quote styles and line ends count for nothing; quoted words do
# not count up to 12 of them, since a short attributed quotation is allowed. Prints FILE:LINE: WORDS, a line a run.

BEGIN {
    run = 9       # words
    quoted = 12   # words
    longest = 202 # bytes
}

FNR == 1 {
    if (file != "")
        end_file()
    file = FILENAME
    text = ""
}

{ text = text $0 "\n" }

END { end_file() }

function end_file() {
    files++
    if (files <= sources)
        learn(words(plain(text)))
    else
        search(words(drop_quotations(plain(text))))
}

function plain(s) {
    gsub(/’|‘|ʼ/, "'", s)
    gsub(/“|”|«|»/, "\"", s)
    return tolower(s)
}

# Blanks out what stands in quotes when it is short, and keeps its line ends.
function drop_quotations(s,    done, before, inside) {
    done = ""
    while (match(s, /"[^"]+"/)) {
        before = substr(s, 1, RSTART - 1)
        inside = substr(s, RSTART, RLENGTH)
        if (RLENGTH > longest) { # no pair: the second mark may open one
            done = done before "\""
            s = substr(s, RSTART + 1)
            continue
        }
        s = substr(s, RSTART + RLENGTH)
        if (count_words(inside) <= quoted)
            gsub(/[^\n]/, " ", inside)
        done = done before inside
    }
    return done s
}

function count_words(s,    pieces) {
    gsub(/[ -&(-\/:-@\[-`{-~\n\t]+/, " ", s)
    return split(s, pieces, " ")
}

# Fills word[] and line[] and returns how many.
function words(s,    lines, i, j, k, n, count, pieces) {
    n = split(s, lines, "\n")
    count = 0
    for (i = 1; i <= n; i++) {
        gsub(/—|–|…|¶|<[^>]*>/, " ", lines[i])
        gsub(/[^a-z0-9'\200-\377]+/, " ", lines[i])
        gsub(/(^| )'+|'+( |$)/, " ", lines[i])
        k = split(lines[i], pieces, " ")
        for (j = 1; j <= k; j++) {
            word[++count] = pieces[j]
            line[count] = i
        }
    }
    return count
}

# The `run` words from position i on.
function key(i,    k, s) {
    s = word[i]
    for (k = 1; k < run; k++)
        s = s " " word[i + k]
    return s
}

function learn(count,    i) {
    for (i = 1; i + run - 1 <= count; i++)
        known[key(i)] = 1
}

function search(count,    i, end, s, k) {
    for (i = 1; i + run - 1 <= count; i++) {
        if (!(key(i) in known))
            continue
        end = i + run
        while (end <= count && key(end - run + 1) in known)
            end++
        s = word[i]
        for (k = i + 1; k < end; k++)
            s = s " " word[k]
        print file ":" line[i] ": " s
        i = end - 1
    }
}
