"""A partner's deposit: made-up offers pushed as files of lines to a board of their own, new, unchanged and changed."""
import http.client
import json
import os
import re
import subprocess
import tempfile
import time
import urllib.parse

from data import ROOT
from servers import Failure, Server

SOURCE = "bench-push"
# What the works are asked to take at most.
MOST_SECONDS = 5


def make(path, count, seed):
    """Offers that the law lets in: what the made-up ones leave out is filled in."""
    made = subprocess.run([ROOT + "/Scripts/make-offers", str(count), "--seed", str(seed)], stdout=subprocess.PIPE, check=True)
    with open(path, "w", encoding="utf-8") as file:
        for line in made.stdout.splitlines():
            offer = json.loads(line)
            offer["titre"] += " (H/F)"
            offer["employeur"] = offer.get("employeur") or "Ateliers du Bourbonnais"
            if not offer.get("salaire_min") or offer.get("salaire_periode") != "mensuel":
                offer |= {"salaire_min": 2_000, "salaire_max": 2_400, "salaire_periode": "mensuel", "salaire_texte": None}
            print(json.dumps(offer, ensure_ascii=False), file=file)


def push(server, key, path):
    """Gives the seconds until the answer, those of the process on processors, and how the lines fared."""
    with open(path, "rb") as file:
        content = file.read()
    connection = http.client.HTTPConnection(urllib.parse.urlsplit(server.url).netloc, timeout=120)
    before, begun = server.processor_seconds(), time.monotonic()
    connection.request(
        "POST", f"/api/v1/offres/{SOURCE}", content,
        {"Authorization": f"Bearer {key}", "Content-Type": "application/x-ndjson"})
    response = connection.getresponse()
    answer = response.read()
    seconds, processor = time.monotonic() - begun, server.processor_seconds() - before
    connection.close()
    if response.status != 200:
        raise Failure(f"the deposit is answered {response.status}: {answer[:200]}")
    totals = json.loads(answer)["totaux"]
    return seconds, processor, {name: number for name, number in totals.items() if number}


def measure(emploi, count=10_000):
    """Sentences on what deposits take, and whether one took longer than it may."""
    remarks, is_slow = [], False
    with tempfile.TemporaryDirectory() as folder:
        database = folder + "/push.sqlite"
        made = subprocess.run(
            [emploi, "key", "add", "Bench", "--scopes", "depot", "--source", SOURCE, "--database", database,
             "--requests-per-minute", "10000"], capture_output=True, text=True)
        found = re.search(r"[A-Za-z0-9_-]{40,}", made.stdout)
        if made.returncode or not found:
            raise Failure(f"no key: {made.stdout}{made.stderr}")
        make(folder + "/one.jsonl", count, 1)
        make(folder + "/two.jsonl", count, 2)
        server = Server([emploi, "serve", "--database", database, "--port", "0"], folder + "/log")
        try:
            for name, file in (("new", "one"), ("unchanged", "one"), ("changed", "two")):
                seconds, processor, totals = push(server, found[0], f"{folder}/{file}.jsonl")
                is_slow = is_slow or seconds > MOST_SECONDS
                told = ", ".join(f"{number:,} {code}" for code, number in totals.items())
                remarks.append(
                    f"deposit of {count:,} offers, {name}: {seconds:.1f} s ({processor:.1f} s of processor;"
                    f" at most {MOST_SECONDS} s asked): {told}")
        finally:
            server.stop()
    return remarks, is_slow


if __name__ == "__main__":
    import sys

    lines, slow = measure(sys.argv[1] if len(sys.argv) > 1 else ROOT + "/.build/release/emploi")
    print("\n".join(lines))
    sys.exit(1 if slow else 0)
