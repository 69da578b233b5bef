# SPDX-License-Identifier: MIT
# Counts anew, from the .dip files alone, what each party has on each topic in the first account of each round, and
# prints it as `diptych matrix --to tsv` does: TOPIC ROUND PARTY ANEW REPEATED INFERRED. To be run behind dip.awk.

function record_ended() {
    if (type == "Party")
        parties[++party_count] = id
    else if (type == "Topic")
        topics[++topic_count] = id
}

function passage_ended() {
    restating[here] = "restates" in attribute
}

END {
    end_all()
    for (account in round_of) {
        if (round_of[account] != account)
            continue
        for (p = 1; p <= party_count; p++)
            for (t = 1; t <= topic_count; t++) {
                anew = repeated = inferred = 0
                for (i = 1; i <= count_of[account]; i++) {
                    here = account SUBSEP i
                    status = status_at(account, here)
                    if (!is_by(here, parties[p]) || !has_topic(here, topics[t]) || status ~ /^(omitted|summary)$/)
                        continue
                    if (status ~ /^(inferred|narration)$/)
                        inferred++
                    else if (restating[here])
                        repeated++
                    else
                        anew++
                }
                print topics[t] "\t" account "\t" parties[p] "\t" anew "\t" repeated "\t" inferred
            }
    }
}
