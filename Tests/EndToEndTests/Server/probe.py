"""Starts and stops httpprobe for the scripts beside this one. Python standard library only."""

import contextlib
import os
import re
import signal
import subprocess


class Probe:
    """A running httpprobe: its process and where it listens."""

    def __init__(self, binary, *arguments):
        self.process = subprocess.Popen(
            [binary, "--port", "0", *arguments], stdout=subprocess.PIPE, text=True
        )
        ready = self.process.stdout.readline()
        self.port = int(re.search(r":(\d+)$", ready.strip()).group(1))

    @property
    def url(self):
        return f"http://127.0.0.1:{self.port}"

    def memory(self):
        """Resident memory in octets."""
        with open(f"/proc/{self.process.pid}/status") as status:
            return int(re.search(r"VmRSS:\s+(\d+) kB", status.read()).group(1)) * 1024

    def processor_seconds(self):
        with open(f"/proc/{self.process.pid}/stat") as stat:
            parts = stat.read().rsplit(")", 1)[1].split()
        return (int(parts[11]) + int(parts[12])) / os.sysconf("SC_CLK_TCK")

    def stop(self):
        """Asks it to finish and returns its exit status."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(timeout=15)


@contextlib.contextmanager
def probe(binary, *arguments):
    running = Probe(binary, *arguments)
    try:
        yield running
    finally:
        if running.process.poll() is None:
            running.process.kill()
            running.process.wait()
