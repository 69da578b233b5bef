# SPDX-License-Identifier: MIT
# Prints a dossier that is hard on a reader: `-v shape=NAME -v n=NUMBER`, and `-v shape=` for the names. Each is about n
# lines or words long, and what is made of it should take no more than twice the time at 2n, or hardly.
function head() {
    printf "Dossier: d\nTitle: D\n\nParty: su\nTitle: S\n\nParty: jp\nTitle: J\n\nTopic: a\nTitle: A\n\n"
}

function round() {
    printf "Round: r\nTitle: R\nDate: 1955\nParticipants: su jp\nExtent: full\n\n"
}

function side(i) {
    return i % 2 ? "su" : "jp"
}

function people(count,    i) {
    for (i = 1; i <= count; i++)
        printf "Person: p%d\nTitle: P%d\nParty: %s\n\n", i, i, side(i)
}

# A turn in which so many people speak.
function turn(count,    i) {
    printf "@ p1"
    for (i = 2; i <= count; i++)
        printf " + p%d", i
    print ""
}

function passages(count, attributes,    i) {
    for (i = 1; i <= count; i++)
        printf "[%d] words\n%s", i, attributes
}

BEGIN {
    if (shape == "") {
        print "speakers speakers-passages speakers-resumed joint-links turns topics chain ranges numbers remarks readings"
        exit
    }
    head()
    if (shape ~ /^speakers|^joint/)
        people(shape ~ /joint/ ? 400 : n)
    if (shape == "turns")
        people(n)
    for (i = 1; i <= n && (shape == "topics" || shape == "chain"); i++)
        printf "Topic: t%d\nTitle: T%d\n%s\n", i, i, shape == "chain" && i < n ? "Parent: t" (i + 1) "\n" : ""
    round()
    if (shape ~ /^speakers|^joint/)
        turn(shape ~ /joint/ ? 400 : n)
    if (shape == "speakers")
        passages(2, "")
    else if (shape == "speakers-passages")
        passages(n, "")
    else if (shape == "speakers-resumed")
        for (i = 1; i <= n; i++)
            printf "[%d] words\n\nstray\n\n", i
    else if (shape == "joint-links")
        for (i = 1; i <= n; i++)
            printf "[%d] words\n{topics: a; rebuts: %d}\n", i, i - 1
    else if (shape == "turns")
        for (i = 1; i <= n; i++)
            printf "@ p%d\n[%d] words\n{topics: a}\n", i, i
    else if (shape == "topics") {
        printf "@ su\n[1] words\n{topics:"
        for (i = 1; i <= n; i++)
            printf " t%d", i
        print "}"
    } else if (shape == "chain")
        for (i = 1; i <= n; i++)
            printf "@ su\n[%d] words\n{topics: t%d}\n", i, i
    else if (shape == "ranges")
        for (i = 1; i <= n; i++)
            printf "@ %s\n[%d] words\n{topics: a; rebuts: 1-%d}\n", side(i), i, i
    else if (shape == "numbers")
        for (i = 1; i <= n; i++)
            printf "@ su\n[1] words\n{topics: a; rebuts: 1}\n"
    else if (shape == "remarks") {
        printf "@ su\n[1] words\n\nLayer: l\nFor: d\n\n"
        for (i = 1; i <= n; i++)
            printf "On: r.1\nTopics: a\nrebuts: r.1\n\n"
    } else if (shape == "readings") {
        printf "@ su\n[1] words\n\nDiscrepancy: x\nAbout: x\n"
        for (i = 1; i <= n; i++)
            printf "Reading: r.1; words\n"
    }
}
