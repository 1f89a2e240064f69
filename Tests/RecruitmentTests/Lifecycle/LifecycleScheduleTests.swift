import Recruitment
import Testing

@Suite struct LifecycleScheduleTests {
    private let schedule = LifecycleSchedule()
    private let published = Instant("2026-09-01T08:00:00Z") ?? Instant(secondsSinceEpoch: 0)

    private func day(_ number: Int) -> Instant { published.adding(seconds: Int64(number) * 86_400) }

    private func offer(daysOpen: Int) -> OfferLifecycle {
        OfferLifecycle(
            status: .published, deadline: ParisTime.day(at: published).adding(days: daysOpen), publishedAt: published,
            confirmedAt: published)
    }

    private func keys(_ offer: OfferLifecycle, _ number: Int, done: Set<String> = []) -> [String] {
        schedule.due(offer, at: day(number), done: done).map(\.key)
    }

    /// What a clock job that runs every day tells the employer of an offer he never looks at again.
    @Test func `an employer who never answers gets a question at thirty days and loses the offer a week later`() throws
    {
        var offer = offer(daysOpen: 60)
        var done: Set<String> = []
        var story: [Int: String] = [:]
        for number in 0...100 {
            for duty in schedule.due(offer, at: day(number), done: done) {
                story[number] = duty.key
                done.insert(duty.key)
                switch duty {
                case .askReconfirmation: offer = offer.asked(at: day(number))
                case .expire: offer = try offer.after(.expire, by: .clock, at: day(number))
                case .remind, .askOutcome, .start: break
                }
            }
        }
        #expect(
            story == [
                30: "confirmation:2026-09-01", 37: "expiration-non-confirmee", 58: "bilan:2026-10-08",
            ])
    }

    @Test func `an employer who confirms is reminded a week and a day before the end`() throws {
        var offer = offer(daysOpen: 60).asked(at: day(30))
        offer = try offer.after(.reconfirm, by: .recruiter(isTrusted: false), at: day(32))
        #expect(schedule.hiddenOn(offer) == nil)
        #expect(keys(offer, 52).isEmpty)
        #expect(keys(offer, 53) == ["rappel-7:2026-10-31"])
        #expect(keys(offer, 54, done: ["rappel-7:2026-10-31"]).isEmpty)
        #expect(keys(offer, 59, done: ["rappel-7:2026-10-31"]) == ["rappel-1:2026-10-31"])
        #expect(keys(offer, 60, done: ["rappel-1:2026-10-31"]).isEmpty)
        #expect(keys(offer, 61) == ["expiration-date-limite"])
    }

    @Test func `after a standstill one reminder is due and not two`() {
        #expect(keys(offer(daysOpen: 20), 20) == ["rappel-1:2026-09-21"])
    }

    @Test func `an extended offer is reminded anew`() throws {
        let offer = try offer(daysOpen: 20).after(
            .extend(to: ParisTime.day(at: day(40))), by: .recruiter(isTrusted: false), at: day(14))
        #expect(keys(offer, 33, done: ["rappel-7:2026-09-21"]) == ["rappel-7:2026-10-11"])
    }

    @Test func `a short offer is not reminded on the day it begins`() {
        #expect(keys(offer(daysOpen: 5), 0).isEmpty)
        #expect(keys(offer(daysOpen: 5), 4) == ["rappel-1:2026-09-06"])
    }

    @Test func `no offer is hidden without a question, however late the clock`() {
        #expect(keys(offer(daysOpen: 60), 45) == ["confirmation:2026-09-01"])
        #expect(!schedule.hasExpired(offer(daysOpen: 60), at: day(45)))
        let asked = offer(daysOpen: 60).asked(at: day(45))
        #expect(keys(asked, 46).isEmpty)
        #expect(!schedule.hasExpired(asked, at: day(51)))
        #expect(schedule.hasExpired(asked, at: day(52)))
    }

    @Test func `a deadline ends at midnight in Allier`() throws {
        let offer = offer(daysOpen: 10)
        let last = try #require(Instant("2026-09-11T21:59:59Z"))
        #expect(!schedule.hasExpired(offer, at: last))
        #expect(schedule.hasExpired(offer, at: last.adding(seconds: 1)))
    }

    @Test func `the outcome is asked once, three weeks after the end, and not for old offers`() throws {
        let expired = try offer(daysOpen: 10).after(.expire, by: .clock, at: day(11))
        #expect(keys(expired, 31).isEmpty)
        #expect(keys(expired, 32) == ["bilan:2026-09-12"])
        #expect(keys(expired, 32, done: ["bilan:2026-09-12"]).isEmpty)
        #expect(keys(expired, 72).isEmpty)
        let answered = try expired.after(.close(.notFilled(.other)), by: .recruiter(isTrusted: false), at: day(20))
        #expect(keys(answered, 32).isEmpty)
    }

    @Test(arguments: OfferStatus.allCases.filter { $0 != .published && $0 != .expired })
    func `nothing is due for an offer that is not up`(status: OfferStatus) {
        var offer = offer(daysOpen: 10)
        offer.status = status
        offer.closedAt = day(1)
        #expect(keys(offer, 40).isEmpty)
    }
}
