import Recruitment
import Testing

@Suite struct OfferLifecycleTests {
    static let now = Instant("2026-11-24T09:00:00Z") ?? Instant(secondsSinceEpoch: 0)
    static let today = ParisTime.day(at: now)
    static let recruiter = OfferActor.recruiter(isTrusted: false)
    static let moderator = OfferActor.agent(.moderator)

    static func offer(_ status: OfferStatus, daysLeft: Int = 30) -> OfferLifecycle {
        OfferLifecycle(
            status: status, deadline: today.adding(days: daysLeft),
            publishedAt: status == .published ? now.adding(seconds: -86_400) : nil,
            confirmedAt: status == .published ? now.adding(seconds: -86_400) : nil)
    }

    static func decision() throws -> ModerationDecision {
        try #require(ModerationDecision(reasons: [.upperAge]))
    }

    private func refusal(
        _ offer: OfferLifecycle, _ event: OfferEvent, by actor: OfferActor
    ) -> LifecycleRefusal? {
        do {
            _ = try offer.after(event, by: actor, at: Self.now)
            return nil
        } catch {
            return error
        }
    }

    @Test func `an offer is handed in, sent back, handed in again, published and filled`() throws {
        var offer = Self.offer(.draft)
        offer = try offer.after(.submit(blockingFindings: 0), by: Self.recruiter, at: Self.now)
        #expect(offer.status == .submitted)
        offer = try offer.after(.askChanges(try Self.decision()), by: Self.moderator, at: Self.now)
        #expect(offer.status == .changesRequested)
        offer = try offer.after(.submit(blockingFindings: 0), by: Self.recruiter, at: Self.now)
        offer = try offer.after(.publish, by: Self.moderator, at: Self.now)
        #expect(offer.status == .published)
        #expect(offer.publishedAt == Self.now && offer.confirmedAt == Self.now)
        offer = try offer.after(.close(.filled(.init(channel: .thisSite))), by: Self.recruiter, at: Self.now)
        #expect(offer.status == .filled && offer.closedAt == Self.now)
        #expect(offer.outcome?.isFilled == true)
    }

    @Test func `an unlawful offer is not handed in, by anyone`() {
        for actor in [Self.recruiter, .recruiter(isTrusted: true), .agent(.administrator)] {
            #expect(refusal(Self.offer(.draft), .submit(blockingFindings: 2), by: actor) == .blockingFindings(2))
        }
    }

    @Test func `a trusted employer's offer is published at once`() throws {
        let offer = try Self.offer(.draft).after(
            .submit(blockingFindings: 0), by: .recruiter(isTrusted: true), at: Self.now)
        #expect(offer.status == .published && offer.publishedAt == Self.now)
    }

    @Test func `only moderators decide, and only they`() throws {
        let decision = try Self.decision()
        for role in AgentRole.allCases {
            let mayDecide = role == .moderator || role == .administrator
            #expect((refusal(Self.offer(.submitted), .publish, by: .agent(role)) == nil) == mayDecide)
            #expect((refusal(Self.offer(.published), .suspend(decision), by: .agent(role)) == nil) == mayDecide)
            let mayTend = mayDecide || role == .companyRelations
            #expect((refusal(Self.offer(.published), .reconfirm, by: .agent(role)) == nil) == mayTend)
        }
        #expect(refusal(Self.offer(.submitted), .publish, by: Self.recruiter) == .notAllowed)
        for event in Self.everyEvent(decision) {
            #expect(refusal(Self.offer(.published), event, by: .stranger) == .notAllowed)
        }
    }

    static func everyEvent(_ decision: ModerationDecision) -> [OfferEvent] {
        [
            .submit(blockingFindings: 0), .publish, .askChanges(decision), .refuse(decision), .suspend(decision),
            .reinstate, .revise(isMaterial: true, blockingFindings: 0), .reconfirm, .extend(to: today.adding(days: 40)),
            .start, .acceptRevision, .refuseRevision(decision), .expire, .close(.notFilled(.needGone)),
            .relist(deadline: today.adding(days: 20), blockingFindings: 0),
        ]
    }

