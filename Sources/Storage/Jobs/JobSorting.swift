import Duplicates
import Recruitment
internal import SQLite

/// Finds the group of an offer, in a transaction of its writer.
struct JobSorting {
    /// Offers looked at in all, of each key the newest first.
    static let mostCandidates = 60

    let connection: Connection
    let today: CalendarDay

    /// Open offers of other sources that tell the same job as `signature`, the likeliest first. What agents judged is not asked.
    func matches(of signature: DuplicateSignature) throws(SQLiteError) -> [Int64] {
        var matches: [(id: Int64, score: Double)] = []
        var seen: Set<Int64> = []
        for keys in signature.keysOfOthers where seen.count < Self.mostCandidates {
            let found = try connection.all(Self.candidates, keys.lowerBound, keys.upperBound) {
                row throws(SQLiteError) in
                try row.int64(0)
            }
            for candidate in found.sorted(by: >)
            where seen.count < Self.mostCandidates && seen.insert(candidate).inserted {
                guard let score = try score(of: candidate, beside: signature) else { continue }
                matches.append((candidate, score))
            }
        }
        return matches.sorted { ($1.score, $0.id) < ($0.score, $1.id) }.map(\.id)
    }

    /// How much speaks for an open offer and that of `signature` being one job; nil where too little does.
    private func score(of candidate: Int64, beside signature: DuplicateSignature) throws(SQLiteError) -> Double? {
        let other = try connection.first(OfferStore.one, candidate) {
            row throws(SQLiteError) in try PostedOffer(row)
        }
        guard let other, other.isOpen(on: today), other.offer.identity.source != signature.identity.source else {
            return nil
        }
        let facts = DuplicateFacts(of: other.offer)
        // Most candidates have no need of their text, which costs ten times as much.
        guard DuplicateJudge.mayRepeat(signature.facts, facts) else { return nil }
        let verdict = DuplicateJudge.compare(signature, DuplicateSignature(of: other.offer, facts))
        return verdict.decision == .duplicate ? verdict.score : nil
    }

    /// The open offer of the same source that says the very same as `offer`, under another identifier.
    func repetition(of offer: Offer) throws(SQLiteError) -> Int64? {
        try connection.first(
            Self.repetition, OfferDigest.wording(of: offer), offer.identity.source.description,
            offer.identity.sourceID, Int(today.daysSinceEpoch)
        ) { row throws(SQLiteError) in try row.int64(0) }
    }

    /// All keys under which offers like `offer` are found, eleven at most.
    static func keys(of offer: Offer, _ signature: DuplicateSignature) -> Set<Int64> {
        Set(signature.storedKeys + [OfferDigest.wording(of: offer)])
    }

    // CROSS JOIN: keys first. The planner would rather go through all offers of the source.
    private static let repetition: StaticString = """
        SELECT offer.id FROM job_key CROSS JOIN offer ON offer.id = offer_id
        WHERE key = ?1 AND source = ?2 AND source_id <> ?3 AND status = 'published' AND deadline >= ?4 LIMIT 1
        """
    private static let candidates: StaticString = "SELECT offer_id FROM job_key WHERE key BETWEEN ?1 AND ?2 LIMIT 1000"
}
