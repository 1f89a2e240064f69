"""The daily file for France Travail, and its report of rejects. Usage: EMPLOI=path/to/emploi python3 -m unittest"""
import csv
import fcntl
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
import unittest

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from test_program import EMPLOI, ROOT, Program, offer

SETTINGS = ["--partner-key", "EMPLOI_ALLIER", "--base-url", "https://emploi.example"]


def complete(number, **changes):
    return offer(number, **{"employeur": "Boulangerie du Parc", "appellation_ogr": "11573", **changes})


class DepositTests(Program):
    def setUp(self):
        super().setUp()
        self.out = self.path / "depots"
        self.out.mkdir()

    def give(self, *lines):
        result = self.run_emploi(
            "import", self.file("offres.jsonl", lines), "--source", "essai", "--complete", "--database", self.database)
        self.assertEqual(result.returncode, 0, result.stderr)

    def depot(self, *options, prefix=(), folder=None):
        return subprocess.run(
            [*prefix, EMPLOI, "depot", str(folder or self.out), "--database", str(self.database), *SETTINGS, *options], cwd=ROOT,
            capture_output=True, text=True, timeout=60)

    def reject(self, text, *options):
        report = self.path / "rejets.csv"
        report.write_text(text)
        return self.run_emploi(
            "depot", "--rejets", report, "--database", self.database, "--base-url", "https://emploi.example", *options)

    def rows(self, sql, *values):
        connection = sqlite3.connect(self.database)
        try:
            return connection.execute(sql, values).fetchall()
        finally:
            connection.close()

    def execute(self, *statements):
        connection = sqlite3.connect(self.database)
        with connection:
            for statement in statements:
                connection.execute(statement)
        connection.close()

    def a_day_passes(self):
        """Dates what was done a day earlier, files included."""
        (path,), = self.rows("SELECT path FROM france_travail_file ORDER BY day DESC LIMIT 1")
        if os.path.exists(path):
            os.rename(path, path + f".{time.monotonic_ns()}.remis")
        self.date_back()

    def date_back(self):
        # From the first day on, so that none is there twice.
        for table in ("france_travail_movement", "france_travail_file"):
            for day, in self.rows(f"SELECT DISTINCT day FROM {table} ORDER BY day"):
                self.execute(f"UPDATE {table} SET day = day - 1 WHERE day = {day}")

    def file_of_today(self):
        (file,) = self.out.glob("depot-france-travail-*[0-9].csv")
        return file

    def movements(self):
        """Of the day's file: the code of each offer with what is told of it."""
        with open(self.file_of_today(), newline="", encoding="utf-8") as file:
            rows = list(csv.DictReader(file, delimiter="|", strict=True))
        self.assertTrue(all(None not in row and row["Par_cle"] == "EMPLOI_ALLIER" for row in rows))
        self.assertEqual(len({row["Par_ref_offre"] for row in rows}), len(rows), "an offer is told twice")
        return sorted((row["Par_ref_offre"], row["Type_mouvement"]) for row in rows)

    def kinds(self):
        return sorted(movement for _, movement in self.movements())

    def test_each_day_tells_what_is_new_changed_and_gone(self):
        self.give(complete(1), complete(2), complete(3), offer(4))
        result = self.depot()
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertRegex(result.stdout, r"créations +: 3\n(.*\n)*écartées +: 1\n  employeur absent : 1\n")
        self.assertEqual(self.kinds(), ["C", "C", "C"])
        (left,) = self.out.glob("*.ecartees.csv")
        self.assertRegex(left.read_text(), r"^code,raison\n[0-9A-Z]{6},employeur absent\n$")
        first = self.file_of_today().read_bytes()
        # Once more on the same day, with or without news: nothing is lost, nothing is told twice.
        self.give(complete(1), complete(2, titre="Pâtissier", description="Faire des gâteaux."), complete(5))
        result = self.depot()
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertIn("était déjà fait", result.stdout)
        self.assertEqual(self.file_of_today().read_bytes(), first)
        self.a_day_passes()
        self.assertEqual(self.depot().returncode, 0)
        self.assertEqual(self.kinds(), ["C", "M", "S"])
        self.a_day_passes()
        result = self.depot()
        self.assertEqual(self.kinds(), [])
        self.assertRegex(result.stdout, r"inchangées +: 3\n")

    def test_a_search_chooses_what_is_deposited(self):
        self.give(complete(1), complete(2, contrat="CDD"))
        result = self.depot("--search", "contrat=CDD&commune=Vichy")
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertEqual(self.kinds(), ["C"])
        for search, word in (("contrat=CDX", "CDX"), ("commune=Nullepart", "Nullepart"), ("contra=CDI", "contra")):
            result = self.depot("--search", search)
            self.assertEqual(result.returncode, 1, search)
            self.assertIn(word, result.stderr)

    def test_what_is_missing_is_told_at_once(self):
        result = self.run_emploi("depot", "--database", self.database)
        self.assertEqual(result.returncode, 1)
        for word in ("dossier", "--partner-key", "--base-url"):
            self.assertIn(word, result.stderr)
        result = self.run_emploi(
            "depot", self.out, "--database", self.database, "--base-url", "https://emploi.example", "--partner-key", "a|b")
        self.assertEqual(result.returncode, 1)
        self.assertIn("--partner-key", result.stderr)
        result = self.depot(folder=self.path / "absent")
        self.assertEqual(result.returncode, 1)
        self.assertIn("n’existe pas", result.stderr)

    def test_a_run_killed_before_it_is_noted_leaves_nothing(self):
        self.give(*(complete(number) for number in range(1, 30)))
        # The file is brought to the disk before anything is noted.
        self.killed_at("fsync", 1)
        self.assertEqual(self.rows("SELECT count(*) FROM france_travail_file"), [(0,)])
        self.assertTrue(list(self.out.glob(".*.partiel")))
        self.assertEqual(self.depot().returncode, 0)
        self.assertEqual(self.kinds(), ["C"] * 29)
        self.assertEqual(list(self.out.glob(".*.partiel")), [])

    def killed_at(self, call, when):
        result = self.depot(prefix=[
            "strace", "-f", "-o", "/dev/null", "-e", f"trace={call}", "-e", f"inject={call}:signal=KILL:when={when}"])
        self.assertIn(result.returncode, (-signal.SIGKILL, 128 + signal.SIGKILL), result.stderr)
        return result

    def test_a_run_killed_before_the_file_has_its_name_is_finished_by_the_next(self):
        self.give(complete(1), complete(2))
        self.killed_at("rename", 1)
        self.assertEqual(self.rows("SELECT created FROM france_travail_file"), [(2,)])
        self.assertEqual(list(self.out.glob("depot-france-travail-*[0-9].csv")), [])
        result = self.depot()
        self.assertIn("était déjà fait", result.stdout)
        self.assertEqual(self.kinds(), ["C", "C"])
        # Also when the next run is another day's: both files are there.
        self.give(complete(1), complete(2), complete(3))
        self.a_day_passes()
        # The first is that of the file before, which has its name.
        self.killed_at("rename", 2)
        (partial,), = self.rows("SELECT partial FROM france_travail_file ORDER BY day DESC LIMIT 1")
        self.assertTrue(os.path.exists(partial))
        self.date_back()
        self.execute("UPDATE france_travail_file SET path = path || '.hier'")
        self.give(complete(1), complete(2))
        self.assertEqual(self.depot().returncode, 0)
        self.assertEqual(self.kinds(), ["S"])
        self.assertEqual(len(list(self.out.glob("*.csv.hier"))), 1)

    def test_kills_at_any_moment_end_with_one_whole_file(self):
        self.give(*(complete(number) for number in range(400)))
        chance = random.Random(5)
        for _ in range(12):
            process = subprocess.Popen(
                [EMPLOI, "depot", str(self.out), "--database", str(self.database), *SETTINGS], cwd=ROOT,
                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            try:
                process.wait(chance.uniform(0.02, 0.8))
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
            for file in self.out.glob("depot-france-travail-*[0-9].csv"):
                self.assertEqual(file.read_bytes().count(b"\r\n"), 401, "a file that is not whole has its name")
        self.assertEqual(self.depot().returncode, 0)
        self.assertEqual(self.kinds(), ["C"] * 400)
        self.assertEqual(list(self.out.glob(".*.partiel")), [])
        self.assertEqual(self.rows("SELECT count(*) FROM france_travail_movement"), [(400,)])

    def test_two_at_once_do_not_mix(self):
        self.give(complete(1))
        lock = os.open(self.out, os.O_RDONLY)
        fcntl.flock(lock, fcntl.LOCK_EX)
        try:
            result = self.depot()
        finally:
            os.close(lock)
        self.assertEqual(result.returncode, 1)
        self.assertIn("en cours", result.stderr)
        self.assertEqual(self.depot().returncode, 0)

    def test_a_clock_set_back_stops_it(self):
        self.give(complete(1))
        self.assertEqual(self.depot().returncode, 0)
        self.execute("UPDATE france_travail_movement SET day = day + 2", "UPDATE france_travail_file SET day = day + 2")
        result = self.depot()
        self.assertEqual(result.returncode, 1)
        self.assertIn("horloge", result.stderr)

    def test_files_that_were_not_received_are_made_up_for(self):
        self.give(complete(1))
        self.assertEqual(self.depot().returncode, 0)
        self.a_day_passes()
        self.give(complete(1, description="Autre texte."), complete(2))
        self.assertEqual(self.depot().returncode, 0)
        self.assertEqual(self.kinds(), ["C", "M"])
        self.give(complete(1, description="Encore un autre."), complete(3))
        yesterday = self.rows("SELECT date(min(day) * 86400, 'unixepoch') FROM france_travail_file")[0][0]
        result = self.depot("--received-until", yesterday)
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertEqual(self.kinds(), ["C", "M"])
        self.assertEqual(self.rows("SELECT count(*) FROM france_travail_file"), [(2,)])

    def test_what_is_refused_is_told_and_deposited_again_once_it_has_changed(self):
        self.give(complete(1), complete(2))
        self.assertEqual(self.depot().returncode, 0)
        (code, _), (other, _) = self.movements()
        result = self.reject(f"Par_ref_offre;Motif\n{code};Code ROME inconnu\nZZZZZZ;autre\n")
        self.assertEqual(result.returncode, 2, result.stderr)
        self.assertRegex(result.stdout, r"refusées +: 1\n")
        tasks = self.rows("SELECT kind, subject, text, closed_at FROM agent_task")
        self.assertEqual(len(tasks), 1)
        self.assertEqual(tasks[0][0], "depot-refuse")
        self.assertIn("Code ROME inconnu", tasks[0][2])
        # The same report again says nothing new.
        self.assertEqual(self.reject(f"Par_ref_offre;Motif\n{code};Code ROME inconnu\n").returncode, 0)
        self.assertEqual(len(self.rows("SELECT * FROM agent_task")), 1)
        self.a_day_passes()
        result = self.depot()
        self.assertEqual(self.kinds(), [])
        self.assertRegex(result.stdout, r"refusées +: 1 ")
        self.a_day_passes()
        self.give(complete(1, description="Autre texte."), complete(2, description="Autre texte."))
        self.assertEqual(self.depot().returncode, 0)
        self.assertEqual(dict(self.movements()), {code: "C", other: "M"})
        self.assertEqual(self.rows("SELECT count(*) FROM agent_task WHERE closed_at IS NULL"), [(0,)])
        # A refused change leaves the first version there: it is taken back when the offer goes.
        self.assertEqual(self.reject(f"Par_ref_offre;Motif\n{other};trop long\n").returncode, 2)
        self.a_day_passes()
        self.give(complete(1, description="Autre texte."))
        self.assertEqual(self.depot().returncode, 0)
        self.assertEqual(self.movements(), [(other, "S")])

    def test_a_report_that_cannot_be_read_says_why(self):
        self.give(complete(1))
        result = self.reject("Identifiant;Explication\nA;B\n")
        self.assertEqual(result.returncode, 1)
        self.assertIn("identifiant, explication", result.stderr)
        result = self.reject("Identifiant;Explication\nA;B\n", "--reference-column", "Identifiant")
        self.assertEqual(result.returncode, 0, result.stderr)
        result = self.reject("")
        self.assertEqual(result.returncode, 1)

    def test_what_a_full_disk_stops_is_as_if_it_had_not_begun(self):
        self.give(complete(1))
        result = self.depot(prefix=["bash", "-c", "ulimit -f 0; trap '' XFSZ; exec \"$@\"", "-"])
        self.assertNotEqual(result.returncode, 0)
        self.assertEqual(self.rows("SELECT count(*) FROM france_travail_file"), [(0,)])
        self.assertEqual(self.depot().returncode, 0)
        self.assertEqual(self.kinds(), ["C"])


if __name__ == "__main__":
    unittest.main()
