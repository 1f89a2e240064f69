import Recruitment

/// An offer's code as it stands in a path: read as people write it, printed in its one form, so that the other forms are
/// redirected there.
struct OfferCode: LosslessStringConvertible, Sendable {
    let id: OfferID

    init(_ id: OfferID) { self.id = id }

    init?(_ description: String) {
        guard let id = OfferID(code: description) else { return nil }
        self.id = id
    }

    var description: String { id.code }
}
