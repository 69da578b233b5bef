# SPDX-License-Identifier: MIT
# Works out the state of every side on every topic in every account anew, from the .dip files alone, and prints
# it as tests/tools/standings does. To be run behind dip.awk, which reads them.

function record_ended(    round) {
    if (type == "Party")
        parties[++party_count] = id
    else if (type == "Topic")
        topics[++topic_count] = id
    else if (type == "Round" || type == "Account") {
        round = round_of[id]
        accounts_of[round] = type == "Round" ? id " " accounts_of[round] : accounts_of[round] " " id
        extent[id] = value["extent"] == "" ? "part" : value["extent"]
        sub(/[ \t]*;.*/, "", extent[id])
        tagged[id] = value["tagged"]
        if (type == "Round")
            participants[round] = value["participants"]
    }
}

function passage_ended(    verbs, v) {
    links[here] = ""
    split("answers rebuts distinguishes agrees defers", verbs, " ")
    for (v = 1; v <= 5; v++)
        if (verbs[v] in attribute)
            links[here] = links[here] ";" verbs[v] " " attribute[verbs[v]]
}

function is_left_out(account, here,    status) {
    status = status_at(account, here)
    return status == "omitted" || status == "summary"
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
