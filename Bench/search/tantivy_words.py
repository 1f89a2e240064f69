#!/usr/bin/env python3
"""Plain words over the same offers in Tantivy (French stemmer, BM25, count and 20 hits), for the comparison with ours.

  python3 Bench/search/tantivy_words.py FILE.tsv [WORD …]      FILE.tsv: written by `SearchBench generate`

Times are of one thread, the index in memory-mapped files, each word asked many times: p50 and p99 in milliseconds.
"""
import sys, tempfile, time

import tantivy

WORDS = "infirmier serveur vendeur macon cuisinier chauffeur agent equipe maintenance entretien".split()


def main():
    path, words = sys.argv[1], sys.argv[2:] or WORDS
    builder = tantivy.SchemaBuilder()
    builder.add_unsigned_field("id", stored=True)
    for field in ("title", "text", "employer"):
        builder.add_text_field(field, tokenizer_name="french")
    index = tantivy.Index(builder.build(), path=tempfile.mkdtemp())
    index.register_tokenizer(
        "french",
        tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
        .filter(tantivy.Filter.lowercase())
        .filter(tantivy.Filter.stemmer("french"))
        .filter(tantivy.Filter.ascii_fold())
        .build(),
    )
    start = time.process_time()
    writer = index.writer(heap_size=200_000_000, num_threads=1)
    count = 0
    with open(path, encoding="utf-8") as file:
        for line in file:
            number, title, text, employer = line.rstrip("\n").split("\t")
            writer.add_document(tantivy.Document(id=int(number), title=title, text=text, employer=employer))
            count += 1
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    print(f"Tantivy {tantivy.__version__.split(',')[0]}: {count} offers, index {time.process_time() - start:.1f} s (processor)")
    searcher = index.searcher()
    every = []
    for word in words:
        query = index.parse_query(word, ["title", "text", "employer"], field_boosts={"title": 5.0})
        samples = []
        for round in range(70):
            start = time.thread_time()
            result = searcher.search(query, 20, count=True)
            if round >= 10:
                samples.append((time.thread_time() - start) * 1000)
        samples.sort()
        every += samples
        print(f"  plain {word}: {result.count} offers, p50 {samples[30]:.3f} p99 {samples[-1]:.3f} ms")
    every.sort()
    print(f"  plain words, count and 20 hits: p50 {every[len(every) // 2]:.3f} p99 {every[int(len(every) * 0.99)]:.3f} ms")


main()
