#!/usr/bin/env python3
"""httpprobe with too few descriptors and with too many requests.

    exhaustion.py PATH-TO-HTTPPROBE

Descriptors: with 400 allowed and 600 clients, the process neither spins nor dies, and serves again once they are gone.
Overload: answers that cost a millisecond of processor time each are asked for at twice the rate that the server can give. For
each second of its own processor time it still gives at least 90 % of its peak of good answers, and the rest are refused. The
rate asked for follows from the peak just measured, and the load generator shares the machine: so neither plain rates nor the
machine's speed decide.
"""

import re
import resource
import socket
import subprocess
import sys
import tempfile
import threading
import time

from probe import Probe, probe


def get(port, target="/", timeout=5):
    with socket.create_connection(("127.0.0.1", port), timeout=timeout) as client:
        client.sendall(f"GET {target} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n".encode())
        octets = b""
        while piece := client.recv(65536):
            octets += piece
        return octets


def descriptors(binary):
    # The limit cannot be raised again: this comes last, and the clients live in two processes.
    resource.setrlimit(resource.RLIMIT_NOFILE, (400, 400))
    server = Probe(binary, "--public", "/tmp")
    script = f"""
import socket, time
clients = []
for number in range(600):
    try:
        clients.append(socket.create_connection(("127.0.0.1", {server.port}), timeout=1))
    except OSError:
        break
print(len(clients), flush=True)
input()
"""
    children = [
        subprocess.Popen([sys.executable, "-c", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    held = sum(int(child.stdout.readline()) for child in children)
    before = server.processor_seconds()
    time.sleep(2)
    spent = server.processor_seconds() - before
    for child in children:
        child.stdin.write("\n")
        child.stdin.close()
        child.wait()
    assert server.process.poll() is None, "the server died"
    assert spent < 0.5, f"the server spun: {spent:.2f} s of processor time in 2 s"
    deadline = time.monotonic() + 15
    while True:
        try:
            answer = get(server.port)
            if answer.startswith(b"HTTP/1.1 200"):
                break
        except OSError:
            pass
        assert time.monotonic() < deadline, "the server does not serve again"
        time.sleep(0.2)
    assert server.stop() == 0
    print(f"descriptors: {held} clients against 400 descriptors, {spent:.2f} s of processor time in 2 s, serves again")


# Every client waits this many milliseconds before each request.
PACE = "function delay() return {} end\n"


def load(server, connections, seconds, pause=0):
    """Good answers for each second of the server's processor time; good answers and refusals a second."""
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as script:
        script.write(PACE.format(pause) if pause else "")
        script.flush()
        before = server.processor_seconds()
        out = subprocess.run(
            ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--timeout", "10s", "-s", script.name, server.url + "/work"],
            capture_output=True, text=True, check=True,
        ).stdout
        spent = server.processor_seconds() - before
    total = int(re.search(r"(\d+) requests in", out).group(1))
    refused = re.search(r"Non-2xx or 3xx responses: (\d+)", out)
    refused = int(refused.group(1)) if refused else 0
    return (total - refused) / spent, (total - refused) / seconds, refused / seconds


class Witness:
    """A client of its own that asks all the while, and knows how long a refusal took."""

    def __init__(self, port):
        self.port = port
        self.refusals = []
        self.ends = threading.Event()
        self.thread = threading.Thread(target=self.run)

    def run(self):
        while not self.ends.is_set():
            start = time.perf_counter()
            try:
                if get(self.port, "/work").startswith(b"HTTP/1.1 503"):
                    self.refusals.append(time.perf_counter() - start)
            except OSError:
                pass
            time.sleep(0.01)

    def __enter__(self):
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.ends.set()
        self.thread.join()


def overload(binary):
    # For thousands of clients; the server and wrk inherit it.
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    with probe(binary, "--public", "/tmp", "--workers", "2") as server:
        load(server, 16, 1)
        peak, peak_rate, _ = max(load(server, connections, 3) for connections in (16, 32, 64))
        before = server.memory()
        # A second's work may wait: so many clients are in the queue, and the others pause so long between two requests that
        # together they ask at twice the peak.
        connections = min(12_000, int(4 * peak_rate))
        pause = int(1_000 * (connections - peak_rate) / (2 * peak_rate))
        with Witness(server.port) as witness:
            answered, rate, refused = load(server, connections, 15, pause)
        grown = server.memory() - before
        asked = (rate + refused) / peak_rate
        told = sorted(witness.refusals)
        print(
            f"overload: peak {peak:.0f} answers a processor second ({peak_rate:.0f} a second); asked {asked:.1f} times as much by"
            f" {connections} clients: {answered:.0f} ({rate:.0f} a second), {answered / peak:.0%},"
            f" {refused:.0f} refusals a second, {grown / 2**20:.1f} MB more memory"
        )
        if told:
            print(f"a refusal takes {told[len(told) // 2] * 1e3:.1f} ms (median of {len(told)})")
        assert server.stop() == 0
    return answered >= 0.9 * peak and refused > 0 and asked > 1.5 and grown < 64 << 20


if __name__ == "__main__":
    kept = overload(sys.argv[1])
    descriptors(sys.argv[1])
    if not kept:
        print("out of bounds: answers under overload")
    sys.exit(0 if kept else 1)
