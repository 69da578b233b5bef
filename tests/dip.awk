# SPDX-License-Identifier: MIT
# Reads .dip files for another script, which has this one before it:
#
#     awk -f dip.awk -f SCRIPT FILE...
#
# It knows as much of the format as well-formed dossiers need, and nothing of the program. The script defines
# record_ended(), called with a record in type, id and value[KEY], keys in lower case, and passage_ended(), called
# with a passage in account, number, here, the place that the arrays below know it by, and attribute[NAME]. It calls
# end_all() when the last file has been read.

function trim(text) {
    gsub(/^[ \t]+|[ \t]+$/, "", text)
    return text
}

# The attributes that hold one passage's or turn's braces: ATTRIBUTE[name], without quoted ones.
function read_attributes(text,    count, i, pairs, colon, name) {
    split("", attribute)
    gsub(/"([^"\\]|\\.)*"/, "", text)
    sub(/^\{/, "", text)
    sub(/\}[^}]*$/, "", text)
    count = split(text, pairs, /;/)
    for (i = 1; i <= count; i++) {
        colon = index(pairs[i], ":")
        name = trim(substr(pairs[i], 1, colon - 1))
        if (colon && name in attribute)
            attribute[name] = attribute[name] " " trim(substr(pairs[i], colon + 1))
        else if (colon)
            attribute[name] = trim(substr(pairs[i], colon + 1))
    }
}

function end_record() {
    if (type == "Person")
        party_of[id] = value["party"]
    else if (type == "Topic")
        parent[id] = value["parent"]
    else if (type == "Round" || type == "Account") {
        account = id
        round_of[account] = id
        sub(/\/.*/, "", round_of[account])
        status_of[account] = value["status"]
    }
    record_ended()
    type = ""
}

function end_passage() {
    in_braces = 0
    if (!open)
        return
    open = 0
    read_attributes(braces)
    count_of[account]++
    here = account SUBSEP count_of[account]
    number_of[here] = number
    at_number[account, number] = count_of[account]
    by[here] = speakers
    about[here] = attribute["topics"]
    gsub(/,/, " ", about[here])
    status_of_passage[here] = "status" in attribute ? attribute["status"] : turn_status
    passage_ended()
}

# Ends what stands before a line that begins something.
function end_all() {
    if (type != "")
        end_record()
    end_passage()
}

FNR == 1 {
    end_all()
    account = ""
}

/^#/ { next }

/^[ \t]*$/ {
    if (type != "")
        end_record()
    end_passage()
    next
}

type != "" {
    if ($0 ~ /^[ \t]/) {
        value[key] = value[key] " " trim($0)
    } else {
        colon = index($0, ":")
        key = tolower(substr($0, 1, colon - 1))
        value[key] = trim(substr($0, colon + 1))
    }
    next
}

/^@/ {
    end_all()
    names = substr($0, 2)
    at_brace = index(names, "{")
    turn_status = ""
    if (at_brace) {
        read_attributes(substr(names, at_brace))
        names = substr(names, 1, at_brace - 1)
        if ("status" in attribute)
            turn_status = attribute["status"]
    }
    speakers = trim(names)
    turn_opens = !at_brace
    next
}

/^\[[0-9]+\]/ {
    end_passage()
    open = 1
    number = substr($0, 2, index($0, "]") - 2) + 0
    braces = ""
    in_braces = 0
    turn_opens = 0
    next
}

/^\{/ && turn_opens {
    read_attributes($0)
    if ("status" in attribute)
        turn_status = attribute["status"]
    turn_opens = 0
    next
}

/^\{/ && open {
    in_braces = 1
    braces = $0
    next
}

in_braces {
    braces = braces " " $0
    next
}

/^[A-Z][A-Za-z]*:/ && !open {
    end_all()
    colon = index($0, ":")
    type = substr($0, 1, colon - 1)
    id = trim(substr($0, colon + 1))
    split("", value)
    key = ""
}

# Of a passage: its own status, or that of its turn, its account or its round.
function status_at(account, here,    status) {
    status = status_of_passage[here]
    if (status == "")
        status = status_of[account]
    if (status == "")
        status = status_of[round_of[account]]
    return status
}

function is_within(topic, wanted) {
    while (topic != "" && topic != wanted)
        topic = parent[topic]
    return topic == wanted
}

function has_topic(here, wanted,    count, ids, i) {
    count = split(about[here], ids, " ")
    for (i = 1; i <= count; i++)
        if (is_within(ids[i], wanted))
            return 1
    return 0
}

function party_named(name) {
    return name in party_of ? party_of[name] : name
}

function is_by(here, party,    count, names, i) {
    count = split(by[here], names, "+")
    for (i = 1; i <= count; i++)
        if (party_named(trim(names[i])) == party)
            return 1
    return 0
}
