#!/usr/bin/env bash
# A layer of 10,000 entries against one of 10 and against none: what a lookup
# by id, a list and a completion cost. Needs hyperfine.
#
#   benches/layers.sh [SCRATCH]   the folder that is made and measured in
set -euo pipefail
cd "$(dirname "$0")/.."
cargo build --release --locked --quiet
cnref=$PWD/target/release/cnref
scratch=${1:-$(mktemp -d)}
[ $# -gt 0 ] || trap 'rm -rf "$scratch"' EXIT

# generate FOLDER COUNT: a layer with so many entries, of which each names two others.
generate() {
    mkdir -p "$1/home" "$1/layer/our-services"
    printf 'name = "service of ours"\ngroup = "own"\nsummary = "What our teams run."\n' \
        >"$1/layer/our-services/_category.toml"
    awk -v folder="$1/layer/our-services" -v count="$2" 'BEGIN {
        for (number = 0; number < count; number++) {
            file = sprintf("%s/service-%05d.toml", folder, number)
            printf "name = \"Service %05d\"\nkind = \"component\"\naliases = [\"svc%05d\", \"our service %d\"]\n", number, number, number > file
            printf "tags = [\"team-%d\"]\nsummary = \"Handles the orders of region %d and answers the shop within its limits.\"\n", number % 40, number >> file
            printf "why = \"One region must not slow the others down.\"\ndescription = \"\"\"\nReads a queue, writes a [pod](pod) log, and calls the next service. " >> file
            printf "It is deployed with [Helm](helm) and was moved once.\n\"\"\"\n[relations]\nbuilt-on = [\"kubernetes\"]\n" >> file
            printf "works-with = [\"service-%05d\"]\n[checked]\non = 2026-11-01\nsources = [\"https://wiki.example.com/%d\"]\n", (number + 1) % count, number >> file
            close(file)
        }
    }'
}

mkdir -p "$scratch/none"
for count in 10 10000; do
    [ -d "$scratch/$count/layer" ] || generate "$scratch/$count" "$count"
done

# median LAYER ARGUMENT...: milliseconds from start to exit.
median() {
    local layer=$1
    shift
    hyperfine --shell=none --warmup 5 --min-runs "${RUNS:-40}" --export-json "$scratch/times.json" --ignore-failure \
        "env -i HOME=$scratch/none CNREF_PATH=$layer $cnref $*" >/dev/null 2>&1
    grep -o '"median": [0-9.e-]*' "$scratch/times.json" | awk '{ printf "%.2f", $2 * 1000 }'
}

row() {
    local name=$1
    shift
    local none few many
    none=$(median '' "$@")
    few=$(median "$scratch/10/layer" "$@")
    many=$(median "$scratch/10000/layer" "$@")
    awk -v name="$name" -v none="$none" -v few="$few" -v many="$many" \
        'BEGIN { printf "%-34s %9.2f %9.2f %9.2f   %6.2f\n", name, none, few, many, many / few }'
}

printf '%-34s %9s %9s %9s   %s\n' 'milliseconds with a layer of' none 10 10000 '10000 / 10'
RUNS=300 row 'cnref helm' helm
RUNS=300 row 'cnref service-00007' service-00007
row 'cnref svc00007 (an alias)' svc00007
row 'cnref list' list
row 'cnref servcie-00007 (a miss)' servcie-00007
row 'completion of "ser"' __complete bash -- ser
row 'completion of "service-00007"' __complete bash -- service-00007
row 'completion of nothing' __complete zsh -- "''"
printf 'list of 10,000 entries on one core: %s ms\n' "$(hyperfine --shell=none --warmup 3 --runs 15 --export-json "$scratch/times.json" \
    "taskset -c 0 env -i HOME=$scratch/none CNREF_PATH=$scratch/10000/layer $cnref list" >/dev/null 2>&1; grep -o '"median": [0-9.e-]*' "$scratch/times.json" | awk '{ printf "%.2f", $2 * 1000 }')"
