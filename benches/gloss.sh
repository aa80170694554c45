#!/usr/bin/env bash
# A document of 10 MB read with the glossary beside it, against ripgrep for a
# fixed list of the same names, in one run. Needs hyperfine and ripgrep.
set -euo pipefail
cd "$(dirname "$0")/.."
. benches/compare.sh
cargo build --release --locked --quiet
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
target/release/cnref list -o json | grep '"name":' | cut -d'"' -f4 >"$scratch/names"
while [ "$(stat -c %s "$scratch/document.md" 2>/dev/null || echo 0)" -lt 10000000 ]; do
    cat README.md CONTRIBUTING.md glossary/README.md tests/data/gloss/*.md >>"$scratch/document.md"
    target/release/cnref list --category kubernetes -o markdown >>"$scratch/document.md"
done
ls -lh "$scratch/document.md" | awk '{ print "a document of", $5 }'
RUNS=${RUNS:-10} compare 'cnref gloss' "target/release/cnref gloss $scratch/document.md -o name" \
    'rg -i -w -F -c -f names' "rg -i -w -F -c -f $scratch/names $scratch/document.md"
