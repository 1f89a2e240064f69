public import Recruitment
public import Storage

/// Deletes what is over: sessions, links, sign-ups never confirmed, mails long sent, changes no longer told.
public struct Sweeper: Job {
    /// Whether a mail was sent can be looked up for so long.
    static let secondsMailsAreKept: Int64 = 90 * 86_400
    /// A sign-up whose address nobody proved is forgotten after so long.
    static let secondsToConfirm: Int64 = 7 * 86_400

    static let changesAtOnce = 2_000

    public let name = "sweeper"
    public let secondsBetween: Int64 = 3_600
    private let store: Store

    public init(store: Store) {
        self.store = store
    }

    public func run(at now: Instant, mayGoOn: () -> Bool) throws {
        try store.writing { writing throws(StorageError) in
            try writing.sweepSessions(at: now)
            try writing.sweepAccounts(createdBefore: now.adding(seconds: -Self.secondsToConfirm))
            try writing.sweepOutbox(closedBefore: now.adding(seconds: -Self.secondsMailsAreKept))
        }
        let before = now.adding(seconds: -Int64(OfferChange.daysKept) * 86_400)
        // Small transactions: other writers get in between.
        while mayGoOn() {
            let swept = try store.writing { writing throws(StorageError) in
                try writing.sweepChanges(before: before, limit: Self.changesAtOnce)
            }
            if swept < Self.changesAtOnce { return }
        }
    }
}
