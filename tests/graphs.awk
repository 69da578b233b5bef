# SPDX-License-Identifier: MIT
# Writes so many small dossiers with passages and links at random below a directory, a file each:
#     awk -v count=10000 -v directory=DIR -v seed=1 -f graphs.awk

function any(limit) {
    return int(rand() * limit)
}

function one_of(words,    list, count) {
    count = split(words, list, " ")
    return list[1 + any(count)]
}

function spaced(text) {
    gsub(/;/, " ", text)
    return text
}

function write_links(file,    i, verb, target, first, text) {
    for (i = any(3); i > 0 && known > 0; i--) {
        verb = one_of("answers rebuts distinguishes agrees defers defers restates")
        target = 1 + any(known)
        text = account_at[target] == account ? number_at[target] : account_at[target] "." number_at[target]
        if (any(6) == 0 && number_at[target] < last_of[account_at[target]])
            text = text "-" number_at[target] + 1
        printf ";\n %s: %s", verb, text >file
    }
}

function write_passage(file, number,    speakers) {
    speakers = one_of("a b a b c ann a+b b+c -")
    gsub(/\+/, " + ", speakers)
    print "\n@" (speakers == "-" ? "" : " " speakers) >file
    print "[" number "] Words." >file
    printf "{topics: %s", spaced(one_of("t t t u u p p;t p;u")) >file
    if (any(3) == 0)
        printf "; act: %s", one_of("proposes offers demands conditions concedes refuses asks") >file
    if (any(6) == 0)
        printf "; status: %s", one_of("verbatim reported summary omitted inferred narration") >file
    if (any(6) == 0)
        printf "; to: %s", one_of("own public third later") >file
    write_links(file)
    print "}" >file
    account_at[++known] = account
    number_at[known] = number
    last_of[account] = number
}

function write_account(file, kind, name, year,    i, count) {
    account = name
    printf "\n%s: %s\nTitle: %s\n", kind, name, name >file
    if (kind == "Round")
        printf "Date: %d\nParticipants: %s\n", year, spaced(one_of("a;b a;b a;b;c a ann;b b;c")) >file
    printf "Extent: %s\nTagged: %s\n", one_of("full full full full contents part digest lost"), one_of("full full full full part words") >file
    count = any(6)
    for (i = 1; i <= count; i++)
        write_passage(file, i)
}

BEGIN {
    srand(seed)
    for (graph = 1; graph <= count; graph++) {
        file = directory "/g" graph ".dip"
        known = 0
        printf "Dossier: g%d\nTitle: Graph\nFormat: 1\n\nParty: a\nTitle: A\n\nParty: b\nTitle: B\n\nParty: c\nTitle: C\n\n", graph >file
        printf "Person: ann\nTitle: Ann\nParty: a\n\nTopic: t\nTitle: T\n\nTopic: u\nTitle: U\nParent: t\n\n" >file
        printf "Topic: p\nTitle: P\nKind: procedure\n" >file
        rounds = 1 + any(4)
        for (r = 1; r <= rounds; r++) {
            write_account(file, "Round", "r" graph "x" r, 1900 + r)
            if (any(4) == 0)
                write_account(file, "Account", "r" graph "x" r "/m", 1900 + r)
        }
        close(file)
    }
}
