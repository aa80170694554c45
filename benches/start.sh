#!/usr/bin/env bash
# From start to exit: a lookup against `cat` of the same page and against a
# program that does nothing, in one run; the program as `cargo build` leaves it,
# and without shared libraries, as a release has it. Needs hyperfine.
set -euo pipefail
cd "$(dirname "$0")/.."
cargo build --release --locked --quiet
target=$(rustc -vV | sed -n 's/^host: //p')
RUSTFLAGS='-C target-feature=+crt-static -C relocation-model=static' \
    cargo build --release --locked --quiet --target "$target"
term=${1:-helm}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
target/release/cnref "$term" >"$scratch/page"
# Copied, as installing does: the kernel maps what a linker wrote in smaller pieces.
cp target/release/cnref "$scratch/usual"
cp "target/$target/release/cnref" "$scratch/released"
echo 'fn main() {}' >"$scratch/empty.rs"
rustc -O -o "$scratch/empty" "$scratch/empty.rs"
hyperfine --shell=none --warmup 50 --runs "${RUNS:-1000}" --export-json "$scratch/times.json" \
    "$scratch/usual $term" "$scratch/released $term" "cat $scratch/page" "$scratch/empty" >/dev/null 2>&1
medians=$(grep -o '"median": [0-9.e-]*' "$scratch/times.json" | cut -d' ' -f2)
printf '%s\n' "$medians" | awk -v term="$term" '
    { median[NR] = $1 * 1000 }
    END {
        printf "cnref %-22s %.2f ms\n... of a release              %.2f ms\ncat of its page              %.2f ms\nan empty program             %.2f ms\n", term, median[1], median[2], median[3], median[4]
        printf "cnref / cat                  %.2f\n... of a release / cat        %.2f\n", median[1] / median[3], median[2] / median[3]
    }'
