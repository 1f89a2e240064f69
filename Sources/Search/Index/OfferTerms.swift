/// The terms of one offer while it is analysed. Its arrays serve one offer after another.
struct OfferTerms {
    private struct Entry {
        let stem: Int32
        var flags: UInt8 = 0
        var textFrequency: Int32 = 0
        var count: Int32 = 0
    }

    private struct Occurrence {
        let entry: Int32
        let position: Int32
    }

    /// Words between two fields, so that no phrase runs from one into the next.
    private static let gap: Int32 = 16
    /// Positions kept of one term.
    private static let mostPositions: Int32 = 64

    private var entries: [Entry] = []
    private var lemmas: [(lemma: [UInt8], weight: UInt8)] = []
    private var occurrences: [Occurrence] = []
    /// By number of stem: its entry, where it has one.
    private var entryOfStem: [Int32] = []
    private var position: Int32 = 0
    private var textLength = 0

    mutating func clear() {
        for entry in entries where Int(entry.stem) < entryOfStem.count { entryOfStem[Int(entry.stem)] = -1 }
        entries.removeAll(keepingCapacity: true)
        lemmas.removeAll(keepingCapacity: true)
        occurrences.removeAll(keepingCapacity: true)
        position = 0
        textLength = 0
    }

    mutating func beginField() { position += Self.gap }

    mutating func add(_ words: [TextToken], flag: UInt8, _ french: FrenchAnalyzer) {
        for word in words {
            let stem = french.stemNumbers[Int(word.lexeme)]
            if stem >= 0 {
                let entry = occur(stem)
                entries[entry].flags |= flag
            }
            position += 1
        }
    }

    mutating func addText(_ words: [TextToken], _ french: FrenchAnalyzer) {
        for word in words {
            let stem = french.stemNumbers[Int(word.lexeme)]
            if stem >= 0 {
                let entry = occur(stem)
                entries[entry].textFrequency += 1
                textLength += 1
            }
            position += 1
        }
    }

    /// Words that are not part of what a reader sees: they match, but not in a phrase.
    mutating func addUnplaced(_ words: [TextToken], flag: UInt8, _ french: FrenchAnalyzer) {
        for word in words {
            let stem = french.stemNumbers[Int(word.lexeme)]
            if stem >= 0 { entries[entry(stem)].flags |= flag }
        }
    }

    mutating func add(lemma: [UInt8], weight: UInt8) {
        lemmas.append((lemma, weight))
    }

    /// Number of terms, then each: kind, term, payload, number of positions, positions as differences.
    func write(to writer: inout ByteWriter, _ french: FrenchAnalyzer) {
        var starts = [Int32](repeating: 0, count: entries.count + 1)
        for index in entries.indices { starts[index + 1] = starts[index] + entries[index].count }
        var next = starts
        var sorted = [Int32](repeating: 0, count: Int(starts[entries.count]))
        for occurrence in occurrences {
            let entry = Int(occurrence.entry)
            guard next[entry] < starts[entry + 1] else { continue }
            sorted[Int(next[entry])] = occurrence.position
            next[entry] += 1
        }
        writer.write(number: entries.count + lemmas.count)
        for (index, entry) in entries.enumerated() {
            var payload = entry.flags
            if entry.textFrequency > 0 {
                payload |= TermPayload.textWeight(frequency: Int(entry.textFrequency), length: textLength)
            }
            writer.write(0)
            writer.write(octets: french.stems[Int(entry.stem)])
            writer.write(payload)
            writer.write(number: Int(entry.count))
            var last: Int32 = 0
            for place in Int(starts[index])..<Int(starts[index + 1]) {
                writer.write(number: Int(sorted[place] - last))
                last = sorted[place]
            }
        }
        for (lemma, weight) in lemmas {
            writer.write(1)
            writer.write(octets: lemma)
            writer.write(weight)
            writer.write(number: 0)
        }
    }

    private mutating func occur(_ stem: Int32) -> Int {
        let entry = entry(stem)
        if entries[entry].count < Self.mostPositions {
            occurrences.append(Occurrence(entry: Int32(entry), position: position))
            entries[entry].count += 1
        }
        return entry
    }

    private mutating func entry(_ stem: Int32) -> Int {
        while entryOfStem.count <= Int(stem) { entryOfStem.append(-1) }
        let known = entryOfStem[Int(stem)]
        if known >= 0 { return Int(known) }
        entries.append(Entry(stem: stem))
        entryOfStem[Int(stem)] = Int32(entries.count - 1)
        return entries.count - 1
    }
}
