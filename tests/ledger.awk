# SPDX-License-Identifier: MIT
# Solves what became of every claim anew, from the .dip files alone, and prints it as `diptych ledger --to tsv` does in
# part: [DOSSIER] CLAIM STATE RECORD. To be run behind dip.awk, with -v apart=1 when each file is a dossier.

function padded_date(date,    parts, count) {
    sub(/[~?\/ ].*/, "", date)
    if (date == "")
        return "0000-00-00"
    count = split(date, parts, "-")
    return parts[1] "-" (count > 1 ? parts[2] : "01") "-" (count > 2 ? parts[3] : "01")
}

function record_ended(    round, key) {
    if (type == "Dossier" && apart)
        dossier = id
    else if (type == "Topic")
        kind_of[apart ? dossier : "", id] = value["kind"]
    else if (type == "Round" || type == "Account") {
        round = round_of[id]
        extent[id] = value["extent"] == "" ? "part" : value["extent"]
        sub(/[ \t]*;.*/, "", extent[id])
        tagged[id] = value["tagged"]
        accounts_of[round] = accounts_of[round] " " id
        dossier_of[id] = apart ? dossier : ""
        if (type == "Round") {
            participants[round] = value["participants"]
            rounds[++round_count] = round
            order_of[round] = sprintf("%s %06d %09d", padded_date(value["date"]), value["order"], round_count)
        }
    }
}

function passage_ended(    verbs, v) {
    act[here] = attribute["act"] == "" ? "asserts" : attribute["act"]
    to[here] = attribute["to"] == "" ? "other" : attribute["to"]
    split("answers rebuts distinguishes agrees defers", verbs, " ")
    for (v = 1; v <= 5; v++)
        if (verbs[v] in attribute)
            note_links(account, here, verbs[v], attribute[verbs[v]])
}

# Remembers who answers and who puts off each passage.
function note_links(from, here, verb, refs,    count, words, k, target, parts, first, last) {
    gsub(/,/, " ", refs)
    count = split(refs, words, " ")
    for (k = 1; k <= count; k++) {
        target = from
        parts = words[k]
        if (index(parts, ".")) {
            target = substr(parts, 1, index(parts, ".") - 1)
            parts = substr(parts, index(parts, ".") + 1)
        } else if (parts !~ /^[0-9]/) {
            continue
        }
        first = last = parts + 0
        if (index(parts, "-"))
            last = substr(parts, index(parts, "-") + 1) + 0
        for (; first <= last; first++)
            replies[target, first] = replies[target, first] "\n" (verb == "defers") " " by[here]
    }
}

function is_said(account, here,    status) {
    status = status_at(account, here)
    if (status == "")
        return by[here] != ""
    return status !~ /^(omitted|inferred|narration)$/
}

# Its own kind, or that of the nearest topic above it.
function is_procedure(graph, topic) {
    while (topic != "" && kind_of[graph, topic] == "")
        topic = parent[topic]
    return topic != "" && kind_of[graph, topic] == "procedure"
}

function is_claim(account, here,    count, ids, i) {
    if (act[here] !~ /^(asserts|proposes|offers|demands|conditions)$/ || to[here] != "other" || !is_said(account, here))
        return 0
    count = split(about[here], ids, " ")
    for (i = 1; i <= count; i++)
        if (!is_procedure(dossier_of[account], ids[i]))
            return 1
    return 0
}

# Whether somebody of these speakers is of a party that the claim's speakers are not of.
function has_another(speakers, separator, claim,    count, names, i, party) {
    count = split(speakers, names, separator)
    for (i = 1; i <= count; i++) {
        party = party_named(trim(names[i]))
        if (party != "" && !is_by(claim, party))
            return 1
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

function is_complete(account) {
    return holds_speech(account) && extent[account] == "full" && tagged[account] == "full"
}

function round_is_complete(round,    count, all, i) {
    count = split(accounts_of[round], all, " ")
    for (i = 1; i <= count; i++)
        if (complete[all[i]])
            return 1
    return 0
}

# The first record that may hold an answer, or "".
function find_record(account, here,    i, round) {
    if (!complete[account])
        return account
    for (i = place[round_of[account]] + 1; i <= round_count; i++) {
        round = rounds[i]
        if (dossier_of[round] != dossier_of[account])
            break
        if (has_another(participants[round], "[ ,]+", here) && !lacking[round])
            continue
        if (has_another(participants[round], "[ ,]+", here))
            return round
    }
    return ""
}

function judge(account, here,    count, all, i, state, record) {
    state = ""
    count = split(replies[account, number_of[here]], all, "\n")
    for (i = 2; i <= count; i++) {
        if (!has_another(substr(all[i], 3), "+", here))
            continue
        if (substr(all[i], 1, 1) == "0")
            state = "answered"
        else if (state == "")
            state = "put off"
    }
    if (state == "") {
        record = find_record(account, here)
        state = record == "" ? "open" : "undecided"
    }
    print (apart ? dossier_of[account] "\t" : "") account "." number_of[here] "\t" state "\t" record
}

# Rounds in order of date; an insertion sort keeps those of each dossier together, since they are read so.
function sort_rounds(    i, k, round) {
    for (i = 2; i <= round_count; i++) {
        round = rounds[i]
        for (k = i; k > 1 && dossier_of[rounds[k - 1]] == dossier_of[round] && order_of[rounds[k - 1]] > order_of[round]; k--)
            rounds[k] = rounds[k - 1]
        rounds[k] = round
    }
    for (i = 1; i <= round_count; i++)
        place[rounds[i]] = i
}

END {
    end_all()
    sort_rounds()
    for (account in round_of)
        complete[account] = is_complete(account)
    for (i = 1; i <= round_count; i++)
        lacking[rounds[i]] = !round_is_complete(rounds[i])
    for (account in round_of)
        for (i = 1; i <= count_of[account]; i++)
            if (is_claim(account, account SUBSEP i))
                judge(account, account SUBSEP i)
}
