"""Every form of a search, read by programs and schemas that are not ours."""
import csv
import datetime
import gzip
import io
import json
import re
import subprocess
import time

import mirror_check
from board import ROOT, SCHEMAS


def schema(name):
    import jsonschema
    return jsonschema.Draft202012Validator(
        json.loads((SCHEMAS / name).read_text()), format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER)


def xmllint(content, *options):
    done = subprocess.run(["xmllint", "--noout", "--nonet", *options, "-"], input=content, capture_output=True)
    assert done.returncode == 0, done.stderr.decode()[:2_000]


def check_json_feed_is_one(board):
    feed_schema, path, pages = schema("jsonfeed.json"), "/offres.json?contrat=CDI&par_page=50", 0
    ids = set()
    while path:
        feed = board.json(path)
        feed_schema.validate(feed)
        assert feed["feed_url"] == board.url + path
        fresh = {item["id"] for item in feed["items"]}
        assert not fresh & ids, "an item on two pages"
        ids |= fresh
        pages += 1
        path = feed.get("next_url", "").removeprefix(board.url)
    found, path = set(), "/api/v1/offres?contrat=CDI&par_page=100&champs=url&champs=rediffusion"
    while path:
        page = board.json(path)
        found |= {offer["url"] for offer in page["elements"] if offer["rediffusion"]}
        path = (page["liens"]["suivant"] or "").removeprefix(board.url)
    assert pages > 2 and ids == found, ids ^ found


def check_atom_and_rss_are_read(board):
    import feedparser
    for path in ("/offres.atom?contrat=CDI", "/offres.rss?contrat=CDI"):
        content = board.get(path)[2]
        feed = feedparser.parse(content)
        assert not feed.bozo, f"{path}: {feed.bozo_exception}"
        assert len(feed.entries) == 100, f"{path}: {len(feed.entries)} entries"
        assert len({entry.id for entry in feed.entries}) == 100
        assert all(entry.title and entry.link and entry.summary and entry.published_parsed for entry in feed.entries)
        xmllint(content, *(("--relaxng", SCHEMAS / "atom.rng") if ".atom" in path else ()))


def check_csv_is_as_documented(board):
    documented = re.search(r"une ligne de noms : `([^`]*)`", (ROOT / "docs" / "formats.md").read_text()).group(1)
    names = [name.strip() for name in documented.replace("\n", " ").split(",")]
    content = board.get("/offres.csv")[2]
    text = content.decode("utf-8")
    assert not text.startswith("\ufeff") and text.endswith("\r\n")
    # RFC 4180: lines end in CR LF; what stands alone is inside quotes.
    outside = re.sub(r'"(?:[^"]|"")*"', "", text)
    assert outside.count("\n") == outside.count("\r") == outside.count("\r\n")
    rows = list(csv.DictReader(io.StringIO(text, newline=""), strict=True))
    assert list(rows[0]) == names, list(rows[0])
    for row in rows:
        assert None not in row and None not in row.values()
        assert row["code"] and row["titre"] and row["url"].endswith("/offres/" + row["code"])
        datetime.date.fromisoformat(row["date_limite"])
        datetime.datetime.fromisoformat(row["date_publication"])
        assert re.fullmatch(r"[0-9]+(\.[0-9]+)?|", row["salaire_min"]) and row["teletravail"] in ("oui", "non")
        assert not any(value[:1] in "=+@\t" for value in row.values() if value), row
    found = {(row["source"], row["reference"]) for row in rows}
    assert found <= set(mirror_check.truth(board.database))
    total = board.json("/api/v1/offres?par_page=1")["total"]
    assert len(found) == len(rows) <= total, f"{len(rows)} rows, {total} offers"


def check_calendar_is_read(board):
    import icalendar
    calendar = icalendar.Calendar.from_ical(board.get("/offres.ics?commune=Vichy")[2])
    events = calendar.walk("VEVENT")
    assert len(events) > 3 and not calendar.errors
    for event in events:
        assert not event.errors and event["UID"] and event["SUMMARY"] and event["DTSTAMP"]
        assert isinstance(event["DTSTART"].dt, datetime.date)
    assert len({str(event["UID"]) for event in events}) == len(events)


def check_sitemap_is_as_the_protocol_wants_it(board):
    import xml.etree.ElementTree as tree
    content = board.get("/sitemap.xml")[2]
    xmllint(content, "--schema", SCHEMAS / "sitemap.xsd")
    places = [place.text for place in tree.fromstring(content).iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]
    assert len(places) > 100 and len(content) < 50 << 20
    assert f"Sitemap: {board.url}/sitemap.xml" in board.get("/robots.txt")[2].decode()
    for place in places[:5] + places[5::60]:
        assert place.startswith(board.url + "/") and board.get(place.removeprefix(board.url))[0] == 200, place
    part = board.get("/sitemaps/1.xml")[2]
    xmllint(part, "--schema", SCHEMAS / "sitemap.xsd")


def check_indeed_xml_has_what_is_asked(board):
    import email.utils
    import xml.etree.ElementTree as tree
    root = tree.fromstring(board.get("/partenaires/indeed.xml")[2])
    jobs = root.findall("job")
    assert len(jobs) > 100 and root.findtext("publisher") and root.findtext("publisherurl")
    for job in jobs:
        for name in ("title", "date", "referencenumber", "url", "company", "country", "description"):
            assert (job.findtext(name) or "").strip(), f"{name} is empty"
        assert email.utils.parsedate_to_datetime(job.findtext("date"))
    assert len({job.findtext("referencenumber") for job in jobs}) == len(jobs)


def check_job_posting_is_what_search_engines_ask_for(board):
    posting_schema = schema("jobposting.json")
    script = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
    offers = board.json("/api/v1/offres?par_page=100")["elements"]
    assert {offer["rediffusion"] for offer in offers} == {True, False}
    for offer in offers:
        page = board.get("/offres/" + offer["code"])[2].decode()
        found = script.findall(page)
        # What may not be passed on has none: search engines would show it themselves.
        assert len(found) == (1 if offer["rediffusion"] else 0), offer["code"]
        if not found:
            continue
        posting = json.loads(found[0])
        posting_schema.validate(posting)
        # What a reader sees is what the markup says.
        assert posting["hiringOrganization"]["name"] in (offer.get("employeur", posting["hiringOrganization"]["name"]), "confidential")
        assert posting["identifier"]["value"] == offer["code"] and posting["description"] != posting["title"]
        assert ("baseSalary" in posting) == (offer["salaire"] is not None)
    assert not script.search(board.get("/offres")[2].decode()), "only on the page of one offer"


def check_streams_are_the_same_under_gzip(board):
    for path in ("/api/v1/instantane", "/offres.csv", "/offres.atom"):
        # The background still brings copies of one job together after the start: the forms are alike once it has ended.
        deadline = time.monotonic() + 60
        while True:
            plain, coded = board.get(path), board.get(path, Accept_Encoding="gzip")
            unchanged = board.get(path, Accept_Encoding="gzip", If_None_Match=coded[1]["ETag"])[0]
            assert coded[1]["Content-Encoding"] == "gzip"
            alike = gzip.decompress(coded[2])[200:] == plain[2][200:] and unchanged == 304
            if alike or time.monotonic() > deadline:
                break
        assert alike, f"{path}: {unchanged}"
