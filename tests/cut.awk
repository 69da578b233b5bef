# SPDX-License-Identifier: MIT
# Copies the rounds of a dossier as they stood on a day, by the text alone: without those that began later, and without
# the passages that are dated later or told in memoirs. The files are given twice:
#     awk -v day=1956-10-19 -v directory=DIR -f cut.awk FILE... FILE...

function first_day(date,    parts, count) {
    sub(/^[ \t]+/, "", date)
    sub(/[~?\/ ;}\[].*/, "", date)
    count = split(date, parts, "-")
    if (count == 0)
        return ""
    return parts[1] "-" (count > 1 ? parts[2] : "01") "-" (count > 2 ? parts[3] : "01")
}

function is_later(date) {
    return first_day(date) > day
}

# The value of the attribute in the text of braces, or nothing.
function attribute(text, name) {
    gsub(/"([^"\\]|\\.)*"/, "", text)
    if (!match(text, "[{;]\n? *" name ":"))
        return ""
    text = substr(text, RSTART + RLENGTH)
    sub(/[;}].*/, "", text)
    return text
}

function end_passage(    date) {
    if (block == "")
        return
    date = attribute(block, "date")
    if (date == "")
        date = turn_date
    if (!is_later(date) && attribute(block, "to") !~ /later/)
        printf "%s", block >copy
    block = ""
}

# The first time: when each round is.
FNR == 1 { files++ }
files <= (ARGC - 1) / 2 {
    if (/^Round:/)
        round = $2
    else if (/^Date:/ && round != "") {
        began[round] = first_day(substr($0, 6))
        round = ""
    }
    next
}

FNR == 1 {
    end_passage()
    if (copy != "")
        close(copy)
    copy = FILENAME
    gsub(/\//, "_", copy)
    copy = directory "/" copy
    skips = 0
    turn_date = ""
}

/^(Round|Account):/ {
    name = $2
    sub(/\/.*/, "", name)
    skips = began[name] > day
}
skips { next }

/^@/ {
    end_passage()
    turn_date = attribute($0, "date")
    opens = 1
    print >copy
    next
}
/^\{/ && opens { turn_date = attribute($0, "date") }
{ opens = 0 }
/^\[[0-9]+\]/ {
    end_passage()
    block = $0 "\n"
    next
}
/^[ \t]*$/ { end_passage() }
block != "" {
    block = block $0 "\n"
    next
}
{ print >copy }
END { end_passage() }