    @Test func `from each status exactly the drawn arrows lead away`() throws {
        let decision = try Self.decision()
        let drawn: [OfferStatus: [OfferStatus]] = [
            .draft: [.submitted, .withdrawn, .draft],
            .submitted: [.published, .changesRequested, .moderated, .withdrawn, .submitted],
            .changesRequested: [.submitted, .moderated, .withdrawn, .changesRequested],
            .published: [.changesRequested, .moderated, .published, .withdrawn],
            .filled: [.submitted, .published],
            .expired: [.submitted, .published, .expired],
            .withdrawn: [.submitted, .published],
            .moderated: [.published],
        ]
        for status in OfferStatus.allCases {
            var reached: Set<OfferStatus> = []
            for event in Self.everyEvent(decision) {
                for actor in [Self.recruiter, Self.moderator, .clock] {
                    do {
                        reached.insert(try Self.offer(status).after(event, by: actor, at: Self.now).status)
                    } catch {}
                }
            }
            let expected = Set(drawn[status] ?? [])
            // A moderator's own draft and correction are published without a second reading.
            let bySelf: Set<OfferStatus> = status == .draft || status == .changesRequested ? [.published] : []
            #expect(reached == expected.union(bySelf))
        }
    }

    @Test func `a material change is read again, a minor one counts as a sign of the employer`() throws {
        let offer = Self.offer(.published)
        let material = try offer.after(.revise(isMaterial: true, blockingFindings: 0), by: Self.recruiter, at: Self.now)
        #expect(material.awaitsModerator && material.confirmedAt == Self.now)
        let minor = try offer.after(.revise(isMaterial: false, blockingFindings: 0), by: Self.recruiter, at: Self.now)
        #expect(minor.status == .published && minor.confirmedAt == Self.now)
        #expect(minor.publishedAt == offer.publishedAt)
        #expect(
            refusal(offer, .revise(isMaterial: false, blockingFindings: 1), by: Self.recruiter) == .blockingFindings(1))
    }

    @Test func `deadlines are within sixty days, and extended to a later day only`() throws {
        let offer = Self.offer(.published, daysLeft: 5)
        let latest = Self.today.adding(days: 60)
        #expect(try offer.after(.extend(to: latest), by: Self.recruiter, at: Self.now).deadline == latest)
        #expect(refusal(offer, .extend(to: latest.adding(days: 1)), by: Self.recruiter) == .deadlineTooFar(latest))
        #expect(refusal(offer, .extend(to: offer.deadline), by: Self.recruiter) == .deadlineNotLater)
        #expect(refusal(Self.offer(.submitted, daysLeft: -1), .publish, by: Self.moderator) == .deadlinePassed)
        #expect(refusal(Self.offer(.published, daysLeft: -1), .reconfirm, by: Self.recruiter) == .deadlinePassed)
        #expect(Self.offer(.submitted, daysLeft: 0).allows(.publish, by: Self.moderator, at: Self.now))
    }

    @Test func `the date of the offer is never set again`() throws {
        var offer = Self.offer(.published, daysLeft: -1)
        let first = offer.publishedAt
        offer = try offer.after(.expire, by: .clock, at: Self.now)
        offer = try offer.after(
            .relist(deadline: Self.today.adding(days: 20), blockingFindings: 0), by: Self.recruiter, at: Self.now)
        offer = try offer.after(.publish, by: Self.moderator, at: Self.now)
        #expect(offer.publishedAt == first)
        #expect(offer.closedAt == nil && offer.outcome == nil)
    }

    @Test func `an expired offer may still be marked as filled`() throws {
        let expired = try Self.offer(.published, daysLeft: -1).after(.expire, by: .clock, at: Self.now)
        let filled = try expired.after(.close(.filled(.init(channel: .unknown))), by: Self.recruiter, at: Self.now)
        #expect(filled.status == .filled && filled.closedAt == expired.closedAt)
        let unfilled = try expired.after(.close(.notFilled(.noCandidate)), by: Self.recruiter, at: Self.now)
        #expect(unfilled.status == .expired && unfilled.outcome == .notFilled(.noCandidate))
    }

    @Test func `nothing expires before its time`() {
        #expect(refusal(Self.offer(.published, daysLeft: 0), .expire, by: .clock) == .notDue)
        #expect(refusal(Self.offer(.published, daysLeft: -1), .expire, by: .clock) == nil)
        #expect(refusal(Self.offer(.published, daysLeft: -1), .expire, by: Self.moderator) == .notAllowed)
    }

    @Test func `refusals speak French`() {
        #expect(LifecycleRefusal.wrongStatus(.filled).message == "Ce n’est pas possible pour une offre pourvue.")
        #expect(
            LifecycleRefusal.deadlineTooFar(Self.today).message
                == "La date limite est au plus tard le 24\u{A0}novembre\u{A0}2026.")
    }

    // MARK: A day to come

    @Test func `an offer accepted for a day to come is published by the clock on that day, and not before`() throws {
        var offer = Self.offer(.draft, daysLeft: 40)
        offer.startsOn = Self.today.adding(days: 5)
        offer = try offer.after(.submit(blockingFindings: 0), by: Self.recruiter, at: Self.now)
        #expect(offer.awaitsModerator && !offer.isScheduled)
        offer = try offer.after(.publish, by: Self.moderator, at: Self.now)
        #expect(offer.status == .submitted && offer.isScheduled && !offer.awaitsModerator)
        #expect(offer.publishedAt == nil)
        #expect(refusal(offer, .start, by: .clock) == .notDue)
        let day = Self.now.adding(seconds: 5 * 86_400)
        #expect(LifecycleSchedule().due(offer, at: day) == [.start(Self.today.adding(days: 5))])
        #expect(LifecycleSchedule().due(offer, at: day.adding(seconds: -86_400)).isEmpty)
        offer = try offer.after(.start, by: .clock, at: day)
        #expect(offer.status == .published && offer.publishedAt == day && offer.startsOn == nil)
        #expect(LifecycleSchedule().due(offer, at: day).isEmpty)
    }

    @Test func `only the clock begins an offer, and only one that was accepted`() throws {
        var offer = Self.offer(.submitted)
        #expect(refusal(offer, .start, by: .clock) == .notDue)
        offer.acceptedAt = Self.now
        #expect(refusal(offer, .start, by: Self.recruiter) == .notAllowed)
        #expect(try offer.after(.start, by: .clock, at: Self.now).status == .published)
    }

    @Test func `a day too far, or after the deadline, is refused`() {
        var offer = Self.offer(.draft, daysLeft: 65)
        offer.startsOn = Self.today.adding(days: 61)
        #expect(
            refusal(offer, .submit(blockingFindings: 0), by: Self.recruiter)
                == .startTooFar(Self.today.adding(days: 60)))
        offer.startsOn = Self.today.adding(days: 60)
        #expect(refusal(offer, .submit(blockingFindings: 0), by: Self.recruiter) == nil)
        offer.deadline = Self.today.adding(days: 59)
        #expect(refusal(offer, .submit(blockingFindings: 0), by: Self.recruiter) == .deadlinePassed)
    }

    @Test func `an accepted offer that changes is read again, or published at once if only its day changed`() throws {
        var offer = Self.offer(.submitted)
        offer.startsOn = Self.today.adding(days: 5)
        offer.acceptedAt = Self.now
        let reread = try offer.after(
            .revise(isMaterial: true, blockingFindings: 0), by: Self.recruiter, at: Self.now)
        #expect(reread.awaitsModerator)
        offer.startsOn = nil
        let sooner = try offer.after(
            .revise(isMaterial: false, blockingFindings: 0), by: Self.recruiter, at: Self.now)
        #expect(sooner.status == .published)
    }

    @Test func `an offer whose day and deadline passed while the board stood still goes back to its employer`() throws {
        var offer = Self.offer(.submitted, daysLeft: 10)
        offer.startsOn = Self.today.adding(days: 5)
        offer.acceptedAt = Self.now
        let late = try offer.after(.start, by: .clock, at: Self.now.adding(seconds: 20 * 86_400))
        #expect(late.status == .changesRequested && late.publishedAt == nil && !late.isScheduled)
    }

    // MARK: A change that waits

    @Test func `a material change waits while the offer stays public`() throws {
        let offer = try Self.offer(.published).after(
            .revise(isMaterial: true, blockingFindings: 0), by: Self.recruiter, at: Self.now)
        #expect(offer.status == .published && offer.revisedAt == Self.now && offer.awaitsModerator)
        let again = try offer.after(
            .revise(isMaterial: true, blockingFindings: 0), by: Self.recruiter, at: Self.now.adding(seconds: 60))
        #expect(again.revisedAt == Self.now)
        let accepted = try offer.after(.acceptRevision, by: Self.moderator, at: Self.now)
        #expect(accepted.status == .published && accepted.revisedAt == nil)
        let refused = try offer.after(.refuseRevision(try Self.decision()), by: Self.moderator, at: Self.now)
        #expect(refused.status == .published && refused.revisedAt == nil)
        let suspended = try offer.after(.suspend(try Self.decision()), by: Self.moderator, at: Self.now)
        #expect(suspended.status == .moderated && suspended.revisedAt == nil)
        #expect(refusal(Self.offer(.published), .acceptRevision, by: Self.moderator) == .noRevision)
        #expect(refusal(offer, .acceptRevision, by: Self.recruiter) == .notAllowed)
    }
}
