/// Something in a record that was left out or put right while the offer was kept.
public enum FeedRemark: Sendable, Hashable {
    /// The value could not be read, and the field is left empty.
    case leftOut(FeedField, value: String)
    /// The date could not be read or lies in the future: the time of reading stands instead.
    case publicationUnknown(value: String?)
    /// The feed gives no identifier: one was derived from the address or, without one, from the texts.
    case identifierDerived
    /// The contract was found in a text, not in its field.
    case contractInferred
    /// The period of the pay is missing or cannot be right, and follows from the amount.
    case periodInferred

    public var message: String {
        switch self {
        case .leftOut(let field, let value): "\(field.rawValue) « \(value.prefix(80)) » illisible, laissé de côté"
        case .publicationUnknown(let value):
            value.map { "date de publication « \($0.prefix(40)) » illisible ou future" }
                ?? "date de publication absente"
        case .identifierDerived: "identifiant absent, tiré de l’adresse ou du texte"
        case .contractInferred: "contrat trouvé dans le texte"
        case .periodInferred: "période du salaire déduite du montant"
        }
    }
}
