"""What the checks share: requests to a board, a partner's key, and the tools' folder."""
import json
import os
import pathlib
import subprocess
import sys
import time
import urllib.error
import urllib.request

import mirror_check

BINARY, TOOLS = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2]).resolve()
ROOT = mirror_check.ROOT
SCHEMAS = ROOT / "Tests" / "API" / "schemas"
SOURCE = "essais"

# The tools' modules, whichever Python runs this.
sys.path += [str(path) for path in (TOOLS / "lib").glob("python*/site-packages")]


class Board(mirror_check.Server):
    """A board with the demonstration's offers, and a partner's key that may do everything."""

    def __init__(self, folder):
        self.database = os.path.join(folder, "board.sqlite")
        subprocess.run([BINARY, "demo", "--database", self.database], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
        self.key = self.emploi(
            "key", "add", "Essais", "--scopes", "lecture,depot,webhooks", "--source", SOURCE, "--requests-per-minute", "100000").splitlines()[-1]
        super().__init__(BINARY, self.database)
        self.settle()

    def settle(self):
        """Waits until the background has brought the copies of one job together: lists move until then."""
        deadline, known, since = time.monotonic() + 90, None, time.monotonic()
        while time.monotonic() < deadline and time.monotonic() - since < 4:
            tag = self.ask("HEAD", "/offres.atom")[1]["ETag"], self.get("/api/v1/offres?par_page=100&facettes=non")[1]["ETag"]
            if tag != known:
                known, since = tag, time.monotonic()
            time.sleep(0.2)

    def emploi(self, *arguments):
        return subprocess.run(
            [BINARY, *arguments, "--database", self.database], cwd=ROOT, check=True, capture_output=True, text=True).stdout

    def ask(self, method, path, body=None, **fields):
        """Status, fields and content; no redirect is followed and no status raises."""
        request = urllib.request.Request(
            self.url + path, method=method, data=body, headers={name.replace("_", "-"): value for name, value in fields.items()})
        try:
            with OPENER.open(request, timeout=30) as answer:
                return answer.status, answer.headers, answer.read()
        except urllib.error.HTTPError as error:
            return error.code, error.headers, error.read()

    def get(self, path, **fields):
        return self.ask("GET", path, **fields)

    def json(self, path, **fields):
        return json.loads(self.get(path, **fields)[2])


class NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


OPENER = urllib.request.build_opener(NoRedirect)


def run(checks):
    """Runs every `check_` function of a module's globals. Returns how many passed and failed."""
    import tempfile
    import traceback
    passed = failed = 0
    with tempfile.TemporaryDirectory(prefix="emploi-api-") as folder:
        board = Board(folder)
        try:
            for name, check in checks:
                try:
                    check(board)
                    passed += 1
                except Exception:
                    failed += 1
                    print(f"ÉCHEC : {name}")
                    traceback.print_exc(limit=4)
        finally:
            board.stop()
    return passed, failed
