"""A partner's copy, kept through kills of the copying program, restarts of the server and jumps of its clock, ends identical to the
database."""
import glob
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
    def __init__(self, binary, database, *options, environment=None):
        self.environment = environment
        self.command = [binary, "serve", "--database", database, "--port", "0", "--api-rate", "1000000", *options]
        self.start()

    def start(self):
        self.process = subprocess.Popen(self.command, cwd=ROOT, stdout=subprocess.PIPE, text=True, env=self.environment)
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


class Clock:
    """A clock of programs that can be set forward and back while they run (libfaketime, Debian's package faketime)."""

    def __init__(self, file):
        self.file, self.days = file, 0
        libraries = glob.glob("/usr/lib/*/faketime/libfaketimeMT.so.1")
        if not libraries:
            raise RuntimeError("libfaketime is missing: Scripts/install-packages faketime")
        # The library tells the processes it makes of its shared memory by a variable that it sets, upon which Swift's runtime no longer
        # finds the arguments of the program. This process holds the memory, and the variable is set beforehand.
        self.holder = subprocess.Popen(
            ["faketime", "-f", "+0d", "sh", "-c", "echo $FAKETIME_SHARED; read line"], stdin=subprocess.PIPE,
            stdout=subprocess.PIPE, text=True)
        self.environment = {
            **os.environ, "LD_PRELOAD": libraries[0], "FAKETIME_SHARED": self.holder.stdout.readline().strip(),
            "FAKETIME_TIMESTAMP_FILE": file, "FAKETIME_NO_CACHE": "1", "FAKETIME_DONT_FAKE_MONOTONIC": "1"}
        self.set(0)

    def close(self):
        self.holder.communicate("\n")

    def set(self, days):
        self.days = days
        with open(self.file + ".new", "w") as new:
            new.write(f"{days:+}d\n")
        os.rename(self.file + ".new", self.file)

    @property
    def today(self):
        return paris_today() + datetime.timedelta(self.days)


def paris_today():
    return datetime.datetime.now(zoneinfo.ZoneInfo("Europe/Paris")).date()


def offers(count, seed, first=0):
    made = subprocess.run(
        [sys.executable, ROOT / "Scripts" / "make-offers", str(count), "--seed", str(seed)], check=True, cwd=ROOT,
        capture_output=True, text=True).stdout.splitlines()
    return made[first:]


def truth(database, today=None):
    """What a copy must hold: (source, source_id) with title, last day and text, read past the program."""
    today = today or paris_today()
    rows = sqlite3.connect(database).execute(
        "SELECT source, source_id, title, deadline, description, positions FROM posted_offer"
        " WHERE status = 'published' AND deadline >= ? AND source <> 'france-travail'",
        [(today - datetime.date(1970, 1, 1)).days])
    return {
        (source, identifier): (title, str(datetime.date(1970, 1, 1) + datetime.timedelta(deadline)), text, positions)
        for source, identifier, title, deadline, text, positions in rows}


# Days that the clock is set to, one after the other: over midnights, over what expires, over the 90 days that changes are kept.
JUMPS = [0, 3, -2, 45, 0, 130, -1, 0]


def check(binary, rounds=8, count=1_500, jumps=False):
    """With `jumps` the clock of the board, and of the programs that write beside it, is set forward and back while they run."""
    chance = random.Random(7)
    with tempfile.TemporaryDirectory(prefix="emploi-mirror-") as folder:
        database, copy = os.path.join(folder, "board.sqlite"), os.path.join(folder, "copy.sqlite")
        file = os.path.join(folder, "offers.jsonl")
        clock = Clock(os.path.join(folder, "clock")) if jumps else None
        environment = clock.environment if clock else None
        subprocess.run([binary, "demo", "--database", database], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
        server = Server(binary, database, environment=environment)
        partner = None
        kills = restarts = 0
        try:
            for turn in range(rounds):
                if clock:
                    clock.set(JUMPS[turn % len(JUMPS)])
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
                    cwd=ROOT, stdout=subprocess.DEVNULL, env=environment)
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
            if clock:
                clock.set(0)
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
            if clock:
                # A month on, some have expired without a change.
                clock.set(30)
                whole.take_snapshot()
                assert whole.open_offers(clock.today) == follower.open_offers(clock.today), "they differ a month later"
                later = {(offer["source"], offer["source_id"]) for offer in whole.open_offers(clock.today).values()}
                assert later == set(truth(database, clock.today)) and len(later) < len(copied)
            return f"{len(copied)} offers, {latest} changes, {kills} kills, {restarts} restarts"
        finally:
            if partner:
                partner.kill()
                partner.wait()
            server.stop()
            if clock:
                clock.close()


if __name__ == "__main__":
    print(json.dumps(check(os.path.abspath(sys.argv[1]))))
