# SPDX-License-Identifier: MIT
# Works out the state of every side on every topic in every account anew, from the .dip files alone, and prints
# it as tests/tools/standings does. It knows as much of the format as well-formed dossiers need, and nothing of
# the program.

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

function end_record(    count, ids, i) {
    if (type == "Party")
        parties[++party_count] = id
    else if (type == "Person")
        party_of[id] = value["party"]
    else if (type == "Topic") {
        topics[++topic_count] = id
        parent[id] = value["parent"]
    } else if (type == "Round" || type == "Account") {
        account = id
        round = id
        sub(/\/.*/, "", round)
        round_of[account] = round
        accounts_of[round] = type == "Round" ? account " " accounts_of[round] : accounts_of[round] " " account
        extent[account] = value["extent"] == "" ? "part" : value["extent"]
        sub(/[ \t]*;.*/, "", extent[account])
        tagged[account] = value["tagged"]
        status_of[account] = value["status"]
        if (type == "Round")
            participants[round] = value["participants"]
    }
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
    links[here] = ""
    split("answers rebuts distinguishes agrees defers", verbs, " ")
    for (v = 1; v <= 5; v++)
        if (verbs[v] in attribute)
            links[here] = links[here] ";" verbs[v] " " attribute[verbs[v]]
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
    in_turn = 0
}

/^#/ { next }

/^[ \t]*$/ {
    if (type != "")
        end_record()
    in_braces = 0
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

# By the passage, its turn, its account or its round.
function is_left_out(account, here,    status) {
    status = status_of_passage[here]
    if (status == "")
        status = status_of[account]
    if (status == "")
        status = status_of[round_of[account]]
    return status == "omitted" || status == "summary"
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

# Whether a link of the passage, with the verbs wanted, ends at one of the round's passages on the topic.
function replies(here, from, topic, defers,    count, all, i, words, k, parts, first, last, n, target) {
    count = split(links[here], all, ";")
    for (i = 1; i <= count; i++) {
        gsub(/,/, " ", all[i])
        n = split(all[i], words, " ")
        if ((words[1] == "defers") != defers)
            continue
        for (k = 2; k <= n; k++) {
            target = from
            parts = words[k]
            if (index(parts, ".")) {
                target = substr(parts, 1, index(parts, ".") - 1)
                parts = substr(parts, index(parts, ".") + 1)
            } else if (parts !~ /^[0-9]/) {
                continue
            }
            if (round_of[target] != round_of[from])
                continue
            first = last = parts + 0
            if (index(parts, "-"))
                last = substr(parts, index(parts, "-") + 1) + 0
            for (; first <= last; first++)
                if ((target, first) in at_number && has_topic(target SUBSEP at_number[target, first], topic))
                    return 1
        }
    }
    return 0
}

function holds_speech(account,    i) {
    if (extent[account] == "lost")
        return 0
    for (i = 1; i <= count_of[account]; i++)
        if (by[account, i] != "")
            return 1
    return 0
}

# The passages of the party in the account that are of a kind, as references.
function reasons(account, party, topic, kind,    i, here, wanted, found) {
    found = ""
    for (i = 1; i <= count_of[account]; i++) {
        here = account SUBSEP i
        if (!is_by(here, party))
            continue
        if (kind == "words")
            wanted = !is_left_out(account, here) && has_topic(here, topic)
        else if (kind == "left out")
            wanted = is_left_out(account, here) && has_topic(here, topic)
        else
            wanted = replies(here, account, topic, kind == "defers")
        if (wanted)
            found = found (found == "" ? "" : " ") account "." number_of[here]
    }
    return found
}

function print_state(account, party, topic, state, why) {
    print account "\t" party "\t" topic "\t" state "\t" why
}

function judge(account, party, topic,    round, all, count, i, k, why, told, names, anyone, there, speech) {
    round = round_of[account]
    if ((why = reasons(account, party, topic, "words")) != "")
        return print_state(account, party, topic, "spoke", why)
    if ((why = reasons(account, party, topic, "answers")) != "")
        return print_state(account, party, topic, "answered elsewhere", why)
    if ((why = reasons(account, party, topic, "defers")) != "")
        return print_state(account, party, topic, "put off", why)
    if ((why = reasons(account, party, topic, "left out")) != "")
        return print_state(account, party, topic, "omitted", why)
    count = split(accounts_of[round], all, " ")
    told = ""
    speech = 0
    for (i = 1; i <= count; i++) {
        speech += holds_speech(all[i])
        why = all[i] == account ? "" : reasons(all[i], party, topic, "words")
        if (why != "")
            told = told (told == "" ? "" : " ") why
    }
    if (told != "")
        return print_state(account, party, topic, "in another account", told)
    anyone = there = 0
    k = split(participants[round], names, /[ ,]+/)
    for (i = 1; i <= k; i++) {
        anyone += names[i] != ""
        there += party_named(names[i]) == party
    }
    for (i = 1; i <= count; i++)
        for (k = 1; k <= count_of[all[i]]; k++) {
            anyone += by[all[i], k] != ""
            there += is_by(all[i] SUBSEP k, party)
        }
    if (anyone && !there)
        print_state(account, party, topic, "absent", "")
    else if (!speech)
        print_state(account, party, topic, "not recorded", "")
    else if (holds_speech(account) && extent[account] == "full" && tagged[account] == "full")
        print_state(account, party, topic, "silent", "")
    else if (holds_speech(account) && extent[account] == "contents" && tagged[account] == "full")
        print_state(account, party, topic, "not in these minutes", "")
    else
        print_state(account, party, topic, "not in this record", "")
}

END {
    end_all()
    for (account in round_of)
        for (p = 1; p <= party_count; p++)
            for (t = 1; t <= topic_count; t++)
                judge(account, parties[p], topics[t])
}
