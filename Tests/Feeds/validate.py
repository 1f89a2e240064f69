"""Reads the feeds in the folder given with programs that are not ours, and says what is wrong with them."""
import csv, email.utils, io, pathlib, sys
import xml.etree.ElementTree as tree
import feedparser, icalendar

folder = pathlib.Path(sys.argv[1])
wrong = []


def check(condition, text):
    if not condition:
        wrong.append(text)


for name in ("offres.rss", "offres.atom"):
    feed = feedparser.parse(folder.joinpath(name).read_bytes())
    check(not feed.bozo, f"{name}: {feed.get('bozo_exception')}")
    check(len(feed.entries) == 2, f"{name}: {len(feed.entries)} entries")
    for entry in feed.entries:
        check(entry.get("id") and entry.get("link") and entry.get("title"), f"{name}: entry without id, link or title")
        check(entry.get("published_parsed"), f"{name}: date not understood")
    check(feed.entries[0].title.startswith("Électricien « bâtiment » & Cie <H/F>"), f"{name}: {feed.entries[0].title}")
    check(feed.feed.get("language", "fr").startswith("fr"), f"{name}: language")

root = tree.fromstring(folder.joinpath("indeed.xml").read_bytes())
jobs = root.findall("job")
check(len(jobs) == 2, f"indeed.xml: {len(jobs)} jobs")
for job in jobs:
    for field in ("title", "date", "referencenumber", "url", "company", "city", "country", "description"):
        check((job.findtext(field) or "").strip(), f"indeed.xml: {field} empty")
    check(email.utils.parsedate_to_datetime(job.findtext("date")), "indeed.xml: date")

rows = list(csv.DictReader(io.StringIO(folder.joinpath("offres.csv").read_bytes().decode(), newline=""), strict=True))
check(len(rows) == 2 and all(None not in row and None not in row.values() for row in rows), "offres.csv: ragged rows")
check(rows[0]["salaire_min"] == "12.10" and rows[0]["employeur"] == 'Firme "Dupont", SARL', "offres.csv: values")

deposit = list(csv.DictReader(io.StringIO(folder.joinpath("depot.csv").read_bytes().decode(), newline=""), delimiter="|", strict=True))
check([row["Type_mouvement"] for row in deposit] == ["C", "S"], f"depot.csv: {[row['Type_mouvement'] for row in deposit]}")
check(all(None not in row for row in deposit), "depot.csv: ragged rows")

calendar = icalendar.Calendar.from_ical(folder.joinpath("dates.ics").read_bytes())
events = calendar.walk("VEVENT")
check(len(events) == 2 and not calendar.errors and not any(event.errors for event in events), "dates.ics: errors")
check(str(events[0]["SUMMARY"]) == "Dernier jour pour postuler : Électricien « bâtiment » & Cie <H/F>", str(events[0]["SUMMARY"]))
check(events[0]["DTSTART"].dt.isoformat() == "2026-12-31", "dates.ics: date")

print("\n".join(wrong) if wrong else "feeds: all right")
sys.exit(bool(wrong))
