#!/usr/bin/env python3
"""Measures the board beside nginx and a Hummingbird peer, in one run, and prints a table. Bench/README.md says how to read it."""
import argparse
import contextlib
import os
import re
import resource
import shutil
import sys

import api
import push
from data import PEER, ROOT, Data
from load import Side, Work, measure
from nginx import Copies
from servers import Failure, Server

FOLDER = os.path.join(ROOT, ".build-bench")
MEGABYTE = 1 << 20
# What browsers ask for.
BROWSER = "gzip, deflate, br, zstd"


class Bench:
    def __init__(self, options, stack):
        self.options, self.stack = options, stack
        self.rounds, self.seconds = (2, 1) if options.quick else (5, 2)
        self.problems = []
        self.notes = []
        self.works = []
        self.data = Data(FOLDER, options.offers or (10_000 if options.quick else 100_000), options.fresh)
        self.copies = Copies(FOLDER + "/nginx")
        self.nginx = None

    @contextlib.contextmanager
    def attempt(self, what):
        """What fails inside is told at the end, and the rest goes on."""
        try:
            yield
        except Failure as failure:
            self.problems.append(f"NOT MEASURED {what}: {failure}")

    def start(self, name, command):
        server = Server(command, f"{FOLDER}/{name}.log")
        self.stack.callback(server.stop)
        return server

    # Servers

    def start_emploi(self):
        database, note = self.data.database(self.options.emploi)
        if note:
            self.notes.append(note)
        emploi = self.start("emploi", self.serve(database))
        self.notes.append(f"emploi serves {emploi.seconds_to_start:.2f} s after its start")
        seconds = emploi.settle()
        if seconds > 5:
            self.notes.append(f"copies of one job were sorted in the background for {seconds:.0f} s before anything was measured")
        return emploi

    def serve(self, database):
        return [self.options.emploi, "serve", "--database", database, "--port", "0", "--api-rate", "1000000"]

    def start_probe(self):
        public = FOLDER + "/public"
        os.makedirs(public, exist_ok=True)
        for name, size in (("16k.bin", 16_384), ("10m.bin", 10 * MEGABYTE)):
            with open(f"{public}/{name}", "wb") as file:
                file.write(os.urandom(size))
        return self.start("httpprobe", [self.options.httpprobe, "--port", "0", "--public", public])

    def start_peer(self):
        return self.start("peer", [self.options.peer, self.data.peer_database(), PEER + "/Templates"])

    # Works

    def beside_nginx(self, name, server, target, inline=False, target_files=(), **about):
        """A work on one answer of ours, and on a copy of it by nginx."""
        with self.attempt(name):
            headers, content = server.get(target, about.get("encoding", "identity"))
            copy = self.copies.add(headers, content, inline)
            # nginx's address is known once all copies are made.
            self.works.append(Work(
                name, Side(server.url + target, list(target_files)), Side(copy), "nginx", len(content), **about))

    def emploi_works(self, emploi):
        _, home = emploi.get("/")
        self.beside_nginx("/", emploi, "/", asked="0.9")
        self.beside_nginx("/ compressed, as a browser asks", emploi, "/", encoding=BROWSER)
        self.beside_nginx("/offres?q=…, the same", emploi, "/offres?q=infirmier", asked="0.9")
        files, count = self.data.searches(self.rounds)
        with open(files[0]) as file:
            first = file.readline().strip()
        self.beside_nginx("/offres?q=…, always different", emploi, first, target_files=files)
        self.notes.append(f"{count:,} different searches over {self.data.count:,} offers")
        for name, pattern in (
            ("/offres/{code}", rb'href="(/offres/[0-9A-Za-z]+)"'), ("style sheet", rb'href="(/static/[^"]+\.css)"'),
        ):
            if found := re.search(pattern, home):
                self.beside_nginx(name, emploi, found[1].decode())
            else:
                self.problems.append(f"NOT MEASURED {name}: no link to one on the home page")
        return first, files

    def probe_works(self, probe):
        self.beside_nginx("fixed small answer", probe, "/", inline=True, asked="1.0")
        self.beside_nginx("fixed small answer, pipelined ×16", probe, "/", inline=True, asked="1.5", batch=16)
        self.beside_nginx("cached page of 16 KB", probe, "/cached", asked="0.9")
        self.beside_nginx("cached page of 16 KB, 1,000 connections", probe, "/cached", asked="0.9", connections=1_000)
        self.beside_nginx("file of 16 KB", probe, "/static/16k.bin", asked="0.9")
        self.beside_nginx("file of 10 MB, 8 conn.", probe, "/static/10m.bin", asked="0.9", connections=8)

    def peer_work(self, emploi, peer, first, files):
        _, ours = emploi.get(first)
        _, theirs = peer.get(first)
        self.works.append(Work(
            "/offres?q=…, always different, 8 conn.", Side(emploi.url + first, files), Side(peer.url + first, files),
            "Hummingbird", len(ours), asked="10" if self.data.count >= 100_000 else "", connections=8, least_seconds=5))
        self.notes.append(f"the peer's page for {first} has {len(theirs):,} octets, ours {len(ours):,}")

    # What partners take

    def api_works(self, emploi):
        with self.attempt("304 on feeds"):
            api.check_unchanged(emploi)
            self.works.append(api.unchanged_work(emploi, FOLDER))

    def api_rows(self, emploi):
        """Rows by processor time, which come after the others."""
        with self.attempt("snapshot"):
            if re.search(self.options.only, "snapshot"):
                rows, note = api.snapshot_rows(emploi, self.rounds)
                for row in rows:
                    print_row(*api.rate_cells(*row))
                self.notes.append(note)
        with self.attempt("changes"):
            if re.search(self.options.only, "changes"):
                database, _ = Data(FOLDER, 1_000).database(self.options.emploi)
                small = self.start("emploi-small", self.serve(database))
                few, octets = api.changes_seconds(small, self.rounds)
                many, octets = api.changes_seconds(emploi, self.rounds)
                small.stop()
                print_row(*api.changes_cells(self.data.count, many, few, octets))

    def prepare(self):
        emploi = probe = peer = None
        with self.attempt("pages of the site"):
            emploi = self.start_emploi()
        with self.attempt("bare server (httpprobe)"):
            probe = self.start_probe()
        with self.attempt("Hummingbird peer"):
            peer = self.start_peer()
        if emploi:
            with self.attempt("pages of the site"):
                search = self.emploi_works(emploi)
                if peer:
                    self.peer_work(emploi, peer, *search)
            self.api_works(emploi)
        if probe:
            self.probe_works(probe)
        self.nginx = self.copies.serve()
        self.stack.callback(self.nginx.stop)
        for work in self.works:
            if work.peer == "nginx":
                work.other.url = self.nginx.url + work.other.url
        return {"emploi": emploi, "httpprobe": probe, "peer": peer, "nginx": self.nginx}

    # Results

    def run(self):
        servers = self.prepare()
        works = [work for work in self.works if re.search(self.options.only, work.name)]
        print(f"{self.rounds} rounds of {self.seconds} s a side, wrk with one thread, {os.cpu_count()} cores\n", flush=True)
        print_row("work", "octets", "req/s", "p50 ms", "p99 ms", "beside", "req/s", "p50 ms", "p99 ms", "ratio",
                  "rounds", "asked")
        print_row(*["-" * width for width in WIDTHS])
        for work in works:
            with self.attempt(work.name):
                self.print_outcome(work, measure(work, self.rounds, self.seconds, warm_up=not self.options.quick))
        if servers["emploi"]:
            self.api_rows(servers["emploi"])
        if not self.options.only:
            with self.attempt("deposit by a partner"):
                remarks, is_slow = push.measure(self.options.emploi)
                self.notes += remarks
                if is_slow:
                    self.problems.append(f"TOO SLOW deposit by a partner: {push.MOST_SECONDS} s asked at most")
        print()
        for name, server in servers.items():
            if server:
                self.notes.append(f"{name}: {server.peak_memory():.0f} MB of memory at most")
        for note in self.notes:
            print(f"- {note}")
        for problem in self.problems:
            print(problem)

    def print_outcome(self, work, outcome):
        print_row(
            work.name, f"{work.octets:,}", *side(outcome, 0), work.peer, *side(outcome, 1), f"{outcome.ratio:.2f}",
            f"{outcome.ratios[0]:.2f}–{outcome.ratios[-1]:.2f}", work.asked)
        for error in outcome.errors:
            self.problems.append(f"ERRORS IN {work.name}: {error}")


