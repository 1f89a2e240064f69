#!/bin/sh
# make bench-search: ours and Tantivy over the same generated offers, one after the other in one run.
#   Bench/search/run.sh [COUNT …]     default 10000 100000; 1000000 needs 2.5 GB of disk and some minutes
# Python with tantivy: PYTHON=/path/to/venv/bin/python (python3 -m venv venv && venv/bin/pip install tantivy).
set -eu
cd "$(dirname "$0")/../.."
python=${PYTHON:-python3}
directory=${TMPDIR:-/tmp}/emploi-search
mkdir -p "$directory"
swift build -c release --product SearchBench
bench=.build/release/SearchBench
for count in ${*:-10000 100000}; do
    file=$directory/offers-$count
    [ -s "$file" ] || "$bench" generate . "$count" "$file"
    "$bench" bench . "$count" "$file"
    "$python" Bench/search/tantivy_words.py "$file.tsv" || echo "Tantivy is not installed: pip install tantivy"
done
