"""Whether the credential forms tell by their time that an address is known. Usage: accounts.py BINARY [SAMPLES]

Starts the program, sends each form for known and unknown addresses in turn, and prints medians, the middle halves, and a rank
test (Mann-Whitney: the chance that a known address takes longer than an unknown one, 0.5 where the time tells nothing,
and how many standard deviations that is from it). It asserts nothing: a busy machine says what it likes. Every request comes
from another network and, where that matters, about another account, so that no limit of tries answers in the form's place."""
import http.client
import os
import random
import re
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.parse

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


class Program:
    def __init__(self, binary):
        self.folder = tempfile.TemporaryDirectory(prefix="emploi-timing-")
        self.database = self.folder.name + "/emploi.sqlite"
        self.binary = os.path.abspath(binary)
        self.process = subprocess.Popen(
            [self.binary, "serve", "--database", self.database, "--port", "0", "--trusted-proxy", "127.0.0.1",
             "--log-level", "error"], cwd=ROOT, stdout=subprocess.PIPE, text=True)
        line = self.process.stdout.readline()
        self.port = int(re.fullmatch(r"prêt http://\S+:(\d+)\n", line).group(1))
        self.connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        self.networks = 0

    def request(self, method, path, form=None, cookie=""):
        self.networks += 1
        client = f"2001:db8:{self.networks >> 16:x}:{self.networks & 0xFFFF:x}::1"
        headers = {"X-Forwarded-For": client, "Cookie": cookie}
        body = None
        if form is not None:
            body = urllib.parse.urlencode(form)
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        self.connection.request(method, path, body, headers)
        answer = self.connection.getresponse()
        return answer, answer.read().decode()

    def seal(self):
        answer, page = self.request("GET", "/connexion")
        self.cookie = answer.getheader("Set-Cookie").split(";")[0]
        return re.search(r'name="_sceau" value="([^"]+)"', page).group(1)

    def post(self, path, form):
        start = time.perf_counter()
        answer, _ = self.request("POST", path, form, self.cookie)
        return time.perf_counter() - start, answer.status

    def stop(self):
        self.process.terminate()
        self.process.wait(15)
        self.folder.cleanup()


def rank_test(known, unknown):
    """P(known > unknown) and its distance from one half in standard deviations."""
    ranked = sorted([(value, True) for value in known] + [(value, False) for value in unknown])
    ranks = sum(rank for rank, (_, is_known) in enumerate(ranked, 1) if is_known)
    n, m = len(known), len(unknown)
    u = ranks - n * (n + 1) / 2
    return u / (n * m), (u - n * m / 2) / (n * m * (n + m + 1) / 12) ** 0.5


def report(name, known, unknown):
    def text(values):
        low, middle, high = statistics.quantiles(values, n=4)
        return f"{middle * 1000:8.2f} ({low * 1000:.2f}–{high * 1000:.2f})"
    share, deviations = rank_test(known, unknown)
    print(f"{name:34} {text(known):>28} {text(unknown):>28} {share:8.3f} {deviations:7.2f}", flush=True)


def main():
    samples = int(sys.argv[2]) if len(sys.argv) > 2 else 300
    program = Program(sys.argv[1])
    try:
        measure(program, samples)
    finally:
        program.stop()


def measure(program, samples):
    seal = program.seal()
    # Recruiters who have confirmed their address, one a sample, half of them with a password.
    database = sqlite3.connect(program.database, timeout=30)
    now = int(time.time())
    salt = "AAAAAAAAAAAAAAAAAAAAAA"
    key = "A" * 43
    for number in range(samples):
        database.execute(
            "INSERT INTO account (kind, email, email_key, name, roles, created_at, confirmed_at) VALUES "
            "('recruiter', ?1, ?1, 'Essai', '', ?2, ?2)", (f"connu{number:06}@essai.fr", now))
        database.execute(
            "INSERT INTO account_secret (account_id, password) VALUES (last_insert_rowid(), ?)",
            (f"$scrypt$ln=15,r=8,p=3${salt}${key}",))
    database.commit()
    database.close()
    print(f"{'form, ' + str(samples) + ' samples each':34} {'known: median (quartiles), ms':>28} "
          f"{'unknown':>28} {'P(k>u)':>8} {'sigmas':>7}")
    forms = [
        ("/connexion/lien", lambda address: {"adresse": address}, samples),
        ("/inscription", lambda address: {"nom": "Essai", "courriel": address, "siret": "73282932000074"}, samples),
        ("/connexion", lambda address: {"courriel": address, "mot_de_passe": "loutre verte"}, min(samples, 200)),
    ]
    for path, form, count in forms:
        taken = {True: [], False: []}
        for number in range(count):
            order = [True, False]
            random.shuffle(order)
            for is_known in order:
                address = f"{'connu' if is_known else 'autre'}{number:06}@essai.fr"
                seconds, status = program.post(path, {"_sceau": seal, **form(address)})
                assert status == (422 if path == "/connexion" else 303), (path, address, status)
                if number >= 5:
                    taken[is_known].append(seconds)
        report(path, taken[True], taken[False])


main()
