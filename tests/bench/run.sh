#!/usr/bin/env bash
# What `afoot run` costs: the wall time that it adds to a command, and the throughput of a pipe through it.
# Prints medians beside the bare command and beside cat; judges nothing.
set -euo pipefail
bin=${AFOOT_BIN:-$(dirname "$0")/../../build/release/bin}/afoot
room=$(mktemp -d)
tracker=
leave() {
    [ -z "$tracker" ] || kill "$tracker" 2>/dev/null || true
    rm -rf "$room"
}
trap leave EXIT
export HOME=$room XDG_RUNTIME_DIR=$room XDG_STATE_HOME=$room XDG_DATA_HOME=$room XDG_CONFIG_HOME=$room
unset AFOOT_TRACKER AFOOT_DATA AFOOT_JOB

median_us() { # COUNT COMMAND… : median of its wall time in microseconds
    local count=$1 i from
    shift
    for ((i = 0; i < count; i++)); do
        from=${EPOCHREALTIME/./}
        "$@" >/dev/null </dev/null
        echo $((${EPOCHREALTIME/./} - from))
    done | sort -n | sed -n "$((count / 2 + 1))p"
}
added() { # NAME: what a wrapped true takes longer than a bare one
    local bare wrapped
    bare=$(median_us 300 /bin/true)
    wrapped=$(median_us 300 "$bin" run -- /bin/true)
    awk -v n="$1" -v b="$bare" -v w="$wrapped" \
        'BEGIN { printf "%-34s bare %6.2f ms   run %6.2f ms   added %6.2f ms\n", n, b / 1e3, w / 1e3, (w - b) / 1e3 }'
}

echo "Added wall time, median of 300 runs of true"
added "no tracker"
rm -rf "$room/afoot/spool.ndjson"
"$bin" serve >/dev/null 2>&1 &
tracker=$!
for ((i = 0; i < 100; i++)); do
    [ -S "$room/afoot/tracker.sock" ] && break
    sleep 0.05
done
added "with a tracker"

bytes=$((1 << 30))
bare() { head -c "$bytes" /dev/zero | wc -c; }
through_cat() { head -c "$bytes" /dev/zero | cat | wc -c; }
through_run() { "$bin" run -- head -c "$bytes" /dev/zero | wc -c; }
to_null_cat() { head -c "$bytes" /dev/zero | cat; }
to_null_run() { "$bin" run -- head -c "$bytes" /dev/zero; }
text_run() { "$bin" run -- seq 1 20000000; }
text_cat() { seq 1 20000000 | cat; }
speed() { # NAME FUNCTION BYTES
    local us
    us=$(median_us 5 "$2")
    awk -v n="$1" -v u="$us" -v b="$3" 'BEGIN { printf "%-34s %8.0f MB/s\n", n, b / u }'
    last=$us
}
echo
echo "Throughput of a pipe, 1 GiB of zeros, median of 5"
speed "bare into a pipe" bare "$bytes"
speed "cat into a pipe" through_cat "$bytes"
cat_us=$last
speed "afoot run into a pipe" through_run "$bytes"
awk -v c="$cat_us" -v r="$last" 'BEGIN { printf "%-34s %8.2f × cat\n", "", c / r }'
speed "cat into /dev/null" to_null_cat "$bytes"
cat_us=$last
speed "afoot run into /dev/null" to_null_run "$bytes"
awk -v c="$cat_us" -v r="$last" 'BEGIN { printf "%-34s %8.2f × cat\n", "", c / r }'
speed "seq through cat" text_cat 168888897
cat_us=$last
speed "seq through afoot run" text_run 168888897
awk -v c="$cat_us" -v r="$last" 'BEGIN { printf "%-34s %8.2f × cat\n", "", c / r }'
