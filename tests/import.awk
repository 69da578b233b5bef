# SPDX-License-Identifier: MIT
# Compares what was imported with what was expected:
#
#     awk -f import.awk EXPECTED IMPORTED
#
# With -v strict=1 nothing else may stand between them. EXPECTED has a line each: what, a tab, the speaker, a tab, the text; IMPORTED is a dossier. Turns, passages and what
# stands between them must be there in their order, under the speaker's name in any of its forms, word for word; titles,
# dates, places and participants must be known. Prints what is missing or too much.

BEGIN { FS = "\t" }

function squeeze(text) {
    gsub(/[ \t]+/, " ", text)
    sub(/^ /, "", text)
    sub(/ $/, "", text)
    return text
}

# A form of a name without what may differ.
function plain(form) {
    form = tolower(squeeze(form))
    sub(/^the /, "", form)
    gsub(/[.]/, "", form)
    return form
}

FNR == 1 { file++ }

file == 1 {
    if ($1 ~ /^(turn|passage|narration|omitted|vote|table|summary|head)$/) {
        kind[++wanted] = $1
        who[wanted] = $2
        words[wanted] = squeeze($3)
    } else if ($1 ~ /^(title|date|place|participant|citation|front|note)$/) {
        known[++facts] = $1
        fact[facts] = squeeze($3)
    }
    next
}

# A key of a record, or a line that it goes on to.
/^[A-Za-z-]+: / && !text_open {
    key = $0
    sub(/:.*/, "", key)
    value = $0
    sub(/^[^:]*: /, "", value)
    if (key == "Person")
        person = value
    if (key == "Round")
        person = ""
    all = all "\n" value
    if (key == "Title" || key == "Names" || key == "Office")
        add_forms(value)
    next
}

/^ / && !text_open {
    all = all " " squeeze($0)
    if (key == "Names" || key == "Title")
        add_forms(held_forms " " squeeze($0))
    next
}

function add_forms(list,    count, i, forms) {
    held_forms = list
    if (person == "")
        return
    count = split(list, forms, /; /)
    for (i = 1; i <= count; i++)
        called[person, plain(forms[i])]
}

/^@/ {
    end_text()
    speaker = $0
    sub(/^@ ?/, "", speaker)
    note = speaker
    sub(/ .*/, "", speaker)
    all = all " " note
    turn = 1
    next
}

/^\[[0-9]+\] / {
    end_text()
    text = $0
    sub(/^\[[0-9]+\] /, "", text)
    text_open = 1
    next
}

/^\{/ {
    status = speaker == "" ? "narration" : "spoken"
    if (match($0, /status: [a-z]+/))
        status = substr($0, RSTART + 8, RLENGTH - 8)
    all = all " " $0
    took()
    text_open = 0
    next
}

text_open {
    line = $0
    sub(/^\\/, "", line)
    text = text " " line
}

function end_text() {
    text_open = 0
}

function took() {
    texts[++count] = squeeze(text)
    speakers[count] = speaker
    statuses[count] = status
    begins[count] = turn
    turn = 0
}

# The text that is wanted, without a locator in front, is the one that is there.
function same_text(wanted_text, there,    rest) {
    rest = wanted_text
    sub(/^\[[^]]*\] /, "", rest)
    return wanted_text == there || rest == there
}

function same_kind(i, j) {
    if (kind[i] == "turn" || kind[i] == "passage")
        return (statuses[j] == "spoken" || statuses[j] == "reported" || statuses[j] == "verbatim") &&
            begins[j] == (kind[i] == "turn")
    if (kind[i] == "omitted" || kind[i] == "summary")
        return statuses[j] == kind[i]
    return statuses[j] == "narration"
}

END {
    for (i = 1; i <= wanted; i++) {
        for (k = j + 1; k <= count && !same_text(words[i], texts[k]); k++)
            continue
        if (k > count && kind[i] ~ /head|time/) {
            if (!index(all, words[i]))
                print "not known: " words[i]
            continue
        }
        if (k > count) {
            print "missing: " kind[i] " " words[i] "; there: " texts[j + 1]
            continue
        }
        while (++j < k)
            if (strict)
                print "too much: " texts[j]
        if (!same_kind(i, j))
            print "expected a " kind[i] ": " words[i] " (" statuses[j] ")"
        else if (who[i] != "-" && kind[i] ~ /turn|passage/ && !((speakers[j], plain(who[i])) in called))
            print "expected is " who[i] ", there is " speakers[j] ": " words[i]
    }
    while (++j <= count)
        if (strict)
            print "too much: " texts[j]
    for (i = 1; i <= facts; i++)
        if (!index(all, fact[i]) && !has_parts(fact[i]))
            print "not known: " known[i] " " fact[i]
}

# "A; B (chairs)", "1: a note": each part is there.
function has_parts(list,    n, k, parts) {
    sub(/ \(chairs\)$/, "", list)
    n = split(list, parts, /; | \/ |: /)
    for (k = 1; k <= n; k++)
        if (!index(all, parts[k]))
            return 0
    return 1
}
