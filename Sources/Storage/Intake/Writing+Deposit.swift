public import Duplicates
public import Recruitment
internal import SQLite

extension Writing {
    /// Takes in an offer that a partner's program hands in. `isExpected` is asked about the state before, nil for none.
    ///
    /// A new offer that tells the job of an open one is refused unless `repetition` says otherwise: that of another source by
    /// the comparison that groups offers, that of its own source where it says the very same. An offer once taken in is never
    /// refused for it, nor one that says itself which it repeats. `signature` is that of `offer`, made where it is needed.
    public func deposit(
        _ offer: Offer, _ signature: @autoclosure () -> DuplicateSignature, repetition: Deposit.Repetition,
        at now: Instant, ifCurrently isExpected: (Deposit.Version?) -> Bool = { _ in true }
    ) throws(StorageError) -> Deposit.Result {
        let known = try reading { () throws(SQLiteError) in
            try OfferWriting.find(offer.identity, transaction.connection)
        }
        let before = known.flatMap(Deposit.init)
        guard isExpected(before?.version) else { return .otherVersion(before) }
        if let known, let before, known.status != .published, !OfferIntake.isClosedBySource(known) {
            return .closedByPeople(before)
        }
        let signature = known == nil ? signature() : nil
        if let signature, repetition == .refused, offer.duplicateOf == nil,
            let copy = try repeated(by: offer, signature, at: now)
        {
            return .repeats(copy)
        }
        let (number, outcome) = try reading { () throws(SQLiteError) in
            try OfferIntake.put(offer, known: known, analysis: nil, at: now, transaction)
        }
        // So that what comes in next, before offers are sorted, is compared with it.
        if let signature { try add(JobSorting.keys(of: offer, signature), of: number) }
        guard let id = OfferID(number: number) else { preconditionFailure("offers have numbers from 1") }
        return .taken(
            outcome, Deposit(id: id, version: Deposit.Version(digest: OfferDigest(offer).value, status: .published)))
    }

    private func repeated(
        by offer: Offer, _ signature: DuplicateSignature, at now: Instant
    ) throws(StorageError) -> JobCopy? {
        try reading { () throws(SQLiteError) in
            let sorting = JobSorting(connection: transaction.connection, today: ParisTime.day(at: now))
            var number = try sorting.repetition(of: offer)
            if number == nil { number = try sorting.matches(of: signature).first }
            guard let number else { return nil }
            return try transaction.connection.first(Self.copy, number) { row throws(SQLiteError) in try JobCopy(row) }
        }
    }

    private static var copy: StaticString { "SELECT id, source, status, deadline FROM offer WHERE id = ?1" }

    /// Closes an offer because its source says so.
    public func closeDeposit(
        _ identity: OfferIdentity, isFilled: Bool, at now: Instant,
        ifCurrently isExpected: (Deposit.Version?) -> Bool = { _ in true }
    ) throws(StorageError) -> Deposit.Closing {
        try reading { () throws(SQLiteError) in
            guard let known = try OfferWriting.find(identity, transaction.connection), let before = Deposit(known)
            else { return .unknown }
            guard isExpected(before.version) else { return .otherVersion(before) }
            guard known.status == .published else { return .unchanged(before) }
            let status: OfferStatus = isFilled ? .filled : .withdrawn
            try OfferWriting.close(
                known.id, status: status,
                reason: isFilled ? OfferChange.filledBySource : OfferChange.closedBySource, at: now, transaction)
            return .closed(
                Deposit(id: before.id, version: Deposit.Version(digest: known.digest, status: status)))
        }
    }
}

extension Deposit {
    init?(_ known: OfferWriting.Known) {
        guard let id = OfferID(number: known.id) else { return nil }
        self.init(id: id, version: Version(digest: known.digest, status: known.status))
    }
}

extension OfferStore {
    /// What is kept of the offer of that identity.
    public func deposit(_ identity: OfferIdentity) throws(StorageError) -> Deposit? {
        try reading { () throws(SQLiteError) in try OfferWriting.find(identity, connection).flatMap(Deposit.init) }
    }
}
