/// A completion of what was typed.
public struct Suggestion: Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case occupation = "metier"
        case employer = "employeur"
        case commune
    }

    public let kind: Kind
    /// What to put in the field; of a commune the name and the postcode: `Vichy (03200)`.
    public let text: String
    /// A ROME code, an INSEE code, or the employer's name.
    public let code: String
    /// Offers in the index for it, open or not.
    public let offers: Int

    public init(kind: Kind, text: String, code: String, offers: Int) {
        self.kind = kind
        self.text = text
        self.code = code
        self.offers = offers
    }
}
