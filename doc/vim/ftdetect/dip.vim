" SPDX-License-Identifier: MIT
autocmd BufNewFile,BufRead *.dip setfiletype dip | setlocal comments=:# commentstring=#\ %s
