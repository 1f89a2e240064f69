import Duplicates
public import Recruitment
internal import SQLite

extension Writing {
    /// Looks at the offers changed since the last time, at most `limit` changes and no longer than about `most`, and puts those
    /// that tell one job together. Returns whether there may be more.
    public func sortJobs(limit: Int, within most: Duration = .seconds(10), at now: Instant) throws(StorageError) -> Bool
    {
        let done = try reading { () throws(SQLiteError) in
            try transaction.connection.first("SELECT sequence FROM job_progress") { row throws(SQLiteError) in
                try row.int64(0)
            } ?? 0
        }
        let changes = try stores.changes.after(done, limit: limit)
        let start = ContinuousClock.now
        var sorted: Set<OfferID> = []
        var last: Int64?
        for change in changes {
            if last != nil, ContinuousClock.now - start > most { break }
            if sorted.insert(change.offer).inserted { try sortJob(of: change.offer, at: now) }
            last = change.sequence
        }
        guard let last else { return false }
        try execute("UPDATE job_progress SET sequence = ?1", last)
        return changes.count == limit || last != changes.last?.sequence
    }

    /// An agent's word on two offers, which the program keeps to until he says otherwise.
    public func judge(
        _ one: OfferID, _ other: OfferID, isSame: Bool, by agent: AccountID, at now: Instant
    ) throws(StorageError) {
        guard one != other else { return }
        let (low, high) = (min(one.number, other.number), max(one.number, other.number))
        try execute(
            """
            INSERT INTO job_judgement (low, high, is_same, decided_by, decided_at) VALUES (?1, ?2, ?3, ?4, ?5)
            ON CONFLICT (low, high) DO UPDATE SET is_same = excluded.is_same, decided_by = excluded.decided_by,
                decided_at = excluded.decided_at
            """, Int64(low), Int64(high), isSame, agent.rawValue, now.secondsSinceEpoch)
        for (offer, against) in [(one, other), (other, one)] {
            try log(
                LoggedEvent(
                    isSame ? "meme-offre" : "autre-offre", on: .offer(offer), by: .account(agent),
                    after: against.code, at: now))
        }
        if !isSame { try leaveJob(Int64(one.number), at: now) }
        try sortJob(of: one, at: now)
        try sortJob(of: other, at: now)
    }

    // MARK: Sorting

    private func sortJob(of offer: OfferID, at now: Instant) throws(StorageError) {
        let id = Int64(offer.number)
        guard let posted = try stores.offers.offer(offer) else { return }
        let today = ParisTime.day(at: now)
        guard posted.status == .published else {
            // It keeps its place for the day it is opened again, but nothing new is compared with it.
            try execute("DELETE FROM job_key WHERE offer_id = ?1", id)
            return
        }
        let signature = DuplicateSignature(of: posted.offer)
        try keep(JobSorting.keys(of: posted.offer, signature), of: id)
        let sorting = JobSorting(connection: transaction.connection, today: today)
        let judgements = try judgements(of: id)
        var wanted = try reading { () throws(SQLiteError) in
            try sorting.matches(of: signature)
        }
        let said = try repeated(by: posted.offer)
        wanted = judgements.filter(\.isSame).map(\.offer) + said + wanted
        let refused = Set(judgements.filter { !$0.isSame }.map(\.offer))
        try place(
            id, posted.offer.identity.source, beside: wanted.filter { !refused.contains($0) }, said, refused, at: now)
    }

    /// The offer of the same source that this one repeats, as the source itself says.
    private func repeated(by offer: Offer) throws(StorageError) -> [Int64] {
        guard let original = offer.duplicateOf,
            let identity = OfferIdentity(source: offer.identity.source, sourceID: original)
        else { return [] }
        return try stores.offers.deposit(identity).map { [Int64($0.id.number)] } ?? []
    }

    private func keep(_ new: Set<Int64>, of id: Int64) throws(StorageError) {
        let old = try reading { () throws(SQLiteError) in
            Set(
                try transaction.connection.all("SELECT key FROM job_key WHERE offer_id = ?1", id) {
                    row throws(SQLiteError) in try row.int64(0)
                })
        }
        for key in old.subtracting(new) {
            try execute("DELETE FROM job_key WHERE key = ?1 AND offer_id = ?2", key, id)
        }
        try add(new.subtracting(old), of: id)
    }

    /// Keeps keys that the offer does not have yet.
    func add(_ keys: Set<Int64>, of id: Int64) throws(StorageError) {
        for key in keys { try execute("INSERT INTO job_key (key, offer_id) VALUES (?1, ?2)", key, id) }
    }

