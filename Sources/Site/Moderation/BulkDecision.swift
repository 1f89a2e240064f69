import Recruitment
import Storage

/// Several offers and what an agent wants to do to all of them.
struct BulkDecision {
    struct Item: Sendable {
        let posted: PostedOffer
        /// nil for an offer from elsewhere.
        let posting: Posting?
        let membership: Membership.State?

        /// Changes with everything that changes the offer.
        var version: Int64 { posting?.version ?? posted.changedAt.secondsSinceEpoch }
        /// How a form names the offer as the agent saw it.
        var name: String { "\(posted.id.code):\(version)" }
    }

    let action: ModerationAction
    let items: [Item]
    let lint: LegalLint
    let today: CalendarDay

    /// Why this cannot be done to an offer, in a sentence; nil where it can.
    func hindrance(_ item: Item) -> String? {
        guard action.statuses.contains(item.posted.status) else {
            return LifecycleRefusal.wrongStatus(item.posted.status).message
        }
        guard item.posting != nil else {
            return action == .suspend || action == .reinstate
                ? nil : "Cette offre vient d’ailleurs : elle peut seulement être suspendue ou rétablie."
        }
        guard action == .accept else { return nil }
        if item.membership != .verified { return "L’établissement n’est pas vérifié : relisez cette offre à part." }
        let blocking = lint.findings(in: LintSubject(item.posted.offer), on: today).filter(\.isBlocking).count
        return blocking == 0 ? nil : "Un point est contraire à la loi : relisez cette offre à part."
    }
}

extension Stores {
    func bulkItem(_ id: OfferID) throws(StorageError) -> BulkDecision.Item? {
        guard let posted = try offers.offer(id) else { return nil }
        let posting = try postings.posting(of: id)
        var membership: Membership.State?
        if let posting { membership = try authorState(of: posting) }
        return BulkDecision.Item(posted: posted, posting: posting, membership: membership)
    }
}
