#!/bin/sh
# SPDX-License-Identifier: MIT
# Fuzzing by hand, for long: tests/campaign/fuzz.sh [MINUTES]. Both targets in turn on one core, in build-fuzz-long/, where
# the corpora grow; what breaks the program is kept there as crash-*. Tells the runs of each turn.
set -u
cd "$(dirname "$0")/../.." || exit 1
minutes=${1:-60}
build=build-fuzz-long
mkdir -p $build && cd $build || exit 1
LC_ALL=C.UTF-8
export LC_ALL

if [ ! -x tests/fuzz/keys_fuzzer ]; then
    # Tracing comparisons costs a quarter of the runs and finds little in a format of words.
    ../configure --quiet --disable-sandbox CC=clang CFLAGS='-g -O2 -fsanitize=fuzzer-no-link -fno-sanitize-coverage=trace-cmp' || exit
    make -s tests/fuzz/fuzzer tests/fuzz/keys_fuzzer || exit
    cp -R ../tests/fuzz/corpus corpus
    cp -R ../tests/fuzz/keys keys
fi

# run TARGET CORPUS SECONDS [OPTION]
run() {
    nice -n 19 tests/fuzz/"$1" -use_value_profile=0 -entropic=0 -max_total_time="$3" -timeout=20 -print_final_stats=1 \
        -artifact_prefix=crash- ${4-} "$2" 2>log
    status=$?
    runs=$(sed -n 's/^stat::number_of_executed_units: *//p' log)
    echo "$1: ${runs:-0} runs, $(find . -name 'crash-*' | wc -l) crashes"
    [ $status -eq 0 ] || tail -n 40 log
}

end=$(($(date +%s) + 60 * minutes))
while [ "$(date +%s)" -lt "$end" ]; do
    run keys_fuzzer keys 180
    run fuzzer corpus 60 -max_len=400 # longer ones only cost time
done
