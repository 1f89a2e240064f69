"""Load by wrk, turn and turn about, so that a machine that slows down slows both sides."""
import json
import os
import re
import statistics
import subprocess
from dataclasses import dataclass, field

from servers import Failure

SCRIPT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "wrk.lua")


@dataclass
class Side:
    """What one side is asked: one URL, or the request targets of one file a round."""

    url: str
    target_files: list[str] = field(default_factory=list)
    # Further fields of the request: `Name: value`.
    headers: list[str] = field(default_factory=list)


@dataclass
class Work:
    name: str
    ours: Side
    other: Side
    peer: str
    octets: int
    asked: str = ""
    encoding: str = "identity"
    connections: int = 32
    batch: int = 1
    # What is answered slowly needs longer rounds: requests under way at the end of a round do not count.
    least_seconds: int = 1
    # Milliseconds each connection waits between an answer and its next request.
    pause: float = 0


@dataclass
class Outcome:
    """Of ours and of the other's, medians over the rounds; `ratios` compares the requests/s of each round."""

    rate: tuple[float, float]
    p50: tuple[float, float]
    p99: tuple[float, float]
    ratios: list[float]
    errors: list[str]

    @property
    def ratio(self):
        return statistics.median(self.ratios)


def wrk(work, side, round, seconds):
    command = [
        "wrk", "--threads=1", f"--connections={work.connections}", f"--duration={seconds}s", "--timeout=10s",
        f"--script={SCRIPT}", f"--header=Accept-Encoding: {work.encoding}", *(f"--header={text}" for text in side.headers),
        side.url, "--", str(work.batch)]
    if side.target_files:
        command.append(side.target_files[round % len(side.target_files)])
        if work.pause:
            command.append(str(work.pause))
    done = subprocess.run(command, capture_output=True, text=True, timeout=seconds + 60)
    found = re.search(r"^RESULT (.*)$", done.stdout, re.MULTILINE)
    if not found:
        raise Failure(f"wrk: {(done.stderr or done.stdout).strip()}")
    result = json.loads(found[1])
    if not result["requests"]:
        raise Failure(f"wrk: no answer from {side.url}")
    return result


def measure(work, rounds, seconds, warm_up):
    sides = [work.ours, work.other]
    seconds = max(seconds, work.least_seconds)
    results = [[], []]
    if warm_up:
        for side in sides:
            wrk(work, side, rounds - 1, 1)
    for round in range(rounds):
        # A B, B A, A B…: neither side always comes second.
        for which in ([0, 1] if round % 2 == 0 else [1, 0]):
            results[which].append(wrk(work, sides[which], round, seconds))

    def medians(key):
        return tuple(statistics.median(result[key] for result in side) for side in results)

    errors = []
    for name, side in zip(("emploi", work.peer), results):
        for kind in ("status", "socket"):
            if count := sum(result[kind] for result in side):
                errors.append(f"{name}: {count} {kind} errors in {sum(result['requests'] for result in side)} requests")
    return Outcome(
        medians("rate"), medians("p50"), medians("p99"),
        sorted(ours["rate"] / other["rate"] for ours, other in zip(*results)), errors)
