"""A partner's copy, kept through kills of the copying program and restarts of the server, ends identical to the database."""
import json
import os
import pathlib
import random
import re
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import zoneinfo
import datetime

import mirror

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = pathlib.Path(mirror.__file__)


class Server:
    def __init__(self, binary, database, *options):
        self.command = [binary, "serve", "--database", database, "--port", "0", "--api-rate", "1000000", *options]
        self.start()

    def start(self):
        self.process = subprocess.Popen(self.command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
        line = self.process.stdout.readline()
        match = re.fullmatch(r"prêt http://127.0.0.1:(\d+)\n", line)
        if not match:
            raise RuntimeError(f"the program said {line!r}")
        # The same port after a restart, so that the partner finds it again.
        self.command[self.command.index("--port") + 1] = match.group(1)
        self.url = f"http://127.0.0.1:{match.group(1)}"

    def stop(self, how=signal.SIGTERM):
        self.process.send_signal(how)
        self.process.wait(15)
        self.process.stdout.close()


def offers(count, seed, first=0):
    made = subprocess.run(
        [sys.executable, ROOT / "Scripts" / "make-offers", str(count), "--seed", str(seed)], check=True, cwd=ROOT,
        capture_output=True, text=True).stdout.splitlines()
    return made[first:]


def truth(database):
    """What a copy must hold: (source, source_id) with title, last day and text, read past the program."""
    today = datetime.datetime.now(zoneinfo.ZoneInfo("Europe/Paris")).date()
    rows = sqlite3.connect(database).execute(
        "SELECT source, source_id, title, deadline, description, positions FROM posted_offer"
        " WHERE status = 'published' AND deadline >= ? AND source <> 'france-travail'",
        [(today - datetime.date(1970, 1, 1)).days])
    return {
        (source, identifier): (title, str(datetime.date(1970, 1, 1) + datetime.timedelta(deadline)), text, positions)
        for source, identifier, title, deadline, text, positions in rows}


def check(binary, rounds=8, count=1_500):
    chance = random.Random(7)
    with tempfile.TemporaryDirectory(prefix="emploi-mirror-") as folder:
        database, copy = os.path.join(folder, "board.sqlite"), os.path.join(folder, "copy.sqlite")
        file = os.path.join(folder, "offers.jsonl")
        subprocess.run([binary, "demo", "--database", database], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
        server = Server(binary, database)
        partner = None
        kills = restarts = 0
        try:
            for turn in range(rounds):
                if partner is None:
                    partner = subprocess.Popen(
                        [sys.executable, PROGRAM, server.url, copy, "--every", "0.05"], stderr=subprocess.DEVNULL)
                # Other offers under the same ids, some gone: added, changed, closed and reopened ones.
                lines = offers(count, turn)
                chance.shuffle(lines)
                kept = sorted(lines[: chance.randint(count // 2, count)])
                pathlib.Path(file).write_text("\n".join(kept) + "\n", encoding="utf-8")
                writer = subprocess.Popen(
                    [binary, "import", file, "--database", database, "--source", "essai", "--complete"],
                    cwd=ROOT, stdout=subprocess.DEVNULL)
                time.sleep(chance.uniform(0.05, 0.6))
                if turn % 2 == 0:
                    partner.send_signal(signal.SIGKILL)
                    partner.wait()
                    partner, kills = None, kills + 1
                if turn % 3 == 1:
                    server.stop(signal.SIGKILL if turn % 2 else signal.SIGTERM)
                    server.start()
                    restarts += 1
                if writer.wait(120) != 0:
                    raise AssertionError("the import failed")
            if partner:
                partner.terminate()
                partner.wait()
            follower = mirror.Mirror(server.url, copy)
            deadline = time.monotonic() + 30
            latest = sqlite3.connect(database).execute("SELECT max(sequence) FROM change").fetchone()[0]
            while follower.sequence != latest and time.monotonic() < deadline:
                follower.step()
            assert follower.sequence == latest, f"{follower.sequence} instead of {latest}"
            copied = {
                (offer["source"], offer["source_id"]): (
                    offer["titre"], offer["date_limite"], offer["description"], offer["postes"])
                for offer in follower.open_offers().values()}
            expected = truth(database)
            assert copied == expected, f"{len(copied)} copied, {len(expected)} open, they differ"
            whole = mirror.Mirror(server.url, os.path.join(folder, "whole.sqlite"))
            whole.take_snapshot()
            assert whole.open_offers() == follower.open_offers(), "the copy and a new snapshot differ"
            return f"{len(copied)} offers, {latest} changes, {kills} kills, {restarts} restarts"
        finally:
            if partner:
                partner.kill()
                partner.wait()
            server.stop()


if __name__ == "__main__":
    print(json.dumps(check(os.path.abspath(sys.argv[1]))))
