public import Recruitment
internal import SQLite

extension Writing {
    /// Takes in an offer that a partner's program hands in. `isExpected` is asked about the state before, nil for none.
    public func deposit(
        _ offer: Offer, at now: Instant, ifCurrently isExpected: (Deposit.Version?) -> Bool = { _ in true }
    ) throws(StorageError) -> Deposit.Result {
        try reading { () throws(SQLiteError) in
            let known = try OfferWriting.find(offer.identity, transaction.connection)
            let before = known.flatMap(Deposit.init)
            guard isExpected(before?.version) else { return .otherVersion(before) }
            if let known, let before, known.status != .published, !OfferIntake.isClosedBySource(known) {
                return .closedByPeople(before)
            }
            let (number, outcome) = try OfferIntake.put(offer, known: known, analysis: nil, at: now, transaction)
            guard let id = OfferID(number: number) else { preconditionFailure("offers have numbers from 1") }
            return .taken(
                outcome,
                Deposit(id: id, version: Deposit.Version(digest: OfferDigest(offer).value, status: .published)))
        }
    }

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
