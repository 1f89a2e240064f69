#!/usr/bin/env python3
"""success@1, success@5 and nDCG@10 over the evaluation set, for plain FTS5, for Tantivy's French stemmer and for ours.

A success is an offer of grade 2 or 3. The gain of an offer is 2^grade - 1; the copy of a job already shown gains nothing.

  swift build -c release --product SearchBench
  python3 Tests/Relevance/relevance.py [--worst N [--in SET]]        (Tantivy: pip install tantivy, in a venv)
"""
import json, math, os, re, sqlite3, subprocess, sys

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.join(HERE, "..", "..")
sys.path.insert(0, HERE)


def table(path):
    with open(path, encoding="utf-8") as file:
        lines = file.read().split("\n")[1:]
    head = lines[0].split("\t")
    return [dict(zip(head, line.split("\t"))) for line in lines[1:] if line]


OFFERS = table(os.path.join(HERE, "Data", "offers.tsv"))
CANONICAL = {o["id"]: o["doublon_de"] or o["id"] for o in OFFERS}
TITLES = {o["id"]: o["titre"] + " | " + o["commune"] + " | " + o["contrat"] for o in OFFERS}
OPEN = {o["id"] for o in OFFERS if o["date_limite"] >= "2026-11-24"}
QUERIES = {row["id"]: row["query"] for row in table(os.path.join(HERE, "queries.tsv"))}
SETS = {row["id"]: row["set"] for row in table(os.path.join(HERE, "queries.tsv"))}
GRADES = {}
for row in table(os.path.join(HERE, "grades.tsv")):
    GRADES.setdefault(row["query"], {})[row["offer"]] = int(row["grade"])
FIELDS = ["titre", "description", "employeur", "commune", "code_postal", "appellation", "contrat"]


def fts5():
    base = sqlite3.connect(":memory:")
    base.execute(f"create virtual table o using fts5(id unindexed, {', '.join(FIELDS)}, tokenize='unicode61')")
    base.executemany(
        f"insert into o values (?{', ?' * len(FIELDS)})",
        [[o["id"]] + [o[f] for f in FIELDS] for o in OFFERS if o["id"] in OPEN],
    )

    def search(query):
        words = re.findall(r"\w+", query)
        for joint in (" ", " OR "):
            match = joint.join('"' + word + '"' for word in words)
            rows = base.execute("select id from o where o match ? order by bm25(o, 0, 5, 1, 2, 2, 2, 2, 1) limit 10", [match])
            found = [row[0] for row in rows]
            if found:
                return found
        return []

    return search


def tantivy():
    try:
        import tantivy
    except ImportError:
        return None
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("id", stored=True, tokenizer_name="raw")
    for field in FIELDS:
        builder.add_text_field(field, tokenizer_name="french")
    index = tantivy.Index(builder.build())
    analyzer = (
        tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
        .filter(tantivy.Filter.lowercase())
        .filter(tantivy.Filter.stopword("french"))
        .filter(tantivy.Filter.stemmer("french"))
        .filter(tantivy.Filter.ascii_fold())
        .build()
    )
    index.register_tokenizer("french", analyzer)
    writer = index.writer()
    for o in OFFERS:
        if o["id"] in OPEN:
            writer.add_document(tantivy.Document(id=o["id"], **{f: o[f] for f in FIELDS}))
    writer.commit()
    index.reload()
    searcher = index.searcher()
    boosts = {"titre": 5.0, "employeur": 2.0, "commune": 2.0, "code_postal": 2.0, "appellation": 2.0}

    def search(query):
        parsed, _ = index.parse_query_lenient(query, FIELDS, field_boosts=boosts)
        return [searcher.doc(address)["id"][0] for _, address in searcher.search(parsed, 10).hits]

    return search


def ours():
    binary = os.environ.get("SEARCHBENCH", os.path.join(ROOT, ".build", "release", "SearchBench"))
    text = "".join(QUERIES[number].replace("\n", " ") + "\n" for number in QUERIES)
    result = subprocess.run([binary, "run", ROOT], input=text, capture_output=True, text=True, check=True)
    answers = dict(zip(QUERIES.values(), result.stdout.splitlines()))
    return lambda query: [OFFERS[int(n) - 1]["id"] for n in answers[query].split()]


def measures(found, grades):
    seen, gains = set(), []
    for offer in found[:10]:
        job = CANONICAL[offer]
        gains.append(0 if job in seen else grades.get(job, 0))
        seen.add(job)
    dcg = sum((2**g - 1) / math.log2(rank + 2) for rank, g in enumerate(gains))
    best = sorted(grades.values(), reverse=True)[:10]
    ideal = sum((2**g - 1) / math.log2(rank + 2) for rank, g in enumerate(best))
    return float(gains[:1] > [1]), float(any(g >= 2 for g in gains[:5])), dcg / ideal if ideal else 1.0


def main():
    engines = {"FTS5 unicode61": fts5(), "Tantivy, French stemmer": tantivy(), "ours": ours()}
    print(f"{len(QUERIES)} queries, {len(OPEN)} open offers")
    print(f"{'engine':28}{'queries':>10}{'success@1':>10}{'success@5':>10}{'nDCG@10':>10}")
    for name, search in engines.items():
        if search is None:
            print(f"{name:28}  not installed (pip install tantivy)")
            continue
        rows = [(measures(search(q), GRADES.get(n, {})), n, q) for n, q in QUERIES.items()]
        for part in ["all"] + list(dict.fromkeys(SETS.values())):
            kept = [row[0] for row in rows if part in ("all", SETS[row[1]])]
            mean = [sum(row[i] for row in kept) / len(kept) for i in range(3)]
            title = name if part == "all" else "  " + part
            print(f"{title:28}{len(kept):10}{mean[0]:10.3f}{mean[1]:10.3f}{mean[2]:10.3f}")
    if "--worst" in sys.argv:
        count = int(sys.argv[sys.argv.index("--worst") + 1])
        # Never of a set that is only scored: what has been read is no longer unseen.
        part = sys.argv[sys.argv.index("--in") + 1] if "--in" in sys.argv else ""
        read = [row for row in rows if not SETS[row[1]].endswith(" kept") and SETS[row[1]].startswith(part)]
        for (s1, s5, ndcg), number, query in sorted(read, key=lambda row: (row[0][1], row[0][2]))[:count]:
            print(f"\n{ndcg:.2f} s1={s1:.0f} s5={s5:.0f}  {query}")
            for offer in engines["ours"](query)[:6]:
                print(f"    {GRADES.get(number, {}).get(CANONICAL[offer], 0)}  {offer} {TITLES[offer]}")
            best = sorted(GRADES.get(number, {}).items(), key=lambda item: -item[1])[:3]
            print("    best: " + "; ".join(f"{g} {TITLES[o]}" for o, g in best))


main()
