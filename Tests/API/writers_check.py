"""Changes have no gap and none is missed while programs write at once: imports beside the server, files and single offers that partners
push, some refused half-way; followers who page, and one who listens to the stream."""
import http.client
import json
import os
import pathlib
import random
import re
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse

import mirror
from mirror_check import ROOT, Server, offers, truth


class Worker(threading.Thread):
    """A thread whose failure is told by `finish`."""

    def __init__(self, work, *arguments):
        super().__init__(daemon=True)
        self.work, self.arguments, self.error = work, arguments, None
        self.start()

    def run(self):
        try:
            self.work(*self.arguments)
        except BaseException as error:
            self.error = error

    def finish(self, limit=120):
        self.join(limit)
        if self.is_alive():
            raise AssertionError(f"{self.work.__name__} does not end")
        if self.error:
            raise self.error


def lawful(line):
    """An offer as partners may push it."""
    offer = json.loads(line)
    offer["titre"] += " (H/F)"
    offer["employeur"] = offer.get("employeur") or "Ateliers du Bourbonnais"
    return offer | {"salaire_min": 2_000, "salaire_max": 2_400, "salaire_periode": "mensuel", "salaire_texte": None}


def ask(url, method, path, key, content=None, kind="application/json"):
    connection = http.client.HTTPConnection(urllib.parse.urlsplit(url).netloc, timeout=60)
    try:
        fields = {"Authorization": f"Bearer {key}"} | ({"Content-Type": kind} if content is not None else {})
        connection.request(method, path, content, fields)
        answer = connection.getresponse()
        return answer.status, answer.read()
    finally:
        connection.close()


def add_key(binary, database, source):
    made = subprocess.run(
        [binary, "key", "add", source, "--scopes", "depot", "--source", source, "--requests-per-minute", "100000",
         "--database", database], cwd=ROOT, check=True, capture_output=True, text=True)
    return re.findall(r"[A-Za-z0-9_-]{40,}", made.stdout)[-1]


def imports(binary, database, folder, source, turns):
    chance = random.Random(source)
    for turn in range(turns):
        lines = offers(700, turn)
        chance.shuffle(lines)
        file = pathlib.Path(folder, source + ".jsonl")
        file.write_text("\n".join(lines[: chance.randint(300, 700)]) + "\n", encoding="utf-8")
        done = subprocess.run(
            [binary, "import", file, "--source", source, "--complete", "--database", database], cwd=ROOT,
            capture_output=True, text=True)
        assert done.returncode == 0, done.stderr


def pushes(url, key, source, turns):
    chance = random.Random(source)
    for turn in range(turns):
        lines = [json.dumps(lawful(line)) for line in offers(300, 50 + turn)]
        for place in chance.sample(range(300), 10):
            lines[place] = "{}"
        status, answer = ask(
            url, "POST", f"/api/v1/offres/{source}", key, "\n".join(lines).encode(), "application/x-ndjson")
        assert status == 200, answer[:300]


def singles(url, key, source, count):
    for number, line in enumerate(offers(count, 99)):
        offer = lawful(line)
        path = f"/api/v1/offres/{source}/{offer['id']}"
        status, answer = ask(url, "PUT", path, key, json.dumps(offer).encode())
        # Another source may have the like offer already.
        if status == 409:
            continue
        assert status in (200, 201), answer[:300]
        if number % 3 == 0:
            assert ask(url, "DELETE", path, key)[0] in (200, 204)
        if number % 6 == 0:
            offer["postes"] = 3
            assert ask(url, "PUT", path, key, json.dumps(offer).encode())[0] in (200, 409)


def follows(url, copy, isDone):
    """Keeps a copy until everything is written; the copy itself refuses a number that does not follow the last one."""
    follower = mirror.Mirror(url, copy)
    while True:
        wasDone = isDone()
        while follower.step():
            pass
        if wasDone:
            return
        time.sleep(0.02)


def listens(url, isDone, latest, told):
    connection = http.client.HTTPConnection(urllib.parse.urlsplit(url).netloc, timeout=60)
    connection.request("GET", "/api/v1/flux?depuis=0")
    answer = connection.getresponse()
    assert answer.status == 200
    for line in answer:
        if line.startswith(b"id: "):
            number = int(line[4:])
            assert number == len(told) + 1, f"the stream tells {number} after {len(told)}"
            told.append(number)
        if isDone() and told and told[-1] >= latest():
            break
    connection.close()


def check(binary):
    with tempfile.TemporaryDirectory(prefix="emploi-writers-") as folder:
        database = os.path.join(folder, "board.sqlite")
        subprocess.run([binary, "migrate", "--database", database], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
        keys = {source: add_key(binary, database, source) for source in ("pousse-a", "pousse-b", "une-a-une")}
        server = Server(binary, database)
        done = threading.Event()

        def latest():
            connection = sqlite3.connect(database)
            try:
                return connection.execute("SELECT max(sequence) FROM change").fetchone()[0]
            finally:
                connection.close()

        try:
            told = []
            copies = [os.path.join(folder, f"copy-{number}.sqlite") for number in range(2)]
            followers = [Worker(follows, server.url, copy, done.is_set) for copy in copies]
            listener = Worker(listens, server.url, done.is_set, latest, told)
            writers = [
                Worker(imports, binary, database, folder, "importe-a", 3),
                Worker(imports, binary, database, folder, "importe-b", 3),
                Worker(pushes, server.url, keys["pousse-a"], "pousse-a", 4),
                Worker(pushes, server.url, keys["pousse-b"], "pousse-b", 4),
                Worker(singles, server.url, keys["une-a-une"], "une-a-une", 120)]
            for writer in writers:
                writer.finish()
            # The board itself writes too: it brings copies of one job together.
            last = 0
            while last < latest():
                last = latest()
                time.sleep(3)
            done.set()
            for worker in [*followers, listener]:
                worker.finish()
            count, first = sqlite3.connect(database).execute("SELECT count(*), min(sequence) FROM change").fetchone()
            assert (first, count) == (1, last), f"{count} changes from {first} to {last}"
            assert told == list(range(1, last + 1)), f"the stream told {len(told)} of {last}"
            expected = truth(database)
            for copy in copies:
                follower = mirror.Mirror(server.url, copy)
                assert follower.sequence == last, f"{follower.sequence} instead of {last}"
                copied = {
                    (offer["source"], offer["source_id"]): (
                        offer["titre"], offer["date_limite"], offer["description"], offer["postes"])
                    for offer in follower.open_offers().values()}
                assert copied == expected, f"{len(copied)} copied, {len(expected)} open, they differ"
            return f"{last} changes by 5 writers, {len(expected)} offers, 2 copies and the stream alike"
        finally:
            done.set()
            server.stop()


if __name__ == "__main__":
    print(check(os.path.abspath(sys.argv[1])))
