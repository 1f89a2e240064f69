public import Recruitment
public import Storage

/// What the board does by itself about the offers written on it: reminders, the question whether an offer still stands,
/// expiry, the question what became of it.
///
/// It may run at any time, late, twice or on two machines at once: each duty is done in one transaction with the note that
/// it is done.
public struct LifecycleClock: Sendable {
    private static let batch = 200

    private let board: Board
    private let letters: PostingLetters
    private let settings: SiteSettings
    private let schedule = LifecycleSchedule()

    public init(board: Board, settings: SiteSettings) {
        self.board = board
        self.settings = settings
        letters = PostingLetters(settings: settings)
    }

    /// Does what is due at `now`; returns how many duties were done.
    @discardableResult
    public func run(at now: Instant) throws(StorageError) -> Int {
        var done = 0
        var last = PostingID(rawValue: 0)
        while true {
            let after = last
            let schedule = schedule
            let batch = try board.store.read(worker: nil) { stores throws(StorageError) in
                var batch: [(posting: Posting, duties: [LifecycleDuty])] = []
                for posting in try stores.postings.underClock(after: after, limit: Self.batch) {
                    let known = try stores.postings.dutiesDone(posting.id)
                    batch.append((posting, schedule.due(posting.lifecycle, at: now, done: known)))
                }
                return batch
            }
            guard let end = batch.last else { break }
            last = end.posting.id
            for (posting, duties) in batch {
                for duty in duties where try fulfil(duty, posting, at: now) { done += 1 }
            }
        }
        if done > 0 { try board.catchUp() }
        return done
    }

    /// False where it was done meanwhile, or the offer has changed: the next run looks again.
    private func fulfil(_ duty: LifecycleDuty, _ posting: Posting, at now: Instant) throws(StorageError) -> Bool {
        let next = next(after: duty, posting, at: now)
        if next == nil, case .start = duty { return false }
        let (key, settings, clock) = ("offre-\(posting.id)-\(duty.key)", settings, self)
        return try board.store.writing { writing throws(StorageError) in
            guard try writing.stores.postings.posting(posting.id)?.version == posting.version else { return false }
            // A closed establishment's offer waits until an agent has looked (`EstablishmentClosing`).
            if case .start = duty,
                try writing.stores.establishments.establishment(posting.siret)?.facts?.isOpen == false
            {
                return false
            }
            var mailKey = key
            switch duty {
            case .expire, .start:
                // An offer may expire again after it was put up again, and begin again after it was changed.
                mailKey += "-\(posting.version)"
            case .remind, .askReconfirmation, .askOutcome:
                guard try writing.noteDone(duty.key, of: posting.id, at: now) else { return false }
            }
            if let next {
                let isMoved = try writing.move(
                    posting, to: next.lifecycle, offer: nil, action: next.action, by: .clock, at: now)
                guard isMoved != nil else { return false }
            }
            guard let author = try writing.stores.accounts.account(posting.author), author.disabledAt == nil else {
                return true
            }
            let token = try ReconfirmationToken(writing).text(posting.id, askedAt: now)
            let letter = clock.letter(for: duty, posting, next?.lifecycle, token: token)
            try writing.add(
                letter.mail(to: author.email, name: author.name, key: mailKey, settings: settings), at: now)
            return true
        }
    }

    private func letter(for duty: LifecycleDuty, _ posting: Posting, _ next: OfferLifecycle?, token: String) -> Letter {
        switch duty {
        case .start:
            if let next, next.status == .published, let code = posting.offer {
                letters.published(posting, code: code, until: next.deadline)
            } else {
                letters.notStarted(posting)
            }
        case .remind(let daysLeft, let deadline): letters.reminder(posting, daysLeft: daysLeft, deadline: deadline)
        case .askReconfirmation(_, let day): letters.reconfirmation(posting, hiddenOn: day, token: token)
        case .expire: letters.expired(posting)
        case .askOutcome: letters.outcome(posting)
        }
    }

    private func next(
        after duty: LifecycleDuty, _ posting: Posting, at now: Instant
    ) -> (lifecycle: OfferLifecycle, action: String)? {
        switch duty {
        case .remind, .askOutcome: return nil
        case .askReconfirmation: return (posting.lifecycle.asked(at: now), "question-confirmation")
        case .expire: return after(.expire, posting, at: now)
        case .start: return after(.start, posting, at: now)
        }
    }

    private func after(
        _ event: OfferEvent, _ posting: Posting, at now: Instant
    ) -> (lifecycle: OfferLifecycle, action: String)? {
        do throws(LifecycleRefusal) {
            return (try posting.lifecycle.after(event, by: .clock, at: now), event.code)
        } catch { return nil }
    }
}
