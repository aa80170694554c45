#!/usr/bin/env bash
# From start to exit: a lookup against `cat` of the same page and against a
# program that does nothing, in one run. Needs hyperfine.
set -euo pipefail
cd "$(dirname "$0")/.."
cargo build --release --locked --quiet
term=${1:-helm}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
target/release/cnref "$term" >"$scratch/page"
echo 'fn main() {}' >"$scratch/empty.rs"
rustc -O -o "$scratch/empty" "$scratch/empty.rs"
hyperfine --shell=none --warmup 50 --runs 1000 --export-json "$scratch/times.json" \
    "target/release/cnref $term" "cat $scratch/page" "$scratch/empty" >/dev/null 2>&1
medians=$(grep -o '"median": [0-9.e-]*' "$scratch/times.json" | cut -d' ' -f2)
printf '%s\n' "$medians" | awk -v term="$term" '
    { median[NR] = $1 * 1000 }
    END {
        printf "cnref %-14s %.2f ms\ncat of its page      %.2f ms\nan empty program     %.2f ms\n", term, median[1], median[2], median[3]
        printf "cnref / cat          %.2f\n", median[1] / median[2]
    }'
