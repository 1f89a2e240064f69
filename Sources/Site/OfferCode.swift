public import Recruitment
import Web

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

extension SiteSettings {
    /// What stands before the code in the path of an offer's page; a code needs no encoding.
    private static let pages = String(Paths.offer.template.description.prefix { $0 != "{" })

    /// The address of an offer's page. Made without the typed path, as long lists have one in each line.
    public func page(of id: OfferID) -> String { baseURL + Self.pages + id.code }
}
