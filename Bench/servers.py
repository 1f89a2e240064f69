"""Servers under measurement: starting, asking and stopping them."""
import http.client
import os
import re
import select
import socket
import subprocess
import time
import urllib.parse


class Failure(Exception):
    """Something cannot be measured; the text says why."""


class Server:
    """A program that serves until it is stopped. `url` has no slash at its end."""

    def __init__(self, command, log, url=None, deadline=120):
        """Waits for the line of standard output that holds the address; with `url`, until that takes connections."""
        self.log = log
        begun = time.monotonic()
        with open(log, "wb") as errors:
            try:
                self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=errors)
            except OSError as error:
                raise Failure(str(error)) from None
        try:
            self.url = url or self._announced(begun + deadline)
            self._connect(begun + deadline)
        except BaseException:
            self.stop()
            raise
        self.seconds_to_start = time.monotonic() - begun

    def _announced(self, deadline):
        text = b""
        while time.monotonic() < deadline:
            if not select.select([self.process.stdout], [], [], 1)[0]:
                continue
            part = self.process.stdout.read1(4_096)
            text += part
            if found := re.search(rb"http://[^\s/]+(?=[\s/])", text):
                return found[0].decode()
            if not part:
                break
        raise Failure(f"{self.process.args[0]} did not say where it serves: {tail(self.log)}")

    def _connect(self, deadline):
        host, _, port = self.url.removeprefix("http://").rpartition(":")
        while time.monotonic() < deadline and self.process.poll() is None:
            try:
                socket.create_connection((host.strip("[]"), int(port)), timeout=5).close()
                return
            except ConnectionRefusedError:
                time.sleep(0.05)
        raise Failure(f"{self.process.args[0]} takes no connections: {tail(self.log)}")

    def get(self, target, encoding="identity"):
        """The answer to one request: its fields and its content as sent. Anything but 200 is a failure."""
        connection = http.client.HTTPConnection(urllib.parse.urlsplit(self.url).netloc, timeout=30)
        try:
            connection.request("GET", target, headers={"Accept-Encoding": encoding})
            response = connection.getresponse()
            content = response.read()
        except OSError as error:
            raise Failure(f"{self.url}{target}: {error}") from None
        finally:
            connection.close()
        if response.status != 200:
            raise Failure(f"{self.url}{target} answers {response.status}")
        return response.headers, content

    def processor_seconds(self):
        """Seconds of processor that it has used."""
        with open(f"/proc/{self.process.pid}/stat") as file:
            user, system = file.read().rpartition(")")[2].split()[11:13]
        return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")

    def settle(self, longest=900):
        """Waits until it is at rest: after its start it sorts the copies of one job. Gives the seconds it took."""
        begun = time.monotonic()
        last = self.processor_seconds()
        while time.monotonic() < begun + longest:
            time.sleep(0.5)
            now = self.processor_seconds()
            if now - last <= 0.02:
                break
            last = now
        return time.monotonic() - begun

    def memory(self):
        """Megabytes of memory that its process holds now."""
        with open(f"/proc/{self.process.pid}/status") as file:
            return int(re.search(r"VmRSS:\s+(\d+)", file.read())[1]) / 1_024

    def peak_memory(self):
        """Most megabytes of memory that its process and its children have each held, summed."""
        pids = [self.process.pid]
        with open(f"/proc/{self.process.pid}/task/{self.process.pid}/children") as file:
            pids += file.read().split()
        total = 0
        for pid in pids:
            with open(f"/proc/{pid}/status") as file:
                total += int(re.search(r"VmHWM:\s+(\d+)", file.read())[1])
        return total / 1_024

    def stop(self):
        """Ends it; to be called once more does no harm."""
        self.process.terminate()
        try:
            self.process.wait(timeout=15)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.process.stdout.close()


def tail(path):
    """The last line of a log."""
    with open(path, encoding="utf-8", errors="replace") as file:
        return (file.read().strip().splitlines() or ["(no message)"])[-1]


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
