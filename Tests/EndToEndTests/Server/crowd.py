#!/usr/bin/env python3
"""Ten thousand idle and three thousand malicious clients at once, while fresh requests must still be answered.

    crowd.py PATH-TO-HTTPPROBE [--idle 10000] [--slow 1000] [--any-latency]

Prints the figures and exits 1 where one is out of bounds: memory for the idle connections under 64 MB, the 99th percentile
of fresh requests under 50 ms (not judged with --any-latency: on a busy machine it says more about that), every malicious client
cut off in the end.
"""

import argparse
import os
import resource
import socket
import sys
import tempfile
import time

from probe import probe

MEMORY_LIMIT = 64 << 20
LATENCY_LIMIT = 0.050
SOURCES = [f"127.0.0.{number}" for number in range(2, 12)]


def connect(port, number, receive_buffer=None):
    client = socket.socket()
    if receive_buffer:
        client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive_buffer)
    client.bind((SOURCES[number % len(SOURCES)], 0))
    client.connect(("127.0.0.1", port))
    client.settimeout(5)
    return client


def ask(client, target="/"):
    client.sendall(f"GET {target} HTTP/1.1\r\nHost: a\r\n\r\n".encode())
    answer = b""
    while b"hello" not in answer:
        octets = client.recv(65536)
        if not octets:
            raise ConnectionError(answer)
        answer += octets


def latencies(port, count):
    times = []
    for number in range(count):
        start = time.perf_counter()
        with connect(port, number) as client:
            ask(client)
        times.append(time.perf_counter() - start)
    return sorted(times)


def percentile(times, share):
    return times[min(len(times) - 1, int(len(times) * share))]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("binary")
    parser.add_argument("--idle", type=int, default=10000)
    parser.add_argument("--slow", type=int, default=1000)
    parser.add_argument("--any-latency", action="store_true")
    options = parser.parse_args()
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    faults = []
    with tempfile.TemporaryDirectory() as folder:
        with open(os.path.join(folder, "long.bin"), "wb") as file:
            file.truncate(10 << 20)
        with probe(options.binary, "--public", folder) as server:
            before = server.memory()
            alone = latencies(server.port, 500)
            idle = [connect(server.port, number) for number in range(options.idle)]
            for client in idle:
                ask(client)
            memory = server.memory()
            print(f"{options.idle} idle connections: {memory / 2**20:.1f} MB resident ({before / 2**20:.1f} MB before)")
            if memory > MEMORY_LIMIT:
                faults.append("memory")

            heads = [connect(server.port, number) for number in range(options.slow)]
            bodies = [connect(server.port, number) for number in range(options.slow)]
            readers = [connect(server.port, number, receive_buffer=2048) for number in range(options.slow)]
            for client in heads:
                client.sendall(b"GET / HTTP/1.1\r\nHost: a\r\nX-Slow: ")
            for client in bodies:
                client.sendall(b"POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 1000000\r\n\r\na")
            for client in readers:
                client.sendall(b"GET /static/long.bin HTTP/1.1\r\nHost: a\r\n\r\n")
            busy = latencies(server.port, 2000)
            for name, times in [("alone", alone), ("in the crowd", busy)]:
                print(
                    f"fresh requests {name}: p50 {percentile(times, 0.5) * 1e3:.2f} ms,"
                    f" p99 {percentile(times, 0.99) * 1e3:.2f} ms, longest {times[-1] * 1e3:.2f} ms"
                )
            if percentile(busy, 0.99) > LATENCY_LIMIT and not options.any_latency:
                faults.append("latency")
            print(f"with {3 * options.slow} slow clients: {server.memory() / 2**20:.1f} MB resident")

            # Trickle until the deadlines of heads and bodies have passed, then see who is still there.
            end = time.monotonic() + 13
            while time.monotonic() < end:
                for client in heads + bodies:
                    try:
                        client.send(b"a")
                    except OSError:
                        pass
                time.sleep(1)
            told = 0
            for client in heads + bodies:
                try:
                    told += client.recv(65536).startswith(b"HTTP/1.1 408")
                except OSError:
                    pass
            print(f"{told} of {2 * options.slow} slow senders were told 408")
            if told < 2 * options.slow:
                faults.append("slow senders")
            time.sleep(max(0, end + 12 - time.monotonic()))
            cut = 0
            for client in readers:
                client.settimeout(0.05)
                try:
                    while client.recv(1 << 20):
                        pass
                except ConnectionResetError:
                    cut += 1
                except OSError:
                    pass
            print(f"{cut} of {options.slow} stalled readers were cut")
            if cut < options.slow:
                faults.append("stalled readers")
            after = latencies(server.port, 200)
            print(f"fresh requests after: p99 {percentile(after, 0.99) * 1e3:.2f} ms")
            for client in idle + heads + bodies + readers:
                client.close()
            if server.stop() != 0:
                faults.append("exit status")
    if faults:
        print("out of bounds: " + ", ".join(faults))
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
