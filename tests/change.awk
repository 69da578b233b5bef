# SPDX-License-Identifier: MIT
# Works out anew, from the .dip files alone, what became of a side's words between two rounds, and prints it as
# `diptych change --to tsv` does: CHANGE EARLIER LATER. To be run behind dip.awk, with -v side=, from=, to= and topic=.

function padded_date(date,    parts, count) {
    sub(/[~?\/ ].*/, "", date)
    if (date == "")
        return "0000-00-00"
    count = split(date, parts, "-")
    return parts[1] "-" (count > 1 ? parts[2] : "01") "-" (count > 2 ? parts[3] : "01")
}

function record_ended() {
    if (type == "Party")
        line[id] = value["succeeds"] == "" ? id : line[value["succeeds"]]
    else if (type == "Topic")
        kind_of[id] = value["kind"]
    else if (type == "Round" || type == "Account") {
        extent[id] = value["extent"]
        sub(/[ \t]*;.*/, "", extent[id])
        tagged[id] = value["tagged"]
        if (type == "Round")
            order_of[id] = sprintf("%s %06d %09d", padded_date(value["date"]), value["order"], ++round_count)
    }
}

function passage_ended() {
    act[here] = attribute["act"] == "" ? "asserts" : attribute["act"]
    addressee[here] = attribute["to"] == "" ? "other" : attribute["to"]
    note_links("restates", attribute["restates"])
    note_links("retreats", attribute["retreats"])
    note_links("contradicts", attribute["contradicts"])
}

function note_links(verb, refs,    count, words, k, target, parts, first, last) {
    gsub(/,/, " ", refs)
    count = split(refs, words, " ")
    for (k = 1; k <= count; k++) {
        target = account
        parts = words[k]
        if (index(parts, ".")) {
            target = substr(parts, 1, index(parts, ".") - 1)
            parts = substr(parts, index(parts, ".") + 1)
        }
        first = last = parts + 0
        if (index(parts, "-"))
            last = substr(parts, index(parts, "-") + 1) + 0
        for (; first <= last; first++)
            if (first)
                back[target "." first] = back[target "." first] verb " " account " " count_of[account] "\n"
    }
}

function is_by_side(here,    count, names, i, party) {
    count = split(by[here], names, "+")
    for (i = 1; i <= count; i++) {
        party = party_named(trim(names[i]))
        if (party != "" && line[party] == line[side])
            return 1
    }
    return 0
}

function is_said(account, here,    status) {
    status = status_at(account, here)
    return status == "" ? by[here] != "" : status !~ /^(omitted|inferred|narration|summary)$/
}

function is_held(account, here) {
    return is_by_side(here) && is_said(account, here) && addressee[here] == "other" &&
        act[here] ~ /^(asserts|proposes|offers|demands|conditions|concedes|refuses)$/
}

function is_procedure(topic) {
    while (topic != "" && kind_of[topic] == "")
        topic = parent[topic]
    return topic != "" && kind_of[topic] == "procedure"
}

function is_on_topic(here,    count, ids, i) {
    if (topic != "")
        return has_topic(here, topic)
    count = split(about[here], ids, " ")
    for (i = 1; i <= count; i++)
        if (!is_procedure(ids[i]))
            return 1
    return 0
}

function ref(account, i) {
    return account "." number_of[account, i]
}

function found(kind, earlier, later) {
    print kind "\t" earlier "\t" later
}

# Whether words of that account may stand between the two.
function is_between(account) {
    return account == to || (order_of[round_of[account]] >= order_of[round_of[from]] && order_of[round_of[account]] < order_of[round_of[to]])
}

function follow(earlier, on,    queue, count, i, k, lines, n, words, seen, any, later) {
    split("", seen)
    queue[count = 1] = earlier
    seen[earlier] = 1
    any = 0
    for (i = 1; i <= count; i++) {
        n = split(back[queue[i]], lines, "\n")
        for (k = 1; k < n; k++) {
            split(lines[k], words, " ")
            if (!is_between(words[2]) || !is_by_side(words[2] SUBSEP words[3]))
                continue
            later = ref(words[2], words[3])
            if (words[1] == "restates" && !(later in seen)) {
                seen[later] = 1
                queue[++count] = later
            }
            if (words[2] != to)
                continue
            linked[words[3]] = any = 1
            if (on || (is_held(to, to SUBSEP words[3]) && is_on_topic(to SUBSEP words[3])))
                found(words[1] == "restates" ? "restated" : words[1] == "retreats" ? "retreated from" : "contradicted", earlier, later)
        }
    }
    return any
}

END {
    end_all()
    lack = extent[to] == "full" && tagged[to] == "full" ? "dropped" : "not in the later record"
    for (i = 1; i <= count_of[from]; i++) {
        here = from SUBSEP i
        if (!is_held(from, here))
            continue
        on = is_on_topic(here)
        if (!follow(ref(from, i), on) && on)
            found(lack, ref(from, i), "")
    }
    for (i = 1; i <= count_of[to]; i++)
        if (!linked[i] && is_held(to, to SUBSEP i) && is_on_topic(to SUBSEP i))
            found("new", "", ref(to, i))
}
