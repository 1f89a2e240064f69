/// The terms of one offer while it is analysed.
struct OfferTerms {
    private struct Entry {
        let term: [UInt8]
        let isLemma: Bool
        var flags: UInt8 = 0
        var positions: [Int] = []
        var textFrequency = 0
    }

    /// Words between two fields, so that no phrase runs from one into the next.
    private static let gap = 16

    private var entries: [Entry] = []
    private var stems: [[UInt8]: Int] = [:]
    private var position = 0
    private var textLength = 0

    mutating func beginField() { position += Self.gap }

    mutating func add(_ words: [Lexeme], flag: UInt8) {
        for word in words {
            if !word.isStopWord {
                let entry = self.entry(word.stem)
                entries[entry].flags |= flag
                entries[entry].positions.append(position)
            }
            position += 1
        }
    }

    mutating func addText(_ words: [Lexeme]) {
        for word in words {
            if !word.isStopWord {
                let entry = self.entry(word.stem)
                entries[entry].textFrequency += 1
                entries[entry].positions.append(position)
                textLength += 1
            }
            position += 1
        }
    }

    /// Words that are not part of what a reader sees: they match, but not in a phrase.
    mutating func addUnplaced(_ words: [Lexeme], flag: UInt8) {
        for word in words where !word.isStopWord { entries[entry(word.stem)].flags |= flag }
    }

    mutating func add(lemma: [UInt8], weight: UInt8) {
        entries.append(Entry(term: lemma, isLemma: true, flags: weight))
    }

    /// Number of terms, then each: kind, term, payload, number of positions, positions as differences.
    func write(to writer: inout ByteWriter) {
        writer.write(number: entries.count)
        for entry in entries {
            var payload = entry.flags
            if entry.textFrequency > 0 {
                payload |= TermPayload.textWeight(frequency: entry.textFrequency, length: textLength)
            }
            writer.write(entry.isLemma ? 1 : 0)
            writer.write(octets: entry.term)
            writer.write(payload)
            let positions = entry.positions.prefix(64)
            writer.write(number: positions.count)
            var last = 0
            for position in positions {
                writer.write(number: position - last)
                last = position
            }
        }
    }

    private mutating func entry(_ stem: [UInt8]) -> Int {
        if let known = stems[stem] { return known }
        entries.append(Entry(term: stem, isLemma: false))
        stems[stem] = entries.count - 1
        return entries.count - 1
    }
}
