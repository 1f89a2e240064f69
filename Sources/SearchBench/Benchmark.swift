import Recruitment
import Search
import SearchFixtures

/// Builds an index of many generated offers and measures queries in this process, one at a time.
struct Benchmark {
    let fixtures: SearchFixtures
    let count: Int

    /// Writes the analyses of `count` offers to `path`, and their texts to `path`.tsv for other engines.
    func generate(to path: String) throws {
        let reference = try fixtures.reference()
        guard let analyzer = OfferAnalyzer(reference: reference) else { fatalError("libstemmer has no French") }
        var generator = OfferGenerator(models: try fixtures.offers().map(\.offer), communes: reference.communes)
        var blobs = BlobFile(writing: path)
        var texts = BlobFile(writing: path + ".tsv")
        var analysis = Duration.zero
        var octets = 0
        for number in 1...count {
            let offer = generator.next(number: number)
            octets += offer.title.utf8.count + offer.description.utf8.count
            guard let id = OfferID(number: Int64(number)) else { continue }
            let start = Process.processorTime
            let blob = analyzer.analyze(offer, id: id)
            analysis += Process.processorTime - start
            blobs.append(blob)
            let text = offer.description.split(separator: "\n").joined(separator: " ")
            texts.append(line: "\(number)\t\(offer.title)\t\(text)\t\(offer.employer ?? "")\n")
        }
        blobs.flush()
        texts.flush()
        let rate = Double(octets) / 1_000 / Double(max(1, milliseconds(analysis)))
        print("\(count) offers analysed in \(milliseconds(analysis)) ms, \(octets / 1_000_000) MB, \(rate) MB/s")
    }

    func run(from path: String) throws {
        let reference = try fixtures.reference()
        guard let index = SearchIndex(reference: reference), let analyzer = index.makeAnalyzer() else {
            fatalError("libstemmer has no French")
        }
        print("reference alone: resident \(Process.residentMegabytes) MB")
        let clock = ContinuousClock()
        let before = Process.processorTime
        let build = clock.measure {
            var blobs = BlobFile(reading: path)
            var batch: [IndexChange] = []
            var done = 0
            while done < count, let blob = blobs.next() {
                if let offer = IndexedOffer(blob: blob) { batch.append(.put(offer)) }
                done += 1
                if batch.count == SearchIndex.batch || done == count {
                    index.apply(batch)
                    index.mergeParts()
                    batch.removeAll()
                }
            }
        }
        print(
            "\(index.count) offers: index from analyses \(milliseconds(build)) ms (processor \(milliseconds(Process.processorTime - before)) ms), resident \(Process.residentMegabytes) MB"
        )
        let texts = try TextFile.table(fixtures.root + "/Tests/Relevance/queries.tsv").map { $0[1] }
        measure("mixed: facets, places, filters, sorts", QueryMix(texts: texts, communes: reference.communes), index)
        for words in QueryMix.plainWords.map({ [$0] }) + [QueryMix.plainWords] {
            measure(
                words.count == 1 ? "plain \(words[0])" : "plain words, count and 20 hits", QueryMix(plain: words), index
            )
        }
        let prefixes = ["in", "infir", "a", "vi", "serv", "aide s", "mont", "res", "hot", "p"]
        var samples: [Duration] = []
        for round in 0..<300 {
            samples.append(Process.measure { _ = index.suggest(prefix: prefixes[round % prefixes.count]) })
        }
        report("suggestions", samples)
        var generator = OfferGenerator(
            models: try fixtures.offers().map(\.offer), communes: reference.communes, seed: 2)
        let offers = (0..<50).map { generator.next(number: count + $0 + 1) }
        samples = offers.enumerated().map { offset, offer in
            Process.measure {
                guard let id = OfferID(number: Int64(count + offset + 1)),
                    let indexed = IndexedOffer(blob: analyzer.analyze(offer, id: id))
                else { return }
                index.apply([.put(indexed)])
            }
        }
        report("one offer analysed and taken in", samples)
    }

    private func measure(_ name: String, _ mix: QueryMix, _ index: SearchIndex) {
        var mix = mix
        let clock = ContinuousClock()
        var samples: [Duration] = []
        var walls: [Duration] = []
        let rounds = mix.isPlain ? 60 : 1_500
        for _ in 0..<rounds / 5 { _ = index.search(mix.next(), today: SearchFixtures.today) }
        for _ in 0..<rounds {
            let query = mix.next()
            walls.append(
                clock.measure {
                    samples.append(Process.measure { _ = index.search(query, today: SearchFixtures.today) })
                })
        }
        report(name + ", processor", samples)
        if !mix.isPlain { report(name + ", wall", walls) }
    }

    private func report(_ name: String, _ samples: [Duration]) {
        let sorted = samples.sorted()
        let at: (Double) -> String = { share in
            let duration = sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))]
            let microseconds =
                duration.components.attoseconds / 1_000_000_000_000 + duration.components.seconds * 1_000_000
            return "\(Double(microseconds) / 1_000)"
        }
        print("  \(name): p50 \(at(0.5)) p90 \(at(0.9)) p99 \(at(0.99)) max \(at(1)) ms")
    }

    private func milliseconds(_ duration: Duration) -> Int64 {
        duration.components.seconds * 1_000 + duration.components.attoseconds / 1_000_000_000_000_000
    }
}
