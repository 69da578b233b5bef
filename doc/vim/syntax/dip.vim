" SPDX-License-Identifier: MIT
" Language: dossiers of diptych, diptych(5)

if exists('b:current_syntax')
  finish
endif

syntax case ignore
" A record or passage is seldom longer.
syntax sync minlines=100

" Speech: a line of text is left as it is.
syntax match dipEscape '^\\\ze[#@{\\[]'
syntax match dipScene '\[\[.\{-}\]\]'
syntax match dipNumber '^\[\d\+\]'
syntax match dipTurn '^@[^{]*' nextgroup=dipAttributes
" What looks like syntax and is text: diptych check tells it, and --fix puts right what leaves no doubt.
syntax match dipNear '^\s\+\ze\[\s*\d\+\s*\]'
syntax match dipNear '^\[\d\+\a\+\]'
syntax match dipNear '^\s\+@\ze\s*\a'
syntax match dipNear '^\s\+{\ze\a[0-9a-z-]*:'
syntax match dipNear '\S\s*\zs{\ze\a[0-9a-z-]*:.*}\s*$'

" Attributes of passages and turns.
syntax region dipAttributes start='{' end='}' end='^\s*$' keepend contained contains=dipName,dipVerb,dipQuoted,dipComment
syntax region dipBlock start='^{' end='}' end='^\s*$' keepend contains=dipName,dipVerb,dipQuoted,dipComment
syntax match dipName '\%(^\|[{;]\)\@<=\s*\a[0-9a-z-]*:' contained nextgroup=dipWord skipwhite
syntax match dipVerb '\%(^\|[{;]\)\@<=\s*\%(answers\|rebuts\|distinguishes\|agrees\|defers\|restates\|retreats\|contradicts\|supported\|overstated\|distorted\|elsewhere\|not-in-record\|same\|beside\):' contained
syntax match dipWord '\<\%(asserts\|proposes\|offers\|demands\|conditions\|concedes\|refuses\|asks\|complains\|procedure\)\>' contained
syntax match dipWord '\<\%(paraphrase\|verbatim\|reported\|summary\|omitted\|inferred\|narration\)\>' contained
syntax match dipWord '\<\%(full\|contents\|part\|digest\|lost\|words\)\>' contained
syntax match dipWord '\<\%(other\|own\|public\|third\|later\|government\|party\|opposition\|private\)\>' contained
syntax match dipWord '\<\%(minutes\|stenogram\|memorandum\|document\|memoir\|history\|report\|press\)\>' contained
syntax region dipQuoted start='"' end='"' contained contains=dipComment

" Records, up to a blank line.
syntax region dipRecord matchgroup=dipType start='^\%(Dossier\|Party\|Person\|Topic\|Name\|Source\|Event\|Round\|Account\|Discrepancy\|Position\|Instrument\|Layer\|On\|X-[0-9a-z-]*\):' matchgroup=NONE end='^\s*$' keepend contains=dipKey,dipComment
syntax match dipKey '^\a[0-9a-z-]*:' contained nextgroup=dipWord skipwhite

syntax match dipComment '^#.*'

highlight default link dipComment Comment
highlight default link dipEscape SpecialChar
highlight default link dipScene Special
highlight default link dipNumber Number
highlight default link dipTurn Title
highlight default link dipNear Error
highlight default link dipBlock PreProc
highlight default link dipAttributes PreProc
highlight default link dipName Identifier
highlight default link dipVerb Statement
highlight default link dipWord Constant
highlight default link dipQuoted String
highlight default link dipType Type
highlight default link dipKey Identifier

let b:current_syntax = 'dip'
