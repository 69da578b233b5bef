# SPDX-License-Identifier: MIT
# Hold the positions of a dossier against its passages, reading the .dip files without the program: FAULT TAB WHAT, a
# line for each thing that is wrong.
#
#     awk [-v whole="ROUND..."] [-v longest=N] -f positions.awk FILE...
#
# `whole` names the rounds in which each side has a position on every topic of substance that it speaks on. A position
# that rests on nothing but what somebody infers says so. The files may come in any order.

function strip(attributes) {
    gsub(/\\"/, "", attributes)
    gsub(/"[^"]*"/, "", attributes)
    return attributes
}

# The value of NAME in attributes without quoted texts, or nothing.
function value(attributes, name) {
    if (!match(attributes, "(^|[{; \n])" name ":[^;}]*"))
        return ""
    attributes = substr(attributes, RSTART, RLENGTH)
    sub(/^[^:]*:/, "", attributes)
    gsub(/[ \n,]+/, " ", attributes)
    gsub(/^ | $/, "", attributes)
    return attributes
}

function end_passage(    attributes, status) {
    if (number == "")
        return
    attributes = strip(collected)
    status = value(attributes, "status")
    if (status == "")
        status = turn_status == "" ? account_status : turn_status
    passage = account "." number
    order[account] = order[account] " " number
    who[passage] = speakers
    what[passage] = value(attributes, "topics")
    spoken[passage] = status !~ /^(omitted|summary|inferred|narration)$/
    inferred[passage] = status == "inferred"
    procedural[passage] = value(attributes, "act") == "procedure"
    number = ""
}

function begin_turn(line,    attributes) {
    end_passage()
    attributes = ""
    if (match(line, /\{.*/)) {
        attributes = strip(substr(line, RSTART))
        line = substr(line, 1, RSTART - 1)
    }
    turn_status = value(attributes, "status")
    gsub(/[@+]/, " ", line)
    speakers = line
}

function end_record() {
    if (record == "Position") {
        position_count++
        split(position_head, head, " ")
        place[position_count] = head[1]
        side[position_count] = head[2]
        topic[position_count] = head[3]
        text[position_count] = record_text
        rests[position_count] = record_rests
        round = head[1]
        sub(/\/.*/, "", round)
        if (first_kind == "Position" && round != first_round)
            wrong("file", place[position_count] " stands in a file of " first_round)
    }
    record = ""
}

function key_value(line) {
    sub(/^[^:]*: */, "", line)
    return line
}

FNR == 1 {
    end_passage()
    end_record()
    first_kind = account = account_status = speakers = turn_status = ""
    in_attributes = 0
}

/^#/ { next }

/^$/ {
    end_record()
    in_attributes = 0
    next
}

/^@/ { end_record(); begin_turn($0); next }

/^\[[0-9]+\]/ {
    end_passage()
    number = substr($1, 2, index($1, "]") - 2)
    collected = ""
    next
}

record == "" && number == "" && /^[A-Z][A-Za-z]*: / || record == "" && !in_attributes && /^Position: / {
    record = substr($1, 1, length($1) - 1)
    id = $2
    record_text = record_rests = current = ""
    if (record == "Position") {
        position_head = key_value($0)
        if (first_kind == "") {
            first_round = $2
            sub(/\/.*/, "", first_round)
        }
    }
    if (first_kind == "")
        first_kind = record
    if (record == "Round" || record == "Account")
        account = id
    next
}

record != "" && /^[A-Za-z-]+:/ {
    current = tolower(substr($1, 1, length($1) - 1))
    if (record == "Person" && current == "party")
        party_of[id] = $2
    else if (record == "Topic" && current == "parent")
        parent[id] = $2
    else if (record == "Topic" && current == "kind")
        kind[id] = $2
    else if ((record == "Round" || record == "Account") && current == "status")
        account_status = $2
    else if (record == "Position" && current == "text")
        record_text = key_value($0)
    else if (record == "Position" && current == "rests")
        record_rests = key_value($0)
    next
}

record == "Position" && /^ / {
    sub(/^ +/, "")
    if (current == "text")
        record_text = record_text " " $0
    else if (current == "rests")
        record_rests = record_rests " " $0
    next
}

number != "" && /^\{/ { in_attributes = 1 }
in_attributes { collected = collected " " $0 }

function wrong(fault, about) {
    print fault "\t" about
}

function named(i) {
    return place[i] " " side[i] " " topic[i]
}

# Whether party spoke the passage.
function speaks(passage, party,    ids, count, j) {
    count = split(who[passage], ids, " ")
    for (j = 1; j <= count; j++)
        if ((ids[j] in party_of ? party_of[ids[j]] : ids[j]) == party)
            return 1
    return 0
}

# Whether the passage is about the topic or one below it.
function about(passage, wanted,    ids, count, j, t) {
    count = split(what[passage], ids, " ")
    for (j = 1; j <= count; j++)
        for (t = ids[j]; t != ""; t = parent[t])
            if (t == wanted)
                return 1
    return 0
}

# Whether a topic is one of procedure: by its own kind or that of the nearest above it that has one.
function procedure_topic(t) {
    while (t != "" && !(t in kind))
        t = parent[t]
    return t != "" && kind[t] == "procedure"
}

function hold_against(i, passage) {
    if (!(passage in who))
        wrong("rests", named(i) ": there is no " passage)
    else if (!speaks(passage, side[i]))
        wrong("rests", named(i) ": " passage " is not of that side")
    else if (!about(passage, topic[i]))
        wrong("rests", named(i) ": " passage " is not on that topic")
    else if (!spoken[passage] && !(inferred[passage] && text[i] ~ /infers/))
        unspoken[i] = unspoken[i] " " passage
    else
        resting[i]++
}

function test_rests(i,    refs, count, j, where, numbers, ends, all, total, k) {
    count = split(rests[i], refs, " ")
    if (count == 0)
        wrong("rests", named(i) ": rests on nothing")
    for (j = 1; j <= count; j++) {
        where = place[i]
        numbers = refs[j]
        if (match(numbers, /\.[0-9-]+$/)) {
            where = substr(numbers, 1, RSTART - 1)
            numbers = substr(numbers, RSTART + 1)
        }
        if (split(numbers, ends, "-") == 1) {
            hold_against(i, where "." numbers)
            continue
        }
        if (!((where "." ends[1]) in who) || !((where "." ends[2]) in who)) {
            wrong("rests", named(i) ": there is no " where "." numbers)
            continue
        }
        total = split(order[where], all, " ")
        for (k = 1; k <= total; k++)
            if (all[k] + 0 >= ends[1] + 0 && all[k] + 0 <= ends[2] + 0)
                hold_against(i, where "." all[k])
    }
    if (count > 0 && resting[i] == 0 && unspoken[i] != "")
        wrong("rests", named(i) ": nobody is known to have spoken" unspoken[i])
}

function test_text(i) {
    if (length(text[i]) < 20 || length(text[i]) > longest)
        wrong("text", named(i) ": " length(text[i]) " bytes")
    if (text[i] !~ /[.?]$/ || text[i] ~ /[.?!] +[A-Z]/)
        wrong("text", named(i) ": not one sentence")
    if (" " text[i] " " ~ /[^A-Za-z](I|[Ww]e|[Oo]ur|[Mm]y|[Uu]s)[^A-Za-z]/)
        wrong("text", named(i) ": in the first person")
}

# In the rounds of `whole`, a side that speaks on a topic of substance has a position there.
function test_whole(    rounds, count, j, passage, in_account, n, ids, k, t, party) {
    count = split(whole, rounds, " ")
    for (j = 1; j <= count; j++)
        for (passage in who) {
            in_account = passage
            sub(/\.[0-9]+$/, "", in_account)
            if (in_account != rounds[j] || !spoken[passage] || procedural[passage])
                continue
            n = split(what[passage], ids, " ")
            for (k = 1; k <= n; k++)
                for (party in parties)
                    if (!procedure_topic(ids[k]) && speaks(passage, party) &&
                        !((rounds[j] " " party " " ids[k]) in seen))
                        missing[rounds[j] " " party " " ids[k]] = 1
        }
    for (t in missing)
        wrong("missing", t)
}

# Where two parties speak in a round, each has a position in it.
function test_both(    passage, round, party, sides, n, k, ids) {
    for (passage in who) {
        if (!spoken[passage])
            continue
        round = passage
        sub(/[.\/].*/, "", round)
        for (party in parties)
            if (speaks(passage, party))
                speech[round " " party] = 1
    }
    for (k in speech) {
        split(k, ids, " ")
        sides[ids[1]]++
    }
    for (k in speech) {
        split(k, ids, " ")
        if (sides[ids[1]] > 1 && !(k in held))
            wrong("missing", k " has no position at all")
    }
}

END {
    end_passage()
    end_record()
    if (longest == "")
        longest = 170
    for (person in party_of)
        parties[party_of[person]] = 1
    for (i = 1; i <= position_count; i++) {
        if (named(i) in seen)
            wrong("double", named(i))
        seen[named(i)] = 1
        round = place[i]
        sub(/\/.*/, "", round)
        held[round " " side[i]] = 1
        test_rests(i)
        test_text(i)
    }
    test_whole()
    test_both()
    print "count\t" position_count + 0
}
