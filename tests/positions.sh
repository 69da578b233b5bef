# SPDX-License-Identifier: MIT
# Every position of the shipped dossier rests on passages of its side that are about its topic. TAP. The files are read
# by positions.awk and not by the program.

. "${top_srcdir:?}/tests/tap.sh"

here="$top_srcdir/tests"
LC_ALL=C # awk works on bytes

hold() {
    find "$1" -name '*.dip' | sort | xargs "${AWK:-awk}" -v whole="$2" -f "$here/dip.awk" -f "$here/positions.awk"
}

# What is wrong in one way, by the first word of the lines.
faults() {
    sed -n "s/^$1	//p" "$work/held"
}

test_shipped() {
    hold "$top_srcdir/transcripts/soviet-japanese" 'wg1 wg2' >"$work/held"
    if [ "$(faults count)" -gt 0 ]; then
        pass 'the dossier has positions'
    else
        fail 'the dossier has positions'
    fi
    faults rests >"$work/wrong"
    nothing_in "$work/wrong" 'each rests on words of its side about its topic'
    faults text >"$work/wrong"
    nothing_in "$work/wrong" 'each is one sentence that fits its column'
    faults double >"$work/wrong"
    nothing_in "$work/wrong" 'none is there twice'
    faults file >"$work/wrong"
    nothing_in "$work/wrong" 'a file of positions is about one round'
    faults missing >"$work/wrong"
    nothing_in "$work/wrong" 'none is missing in the working groups, and no side in any round where two speak'
}

# A dossier that is wrong in every way: what is found there is that, and no more.
test_faults() {
    mkdir "$work/dossier"
    cat >"$work/dossier/a.dip" <<'END'
Person: anna
Party: north

Person: ben
Party: south

Topic: all

Topic: ferry
Parent: all

Topic: fog

Topic: form
Kind: procedure

Topic: order
Parent: form
END
    cat >"$work/dossier/b.dip" <<'END'
Position: r1 north ferry
Text: The ferry should run twice a day, in
 winter too.
Rests: 1-2

Position: r1 north all
Text: The ferry should run twice a day.
Rests: 2 r1.4

Position: r1 north all
Text: We want it. All of us do.
Rests: 3

Position: r2 south fog
Text: Too short.
Rests: 1 9

Position: r1 south ferry
Text: The ferry is not mentioned by the south here.
Rests: 3 6 5-8

Position: r1 south fog
Text: There is much fog on the sound.
Rests: 5

Position: r2 south ferry
Text: There is no ferry on the sound.

Position: r1 north order
Text: The captain infers that they want to begin.
Rests: 7

Position: r1 south order
Text: They want to begin, no doubt.
Rests: 7
END
    cat >"$work/dossier/c.dip" <<'END'
Round: r1

@ anna
[1] Twice a day,
{topics: ferry; note: "topics: fog; {"}

[2] also in winter.
{note: "not }"; topics:
 ferry fog}

@ ben
[3] No.
{topics: ferry}

@ south {status: narration}
[4] What Ben thinks.
{topics: ferry}

@ south
[5] The fog.
{topics: fog; status: omitted}

@ north + south
[6] Let us begin.
{topics: order}

[7] Both wanted to begin.
{topics: order; status: inferred}
END
    cat >"$work/dossier/d.dip" <<'END'
Round: r2

@ ben
[1] Fog again.
{topics: fog}

@ anna
[2] No fog.
{topics: fog}
END
    hold "$work/dossier" r1 | sort >"$work/held"
    cat >"$work/expected" <<'END'
count	9
double	r1 north all
file	r2 stands in a file of r1
file	r2 stands in a file of r1
missing	r1 north fog
missing	r2 north has no position at all
rests	r1 north all: r1.3 is not of that side
rests	r1 north all: r1.4 is not of that side
rests	r1 south ferry: r1.6 is not on that topic
rests	r1 south ferry: there is no r1.5-8
rests	r1 south fog: nobody is known to have spoken r1.5
rests	r1 south order: nobody is known to have spoken r1.7
rests	r2 south ferry: rests on nothing
rests	r2 south fog: there is no r2.9
text	r1 north all: in the first person
text	r1 north all: not one sentence
text	r2 south fog: 10 bytes
END
    diff "$work/expected" "$work/held" >"$work/wrong"
    nothing_in "$work/wrong" 'every kind of fault is found'
}

test_shipped
test_faults
finish
