#!/usr/bin/env bash
# A search against ripgrep over the glossary's files for the same words, in one
# run. Needs hyperfine and ripgrep.
set -euo pipefail
cd "$(dirname "$0")/.."
. benches/compare.sh
cargo build --release --locked --quiet
for words in 'encrypt traffic between pods' 'helm' 'scale queue length'; do
    echo "== $words"
    compare 'cnref search' "target/release/cnref search $words" \
        'rg -i' "rg -i ${words// /|} glossary"
done