    private func judgements(of id: Int64) throws(StorageError) -> [(offer: Int64, isSame: Bool)] {
        try reading { () throws(SQLiteError) in
            try transaction.connection.all(
                "SELECT CASE low WHEN ?1 THEN high ELSE low END, is_same FROM job_judgement WHERE low = ?1 OR high = ?1",
                id
            ) { row throws(SQLiteError) in (try row.int64(0), try row.bool(1)) }
        }
    }

    /// Brings an offer into the group of the first of `wanted` that can take it, or out of the one it is in.
    private func place(
        _ id: Int64, _ source: SourceName, beside wanted: [Int64], _ said: [Int64], _ refused: Set<Int64>,
        at now: Instant
    ) throws(StorageError) {
        let current = try reading { () throws(SQLiteError) in try stores.jobs.place(of: id)?.job }
        let told = try judgements(of: id).filter(\.isSame).map(\.offer) + said
        var jobs: [Int64: Int64] = [:]
        for other in wanted {
            jobs[other] = try reading { () throws(SQLiteError) in try stores.jobs.place(of: other)?.job }
            // It stays where it is as long as anything holds it there.
            if current != nil, jobs[other] == current { return }
        }
        for other in wanted {
            let job = jobs[other]
            let members = try job.map { job throws(StorageError) in try self.members(of: job) } ?? []
            guard refused.isDisjoint(with: members.map(\.id)) else { continue }
            // Two offers of one source are two jobs, unless an agent or the source says otherwise.
            let others = members.isEmpty ? [(other, try self.source(of: other))] : members.map { ($0.id, $0.source) }
            guard told.contains(other) || !others.contains(where: { $0.0 != id && $0.1 == source }) else {
                continue
            }
            if current != nil { try leaveJob(id, at: now) }
            let group = job ?? other
            if job == nil { try join(other, try self.source(of: other), group) }
            try join(id, source, group)
            try noteCopies(try self.members(of: group).map(\.id), at: now)
            return
        }
        if current != nil { try leaveJob(id, at: now) }
    }

    private func members(of job: Int64) throws(StorageError) -> [(id: Int64, source: SourceName)] {
        try reading { () throws(SQLiteError) in
            try transaction.connection.all(
                "SELECT offer.id, source FROM job_offer JOIN offer ON offer.id = offer_id WHERE job = ?1", job
            ) { row throws(SQLiteError) in (try row.int64(0), try row.parsed(1, SourceName.init(_:))) }
        }
    }

    private func source(of id: Int64) throws(StorageError) -> SourceName? {
        try reading { () throws(SQLiteError) in
            try transaction.connection.first("SELECT source FROM offer WHERE id = ?1", id) { row throws(SQLiteError) in
                try row.parsed(0, SourceName.init(_:))
            }
        }
    }

    private func join(_ id: Int64, _ source: SourceName?, _ job: Int64) throws(StorageError) {
        guard let source else { return }
        let rank = try reading { () throws(SQLiteError) in try JobRank.of(source, transaction.connection) }
        try execute(
            """
            INSERT INTO job_offer (offer_id, job, rank) VALUES (?1, ?2, ?3)
            ON CONFLICT (offer_id) DO UPDATE SET job = excluded.job, rank = excluded.rank
            """, id, job, rank)
    }

    /// Takes an offer out of its group; one that is then alone in it stands alone too.
    private func leaveJob(_ id: Int64, at now: Instant) throws(StorageError) {
        guard let job = try reading({ () throws(SQLiteError) in try stores.jobs.place(of: id)?.job }) else { return }
        let members = try members(of: job).map(\.id)
        try execute("DELETE FROM job_offer WHERE offer_id = ?1", id)
        if members.count <= 2 { try execute("DELETE FROM job_offer WHERE job = ?1", job) }
        try noteCopies(members, at: now)
    }

    /// What readers are told of these offers has changed: the links to each other.
    private func noteCopies(_ offers: [Int64], at now: Instant) throws(StorageError) {
        for id in offers {
            let changed = try execute(
                "UPDATE offer SET changed_at = max(changed_at, ?2) WHERE id = ?1 AND status = 'published'", id,
                now.secondsSinceEpoch)
            guard changed > 0 else { continue }
            try reading { () throws(SQLiteError) in
                try OfferWriting.note(.updated, id, reason: nil, at: now, transaction)
            }
        }
    }
}
