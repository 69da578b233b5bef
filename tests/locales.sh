# SPDX-License-Identifier: MIT
# Locales whose codeset is not UTF-8: every line keeps its columns and is well-formed in the codeset. TAP.
. "${top_srcdir:?}/tests/tap.sh"

LOCPATH=$work/locales
# With LOCPATH newlocale() of glibc leaks a little at every call, which is not what is tested here.
ASAN_OPTIONS=${ASAN_OPTIONS:+$ASAN_OPTIONS:}detect_leaks=0
export LOCPATH ASAN_OPTIONS
mkdir "$LOCPATH"

# locale NAME INPUT CODESET: makes it; false when that cannot be done here.
make_locale() {
    localedef --no-archive -i "$2" -f "$3" "$LOCPATH/$1" >/dev/null 2>&1
    [ -d "$LOCPATH/$1" ]
}

# in_locale NAME ARGUMENT...: runs in the locale; $work/utf8 gets the output in UTF-8.
in_locale() {
    codeset=$1 locale=$2
    shift 2
    LC_ALL=$locale "$diptych" "$@" >"$work/out" 2>"$work/err" </dev/null
    status=$?
    iconv -f "$codeset" -t UTF-8 "$work/out" >"$work/utf8"
}

# In any codeset: no control characters but line ends; well-formed.
readable() {
    iconv -f "$codeset" -t UTF-8 "$work/out" >/dev/null 2>&1 && clean "$work/utf8"
}

utf8_has() {
    for word; do grep -qF -e "$word" "$work/utf8" || return 1; done
}

try() {
    codeset=$1 locale=$2
    shift 2
    in_locale "$codeset" "$locale" show --width=100 "$ferry"
    expect "$locale: show" 0 readable
    expect "$locale: show: text" 0 utf8_has "$@"
    in_locale "$codeset" "$locale" list names "$ferry"
    expect "$locale: list" 0 readable
    in_locale "$codeset" "$locale" show --round="$(printf 'x\033\377')" "$ferry"
    iconv -f "$codeset" -t UTF-8 "$work/err" >"$work/utf8"
    expect "$locale: messages" 2 clean "$work/utf8"
}

try ASCII C 'asked then whose ground' '?'
try ASCII no_SUCH.locale 'asked then whose ground' '?'

if ! command -v localedef >/dev/null; then
    skip 'other locales' 'localedef is missing'
    finish
    exit
fi
if make_locale koi ru_RU KOI8-R; then
    try KOI8-R koi 'Совместный ремонт' '????'
    in_locale KOI8-R koi search "$(echo 'причал' | iconv -f UTF-8 -t KOI8-R)" "$ferry"
    expect 'koi: a pattern in the codeset of the locale' 0 utf8_has 'first.3'
else
    skip KOI8-R 'localedef cannot make it'
fi
if make_locale euc ja_JP EUC-JP; then
    try EUC-JP euc '時刻表は' 'Совместный'
else
    skip EUC-JP 'localedef cannot make it'
fi
if make_locale latin en_US ISO-8859-1; then
    try ISO-8859-1 latin 'asked then whose ground' '????' '«'
else
    skip ISO-8859-1 'localedef cannot make it'
fi

finish
