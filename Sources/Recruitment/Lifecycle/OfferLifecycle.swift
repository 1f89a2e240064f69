/// Where an offer stands and the dates that decide what happens next. Every change goes through `after`.
public struct OfferLifecycle: Sendable, Hashable {
    public var status: OfferStatus
    public var deadline: CalendarDay
    /// The date of the offer (Code du travail L5332-1): the first publication, never set again by what follows.
    public var publishedAt: Instant?
    /// The employer's last sign: publication, edit, extension or confirmation. « Confirmée par l'employeur le … »
    public var confirmedAt: Instant?
    /// When he was asked whether the offer still stands; nil once he gave a sign.
    public var askedAt: Instant?
    public var closedAt: Instant?
    public var outcome: ClosingOutcome?
    /// The day from which the employer wants it to be public; nil for at once.
    public var startsOn: CalendarDay?
    /// When it was accepted to be published on `startsOn`; nil while it was not, and once it is public.
    public var acceptedAt: Instant?
    /// Since when a change of the published offer waits for a moderator; readers see the version accepted last.
    public var revisedAt: Instant?

    public init(
        status: OfferStatus, deadline: CalendarDay, publishedAt: Instant? = nil, confirmedAt: Instant? = nil,
        askedAt: Instant? = nil, closedAt: Instant? = nil, outcome: ClosingOutcome? = nil, startsOn: CalendarDay? = nil,
        acceptedAt: Instant? = nil, revisedAt: Instant? = nil
    ) {
        self.status = status
        self.deadline = deadline
        self.publishedAt = publishedAt
        self.confirmedAt = confirmedAt
        self.askedAt = askedAt
        self.closedAt = closedAt
        self.outcome = outcome
        self.startsOn = startsOn
        self.acceptedAt = acceptedAt
        self.revisedAt = revisedAt
    }

    /// Whether nobody has to look at it any more before it is published on its day.
    public var isScheduled: Bool { status == .submitted && acceptedAt != nil }

    /// Whether it, or a change of it, waits for a moderator.
    public var awaitsModerator: Bool { status == .submitted && acceptedAt == nil || revisedAt != nil }

    /// The offer once `event` has happened. Pure: the caller stores the result and the event in one transaction.
    public func after(
        _ event: OfferEvent, by actor: OfferActor, at now: Instant, settings: LifecycleSettings = LifecycleSettings()
    ) throws(LifecycleRefusal) -> OfferLifecycle {
        try OfferTransition(lifecycle: self, actor: actor, now: now, settings: settings).result(of: event)
    }

    /// The offer once its employer has been sent `LifecycleDuty.askReconfirmation`.
    public func asked(at now: Instant) -> OfferLifecycle {
        var next = self
        next.askedAt = now
        return next
    }

    /// Whether `actor` may see a button for `event`: `after` would not refuse it now.
    public func allows(
        _ event: OfferEvent, by actor: OfferActor, at now: Instant, settings: LifecycleSettings = LifecycleSettings()
    ) -> Bool {
        do {
            _ = try after(event, by: actor, at: now, settings: settings)
            return true
        } catch {
            return false
        }
    }
}
