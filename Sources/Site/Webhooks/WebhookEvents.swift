import Feeds
import Recruitment
import Storage
import Web

/// What the changes after a subscription's position mean to it: each offer once, as it stands now, with its last change.
struct WebhookEvents {
    enum Kind: String, CaseIterable {
        case found = "ajout"
        case updated = "modification"
        case closed = "fermeture"
        /// Open still, but no longer what the search finds.
        case left = "sortie"
    }

    struct Event {
        let kind: Kind
        let change: OfferChange
        let posted: PostedOffer
    }

    private(set) var events: [Event] = []
    private(set) var found: [WebhookBatch.Move] = []
    private(set) var left: [WebhookBatch.Move] = []

    /// - Parameters:
    ///   - changes: In order.
    ///   - known: How the offers stand to the subscription.
    ///   - matches: The offers among them that its search finds.
    init(
        _ changes: [OfferChange], offers: [OfferID: PostedOffer], known: [OfferID: WebhookOffer],
        matches: Set<OfferID>, today: CalendarDay
    ) {
        let last = Dictionary(changes.map { ($0.offer, $0) }, uniquingKeysWith: { _, later in later })
        for change in last.values.sorted(by: { $0.sequence < $1.sequence }) {
            guard let posted = offers[change.offer], posted.offer.mayBePassedOn else { continue }
            let before = known[change.offer]
            if matches.contains(change.offer), posted.isOpen(on: today) {
                // A call that is made again says the same again.
                let isNew = before.map { $0.leftAt != nil || $0.foundAt >= change.sequence } ?? true
                if isNew { found.append(.init(change.offer, change.sequence)) }
                events.append(Event(kind: isNew ? .found : .updated, change: change, posted: posted))
            } else if let before, before.leftAt.map({ $0 >= change.sequence }) ?? true {
                left.append(.init(change.offer, change.sequence))
                let kind: Kind = posted.isOpen(on: today) ? .left : .closed
                events.append(Event(kind: kind, change: change, posted: posted))
            }
        }
    }
}
