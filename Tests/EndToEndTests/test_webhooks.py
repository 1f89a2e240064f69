"""Partners are called with every change of what they subscribed to. Usage: EMPLOI=path/to/emploi python3 -m unittest"""
import hashlib
import hmac
import http.server
import json
import os
import pathlib
import random
import re
import socket
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
import unittest
import urllib.error
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[2]
EMPLOI = os.path.abspath(os.environ.get("EMPLOI", ROOT / ".build/release/emploi"))
DEADLINE = 60


class Receiver:
    """A partner: checks each call's signature, keeps a copy of the offers, and answers with what `answer` says."""

    def __init__(self):
        self.secrets, self.calls, self.paths, self.copy, self.wrong = [], [], [], {}, []
        self.answer = lambda call: 200
        receiver = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                receiver.paths.append(self.path)
                body = self.rfile.read(int(self.headers["Content-Length"]))
                status = receiver.take(self.headers, body)
                self.send_response(status)
                self.send_header("Content-Length", "0")
                if status == 302:
                    self.send_header("Location", f"http://127.0.0.1:{self.server.server_port}/ailleurs")
                self.end_headers()

            def do_GET(self):
                receiver.paths.append(self.path)
                self.send_error(404)

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}/crochet"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def take(self, headers, body):
        parts = [part.split("=", 1) for part in headers["Emploi-Signature"].split(",")]
        instant = dict(parts)["t"]
        expected = {
            hmac.new(bytes.fromhex(secret), instant.encode() + b"." + body, hashlib.sha256).hexdigest()
            for secret in self.secrets}
        # The first test call may be here before the answer that tells the secret.
        if self.secrets and not expected & {value for name, value in parts if name == "v1"}:
            self.wrong.append(headers["Emploi-Signature"])
            return 400
        if abs(time.time() - int(instant)) > 300:
            self.wrong.append(instant)
            return 400
        call = json.loads(body)
        call["nom"] = headers["Emploi-Delivery"]
        self.calls.append(call)
        status = self.answer(call)
        if status == 200:
            for change in call.get("changements", []):
                if change["offre"]:
                    self.copy[change["code"]] = change["offre"]
                else:
                    self.copy.pop(change["code"], None)
        return status


