import Recruitment

/// Completes what is being typed from the occupations, communes and employers there are.
struct Suggester {
    let tables: ReferenceTables
    let snapshot: Snapshot

    func suggest(prefix: String, kinds: Set<Suggestion.Kind>, limit: Int) -> [Suggestion] {
        let folded = Folding.folded(String(prefix.prefix(SearchLimits.longestText)))
        guard !folded.isEmpty, limit > 0 else { return [] }
        var ranked: [Candidate] = []
        let entries = tables.suggestions.entries
        let (byOccupation, byCommune) = (snapshot.offersByOccupation, snapshot.offersByCommune)
        for found in tables.suggestions.find(folded) {
            let entry = entries[found.entry]
            guard kinds.contains(entry.kind) else { continue }
            ranked.append(rank(found, entry, entry.kind == .occupation ? byOccupation : byCommune))
        }
        if kinds.contains(.employer) {
            for found in snapshot.employers.find(folded) {
                let offers =
                    snapshot.offersByEmployer.indices.contains(found.number)
                    ? Int(snapshot.offersByEmployer[found.number]) : 0
                guard offers > 0 else { continue }
                ranked.append(
                    Candidate(
                        points: usage(offers) + (found.isFirst ? 150 : 0), entry: nil, employer: found.number,
                        offers: offers))
            }
        }
        // Texts are made for the few that may be shown, not for the thousands that match a letter.
        var best = Self.best(ranked, limit * 6).map { ($0.points, suggestion($0)) }
        best.sort { $0.0 != $1.0 ? $0.0 > $1.0 : $0.1.text < $1.1.text }
        var seen: Set<[UInt8]> = []
        return Array(best.map(\.1).filter { seen.insert(Folding.folded($0.text)).inserted }.prefix(limit))
    }

    private struct Candidate {
        let points: Int
        /// Number in the lexicon; nil for an employer.
        let entry: Int?
        let employer: Int
        let offers: Int
    }

    private static func best(_ candidates: [Candidate], _ count: Int) -> [Candidate] {
        var kept: [Candidate] = []
        var least = Int.min
        for candidate in candidates where candidate.points > least {
            kept.append(candidate)
            if kept.count >= 2 * count {
                kept.sort { $0.points > $1.points }
                kept.removeLast(kept.count - count)
                least = kept.last?.points ?? least
            }
        }
        return Array(kept.sorted { $0.points > $1.points }.prefix(count))
    }

    private func usage(_ offers: Int) -> Int { 20 * (Int.bitWidth - offers.leadingZeroBitCount) }

    private func rank(
        _ found: SuggestionLexicon.Found, _ entry: SuggestionLexicon.Entry, _ counts: [UInt32]
    ) -> Candidate {
        let offers = counts.indices.contains(entry.index + 1) ? Int(counts[entry.index + 1]) : 0
        var points = entry.weight * 4 + usage(offers)
        points += found.startsAtFirstWord ? 150 : 0
        points += found.isWhole ? 60 : 0
        points -= min(60, entry.length)
        return Candidate(points: points, entry: found.entry, employer: 0, offers: offers)
    }

    private func suggestion(_ candidate: Candidate) -> Suggestion {
        guard let number = candidate.entry else {
            let name = snapshot.employers.name(candidate.employer)
            return Suggestion(kind: .employer, text: name, code: name, offers: candidate.offers)
        }
        let entry = tables.suggestions.entries[number]
        let code =
            entry.kind == .occupation
            ? tables.reference.occupations[entry.index].code.description
            : tables.reference.communes[entry.index].code.description
        return Suggestion(kind: entry.kind, text: entry.text, code: code, offers: candidate.offers)
    }
}
