#!/usr/bin/env python3
"""httpprobe with too few descriptors and with too many requests.

    exhaustion.py PATH-TO-HTTPPROBE

Descriptors: with 400 allowed and 600 clients, the process neither spins nor dies, and serves again once they are gone.
Overload: with sixteen times the clients that saturate it, the server gives at least 90 % of its peak of good answers for each
second of its own processor time (the load generator shares the machine, so plain rates say more about it than about us).
"""

import re
import resource
import socket
import subprocess
import sys
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


def load(server, connections, seconds=4):
    before = server.processor_seconds()
    out = subprocess.run(
        ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", server.url + "/page"],
        capture_output=True, text=True, check=True,
    ).stdout
    total = int(re.search(r"(\d+) requests in", out).group(1))
    refused = re.search(r"Non-2xx or 3xx responses: (\d+)", out)
    refused = int(refused.group(1)) if refused else 0
    return (total - refused) / (server.processor_seconds() - before), (total - refused) / seconds, refused / seconds


def overload(binary):
    with probe(binary, "--public", "/tmp", "--workers", "2") as server:
        load(server, 16, 1)
        peak, peak_rate, _ = max(load(server, connections) for connections in (16, 32, 64))
        answered, rate, refused = load(server, 512)
        print(
            f"overload: peak {peak:.0f} pages a processor second ({peak_rate:.0f} a second);"
            f" with 512 clients {answered:.0f} ({rate:.0f} a second) and {refused:.0f} refusals a second"
        )
        assert server.stop() == 0
    return answered >= 0.9 * peak


if __name__ == "__main__":
    kept = overload(sys.argv[1])
    descriptors(sys.argv[1])
    if not kept:
        print("out of bounds: answers under overload")
    sys.exit(0 if kept else 1)
