"""Search over HTTP: the release binary, 32 connections, no two requests the same, so that no cache answers.

Latency is measured twice: at a third of what the server can do, which is what a visitor meets, and with every connection
asking again at once, where 32 requests share the machine's cores and wait for each other.
"""
import csv
import os
import random
import sys
import urllib.parse

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from data import ROOT, Data  # noqa: E402
from load import Side, Work, wrk  # noqa: E402
from servers import Server  # noqa: E402

CONNECTIONS = 32
# Whole pages with cards, facets and links, and what programs get.
FORMS = (("page", "/offres"), ("JSON", "/api/v1/offres"))
# More a second than are answered, so that none comes twice.
MOST_REQUESTS = 7_500


def queries():
    with open(ROOT + "/Tests/Relevance/queries.tsv", encoding="utf-8") as file:
        rows = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [row[1] for row in rows if row and row[0].isdigit()]


def communes():
    with open(ROOT + "/Migrations/reference/communes.tsv", encoding="utf-8") as file:
        lines = [line.rstrip("\n").split("\t") for line in file if not line.startswith("#")]
    code = next(i for i, name in enumerate(lines[0]) if name in ("code", "insee", "commune"))
    return [line[code] for line in lines[1:] if line[code].startswith("03")]


def targets(count, paths, base):
    """Different requests in the proportions of SearchBench's mixed queries, one a line, shared out among `paths`."""
    dice, texts, places, seen = random.Random(count), queries(), communes(), set()
    while len(seen) < count:
        query = []
        if dice.randrange(10):
            query.append(("q", dice.choice(texts)))
        if not dice.randrange(3):
            query += [("commune", dice.choice(places)), ("rayon", dice.choice([10, 20, 30, 50]))]
        if not dice.randrange(4):
            query.append(("contrat", dice.choice(["CDI", "CDD", "MIS"])))
        if not dice.randrange(8):
            query.append(("temps", dice.choice(["plein", "partiel"])))
        if not dice.randrange(10):
            query.append(("depuis", dice.choice([7, 14, 31])))
        order = dice.randrange(8)
        if order < 3:
            query.append(("tri", ["date", "distance", "salaire"][order]))
        if not dice.randrange(10):
            query.append(("page", dice.choice([2, 3, 4])))
        seen.add(base + "?" + urllib.parse.urlencode(query))
    chosen = sorted(seen)
    dice.shuffle(chosen)
    for part, path in enumerate(paths):
        with open(path, "w", encoding="utf-8") as file:
            file.writelines(target + "\n" for target in chosen[part::len(paths)])
    return chosen[0]


def measure(count, folder, emploi, rounds, seconds):
    """Prints a line for each form and way of asking; gives the paced p50 and p99 of pages and of JSON, and the server's
    memory with its caches full."""
    os.makedirs(folder, exist_ok=True)
    data = Data(folder, count)
    database, note = data.database(emploi)
    if note:
        print(f"  {note}")
    # One address asks for everything: the API's limit on addresses is not what is measured.
    server = Server(
        [emploi, "serve", "--database", database, "--port", "0", "--api-rate", "1000000"], f"{folder}/emploi.log",
        deadline=300)
    latency = []
    try:
        print(f"  emploi serves {count:,} offers {server.seconds_to_start:.1f} s after its start, with "
              f"{server.memory():.0f} MB of memory", flush=True)
        sorting = server.settle()
        if sorting > 5:
            print(f"  copies of one job were sorted in the background for {sorting:.0f} s before anything was measured", flush=True)
        for name, base in FORMS:
            latency.append(form(name, base, count, folder, server, rounds, seconds))
        memory = server.peak_memory()
        print(f"  emploi: {memory:.0f} MB of memory at most")
    finally:
        server.stop()
    return latency, memory


def form(name, base, count, folder, server, rounds, seconds):
    # A file for each run of wrk, which begins at its first line.
    paths = [f"{folder}/{count}.{name}.{part}.targets" for part in range(2 * rounds)]
    first = targets(MOST_REQUESTS * seconds * len(paths), paths, base)
    server.get(first)
    work = Work(name, None, None, "", 0, connections=CONNECTIONS)
    side = Side(server.url + first, paths)
    full = [wrk(work, side, round, seconds) for round in range(rounds)]
    work.pause = CONNECTIONS / (median(full, "rate") / 3) * 1_000
    paced = [wrk(work, side, rounds + round, seconds) for round in range(rounds)]
    for what, runs in (("as fast as it can", full), ("at a third of that", paced)):
        errors = sum(run["status"] + run["socket"] for run in runs)
        print(
            f"  {name}, {what}: {median(runs, 'rate'):.0f} requests/s, p50 {median(runs, 'p50'):.2f} "
            f"p99 {median(runs, 'p99'):.2f} ms" + (f", {errors} ERRORS" if errors else ""), flush=True)
    return median(paced, "p50"), median(paced, "p99")


def median(runs, key):
    return sorted(run[key] for run in runs)[len(runs) // 2]
