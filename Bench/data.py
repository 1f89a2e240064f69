"""What is measured on: made-up offers, imported by us and by the peer, kept from one run to the next of the same day."""
import collections
import datetime
import itertools
import json
import os
import random
import re
import subprocess
import sys
import time
import urllib.parse

from servers import Failure, tail

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
PEER = os.path.join(ROOT, "Bench", "peers", "hummingbird-peer")


def run(command, log, output=None):
    """Runs a program to its end. Gives its seconds, those of them on a processor, and most megabytes of memory."""
    begun = time.monotonic()
    with open(log, "wb") as errors:
        try:
            process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=output or errors, stderr=errors)
        except OSError as error:
            raise Failure(str(error)) from None
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise Failure(f"{' '.join(command[:2])} ended with {process.returncode}: {tail(log)}")
    return time.monotonic() - begun, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1_024


class Data:
    def __init__(self, folder, count, fresh=False):
        self.folder, self.count = folder, count
        day = datetime.datetime.now(datetime.timezone.utc).date()
        self.name = f"{count}-{day}"
        for file in os.listdir(folder):
            if re.match(r"\d+-\d{4}-", file) and (fresh or str(day) not in file):
                os.remove(os.path.join(folder, file))

    def path(self, suffix):
        return os.path.join(self.folder, self.name + suffix)

    def offers(self):
        path = self.path(".jsonl")
        if not os.path.exists(path):
            with open(path + ".partial", "wb") as file:
                run([ROOT + "/Scripts/make-offers", str(self.count)], self.path(".make.log"), file)
            os.rename(path + ".partial", path)
        return path

    def database(self, emploi):
        """Our database, and a sentence on its import if it was made now."""
        path = self.path(".sqlite")
        if os.path.exists(path):
            return path, None
        partial = path + ".partial"
        for suffix in ("", "-wal", "-shm"):
            if os.path.exists(partial + suffix):
                os.remove(partial + suffix)
        seconds, processor, memory = run(
            [emploi, "import", self.offers(), "--source", "bench", "--database", partial], self.path(".import.log"))
        for suffix in ("", "-wal", "-shm"):
            if os.path.exists(partial + suffix):
                os.rename(partial + suffix, path + suffix)
        return path, (
            f"import of {self.count:,} offers: {seconds:.1f} s ({processor:.1f} s of processor), {memory:.0f} MB of memory at most")

    def peer_database(self):
        path = self.path(".peer.sqlite")
        if not os.path.exists(path):
            run([sys.executable, PEER + "/make-database", self.offers(), path], self.path(".peer.log"))
        return path

    def searches(self, parts):
        """Different searches by words of the titles, contract, working time and age, in `parts` files of request targets."""
        words = collections.Counter()
        with open(self.offers(), encoding="utf-8") as file:
            for line in itertools.islice(file, 5_000):
                words.update(set(re.findall(r"[a-zà-ÿœ-]{4,}", json.loads(line)["titre"].lower())))
        words = [word for word, count in sorted(words.items()) if count >= 10]
        contracts = [
            chosen for length in (1, 2, 3, 4) for chosen in itertools.combinations(["CDI", "CDD", "MIS", "SAI", "APP"], length)
            if "CDI" in chosen or "CDD" in chosen]
        times = [[], [("temps", "plein")], [("temps", "partiel")]]
        ages = [[], [("depuis", "31")], [("depuis", "14")]]
        targets = [
            "/offres?" + urllib.parse.urlencode(
                [("q", word), *(("contrat", code) for code in chosen), *time, *age, ("tri", "date")])
            for word in words for chosen in contracts for time in times for age in ages]
        random.Random(1).shuffle(targets)
        paths = []
        for part in range(parts):
            paths.append(self.path(f".{part}.targets"))
            with open(paths[-1], "w") as file:
                file.writelines(target + "\n" for target in targets[part::parts])
        return paths, len(targets)
