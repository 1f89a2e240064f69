"""Starts the program on a fresh database with the demo offers, for tests that use it as people do."""
import os
import pathlib
import re
import subprocess
import tempfile
import urllib.error
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[2]


class Board:
    """The running program. Use it in a `with` block."""

    def __init__(self, binary, *options):
        self.binary = os.path.abspath(binary)
        self.options = options

    def __enter__(self):
        self.folder = tempfile.TemporaryDirectory(prefix="emploi-test-")
        self.database = os.path.join(self.folder.name, "emploi.sqlite")
        subprocess.run([self.binary, "demo", "--database", self.database], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
        self.process = subprocess.Popen(
            [self.binary, "serve", "--database", self.database, "--port", "0", *self.options],
            cwd=ROOT, stdout=subprocess.PIPE, text=True)
        line = self.process.stdout.readline()
        match = re.fullmatch(r"prêt (http://\S+)\n", line)
        if not match:
            raise RuntimeError(f"the program said {line!r} instead of its address")
        self.url = match.group(1)
        return self

    def __exit__(self, *_):
        self.process.terminate()
        try:
            self.exit_status = self.process.wait(timeout=15)
        finally:
            self.process.kill()
            self.process.stdout.close()
            self.folder.cleanup()

    def get(self, path, **headers):
        """Status, headers and text of a GET, whatever the status; redirects are not followed."""
        class NoRedirect(urllib.request.HTTPRedirectHandler):
            def redirect_request(self, *_):
                return None
        opener = urllib.request.build_opener(NoRedirect)
        request = urllib.request.Request(self.url + path, headers=headers)
        try:
            with opener.open(request, timeout=10) as answer:
                return answer.status, answer.headers, answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.headers, error.read().decode()

    def offers(self, query=""):
        """The items of the JSON feed for a query string."""
        import json
        return json.loads(self.get("/offres.json" + query)[2])["items"]
