"""What partners take: the snapshot, changes, and being told that a feed has not changed. By the processor time of our process, which
other work on the machine disturbs less than the clock; only the 304s are by wrk."""
import http.client
import json
import os
import statistics
import time
import urllib.parse

from load import Side, Work
from servers import Failure

# Read whole or not at all, so that 304 is told of them by the generation or by their octets.
FEEDS = [
    "/offres.json", "/offres.atom", "/offres.rss", "/offres.csv", "/offres.ics", "/partenaires/indeed.xml", "/sitemap.xml"]
# Megabytes of content a second of processor time.
SNAPSHOT_ASKED, GZIP_ASKED = 150, 20
# How much longer a page of changes may take among many offers than among few.
CHANGES_ASKED = 1.5
CHANGES = 500


def resident_megabytes(pid):
    with open(f"/proc/{pid}/statm") as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / (1 << 20)


def read(server, target, encoding="identity"):
    """Reads an answer without keeping it. Gives the octets that came, and the end of them."""
    connection = http.client.HTTPConnection(urllib.parse.urlsplit(server.url).netloc, timeout=120)
    try:
        connection.request("GET", target, headers={"Accept-Encoding": encoding})
        response = connection.getresponse()
        if response.status != 200:
            raise Failure(f"{server.url}{target} answers {response.status}")
        count, end = 0, b""
        while part := response.read1(1 << 18):
            count += len(part)
            end = (end + part)[-200:]
        return count, end
    finally:
        connection.close()


def snapshot_rows(server, rounds):
    """Rows on the snapshot, and a remark on the memory it takes."""
    server.settle()
    pid = server.process.pid
    size, _ = read(server, "/api/v1/instantane")
    begun = resident_megabytes(pid)
    rows = []
    for name, encoding, asked in (("snapshot", "identity", SNAPSHOT_ASKED), ("snapshot, gzip", "gzip", GZIP_ASKED)):
        rates, sent = [], 0
        for _ in range(rounds):
            before = server.processor_seconds()
            sent, end = read(server, "/api/v1/instantane", encoding)
            rates.append(size / 1e6 / (server.processor_seconds() - before))
            if encoding == "identity" and b'{"fin":{"offres":' not in end:
                raise Failure("the snapshot has no end")
        rows.append((name, sent, rates, asked))
    grown = resident_megabytes(pid) - begun
    return rows, f"memory grew by {grown:.1f} MB over {2 * rounds} snapshots of {size / 1e6:.0f} MB, after one before"


def changes_seconds(server, rounds, pages=20):
    """Processor time of a page of the last changes, and its octets."""
    server.settle()
    _, content = server.get("/api/v1/changements?depuis=0&limite=1")
    latest = json.loads(content)["derniere"]
    target = f"/api/v1/changements?depuis={latest - CHANGES}&limite={CHANGES}"
    octets, _ = read(server, target)
    times = []
    for _ in range(rounds):
        before = server.processor_seconds()
        for _ in range(pages):
            read(server, target)
        times.append((server.processor_seconds() - before) / pages)
    return times, octets


def unchanged_work(server, folder):
    """Asks for every feed by who has it already, beside a page from the cache."""
    tags = []
    for target in FEEDS:
        headers, _ = server.get(target)
        tags.append(headers["ETag"])
    paths = [f"{folder}/feeds.targets", f"{folder}/page.targets"]
    for path, targets in zip(paths, (FEEDS, ["/offres?q=infirmier"])):
        with open(path, "w") as file:
            file.writelines(target + "\n" for target in targets)
    return Work(
        f"304 on {len(FEEDS)} feeds", Side(server.url + FEEDS[0], [paths[0]], ["If-None-Match: " + ", ".join(tags)]),
        Side(server.url + "/offres?q=infirmier", [paths[1]]), "cached page", 0, asked="1.0")


def check_unchanged(server):
    """Whether what the work above measures is 304 indeed."""
    for target in FEEDS:
        headers, _ = server.get(target)
        connection = http.client.HTTPConnection(urllib.parse.urlsplit(server.url).netloc, timeout=30)
        connection.request("GET", target, headers={"Accept-Encoding": "identity", "If-None-Match": headers["ETag"]})
        status = connection.getresponse().status
        connection.close()
        if status != 304:
            raise Failure(f"{target} answers {status} to who has it")


def rate_cells(name, octets, rates, asked):
    """Cells of the table for a rate by processor time: the median is told, and the rounds."""
    median = statistics.median(rates)
    return (
        name, f"{octets:,}", f"{median:.0f} MB/s", "", "", "one core", "", "", "", f"{median / asked:.2f}",
        f"{min(rates) / asked:.2f}–{max(rates) / asked:.2f}", f"{asked} MB/s")


def changes_cells(count, many, few, octets):
    ratios = sorted(m / f for m, f in zip(many, few) if f)
    if not ratios:
        raise Failure("changes are told faster than the clock of the processor tells")
    return (
        f"{CHANGES} changes, {count:,} offers", f"{octets:,}", f"{1 / statistics.median(many):.0f}", "", "", "1,000 offers",
        f"{1 / statistics.median(few):.0f}", "", "", f"{1 / statistics.median(ratios):.2f}",
        f"{1 / ratios[-1]:.2f}–{1 / ratios[0]:.2f}", f"{1 / CHANGES_ASKED:.2f}")
