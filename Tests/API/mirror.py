#!/usr/bin/env python3
"""Keeps a copy of a board's open offers: the snapshot once, then the changes. An example for partners, and a test of ours.

The snapshot is taken again where the board says so (410), and where the day it gives in its answers goes back: its clock was put right,
and offers that were closed for being past their last day are open again, without a change that says so.

usage: mirror.py URL FILE [--every SECONDS] [--once] [--key KEY]

FILE is a SQLite database. The offers and the number they stand at are written in one transaction, so that the program can be
killed at any moment and goes on from where it was.
"""
import argparse
import datetime
import email.utils
import gzip
import http.client
import json
import sqlite3
import sys
import time
import urllib.error
import urllib.request
import zoneinfo


class Incomplete(Exception):
    """The answer broke off, or a number is missing."""


class Mirror:
    def __init__(self, url, path, key=None):
        self.url = url.rstrip("/") + "/api/v1"
        self.key = key
        self.database = sqlite3.connect(path, isolation_level=None)
        self.database.execute("PRAGMA journal_mode = WAL")
        self.database.execute("CREATE TABLE IF NOT EXISTS offer (code TEXT PRIMARY KEY, offer TEXT NOT NULL)")
        self.database.execute(
            "CREATE TABLE IF NOT EXISTS state (one INTEGER PRIMARY KEY CHECK (one = 1), sequence INTEGER, day TEXT)")

    def get(self, path):
        headers = {"Accept-Encoding": "gzip"}
        if self.key:
            headers["Authorization"] = "Bearer " + self.key
        return urllib.request.urlopen(urllib.request.Request(self.url + path, headers=headers), timeout=30)

    @property
    def state(self):
        """The number the copy stands at, and the board's day then; None before the first snapshot."""
        return self.database.execute("SELECT sequence, day FROM state").fetchone()

    @property
    def sequence(self):
        return self.state[0] if self.state else None

    def step(self):
        """Brings the copy nearer to the board; returns whether there may be more at once."""
        if self.state is None:
            self.take_snapshot()
            return True
        sequence, known_day = self.state
        try:
            with self.get(f"/changements?depuis={sequence}") as answer:
                day = board_day(answer)
                page = json.load(gzip.open(answer) if answer.headers["Content-Encoding"] == "gzip" else answer)
        except urllib.error.HTTPError as error:
            if error.code != 410:
                raise
            self.take_snapshot()
            return True
        if day < known_day:
            self.take_snapshot()
            return True
        self.apply(sequence, page, day)
        return page["jusqu_a"] < page["derniere"]

    def take_snapshot(self):
        with self.get("/instantane") as answer:
            day = board_day(answer)
            lines = gzip.open(answer) if answer.headers["Content-Encoding"] == "gzip" else answer
            begin = json.loads(next(iter(lines)))["debut"]
            self.database.execute("BEGIN IMMEDIATE")
            try:
                self.database.execute("DELETE FROM offer")
                count, end = 0, None
                for line in lines:
                    item = json.loads(line)
                    if "fin" in item:
                        end = item["fin"]["offres"]
                        continue
                    self.put(item)
                    count += 1
                if end != count:
                    raise Incomplete(f"{count} offers, the end says {end}")
                self.database.execute("INSERT OR REPLACE INTO state VALUES (1, ?, ?)", [begin["sequence"], day])
                self.database.execute("COMMIT")
            except BaseException:
                self.database.execute("ROLLBACK")
                raise

    def apply(self, sequence, page, day):
        self.database.execute("BEGIN IMMEDIATE")
        try:
            for change in page["changements"]:
                sequence += 1
                if change["sequence"] != sequence:
                    raise Incomplete(f"{change['sequence']} comes where {sequence} should")
                if change["type"] == "non_diffusee":
                    continue
                if change["offre"]:
                    self.put(change["offre"])
                else:
                    self.database.execute("DELETE FROM offer WHERE code = ?", [change["code"]])
            self.database.execute("INSERT OR REPLACE INTO state VALUES (1, ?, ?)", [sequence, day])
            self.database.execute("COMMIT")
        except BaseException:
            self.database.execute("ROLLBACK")
            raise

    def put(self, offer):
        self.database.execute(
            "INSERT OR REPLACE INTO offer VALUES (?, ?)", [offer["code"], json.dumps(offer, sort_keys=True)])

    def open_offers(self, today=None):
        """The copy as it should be shown: an offer past its last day is closed, without a change that says so."""
        today = (today or datetime.datetime.now(zoneinfo.ZoneInfo("Europe/Paris")).date()).isoformat()
        offers = (json.loads(text) for (text,) in self.database.execute("SELECT offer FROM offer"))
        return {offer["code"]: offer for offer in offers if offer["date_limite"] >= today}


def board_day(answer):
    """The day of an answer where the board is."""
    date = email.utils.parsedate_to_datetime(answer.headers["Date"])
    return date.astimezone(zoneinfo.ZoneInfo("Europe/Paris")).date().isoformat()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("url")
    parser.add_argument("file")
    parser.add_argument("--every", type=float, default=60)
    parser.add_argument("--once", action="store_true")
    parser.add_argument("--key")
    arguments = parser.parse_args()
    mirror = Mirror(arguments.url, arguments.file, arguments.key)
    while True:
        wait = arguments.every
        try:
            while mirror.step():
                pass
            if arguments.once:
                return
        except urllib.error.HTTPError as error:
            wait = float(error.headers.get("Retry-After", wait))
            print(f"{error.code}: next try in {wait:.0f} s", file=sys.stderr)
        except (OSError, EOFError, ValueError, StopIteration, Incomplete, http.client.HTTPException) as error:
            print(f"{type(error).__name__}: {error}", file=sys.stderr)
        time.sleep(wait)


if __name__ == "__main__":
    main()
