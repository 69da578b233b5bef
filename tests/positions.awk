# SPDX-License-Identifier: MIT
# Holds the positions of a dossier against its passages and prints FAULT TAB WHAT, a line for each thing that is wrong.
# To be run behind dip.awk, which reads them:
#
#     awk [-v whole="ROUND..."] [-v longest=BYTES] -f dip.awk -f positions.awk FILE...
#
# `whole` names the rounds in which each side has a position on every topic of substance that it speaks on. A position
# that rests on nothing but what somebody infers says so.

function round_part(account) {
    sub(/\/.*/, "", account)
    return account
}

function record_ended(    head) {
    if (first_type == "")
        first_type = type
    if (type == "Topic" && value["kind"] != "")
        kind[id] = value["kind"]
    if (type != "Position")
        return
    position_count++
    split(id, head, " ")
    place[position_count] = head[1]
    side[position_count] = head[2]
    topic[position_count] = head[3]
    text[position_count] = value["text"]
    rests[position_count] = value["rests"]
    if (first_round == "")
        first_round = round_part(head[1])
    if (first_type == "Position" && round_part(head[1]) != first_round)
        wrong("file", head[1] " stands in a file of " first_round)
}

function passage_ended() {
    procedural[here] = attribute["act"] == "procedure"
}

FNR == 1 { first_type = first_round = "" }

function wrong(fault, about_what) {
    print fault "\t" about_what
}

function named(i) {
    return place[i] " " side[i] " " topic[i]
}

function is_spoken(account, here) {
    return status_at(account, here) !~ /^(omitted|summary|inferred|narration)$/
}

# Whether a topic is one of procedure: by its own kind or that of the nearest above it that has one.
function is_procedure(t) {
    while (t != "" && !(t in kind))
        t = parent[t]
    return t != "" && kind[t] == "procedure"
}

function hold_against(i, account, n,    here, name) {
    here = account SUBSEP at_number[account, n]
    name = account "." n
    if (!is_by(here, side[i]))
        wrong("rests", named(i) ": " name " is not of that side")
    else if (!has_topic(here, topic[i]))
        wrong("rests", named(i) ": " name " is not on that topic")
    else if (!is_spoken(account, here) && !(status_at(account, here) == "inferred" && text[i] ~ /infers/))
        unspoken[i] = unspoken[i] " " name
    else
        resting[i]++
}

function test_rests(i,    refs, count, j, account, numbers, n, last) {
    count = split(rests[i], refs, " ")
    if (count == 0)
        wrong("rests", named(i) ": rests on nothing")
    for (j = 1; j <= count; j++) {
        account = place[i]
        numbers = refs[j]
        if (match(numbers, /\.[0-9-]+$/)) {
            account = substr(numbers, 1, RSTART - 1)
            numbers = substr(numbers, RSTART + 1)
        }
        n = last = numbers + 0
        if (index(numbers, "-"))
            last = substr(numbers, index(numbers, "-") + 1) + 0
        if (!((account, n) in at_number) || !((account, last) in at_number))
            wrong("rests", named(i) ": there is no " account "." numbers)
        else
            for (; n <= last; n++)
                if ((account, n) in at_number)
                    hold_against(i, account, n)
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
function test_whole(    rounds, count, j, i, here, n, ids, k, party, missing, m) {
    count = split(whole, rounds, " ")
    for (j = 1; j <= count; j++)
        for (i = 1; i <= count_of[rounds[j]]; i++) {
            here = rounds[j] SUBSEP i
            if (!is_spoken(rounds[j], here) || procedural[here])
                continue
            n = split(about[here], ids, " ")
            for (k = 1; k <= n; k++)
                for (party in parties)
                    if (!is_procedure(ids[k]) && is_by(here, party) && !((rounds[j] " " party " " ids[k]) in seen))
                        missing[rounds[j] " " party " " ids[k]] = 1
        }
    for (m in missing)
        wrong("missing", m)
}

# Where two parties speak in a round, each has a position in it.
function test_both(    account, i, party, speech, sides, k, words) {
    for (account in round_of)
        for (i = 1; i <= count_of[account]; i++)
            for (party in parties)
                if (is_spoken(account, account SUBSEP i) && is_by(account SUBSEP i, party))
                    speech[round_of[account] " " party] = 1
    for (k in speech) {
        split(k, words, " ")
        sides[words[1]]++
    }
    for (k in speech) {
        split(k, words, " ")
        if (sides[words[1]] > 1 && !(k in held))
            wrong("missing", k " has no position at all")
    }
}

END {
    end_all()
    if (longest == "")
        longest = 170
    for (person in party_of)
        parties[party_of[person]] = 1
    for (p = 1; p <= position_count; p++) {
        if (named(p) in seen)
            wrong("double", named(p))
        seen[named(p)] = 1
        held[round_part(place[p]) " " side[p]] = 1
        test_rests(p)
        test_text(p)
    }
    test_whole()
    test_both()
    print "count\t" position_count + 0
}
