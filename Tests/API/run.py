"""Checks the API and the feeds with tools that others wrote. Usage: run.py BINARY TOOLS

TOOLS is a virtual environment with schemathesis, openapi-spec-validator, feedparser and icalendar. Each function whose name
begins with `check_` is a test; it fails by raising. The last line counts them.
"""
import csv
import gzip
import io
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time
import traceback
import urllib.error
import urllib.request
import xml.etree.ElementTree

import mirror_check
import writers_check

BINARY, TOOLS = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2]).resolve()
ROOT = mirror_check.ROOT


def get(url, **fields):
    request = urllib.request.Request(url, headers={name.replace("_", "-"): value for name, value in fields.items()})
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.headers, error.read()


def check_openapi_is_valid(board):
    from openapi_spec_validator import validate
    validate(json.loads(get(board.url + "/api/v1/openapi.json")[2]))


def check_schemathesis_finds_nothing(board):
    done = subprocess.run(
        [TOOLS / "bin" / "schemathesis", "--config-file", ROOT / "Tests" / "API" / "schemathesis.toml", "run", board.url + "/api/v1/openapi.json", "--workers", "1",
         # The stream of changes has no end.
         "--exclude-path", "/api/v1/flux",
         # What writes needs a key, and without one is only refused: test_webhooks.py and the Swift tests of deposits try it.
         "--exclude-method", "POST", "--exclude-method", "PUT",
         # The systematic phases give the same answer each time; PHASES=examples,coverage,fuzzing,stateful goes on at random.
         "--phases", os.environ.get("PHASES", "examples,coverage"),
         "--max-examples", os.environ.get("EXAMPLES", "40"), "--seed", "1", "--no-color",
         # A place that is a text like another but no commune is refused, rightly: acceptance is not checked.
         "--exclude-checks", "positive_data_acceptance"],
        cwd=tempfile.gettempdir(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=600)
    assert done.returncode == 0, done.stdout[-6_000:]
    print(next((line.strip() for line in done.stdout.splitlines() if line.strip()[:1].isdigit() and "generated" in line), "schemathesis: no failure"))


def check_atom_and_rss_are_read(board):
    import feedparser
    for path in ("/offres.atom?contrat=CDI", "/offres.rss?contrat=CDI"):
        feed = feedparser.parse(get(board.url + path)[2])
        assert not feed.bozo, f"{path}: {feed.bozo_exception}"
        assert len(feed.entries) == 100, f"{path}: {len(feed.entries)} entries"
        assert len({entry.id for entry in feed.entries}) == 100


def check_csv_holds_every_offer(board):
    text = get(board.url + "/offres.csv")[2].decode("utf-8")
    assert not text.startswith("\ufeff")
    rows = list(csv.DictReader(io.StringIO(text, newline=""), strict=True))
    assert {None} & set(rows[0]) == set()
    assert {(row["source"], row["reference"]) for row in rows} <= set(mirror_check.truth(board.database))
    found = {(row["source"], row["reference"]) for row in rows}
    total = json.loads(get(board.url + "/api/v1/offres?par_page=1")[2])["total"]
    assert len(found) == len(rows) <= total, f"{len(rows)} rows, {total} offers"


def check_calendar_is_read(board):
    import icalendar
    calendar = icalendar.Calendar.from_ical(get(board.url + "/offres.ics?commune=Vichy")[2])
    assert len(calendar.walk("VEVENT")) > 3


def check_indeed_and_sitemap_are_xml(board):
    jobs = xml.etree.ElementTree.fromstring(get(board.url + "/partenaires/indeed.xml")[2]).findall("job")
    assert len(jobs) > 100 and all(job.findtext("referencenumber") for job in jobs)
    sitemap = xml.etree.ElementTree.fromstring(get(board.url + "/sitemap.xml")[2])
    assert len(sitemap) > 100


def check_streams_are_the_same_under_gzip(board):
    for path in ("/api/v1/instantane", "/offres.csv", "/offres.atom"):
        # The background still brings copies of one job together after the start: the forms are alike once it has ended.
        deadline = time.monotonic() + 60
        while True:
            plain, coded = get(board.url + path), get(board.url + path, Accept_Encoding="gzip")
            unchanged = get(board.url + path, Accept_Encoding="gzip", If_None_Match=coded[1]["ETag"])[0]
            assert coded[1]["Content-Encoding"] == "gzip"
            alike = gzip.decompress(coded[2])[200:] == plain[2][200:] and unchanged == 304
            if alike or time.monotonic() > deadline:
                break
        assert alike, f"{path}: {unchanged}"


def check_a_key_is_shown_once_and_can_be_revoked(board):
    def emploi(*arguments):
        return subprocess.run(
            [BINARY, "key", *arguments, "--database", board.database], cwd=ROOT, check=True, capture_output=True,
            text=True).stdout

    key = emploi("add", "Mission locale").splitlines()[-1]
    url = board.url + "/api/v1/referentiels"
    assert "partenaire" in get(url, Authorization=f"Bearer {key}")[1]["RateLimit"]
    listed = emploi("list")
    assert "Mission locale" in listed and key not in listed and "jamais" not in listed
    emploi("revoke", "1")
    assert get(url, Authorization=f"Bearer {key}")[0] == 401
    assert "révoquée" in emploi("list")


def check_a_partner_can_keep_a_copy(_):
    print("miroir:", mirror_check.check(BINARY))


def check_a_copy_stands_jumps_of_the_clock(_):
    print("miroir, horloge déréglée:", mirror_check.check(BINARY, jumps=True))


def check_no_change_is_missed_beside_many_writers(_):
    print("écrivains:", writers_check.check(BINARY))


def main():
    # The tools' modules, whichever Python runs this.
    sys.path += [str(path) for path in (TOOLS / "lib").glob("python*/site-packages")]
    passed = failed = 0
    with tempfile.TemporaryDirectory(prefix="emploi-api-") as folder:
        database = os.path.join(folder, "board.sqlite")
        subprocess.run([BINARY, "demo", "--database", database], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
        board = mirror_check.Server(BINARY, database)
        board.database = database
        try:
            for name, check in [item for item in globals().items() if item[0].startswith("check_")]:
                try:
                    check(board)
                    passed += 1
                except Exception:
                    failed += 1
                    print(f"ÉCHEC : {name}")
                    traceback.print_exc(limit=3)
        finally:
            board.stop()
    print(f"API: {passed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


main()
