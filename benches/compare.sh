# Times commands against each other in one run; sourced by the other scripts.
# Needs hyperfine, which prints the medians and the ratio.

# compare NAME_A COMMAND_A NAME_B COMMAND_B: both medians, and A / B.
compare() {
    local times
    times=$(mktemp)
    hyperfine --shell=none --ignore-failure --warmup 5 --runs "${RUNS:-50}" --export-json "$times" "$2" "$4" >/dev/null 2>&1
    grep -o '"median": [0-9.e-]*' "$times" | cut -d' ' -f2 | awk -v a="$1" -v b="$3" '
        { median[NR] = $1 * 1000 }
        END { printf "%-28s %8.2f ms\n%-28s %8.2f ms\nratio %31.2f\n", a, median[1], b, median[2], median[1] / median[2] }'
    rm -f "$times"
}
