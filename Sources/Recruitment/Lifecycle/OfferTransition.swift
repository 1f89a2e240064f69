/// One change of an offer being worked out: who may do what, from which status, to which.
///
///     draft ─submit→ submitted ─publish→ published ─expire→ expired
///                       │ ↺ accepted for a day to come; ─start→ published
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
            return try accepted(deadline: lifecycle.deadline)
        case .start:
            return try started()
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
        case .acceptRevision, .refuseRevision:
            try require(actor.moderates, from: [.published])
            guard lifecycle.revisedAt != nil else { throw .noRevision }
            var next = event == .acceptRevision ? confirmed() : lifecycle
            next.revisedAt = nil
            return next
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

    private func requireOpen(_ deadline: CalendarDay, from start: CalendarDay? = nil) throws(LifecycleRefusal) {
        let start = start ?? today
        let latestStart = today.adding(days: settings.mostDaysAhead)
        guard start <= latestStart else { throw .startTooFar(latestStart) }
        guard deadline >= start else { throw .deadlinePassed }
        let latest = start.adding(days: settings.mostDaysOpen)
        guard deadline <= latest else { throw .deadlineTooFar(latest) }
    }

    /// The day to come on which the employer wants it to be public.
    private var comingStart: CalendarDay? { lifecycle.startsOn.flatMap { $0 > today ? $0 : nil } }

    private func moved(to status: OfferStatus) -> OfferLifecycle {
        var next = lifecycle
        next.status = status
        next.acceptedAt = nil
        next.revisedAt = nil
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
        if actor.isTrusted { return try accepted(deadline: deadline) }
        return try submitted(deadline: deadline)
    }

    private func submitted(deadline: CalendarDay) throws(LifecycleRefusal) -> OfferLifecycle {
        try requireOpen(deadline, from: comingStart)
        var next = moved(to: .submitted)
        next.deadline = deadline
        next.closedAt = nil
        next.outcome = nil
        return next
    }

    /// Public at once, or on its day.
    private func accepted(deadline: CalendarDay) throws(LifecycleRefusal) -> OfferLifecycle {
        guard comingStart != nil else { return try published(deadline: deadline) }
        var next = try submitted(deadline: deadline)
        next.acceptedAt = now
        return next
    }

    private func started() throws(LifecycleRefusal) -> OfferLifecycle {
        try require(actor == .clock, from: [.submitted])
        guard lifecycle.isScheduled, comingStart == nil else { throw .notDue }
        // The board stood still for longer than the offer was to be open: its employer has to look at it again.
        guard lifecycle.deadline >= today else { return moved(to: .changesRequested) }
        return try published(deadline: lifecycle.deadline)
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
        next.startsOn = nil
        return next
    }

    private func revised(isMaterial: Bool, blockingFindings: Int) throws(LifecycleRefusal) -> OfferLifecycle {
        try require(actor.tends, from: [.draft, .changesRequested, .submitted, .published])
        let waits = isMaterial && !actor.isTrusted
        guard lifecycle.status == .published || lifecycle.isScheduled else { return lifecycle }
        guard blockingFindings == 0 else { throw .blockingFindings(blockingFindings) }
        if lifecycle.isScheduled {
            return try waits ? submitted(deadline: lifecycle.deadline) : accepted(deadline: lifecycle.deadline)
        }
        var next = confirmed()
        next.revisedAt = waits ? lifecycle.revisedAt ?? now : nil
        return next
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
