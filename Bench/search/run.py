#!/usr/bin/env python3
"""make bench-search: ours and Tantivy over the same made-up offers, and the whole program over HTTP, in one run.

  Bench/search/run.py [--without-million | --offers COUNT ...] [--quick] [--no-http | --http-million] [--plot]

About 10 minutes on an idle machine, 4 with --without-million. A million offers are searched in one process; over HTTP too
with --http-million, for which a million are imported the first time of a day: some 8 minutes more. --plot draws docs/performance-search.svg from what was measured.
Made-up offers and databases stay in .build-bench/search for the next run.
"""
import argparse
import os
import re
import subprocess
import sys

from plot import draw
from traffic import measure

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
FOLDER = ROOT + "/.build-bench/search"
BENCH = ROOT + "/.build/release/SearchBench"
GOALS = {10_000: (0.5, 2, 64), 100_000: (1, 5, 200), 1_000_000: (3, 20, 1_500)}


def run(*command):
    """Runs a program, shows what it prints, and gives it back."""
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT)
    lines = []
    for line in process.stdout:
        print(line, end="", flush=True)
        lines.append(line)
    if process.wait():
        print(f"NOT MEASURED: {command[0]} ended with {process.returncode}")
    return "".join(lines)


def numbers(pattern, text):
    found = re.search(pattern, text)
    return [float(group) for group in found.groups()] if found else [0.0, 0.0]


def words(text):
    return {word: float(p50) for word, p50 in re.findall(r"plain (?!words)([a-z]+)[^:]*:(?: \d+ offers,)? p50 ([\d.]+)", text)}


def one(count, options):
    file = f"{FOLDER}/offers-{count}"
    if not os.path.exists(file):
        run(BENCH, "generate", ".", str(count), file + ".partial")
        for suffix in ("", ".tsv"):
            os.rename(file + ".partial" + suffix, file + suffix)
    print(f"\n{count:,} offers, in one process", flush=True)
    ours = run(BENCH, "bench", ".", str(count), file)
    theirs = run(sys.executable, "Bench/search/tantivy_words.py", file + ".tsv")
    p50, p99 = numbers(r"sorts, processor: p50 ([\d.]+) .*p99 ([\d.]+)", ours)
    build, memory = numbers(r"analyses (\d+) ms .*resident (\d+) MB", ours)
    us, them = words(ours), words(theirs)
    ratios = {word: us[word] / them[word] for word in us if them.get(word)}
    if ratios:
        print("  ratio to Tantivy: " + ", ".join(f"{word} {ratio:.1f}" for word, ratio in ratios.items()))
    (page, document), served = ((0, 0), (0, 0)), 0
    if not options.no_http and (count < 1_000_000 or options.http_million):
        print(f"{count:,} offers, over HTTP, {os.cpu_count()} cores shared with wrk", flush=True)
        (page, document), served = measure(
            count, FOLDER, ROOT + "/.build/release/emploi", *((1, 2) if options.quick else (3, 3)))
    middle = lambda values: sorted(values)[len(values) // 2] if values else 0  # noqa: E731
    return {
        "offers": count, "p50": p50, "p99": p99, "build": build / 1_000, "memory": memory, "page": page, "document": document,
        "served": served, "worst": max(ratios.values(), default=0), "ours": middle(list(us.values())),
        "tantivy": middle(list(them.values()))}


def told(value, unit, digits=2):
    """A dash for what was not measured."""
    return f"{value:.{digits}f} {unit}" if value else "–"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--without-million", action="store_true")
    parser.add_argument("--offers", type=int, nargs="+")
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--no-http", action="store_true")
    parser.add_argument("--http-million", action="store_true")
    parser.add_argument("--plot", action="store_true")
    options = parser.parse_args()
    os.makedirs(FOLDER, exist_ok=True)
    counts = options.offers or [10_000, 100_000] + ([] if options.without_million else [1_000_000])
    rows = [one(count, options) for count in counts]
    print("\n| offers | p50 | p99 | page p50 | page p99 | JSON p50 | JSON p99 | asked | index | index alone | program | asked "
          "| worst word to Tantivy |")
    print("| --- " * 13 + "|")
    for row in rows:
        goal = GOALS.get(row["offers"], ("", "", ""))
        page, document = row["page"], row["document"]
        print(
            f"| {row['offers']:,} | {row['p50']:.2f} ms | {row['p99']:.2f} ms | {told(page[0], 'ms')} | {told(page[1], 'ms')} "
            f"| {told(document[0], 'ms')} | {told(document[1], 'ms')} | {goal[0]} / {goal[1]} ms | {row['build']:.1f} s | {row['memory']:.0f} MB "
            f"| {told(row['served'], 'MB', 0)} "
            f"| {goal[2]} MB | {row['worst']:.1f} |")
    if options.plot:
        draw([[row[key] for key in ("offers", "p50", "p99", "build", "memory", "tantivy", "ours")] for row in rows])


main()
