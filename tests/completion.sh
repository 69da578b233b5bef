# SPDX-License-Identifier: MIT
# Completions: every option that --help tells is offered by every shell that is at hand. TAP.
. "${top_srcdir:?}/tests/tap.sh"

# The names of the subcommands that the help tells.
subcommands() {
    "$diptych" --help | sed -n 's/^  \([a-z][a-z]*\)  .*/\1/p'
}
# options SUBCOMMAND: the long options and the letters that its help tells, with their dashes.
options() {
    # shellcheck disable=SC2086 # no argument when it is empty
    "$diptych" $1 --help | sed -n -e 's/^  \(-.\), \(--[a-z-]*\).*/\1 \2/p' -e 's/^      \(--[a-z-]*\).*/\1/p' | tr ' ' '\n'
}

for shell in bash zsh fish; do
    run completion $shell
    expect "completions of $shell" 0 test ! -s "$work/err" -a -s "$work/out"
    cp "$work/out" "$work/$shell"
done
run completion
expect 'of which shell' 2 usage_about 'missing'
run completion tcsh
expect 'of an unknown shell' 2 usage_about 'tcsh'

# --- bash

# complete WORD...: what bash offers for the last of the words, a line each.
complete_bash() {
    bash -c '
        PATH=$1:$PATH
        source "$2"
        shift 2
        COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
        _diptych
        printf "%s\n" "${COMPREPLY[@]}"
    ' bash "$top_builddir" "$work/bash" "$@" 2>"$work/err"
}
# offers NAME OFFERED WORD...: for the words, these are among what is offered.
offers() {
    name=$1
    offered=$2
    shift 2
    complete_bash "$@" >"$work/offered"
    for word in $offered; do
        grep -qxF -e "$word" "$work/offered" || echo "$word is not offered"
    done >"$work/wrong"
    cat "$work/err" >>"$work/wrong"
    nothing_in "$work/wrong" "$name"
}
if ! command -v bash >/dev/null 2>&1; then
    skip 'bash' 'it is not at hand'
else
    bash -n "$work/bash" 2>"$work/wrong"
    nothing_in "$work/wrong" 'bash reads its completions'
    for subcommand in $(subcommands); do
        for option in $(options "$subcommand"); do
            complete_bash diptych "$subcommand" "$option" >"$work/offered"
            grep -qx -e "$option=\{0,1\}" "$work/offered" || echo "$subcommand $option"
            cat "$work/err"
        done
    done >"$work/wrong"
    nothing_in "$work/wrong" 'bash offers every option of every subcommand'
    for option in $(options ''); do
        complete_bash diptych "$option" | grep -qx -e "$option=\{0,1\}" || echo "$option"
    done >"$work/wrong"
    nothing_in "$work/wrong" 'bash offers the options of the program'
    complete_bash diptych '' >"$work/offered"
    subcommands | while read -r name; do grep -qx "$name" "$work/offered" || echo "$name"; done >"$work/wrong"
    nothing_in "$work/wrong" 'bash offers every subcommand'
    offers 'bash offers kinds of things' 'rounds passages discrepancies' diptych list ''
    offers 'bash offers formats' 'text tsv json' diptych list --to = ''
    offers 'bash offers formats behind a letter' 'text tsv' diptych list -T t
    offers 'bash offers shells' 'bash zsh fish' diptych completion ''
    [ "$(complete_bash diptych show "$ferry" --round = '' | tr '\n' ' ')" = 'first second third ' ] && pass 'bash offers rounds' ||
        fail 'bash offers rounds'
    [ "$(complete_bash diptych show "$ferry" --columns=north, | tr '\n' ' ')" = \
        '--columns=north,north --columns=north,south --columns=north,isle ' ] && pass 'bash offers a second column' ||
        fail 'bash offers a second column'
    (cd "$ferry" && complete_bash diptych check r | grep -qx rounds) && pass 'bash offers paths' || fail 'bash offers paths'
    complete_bash diptych search --regex x '' >"$work/offered"
    grep -qx show "$work/offered" && fail 'bash offers no subcommand behind one' || pass 'bash offers no subcommand behind one'
fi

# --- zsh and fish

if ! command -v zsh >/dev/null 2>&1; then
    skip 'zsh' 'it is not at hand'
else
    zsh -n "$work/zsh" 2>"$work/wrong"
    nothing_in "$work/wrong" 'zsh reads its completions'
fi
for subcommand in $(subcommands); do
    sed -n "/^    ($subcommand) /,/;;/p" "$work/zsh" >"$work/its"
    for option in $(options "$subcommand"); do
        grep -q -e "[{,'(]$option[]+=,}[]" "$work/its" || echo "$subcommand $option"
    done
done >"$work/wrong"
nothing_in "$work/wrong" 'zsh is told every option'
if ! command -v fish >/dev/null 2>&1; then
    skip 'fish' 'it is not at hand'
else
    for subcommand in $(subcommands); do
        for option in $(options "$subcommand"); do
            PATH=$top_builddir:$PATH fish -c "source $work/fish; complete -C 'diptych $subcommand $option'" |
                grep -q -e "^$option" || echo "$subcommand $option"
        done
    done >"$work/wrong"
    nothing_in "$work/wrong" 'fish offers every option'
fi
for subcommand in $(subcommands); do
    grep "__fish_seen_subcommand_from $subcommand'" "$work/fish" >"$work/its"
    for option in $(options "$subcommand"); do
        case $option in
            --*) grep -q -e " -l ${option#--} " "$work/its" ;;
            *) grep -q -e " -s ${option#-} " "$work/its" ;;
        esac || echo "$subcommand $option"
    done
done >"$work/wrong"
nothing_in "$work/wrong" 'fish is told every option'

finish
