"""The program as its operator uses it: command line, files, signals. Usage: EMPLOI=path/to/emploi python3 -m unittest"""
import json
import os
import pathlib
import re
import shutil
import signal
import socket
import sqlite3
import subprocess
import tempfile
import time
import unittest
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[2]
EMPLOI = os.path.abspath(os.environ.get("EMPLOI", ROOT / ".build/release/emploi"))
DEADLINE = 60


def offer(number, **changes):
    record = {
        "id": f"E{number}", "titre": f"Boulanger numéro {number}", "description": "Faire le pain et servir.", "rome": "D1102",
        "commune_insee": "03310", "commune": "Vichy", "code_postal": "03200", "departement": "03", "contrat": "CDI",
        "temps": "plein", "heures_hebdo": 35, "date_publication": "2026-11-20T08:00:00Z", "date_limite": "2099-01-01",
        "url": f"https://recrutement.example/{number}",
    }
    record.update(changes)
    return json.dumps({k: v for k, v in record.items() if v is not None}, ensure_ascii=False)


class Program(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory(prefix="emploi-")
        self.path = pathlib.Path(self.folder.name)
        self.database = self.path / "emploi.sqlite"

    def tearDown(self):
        self.folder.cleanup()

    def run_emploi(self, *arguments, environment=None, cwd=ROOT):
        return subprocess.run(
            [EMPLOI, *map(str, arguments)], capture_output=True, text=True, timeout=DEADLINE, cwd=cwd,
            env={**os.environ, **(environment or {})})

    def serve(self, *arguments):
        process = subprocess.Popen(
            [EMPLOI, "serve", "--database", str(self.database), "--port", "0", *arguments], cwd=ROOT,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        self.addCleanup(self.stop, process)
        line = process.stdout.readline()
        match = re.fullmatch(r"prêt (http://127\.0\.0\.1:\d+)\n", line)
        self.assertTrue(match, line or process.stderr.read())
        return process, match.group(1)

    @staticmethod
    def stop(process):
        process.kill()
        process.wait()
        process.stdout.close()
        process.stderr.close()

    def file(self, name, lines):
        path = self.path / name
        path.write_text("\n".join(lines) + "\n")
        return path

    def counts(self, result):
        return {name: int(number) for name, number in re.findall(r"^(\w+)\s*: (\d+)$", result.stdout, re.M)}

    def statuses(self):
        with sqlite3.connect(self.database) as connection:
            return dict(connection.execute("SELECT source_id, status FROM offer").fetchall())


class CommandLine(Program):
    def test_help_is_in_french(self):
        result = self.run_emploi("--help")
        self.assertEqual(result.returncode, 0)
        for word in ("PRÉSENTATION", "UTILISATION", "COMMANDES", "serve", "import"):
            self.assertIn(word, result.stdout)
        for word in ("OVERVIEW", "USAGE", "SUBCOMMANDS", "Show help"):
            self.assertNotIn(word, result.stdout)

    def test_every_command_explains_itself(self):
        for command in ("serve", "migrate", "demo", "import", "routes", "check", "version"):
            result = self.run_emploi(command, "--help")
            self.assertEqual(result.returncode, 0, command)
            self.assertIn("PRÉSENTATION", result.stdout, command)

    def test_all_faults_of_the_settings_are_told_at_once(self):
        result = self.run_emploi(
            "serve", "--port", "99999", "--public", "/nowhere", "--base-url", "emploi.example",
            environment={"EMPLOI_WORKERS": "zero"})
        self.assertEqual(result.returncode, 1)
        for fault in ("--port 99999", "--public /nowhere", "--base-url emploi.example", "EMPLOI_WORKERS=zero"):
            self.assertIn(fault, result.stderr)

    def test_a_flag_wins_over_its_variable(self):
        result = self.run_emploi("migrate", "--database", self.database, environment={"EMPLOI_DATABASE": "/nowhere/x"})
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertTrue(self.database.exists())

    def test_a_variable_stands_for_its_flag(self):
        result = self.run_emploi("migrate", environment={"EMPLOI_DATABASE": str(self.database)})
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertTrue(self.database.exists())

    def test_the_program_finds_its_files_from_another_folder(self):
        result = self.run_emploi("migrate", "--database", self.database, cwd=self.path)
        self.assertEqual(result.returncode, 0, result.stderr)

    def test_routes_name_who_may_enter(self):
        lines = self.run_emploi("routes").stdout.splitlines()
        self.assertTrue(any(re.match(r"GET +/offres/\{code\} +tout le monde$", line) for line in lines), lines)

    def test_check_tells_what_is_missing(self):
        result = self.run_emploi("check", "--database", self.database)
        self.assertEqual(result.returncode, 1)
        self.assertIn("n’existe pas", result.stdout)
        self.run_emploi("migrate", "--database", self.database)
        result = self.run_emploi(
            "check", "--database", self.database, "--publisher", "A", "--publication-director", "B", "--hosting-provider", "C",
            "--contact", "D")
        self.assertEqual(result.returncode, 0, result.stdout)


class Serving(Program):
    def test_a_missing_database_is_created_and_sigterm_ends_it_well(self):
        process, url = self.serve()
        self.assertIn("Trouver un emploi", urllib.request.urlopen(url + "/").read().decode())
        process.send_signal(signal.SIGTERM)
        self.assertEqual(process.wait(timeout=15), 0)

    def test_an_answer_under_way_is_finished_before_the_end(self):
        process, url = self.serve()
        host, port = url.removeprefix("http://").split(":")
        with socket.create_connection((host, int(port))) as client:
            client.sendall(b"GET / HTTP/1.1\r\nHost: a\r\n\r\n" * 5 + b"GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
            first = client.recv(1)
            process.send_signal(signal.SIGTERM)
            answer = first
            while piece := client.recv(65536):
                answer += piece
        self.assertGreaterEqual(answer.count(b"HTTP/1.1 200"), 1)
        self.assertTrue(answer.rstrip().endswith(b"</html>"))
        self.assertEqual(process.wait(timeout=15), 0)

    def test_a_taken_port_is_said(self):
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            taken.listen()
            result = self.run_emploi("serve", "--database", self.database, "--port", taken.getsockname()[1])
        self.assertEqual(result.returncode, 1)
        self.assertIn(str(taken_port(result.stderr)), result.stderr)

    def test_an_edited_migration_stops_the_start(self):
        migrations = self.path / "Migrations"
        shutil.copytree(ROOT / "Migrations", migrations)
        self.assertEqual(self.run_emploi("migrate", "--database", self.database, "--migrations", migrations).returncode, 0)
        edited = sorted(migrations.glob("0001*.sql"))[0]
        edited.write_text(edited.read_text() + "\n-- edited\n")
        result = self.run_emploi("serve", "--database", self.database, "--migrations", migrations, "--port", "0")
        self.assertEqual(result.returncode, 1)
        self.assertIn(edited.name, result.stderr)
        self.assertIn("modifi", result.stderr)

    def test_an_import_beside_the_running_server_is_seen(self):
        process, url = self.serve()
        file = self.file("a.jsonl", [offer(1)])
        self.assertEqual(self.run_emploi("import", file, "--source", "essai", "--database", self.database).returncode, 0)
        deadline = time.monotonic() + 10
        while time.monotonic() < deadline:
            feed = json.load(urllib.request.urlopen(url + "/offres.json?q=boulanger"))
            if feed["items"]:
                break
        self.assertEqual(len(feed["items"]), 1)
        self.assertIn("numéro 1</a>", urllib.request.urlopen(url + "/offres?q=boulanger").read().decode())


def taken_port(text):
    numbers = re.findall(r"\d{4,5}", text)
    return numbers[0] if numbers else "no port named"


class Importing(Program):
    def do_import(self, file, *arguments):
        return self.run_emploi("import", file, "--source", "essai", "--database", self.database, *arguments)

    def test_the_same_file_again_changes_nothing(self):
        file = self.file("a.jsonl", [offer(n) for n in range(50)])
        self.assertEqual(self.counts(self.do_import(file))["ajoutées"], 50)
        again = self.counts(self.do_import(file))
        self.assertEqual((again["ajoutées"], again["modifiées"], again["inchangées"]), (0, 0, 50))

    def test_changes_are_counted_and_complete_closes_what_is_gone(self):
        self.do_import(self.file("a.jsonl", [offer(n) for n in range(10)]))
        file = self.file("b.jsonl", [offer(0, titre="Pâtissier"), *[offer(n) for n in range(1, 8)], offer(10)])
        counts = self.counts(self.do_import(file, "--complete"))
        self.assertEqual((counts["ajoutées"], counts["modifiées"], counts["inchangées"], counts["fermées"]), (1, 1, 7, 2))
        statuses = self.statuses()
        self.assertEqual((statuses["E8"], statuses["E9"], statuses["E10"]), ("withdrawn", "withdrawn", "published"))

    def test_a_cut_file_closes_nothing(self):
        self.do_import(self.file("a.jsonl", [offer(n) for n in range(10)]))
        cut = self.path / "cut.jsonl"
        cut.write_text("\n".join([offer(n) for n in range(3)]) + "\n" + offer(3)[:40])
        self.do_import(cut, "--complete")
        self.assertEqual(set(self.statuses().values()), {"published"})

    def test_each_broken_line_is_told_and_harms_no_other(self):
        broken = [
            "{", "[]", "null", "12", '"texte"', "{}", offer(100, titre=None), offer(101, titre=""), offer(102, id=None), offer(103, contrat="XYZ"),
            offer(104, contrat=None), offer(105, date_publication="hier"), offer(106, date_limite="2026-02-30"), offer(107, salaire_min=-5, salaire_periode="mensuel"),
            offer(108, titre="x" * 5_000), offer(109, heures_hebdo="beaucoup"), offer(110, commune_insee="99"), offer(111, postes=0),
            offer(112, experience="Z"), offer(113, temps="moitié"),
        ]
        lines = []
        for number, line in enumerate(broken):
            lines += [offer(number), line]
        file = self.file("a.jsonl", lines)
        result = self.do_import(file)
        self.assertEqual(result.returncode, 2, result.stdout + result.stderr)
        counts = self.counts(result)
        self.assertEqual((counts["ajoutées"], counts["rejetées"]), (20, 20), result.stdout)
        rejects = [json.loads(line) for line in pathlib.Path(str(file) + ".rejects.jsonl").read_text().splitlines()] \
            if pathlib.Path(str(file) + ".rejects.jsonl").exists() else \
            [json.loads(line) for line in next(self.path.glob("*.rejects.jsonl")).read_text().splitlines()]
        self.assertEqual(len(rejects), 20)
        self.assertEqual([r["ligne"] for r in rejects], list(range(2, 41, 2)))
        for reject in rejects:
            self.assertTrue(reject["raison"], reject)

    def test_france_travail_answers_are_recognised(self):
        answer = {"resultats": [{
            "id": "900X", "intitule": "Aide-soignant (H/F)", "description": "Soins.", "dateCreation": "2026-11-17T08:12:41.000Z",
            "dateActualisation": "2026-11-20T06:03:10.000Z", "lieuTravail": {"libelle": "03 - Moulins", "codePostal": "03000", "commune": "03190",
                                                                          "latitude": 3.32548, "longitude": 46.55913},
            "typeContrat": "CDI", "natureContrat": "Contrat travail", "romeCode": "J1501", "nombrePostes": 1}]}
        file = self.path / "ft.json"
        file.write_text(json.dumps(answer))
        result = self.do_import(file)
        self.assertIn("france-travail", result.stdout)
        self.assertEqual(self.counts(result)["ajoutées"], 1, result.stdout)
        with sqlite3.connect(self.database) as connection:
            latitude, = connection.execute("SELECT latitude FROM offer").fetchone()
        self.assertAlmostEqual(latitude, 46.55913)

    def test_a_killed_import_is_completed_by_the_same_command(self):
        file = self.file("a.jsonl", [offer(n, description="Faire le pain. " * 60) for n in range(6_000)])
        for delay in (0.05, 0.2, 0.4):
            process = subprocess.Popen(
                [EMPLOI, "import", str(file), "--source", "essai", "--database", str(self.database)], cwd=ROOT,
                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            try:
                process.wait(timeout=delay)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
            if self.database.exists():
                with sqlite3.connect(self.database) as connection:
                    self.assertEqual(connection.execute("PRAGMA integrity_check").fetchone()[0], "ok")
        self.assertEqual(self.do_import(file).returncode, 0)
        self.assertEqual(len(self.statuses()), 6_000)
        again = self.counts(self.do_import(file))
        self.assertEqual((again["ajoutées"], again["modifiées"]), (0, 0))

    def test_a_missing_file_and_a_bad_source_are_said(self):
        result = self.run_emploi("import", self.path / "nowhere", "--source", "Bad Name", "--database", self.database)
        self.assertEqual(result.returncode, 1)
        self.assertIn("--source Bad Name", result.stderr)
        result = self.do_import(self.path / "nowhere")
        self.assertEqual(result.returncode, 1)
        self.assertIn("nowhere", result.stderr)


if __name__ == "__main__":
    unittest.main()