class Webhooks(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="emploi-webhooks-")
        self.addCleanup(folder.cleanup)
        self.folder = folder.name
        self.database = os.path.join(folder.name, "emploi.sqlite")
        subprocess.run([EMPLOI, "demo", "--database", self.database], cwd=ROOT, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.key = subprocess.run(
            [EMPLOI, "key", "add", "Partenaire", "--scopes", "lecture,webhooks", "--requests-per-minute", "100000",
             "--database", self.database], cwd=ROOT,
            check=True, capture_output=True, text=True).stdout.splitlines()[-1]
        self.receiver = Receiver()
        self.addCleanup(self.receiver.server.shutdown)

    def serve(self, *options):
        process = subprocess.Popen(
            [EMPLOI, "serve", "--database", self.database, "--port", "0", "--api-rate", "1000000", *options], cwd=ROOT,
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.addCleanup(self.stop, process)
        self.url = re.fullmatch(r"prêt (http://\S+)\n", process.stdout.readline()).group(1)
        return process

    def stop(self, process):
        if process.poll() is None:
            process.terminate()
            process.wait(20)
        process.stdout.close()

    def ask(self, method, path, content=None):
        request = urllib.request.Request(
            self.url + "/api/v1" + path, method=method, data=None if content is None else json.dumps(content).encode(),
            headers={"Authorization": "Bearer " + self.key, "Content-Type": "application/json"})
        with urllib.request.urlopen(request, timeout=30) as answer:
            body = answer.read()
            return json.loads(body) if body else None

    def subscribe(self, search):
        made = self.ask("POST", "/webhooks", {"url": self.receiver.url, "recherche": search})
        self.receiver.secrets.append(made["secret"])
        return made["id"]

    def offers(self, count, seed):
        return subprocess.run(
            [sys.executable, ROOT / "Scripts" / "make-offers", str(count), "--seed", str(seed)], check=True, cwd=ROOT,
            capture_output=True, text=True).stdout.splitlines()

    def bring(self, lines):
        file = os.path.join(self.folder, "offers.jsonl")
        pathlib.Path(file).write_text("\n".join(lines) + "\n", encoding="utf-8")
        subprocess.run(
            [EMPLOI, "import", file, "--database", self.database, "--source", "essai", "--complete"], cwd=ROOT,
            check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def until(self, condition, what):
        deadline = time.monotonic() + DEADLINE
        while not condition():
            self.assertLess(time.monotonic(), deadline, what)
            time.sleep(0.05)

    def change(self, sql):
        with sqlite3.connect(self.database, timeout=30) as database:
            database.execute(sql)

    def position(self):
        return sqlite3.connect(self.database).execute(
            "SELECT position = (SELECT max(sequence) FROM change) FROM webhook").fetchone()[0]

    def open_offers(self, contract):
        """The open offers of a contract that may be passed on, each by itself: a search shows copies of one job once."""
        request = urllib.request.Request(self.url + "/api/v1/instantane", headers={"Authorization": "Bearer " + self.key})
        with urllib.request.urlopen(request, timeout=30) as answer:
            offers = [json.loads(line) for line in answer.read().splitlines()[1:-1]]
        return {offer["code"]: offer for offer in offers if offer["contrat"] == contract}

    def test_a_partner_misses_nothing_through_failures_and_kills(self):
        contract, chance = "CDI", random.Random(5)
        process = self.serve("--webhook-allow", "127.0.0.1")
        self.receiver.copy = self.open_offers(contract)
        number = self.subscribe(f"contrat={contract}")
        self.until(lambda: self.receiver.calls, "no test call")
        self.assertEqual(self.receiver.calls[0]["type"], "essai")

        # It answers 503 for a while; the wait for the next try is cut short by hand.
        refusals = []
        self.receiver.answer = lambda call: refusals.append(call["nom"]) or 503
        lines = self.offers(500, 1)
        self.bring(lines)
        for tries in range(1, 4):
            self.until(lambda: len(refusals) >= tries, "no call")
            self.until(lambda: self.ask("GET", f"/webhooks/{number}")["echecs"] == tries, "failure not noted")
            self.change("UPDATE webhook SET due_at = 0")
        self.assertEqual(len(set(refusals[:3])), 1, "one call has one name")
        log = self.ask("GET", f"/webhooks/{number}/appels")["appels"]
        self.assertTrue(any(entry["statut"] == 503 and entry["prochain_essai"] for entry in log))
        self.receiver.answer = lambda call: 200
        self.change("UPDATE webhook SET due_at = 0")
        self.until(self.position, "not all told")

        # It gets a call in which the program dies: the same comes again under the same name.
        for seed in (2, 3, 4):
            fatal = []

            def die(call):
                if not fatal:
                    fatal.append(call["nom"])
                    process.kill()
                    process.wait()
                return 200

            self.receiver.answer = die
            kept = chance.sample(self.offers(500, seed), chance.randint(200, 500))
            self.bring(kept)
            self.until(lambda: fatal and process.poll() is not None, "no call")
            self.receiver.answer = lambda call: 200
            self.change("UPDATE webhook SET due_at = 0")
            # The lease of the dead process is not waited for.
            self.change("DELETE FROM lease")
            self.stop(process)
            process = self.serve("--webhook-allow", "127.0.0.1")
            self.until(self.position, "not all told")
            self.assertGreater([call["nom"] for call in self.receiver.calls].count(fatal[0]), 1)

        self.assertEqual(self.receiver.wrong, [])
        expected = self.open_offers(contract)
        self.assertEqual(self.receiver.copy.keys(), expected.keys())
        self.assertEqual(
            {code: offer["titre"] for code, offer in self.receiver.copy.items()},
            {code: offer["titre"] for code, offer in expected.items()})
        kinds = {change["type"] for call in self.receiver.calls for change in call.get("changements", [])}
        self.assertLessEqual({"ajout", "modification", "fermeture", "sortie"}, kinds)

        # Sent back to the beginning, it gets everything again and ends where it was.
        before = len(self.receiver.calls)
        self.receiver.copy = {}
        self.ask("POST", f"/webhooks/{number}/reprise", {"depuis": 0})
        self.until(lambda: len(self.receiver.calls) > before and self.position(), "not told again")
        self.until(lambda: self.receiver.copy.keys() >= expected.keys(), "not all again")

        # A new secret: both sign, and either is enough.
        self.receiver.secrets = [self.ask("POST", f"/webhooks/{number}/secret")["secret"]]
        calls = len(self.receiver.calls)
        self.ask("POST", f"/webhooks/{number}/essai")
        self.until(lambda: len(self.receiver.calls) > calls, "no test call")
        self.assertEqual(self.receiver.wrong, [])
        self.ask("DELETE", f"/webhooks/{number}")
        self.assertEqual(self.ask("GET", "/webhooks"), {"abonnements": []})

    def test_a_private_address_is_not_called(self):
        self.serve()
        # Whoever connects at all, over IPv4 or IPv6, is seen.
        trap = socket.create_server(("::", 0), family=socket.AF_INET6, dualstack_ipv6=True)
        self.addCleanup(trap.close)
        trap.setblocking(False)
        port = trap.getsockname()[1]
        # Every way to write this machine, and the addresses of its network and of a cloud's secrets.
        for host in ("127.0.0.1", "localhost", "localhost.", "LOCALHOST", "127.1", "127.0.1", "2130706433", "0x7f000001", "0x7f.1", "0177.0.0.1",
                     "017700000001", "0", "0.0.0.0", "[::1]", "[::]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[::127.0.0.1]", "[64:ff9b::7f00:1]",
                     "127.255.255.254", "169.254.169.254", "10.0.0.1", "192.168.1.1", "172.16.0.1", "100.64.0.1", "[fe80::1]", "[fd00:ec2::254]",
                     "[2002:7f00:1::]", "224.0.0.1", "255.255.255.255"):
            url = f"http://{host}:{port}/"
            try:
                number = self.ask("POST", "/webhooks", {"url": url})["id"]
            except urllib.error.HTTPError as error:
                self.assertEqual(error.code, 400, url)
                continue
            def outcome():
                calls = self.ask("GET", f"/webhooks/{number}/appels")["appels"]
                return calls and calls[-1]["erreur"]
            self.until(outcome, f"{url} not refused")
            # Where no resolver knows the name with a dot at its end, it is no host at all.
            self.assertRegex(outcome(), "." if host == "localhost." else "privée|URL refusée", url)
            self.ask("DELETE", f"/webhooks/{number}")
        with self.assertRaises(BlockingIOError, msg="something connected"):
            trap.accept()

    def test_redirects_are_not_followed_and_410_ends_the_calls(self):
        self.serve("--webhook-allow", "127.0.0.1")
        self.receiver.answer = lambda call: 302
        number = self.subscribe("")
        self.until(lambda: self.ask("GET", f"/webhooks/{number}/appels")["appels"], "no call")
        self.until(lambda: self.ask("GET", f"/webhooks/{number}/appels")["appels"][0]["statut"] == 302, "no answer")
        self.assertEqual(set(self.receiver.paths), {"/crochet"})
        self.receiver.answer = lambda call: 410
        self.ask("POST", f"/webhooks/{number}/essai")
        self.until(lambda: self.ask("GET", f"/webhooks/{number}")["etat"] == "suspendu", "not paused")


if __name__ == "__main__":
    unittest.main()
