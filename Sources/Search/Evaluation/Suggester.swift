import Recruitment

/// Completes what is being typed from the occupations, communes and employers there are.
struct Suggester {
    let tables: ReferenceTables
    let snapshot: Snapshot

    func suggest(prefix: String, kinds: Set<Suggestion.Kind>, limit: Int) -> [Suggestion] {
        let folded = Folding.folded(String(prefix.prefix(SearchLimits.longestText)))
        guard !folded.isEmpty, limit > 0 else { return [] }
        var ranked: [(points: Int, suggestion: Suggestion)] = []
        for found in tables.suggestions.find(folded) where kinds.contains(found.entry.kind) {
            ranked.append(rank(found))
        }
        if kinds.contains(.employer) { ranked += employers(folded) }
        ranked.sort {
            $0.points != $1.points ? $0.points > $1.points : $0.suggestion.text < $1.suggestion.text
        }
        var seen: Set<[UInt8]> = []
        var result: [Suggestion] = []
        for (_, suggestion) in ranked where seen.insert(Folding.folded(suggestion.text)).inserted {
            result.append(suggestion)
            if result.count == limit { break }
        }
        return result
    }

    private func rank(_ found: SuggestionLexicon.Found) -> (Int, Suggestion) {
        let entry = found.entry
        let offers: Int
        let code: String
        switch entry.kind {
        case .occupation:
            offers = snapshot.parts.reduce(0) { $0 + $1.segment.byOccupation[entry.index + 1].count }
            code = tables.reference.occupations[entry.index].code.description
        default:
            offers = snapshot.parts.reduce(0) { $0 + $1.segment.byCommune[entry.index + 1].count }
            code = tables.reference.communes[entry.index].code.description
        }
        var points = entry.weight * 4 + 20 * (Int.bitWidth - offers.leadingZeroBitCount)
        points += found.startsAtFirstWord ? 150 : 0
        points += found.isWhole ? 60 : 0
        points -= min(60, entry.text.utf8.count)
        return (points, Suggestion(kind: entry.kind, text: entry.text, code: code, offers: offers))
    }

    private func employers(_ prefix: [UInt8]) -> [(Int, Suggestion)] {
        var ranked: [(Int, Suggestion)] = []
        for (number, name) in snapshot.employers.folded.enumerated().dropFirst() {
            guard ranked.count < SuggestionLexicon.mostRead, let offset = Self.wordStart(of: prefix, in: name) else {
                continue
            }
            let offers = Int(snapshot.offersByEmployer[number])
            guard offers > 0 else { continue }
            let points = 20 * (Int.bitWidth - offers.leadingZeroBitCount) + (offset == 0 ? 150 : 0)
            let text = snapshot.employers.names[number]
            ranked.append((points, Suggestion(kind: .employer, text: text, code: text, offers: offers)))
        }
        return ranked
    }

    /// Where a word of `name` begins with `prefix`.
    private static func wordStart(of prefix: [UInt8], in name: [UInt8]) -> Int? {
        var offset = 0
        while offset + prefix.count <= name.count {
            if name[offset] == prefix[0], name[offset...].starts(with: prefix) { return offset }
            guard let space = name[offset...].firstIndex(of: 0x20) else { return nil }
            offset = space + 1
        }
        return nil
    }
}
