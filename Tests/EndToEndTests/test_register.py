"""The company register says that an establishment has closed. Usage: EMPLOI=path/to/emploi python3 -m unittest"""
import http.server
import json
import os
import pathlib
import re
import sqlite3
import subprocess
import tempfile
import threading
import time
import unittest
import urllib.error
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[2]
EMPLOI = os.path.abspath(os.environ.get("EMPLOI", ROOT / ".build/release/emploi"))
DEADLINE = 60
SIRET = "73282932000074"


class Register:
    """Answers as the API Recherche d'entreprises does, or fails."""

    def __init__(self):
        self.state, self.status, self.asked = "A", 200, []
        register = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                register.asked.append(self.path)
                body = json.dumps({"results": [{"nom_complet": "SOCIETE D'ESSAI", "matching_etablissements": [
                    {"siret": SIRET, "etat_administratif": register.state, "adresse": "MOULINS"}]}]}).encode()
                self.send_response(register.status)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()


class RegisterTests(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="emploi-")
        self.addCleanup(folder.cleanup)
        self.database = os.path.join(folder.name, "emploi.sqlite")
        self.register = Register()
        self.addCleanup(self.register.server.shutdown)
        subprocess.run([EMPLOI, "demo", "--database", self.database], cwd=ROOT, check=True, capture_output=True)
        self.execute("INSERT INTO establishment (siret, created_at, name, open) VALUES (?, 0, 'SOCIETE D''ESSAI', 1)", SIRET)
        self.offer = self.rows("SELECT id FROM offer WHERE status = 'published' ORDER BY id LIMIT 1")[0][0]
        self.execute("UPDATE offer SET siret = ? WHERE id = ?", SIRET, self.offer)

    def execute(self, sql, *values):
        connection = sqlite3.connect(self.database, timeout=DEADLINE)
        with connection:
            connection.execute(sql, values)
        connection.close()

    def rows(self, sql):
        connection = sqlite3.connect(self.database, timeout=DEADLINE)
        try:
            return connection.execute(sql).fetchall()
        finally:
            connection.close()

    def serve(self):
        process = subprocess.Popen(
            [EMPLOI, "serve", "--database", self.database, "--port", "0", "--company-register", self.register.url],
            cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.addCleanup(lambda: (process.kill(), process.wait(), process.stdout.close()))
        return re.fullmatch(r"prêt (http://\S+)\n", process.stdout.readline()).group(1)

    def wait_for(self, condition, what):
        deadline = time.monotonic() + DEADLINE
        while not condition():
            self.assertLess(time.monotonic(), deadline, what)
            time.sleep(0.05)

    def status(self):
        return self.rows(f"SELECT status FROM offer WHERE id = {self.offer}")[0][0]

    def test_a_closed_establishment_hides_its_offers_and_opens_one_task(self):
        self.register.state = "F"
        self.serve()
        self.wait_for(lambda: self.status() == "moderated", "the offer is still there")
        tasks = self.rows("SELECT kind, subject, text, closed_at FROM agent_task")
        self.assertEqual([task[:2] for task in tasks], [("etablissement-ferme", f"establishment:{SIRET}")])
        self.assertIn("1\u00a0offre a été suspendue", tasks[0][2])
        self.assertEqual(self.register.asked, [f"/search?q={SIRET}&per_page=1"])

    def test_a_register_that_fails_changes_nothing_and_is_told(self):
        self.register.status = 503
        self.serve()
        self.wait_for(lambda: self.rows("SELECT error FROM outside_service"), "nothing is told")
        self.assertEqual(self.rows("SELECT name, error FROM outside_service"), [("repertoire-sirene", "status 503")])
        self.assertEqual(self.status(), "published")
        self.assertEqual(self.rows("SELECT count(*) FROM agent_task"), [(0,)])


if __name__ == "__main__":
    unittest.main()
