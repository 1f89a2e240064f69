"""Mails leave whatever happens to the program. Usage: EMPLOI=path/to/emploi python3 -m unittest"""
import http.cookiejar
import os
import pathlib
import re
import signal
import socket
import sqlite3
import subprocess
import tempfile
import threading
import time
import unittest
import urllib.parse
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[2]
EMPLOI = os.path.abspath(os.environ.get("EMPLOI", ROOT / ".build/release/emploi"))
DEADLINE = 60


class MailServer:
    """Takes mails on the loopback, one connection after the other; `on_mail` runs when one is taken, after the 250."""

    def __init__(self, on_mail=lambda: None):
        self.mails = []
        self.on_mail = on_mail
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"smtp://127.0.0.1:{self.listener.getsockname()[1]}"
        threading.Thread(target=self.serve, daemon=True).start()

    def serve(self):
        while True:
            try:
                connection, _ = self.listener.accept()
            except OSError:
                return
            with connection:
                try:
                    self.talk(connection)
                except OSError:
                    pass

    def talk(self, connection):
        lines = connection.makefile("rb")
        connection.sendall(b"220 essai\r\n")
        while line := lines.readline():
            verb = line[:4].upper()
            if verb == b"DATA":
                connection.sendall(b"354 oui\r\n")
                mail = b""
                while (line := lines.readline()) not in (b".\r\n", b""):
                    mail += line
                self.mails.append(mail.decode())
                # The program cannot have read this answer when it dies.
                self.on_mail()
                connection.sendall(b"250 pris\r\n")
            elif verb == b"QUIT":
                connection.sendall(b"221 adieu\r\n")
                return
            else:
                connection.sendall(b"250 oui\r\n")

    def close(self):
        self.listener.close()


class Mail(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="emploi-")
        self.addCleanup(folder.cleanup)
        self.database = os.path.join(folder.name, "emploi.sqlite")

    def serve(self, server):
        process = subprocess.Popen(
            [EMPLOI, "serve", "--database", self.database, "--port", "0", "--smtp-url", server.url, "--mail-from",
             "emploi@essai.fr"], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.addCleanup(self.stop, process)
        url = re.fullmatch(r"prêt (http://\S+)\n", process.stdout.readline()).group(1)
        return process, url

    @staticmethod
    def stop(process):
        process.kill()
        process.wait()
        process.stdout.close()

    @staticmethod
    def sign_up(url, address):
        opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))
        page = opener.open(url + "/inscription", timeout=DEADLINE).read().decode()
        form = {"_sceau": re.search(r'name="_sceau" value="([^"]+)"', page).group(1), "nom": "Camille",
                "courriel": address, "siret": "73282932000074"}
        answer = opener.open(url + "/inscription", urllib.parse.urlencode(form).encode(), timeout=DEADLINE)
        assert answer.url.endswith("/connexion/courriel-envoye"), answer.url

    def wait_for(self, condition, what):
        deadline = time.monotonic() + DEADLINE
        while not condition():
            self.assertLess(time.monotonic(), deadline, what)
            time.sleep(0.05)

    def states(self):
        connection = sqlite3.connect(self.database, timeout=DEADLINE)
        try:
            return connection.execute("SELECT state, attempts, text FROM outbox").fetchall()
        finally:
            connection.close()

    def test_a_mail_leaves_once_and_its_text_is_forgotten(self):
        server = MailServer()
        self.addCleanup(server.close)
        _, url = self.serve(server)
        self.sign_up(url, "camille@essai.fr")
        self.wait_for(lambda: self.states() == [("sent", 1, "")], "not sent")
        self.assertEqual(len(server.mails), 1)
        self.assertIn("To: ", server.mails[0])

    def test_killed_when_the_server_takes_it_the_mail_goes_out_once_more_with_the_same_name(self):
        killed = threading.Event()

        def kill():
            if not killed.is_set():
                process.send_signal(signal.SIGKILL)
                process.wait()
                killed.set()

        server = MailServer(kill)
        self.addCleanup(server.close)
        process, url = self.serve(server)
        self.sign_up(url, "camille@essai.fr")
        self.assertTrue(killed.wait(DEADLINE), "no mail came")
        self.assertEqual([state[:2] for state in self.states()], [("waiting", 1)])
        # What time would do: the dead leader's lease runs out, and the mail is due again.
        connection = sqlite3.connect(self.database, timeout=DEADLINE)
        with connection:
            connection.execute("UPDATE lease SET expires_at = 0")
            connection.execute("UPDATE outbox SET due_at = 0")
        connection.close()
        self.serve(server)
        self.wait_for(lambda: self.states() == [("sent", 2, "")], "not sent again")
        names = [re.search(r"Message-ID: (\S+)", mail).group(1) for mail in server.mails]
        self.assertEqual(len(names), 2)
        self.assertEqual(len(set(names)), 1)


if __name__ == "__main__":
    unittest.main()
