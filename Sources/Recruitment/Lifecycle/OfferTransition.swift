/// One change of an offer being worked out: who may do what, from which status, to which.
///
///     draft ─submit→ submitted ─publish→ published ─expire→ expired
///                       ↑  │ askChanges      │  │ close        │ close, relist
///                       │  ↓                 │  ↓              ↓
///             submit: changesRequested       │  filled, withdrawn ─relist→ submitted
///                                            └ suspend, refuse → moderated ─reinstate→ published
struct OfferTransition {
    let lifecycle: OfferLifecycle
    let actor: OfferActor
    let now: Instant
    let settings: LifecycleSettings

    func result(of event: OfferEvent) throws(LifecycleRefusal) -> OfferLifecycle {
        switch event {
        case .submit(let findings):
            try require(actor.tends, from: [.draft, .changesRequested])
            return try handedIn(blockingFindings: findings, deadline: lifecycle.deadline)
        case .publish:
            try require(actor.moderates, from: [.submitted])
            return try published(deadline: lifecycle.deadline)
        case .askChanges:
            try require(actor.moderates, from: [.submitted, .published])
            return moved(to: .changesRequested)
        case .refuse:
            try require(actor.moderates, from: [.submitted, .changesRequested])
            return closed(.moderated)
        case .suspend:
            // The clock suspends the offers of an establishment that has closed.
            try require(actor.moderates || actor == .clock, from: [.published])
            return closed(.moderated)
        case .reinstate:
            try require(actor.moderates, from: [.moderated])
            return try published(deadline: lifecycle.deadline)
        case .revise(let isMaterial, let findings):
            return try revised(isMaterial: isMaterial, blockingFindings: findings)
        case .reconfirm:
            try require(actor.tends, from: [.published])
            try requireOpen(lifecycle.deadline)
            return confirmed()
        case .extend(let day):
            return try extended(to: day)
        case .expire:
            try require(actor == .clock, from: [.published])
            let schedule = LifecycleSchedule(settings: settings)
            guard schedule.hasExpired(lifecycle, at: now) else { throw .notDue }
            return closed(.expired)
        case .close(let outcome):
            return try closed(with: outcome)
        case .relist(let day, let findings):
            try require(actor.tends, from: [.expired, .filled, .withdrawn])
            return try handedIn(blockingFindings: findings, deadline: day)
        }
    }

    private var today: CalendarDay { ParisTime.day(at: now) }

    private func require(_ isAllowed: Bool, from statuses: [OfferStatus]) throws(LifecycleRefusal) {
        guard isAllowed else { throw .notAllowed }
        guard statuses.contains(lifecycle.status) else { throw .wrongStatus(lifecycle.status) }
    }

    private func requireOpen(_ deadline: CalendarDay) throws(LifecycleRefusal) {
        guard deadline >= today else { throw .deadlinePassed }
        let latest = today.adding(days: settings.mostDaysOpen)
        guard deadline <= latest else { throw .deadlineTooFar(latest) }
    }

    private func moved(to status: OfferStatus) -> OfferLifecycle {
        var next = lifecycle
        next.status = status
        return next
    }

    private func confirmed() -> OfferLifecycle {
        var next = lifecycle
        next.confirmedAt = now
        next.askedAt = nil
        return next
    }

    private func closed(_ status: OfferStatus) -> OfferLifecycle {
        var next = moved(to: status)
        next.closedAt = now
        return next
    }

    private func handedIn(blockingFindings: Int, deadline: CalendarDay) throws(LifecycleRefusal) -> OfferLifecycle {
        guard blockingFindings == 0 else { throw .blockingFindings(blockingFindings) }
        if actor.isTrusted { return try published(deadline: deadline) }
        try requireOpen(deadline)
        var next = moved(to: .submitted)
        next.deadline = deadline
        next.closedAt = nil
        next.outcome = nil
        return next
    }

    private func published(deadline: CalendarDay) throws(LifecycleRefusal) -> OfferLifecycle {
        try requireOpen(deadline)
        var next = moved(to: .published)
        next.deadline = deadline
        next.publishedAt = lifecycle.publishedAt ?? now
        next.confirmedAt = now
        next.askedAt = nil
        next.closedAt = nil
        next.outcome = nil
        return next
    }

    private func revised(isMaterial: Bool, blockingFindings: Int) throws(LifecycleRefusal) -> OfferLifecycle {
        try require(actor.tends, from: [.draft, .changesRequested, .submitted, .published])
        guard lifecycle.status == .published else { return lifecycle }
        guard blockingFindings == 0 else { throw .blockingFindings(blockingFindings) }
        return isMaterial && !actor.isTrusted ? moved(to: .submitted) : confirmed()
    }

    private func extended(to day: CalendarDay) throws(LifecycleRefusal) -> OfferLifecycle {
        try require(actor.tends, from: [.published])
        try requireOpen(lifecycle.deadline)
        guard day > lifecycle.deadline else { throw .deadlineNotLater }
        try requireOpen(day)
        var next = confirmed()
        next.deadline = day
        return next
    }

    private func closed(with outcome: ClosingOutcome) throws(LifecycleRefusal) -> OfferLifecycle {
        try require(actor.tends, from: [.draft, .submitted, .changesRequested, .published, .expired])
        var next = lifecycle
        next.outcome = outcome
        // An expired offer stays so unless it was filled: readers have been told already.
        if lifecycle.status != .expired { next = closed(outcome.isFilled ? .filled : .withdrawn) }
        if outcome.isFilled { next.status = .filled }
        next.outcome = outcome
        return next
    }
}