WIDTHS = [39, 10, 8, 8, 8, 11, 8, 8, 8, 6, 11, 5]


def print_row(*cells):
    left = (0, 5)
    print("| " + " | ".join(
        cell.ljust(width) if n in left else cell.rjust(width) for n, (cell, width) in enumerate(zip(cells, WIDTHS))) + " |",
        flush=True)


def side(outcome, which):
    return f"{outcome.rate[which]:,.0f}", f"{outcome.p50[which]:.2f}", f"{outcome.p99[which]:.2f}"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="two rounds of a second, 10,000 offers: about a minute")
    parser.add_argument("--only", default="", metavar="PATTERN", help="only works whose name matches")
    parser.add_argument("--offers", type=int, metavar="N", help="offers searched: 100,000, or 10,000 with --quick")
    parser.add_argument("--fresh", action="store_true", help="make offers and databases anew, even if they are of today")
    parser.add_argument("--emploi", default=ROOT + "/.build/release/emploi")
    parser.add_argument("--httpprobe", default=ROOT + "/.build/release/httpprobe")
    parser.add_argument("--peer", default=FOLDER + "/hummingbird-peer/release/peer")
    options = parser.parse_args()
    for tool in ("wrk", "nginx"):
        if not shutil.which(tool):
            parser.error(f"{tool} is missing: Scripts/install-packages wrk nginx-light")
    os.chdir(ROOT)
    os.makedirs(FOLDER, exist_ok=True)
    # For 1,000 connections; the servers and wrk inherit it.
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    with contextlib.ExitStack() as stack:
        bench = Bench(options, stack)
        bench.run()
    return 1 if bench.problems else 0


if __name__ == "__main__":
    sys.exit(main())
