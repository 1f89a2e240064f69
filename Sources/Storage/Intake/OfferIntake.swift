import Recruitment
internal import SQLite

/// Takes in what a source says of an offer, by the same rules whichever way it came: a file, a partner's program, a pull.
public enum OfferIntake {
    public enum Outcome: String, Sendable, Hashable, CaseIterable {
        case added = "ajoutee"
        case updated = "modifiee"
        /// It had been closed because its source no longer had it, or by its source itself, and is back.
        case reopened = "rouverte"
        /// The source says what it said before: nothing was written.
        case unchanged = "inchangee"
    }

    /// Writes the offer where anything changed, with its line in the table of changes. A status that people gave stays: only
    /// what a source closed, a source opens again.
    ///
    /// Without `analysis` the analysis is left to whoever next brings an index up to date.
    static func put(
        _ offer: Offer, known: OfferWriting.Known?, analysis: OfferAnalysis?, at now: Instant,
        _ transaction: borrowing Transaction
    ) throws(SQLiteError) -> (id: Int64, outcome: Outcome) {
        let digest = OfferDigest(offer).value
        let isBack = known.map(isClosedBySource) ?? false
        if let known, known.digest == digest {
            if isBack { try OfferWriting.reopen(known.id, at: now, transaction) }
            if let analysis, known.analysisVersion != analysis.version {
                try analyze(offer, known.id, analysis, transaction)
            }
            return (known.id, isBack ? .reopened : .unchanged)
        }
        let status = isBack ? .published : known?.status ?? .published
        let id = try OfferWriting.put(offer, digest: digest, status: status, known: known, at: now, transaction)
        let outcome: Outcome = known == nil ? .added : isBack ? .reopened : .updated
        let kind: OfferChange.Kind = known == nil ? .added : isBack ? .reopened : .updated
        if status == .published { try OfferWriting.note(kind, id, reason: nil, at: now, transaction) }
        if known?.analysisVersion != nil { try OfferWriting.removeAnalysis(of: id, transaction) }
        if let analysis { try analyze(offer, id, analysis, transaction) }
        return (id, outcome)
    }

    static func isClosedBySource(_ known: OfferWriting.Known) -> Bool {
        known.closedReason.map(OfferChange.sourceReasons.contains) ?? false
            && [.withdrawn, .filled].contains(known.status)
    }

    private static func analyze(
        _ offer: Offer, _ number: Int64, _ analysis: OfferAnalysis, _ transaction: borrowing Transaction
    ) throws(SQLiteError) {
        guard let id = OfferID(number: number) else { return }
        try OfferWriting.putAnalysis(analysis.analyze(offer, id), version: analysis.version, of: number, transaction)
    }
}
