import Interchange
import Recruitment
import Storage

extension LawfulOffers {
    /// Why `offer` may not be published on `day`, of which the board holds `known`; nil where it may. What is open here in the
    /// same words was held to the rules when it came in.
    func rejection(of offer: Offer, known: Deposit.Version?, on day: CalendarDay) -> Rejection? {
        if let known, known.isOpenAnd(says: offer) { return nil }
        return rejection(of: offer, on: day)
    }
}
