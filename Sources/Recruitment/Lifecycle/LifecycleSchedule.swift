/// What is due for an offer at a moment: a pure function of its dates, so that a clock job may run late, twice or not at all
/// and the next one still does the right thing.
public struct LifecycleSchedule: Sendable {
    public let settings: LifecycleSettings

    public init(settings: LifecycleSettings = LifecycleSettings()) {
        self.settings = settings
    }

    /// Whether a published offer is over at `now`. Also asked when a page is read, since no clock job can be trusted.
    public func hasExpired(_ offer: OfferLifecycle, at now: Instant) -> Bool {
        expiryCause(of: offer, on: ParisTime.day(at: now)) != nil
    }

    /// The day from which an offer whose employer does not answer is hidden; nil where he has not been asked. No offer is
    /// hidden without a question.
    public func hiddenOn(_ offer: OfferLifecycle) -> CalendarDay? {
        offer.askedAt.map { ParisTime.day(at: $0).adding(days: settings.daysToAnswer) }
    }

    /// Duties at `now`, without those whose key is in `done`. After a standstill only the latest reminder is due, never two
    /// mails at once about one thing.
    public func due(_ offer: OfferLifecycle, at now: Instant, done: Set<String> = []) -> [LifecycleDuty] {
        let today = ParisTime.day(at: now)
        let duties: [LifecycleDuty] =
            switch offer.status {
            case .published:
                expiryCause(of: offer, on: today).map { [.expire($0)] } ?? questions(about: offer, on: today)
            case .expired: outcomeQuestion(about: offer, on: today).map { [$0] } ?? []
            case .submitted: start(of: offer, on: today).map { [$0] } ?? []
            case .draft, .changesRequested, .filled, .withdrawn, .moderated: []
            }
        return duties.filter {
            switch $0 {
            // Done once the offer's status says so.
            case .expire, .start: true
            case .remind, .askReconfirmation, .askOutcome: !done.contains($0.key)
            }
        }
    }

    private func start(of offer: OfferLifecycle, on today: CalendarDay) -> LifecycleDuty? {
        guard offer.isScheduled, let day = offer.startsOn ?? offer.acceptedAt.map(ParisTime.day), day <= today else {
            return nil
        }
        return .start(day)
    }

    private func expiryCause(of offer: OfferLifecycle, on today: CalendarDay) -> LifecycleDuty.ExpiryCause? {
        guard offer.status == .published else { return nil }
        if offer.deadline < today { return .deadline }
        if let hidden = hiddenOn(offer), hidden <= today { return .unconfirmed }
        return nil
    }

    private func questions(about offer: OfferLifecycle, on today: CalendarDay) -> [LifecycleDuty] {
        guard let lastSign = offer.confirmedAt.map(ParisTime.day) else { return [] }
        let daysLeft = today.days(until: offer.deadline)
        // An employer seen within the last days before the deadline knows it.
        let reminders = settings.reminders.filter { daysLeft <= $0 && lastSign.days(until: offer.deadline) > $0 }
        if let reminder = reminders.min() {
            return [.remind(daysLeft: reminder, deadline: offer.deadline)]
        }
        guard lastSign.days(until: today) >= settings.daysToReconfirmation, offer.askedAt == nil else { return [] }
        return [.askReconfirmation(since: lastSign, hiddenOn: today.adding(days: settings.daysToAnswer))]
    }

    private func outcomeQuestion(about offer: OfferLifecycle, on today: CalendarDay) -> LifecycleDuty? {
        guard offer.outcome == nil, let closedAt = offer.closedAt else { return nil }
        let closed = ParisTime.day(at: closedAt)
        guard (settings.daysToOutcomeQuestion...settings.daysToForgetOutcome).contains(closed.days(until: today)) else {
            return nil
        }
        return .askOutcome(expiredOn: closed)
    }
}
