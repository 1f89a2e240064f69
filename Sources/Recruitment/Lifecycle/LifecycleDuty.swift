/// Something the board must do about an offer. `key` names it once and for ever: what is recorded as done under it is not
/// done again, and an offer extended gets its reminders anew because its deadline is in the key.
public enum LifecycleDuty: Sendable, Hashable {
    /// Tell the employer that his offer ends in so many days.
    case remind(daysLeft: Int, deadline: CalendarDay)
    /// Ask whether the offer still stands; without an answer it is hidden on `hiddenOn`.
    case askReconfirmation(since: CalendarDay, hiddenOn: CalendarDay)
    /// Apply `OfferEvent.expire`.
    case expire(ExpiryCause)
    /// Apply `OfferEvent.start`.
    case start(CalendarDay)
    /// Ask what became of the offer.
    case askOutcome(expiredOn: CalendarDay)

    public enum ExpiryCause: String, Sendable, Hashable, CaseIterable {
        case deadline = "date-limite"
        case unconfirmed = "non-confirmee"
    }

    public var key: String {
        switch self {
        case .remind(let daysLeft, let deadline): "rappel-\(daysLeft):\(deadline)"
        case .askReconfirmation(let since, _): "confirmation:\(since)"
        case .expire(let cause): "expiration-\(cause.rawValue)"
        case .start(let day): "publication-prevue:\(day)"
        case .askOutcome(let expiredOn): "bilan:\(expiredOn)"
        }
    }
}
