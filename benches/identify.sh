#!/bin/sh
# How long identifying a repository of 10,000 files takes, against ripgrep listing
# the files in which a word stands; and what memory it needs beside a file of 1 GB.
set -eu
cnref=${1:-target/release/cnref}
folder=${2:-target/tmp/identify-bench}

if [ ! -d "$folder/repository" ]; then
    mkdir -p "$folder/repository"
    awk -v folder="$folder/repository" 'BEGIN {
        split("apps/v1 Deployment,batch/v1 Job,cert-manager.io/v1 Certificate,argoproj.io/v1alpha1 Application,monitoring.coreos.com/v1 ServiceMonitor,v1 Service", kinds, ",")
        split("redis:7,quay.io/jetstack/cert-manager-controller:v1.15,registry.example.org/team/app:1.0,grafana/grafana:12", images, ",")
        for (number = 0; number < 10000; number++) {
            sub_folder = sprintf("%s/%02d/%02d", folder, number % 89, number % 7)
            if (!(sub_folder in made)) { system("mkdir -p " sub_folder); made[sub_folder] = 1 }
            file = sprintf("%s/object-%05d.yaml", sub_folder, number)
            split(kinds[number % 6 + 1], kind, " ")
            printf "apiVersion: %s\nkind: %s\nmetadata:\n  name: object-%d\n  labels:\n    app.kubernetes.io/name: app\n", kind[1], kind[2], number > file
            printf "spec:\n  template:\n    spec:\n      containers:\n        - name: app\n          image: %s\n          env:\n", images[number % 4 + 1] > file
            for (line = 0; line < 20; line++) printf "            - name: SETTING_%d\n              value: \"some value %d\"\n", line, number * line > file
            close(file)
        }
    }'
fi
if [ ! -f "$folder/large/large.yaml" ]; then
    mkdir -p "$folder/large"
    yes 'name: value # of a very large file' | head -c 1000000000 > "$folder/large/large.yaml"
fi

# In turn, since a machine that others use as well is quicker now and slower then.
: > "$folder/ratios"
for _ in 1 2 3 4 5 6 7 8 9 10 11 12; do
    hyperfine -N --style none --warmup 1 --runs 5 --export-csv "$folder/times.csv" \
        "rg -l apiVersion $folder/repository" \
        "$cnref identify $folder/repository -o name" 2> /dev/null
    awk -F, 'NR == 2 { rg = $4 } NR == 3 { printf "%.3f %.1f %.1f\n", $4 / rg, $4 * 1000, rg * 1000 }' \
        "$folder/times.csv" >> "$folder/ratios"
done
sort -n "$folder/ratios" | awk '{ ratio[NR] = $1; own[NR] = $2; other[NR] = $3 } END {
    middle = int((NR + 1) / 2)
    printf "ratio %.2f (at most 1.5): %.0f ms against %.0f ms of ripgrep in the middle one of %d rounds, %.2f to %.2f\n",
        ratio[middle], own[middle], other[middle], NR, ratio[1], ratio[NR]
}'
/usr/bin/time -f 'memory beside a file of 1 GB: %M KB (at most 65536)' \
    "$cnref" identify "$folder/large" "$folder/repository" -q -o name > /dev/null
