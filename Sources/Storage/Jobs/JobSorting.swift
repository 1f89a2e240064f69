import Duplicates
import Recruitment
internal import SQLite

/// Finds the group of an offer, in a transaction of its writer.
struct JobSorting {
    /// Offers of one key looked at, the newest first, and offers compared in all.
    static let mostOfKey = 60
    static let mostCandidates = 60

    let connection: Connection
    let today: CalendarDay

    /// Open offers of other sources that tell the same job as `offer`, the likeliest first. What agents judged is not asked.
    func matches(of offer: Offer, id: Int64, _ signature: DuplicateSignature) throws(SQLiteError) -> [Int64] {
        var candidates: Set<Int64> = []
        for key in signature.storedKeys where candidates.count < Self.mostCandidates {
            let found = try connection.all(
                Self.candidates, Int64(bitPattern: key), offer.identity.source.description,
                Int(today.daysSinceEpoch), Self.mostOfKey
            ) { row throws(SQLiteError) in try row.int64(0) }
            for candidate in found where candidate != id && candidates.count < Self.mostCandidates {
                candidates.insert(candidate)
            }
        }
        var matches: [(id: Int64, score: Double)] = []
        for candidate in candidates {
            let other = try connection.first("SELECT * FROM posted_offer WHERE id = ?1", candidate) {
                row throws(SQLiteError) in try PostedOffer(row)
            }
            guard let other else { continue }
            let verdict = DuplicateJudge.compare(signature, DuplicateSignature(of: other.offer))
            guard verdict.decision == .duplicate else { continue }
            matches.append((candidate, verdict.score))
        }
        return matches.sorted { ($1.score, $0.id) < ($0.score, $1.id) }.map(\.id)
    }

    private static let candidates: StaticString = """
        SELECT offer.id FROM (SELECT offer_id FROM job_key WHERE key = ?1 ORDER BY offer_id DESC LIMIT 1000)
        JOIN offer ON offer.id = offer_id
        WHERE source <> ?2 AND status = 'published' AND deadline >= ?3 LIMIT ?4
        """
}
