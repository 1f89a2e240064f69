/// A record that is no offer, and why.
public struct FeedRejection: Error, Sendable, Hashable {
    public enum Reason: Sendable, Hashable {
        case noTitle
        case titleTooLong
        case noDescription
        case descriptionTooLong
        /// The contract is missing everywhere it was looked for, or in words nobody knows.
        case noContract(String?)
        /// A work placement: not a job offer.
        case internship
        /// No place at all, or none the gazetteer knows; what stood there.
        case noPlace(String?)
        case abroad(String)
        /// Over `FeedLimits.recordOctets`.
        case tooLarge
        /// The same identifier came with a later date.
        case outdatedCopy
    }

    /// Position among the feed's records, from 1.
    public let position: Int
    public let identifier: String?
    public let title: String?
    public let reason: Reason

    /// For whoever sends the feed.
    public var message: String {
        switch reason {
        case .noTitle: "intitulé absent"
        case .titleTooLong: "intitulé trop long"
        case .noDescription: "description absente"
        case .descriptionTooLong: "description trop longue"
        case .noContract(let text): text.map { "contrat « \($0) » inconnu" } ?? "type de contrat absent"
        case .internship: "stage : ce n’est pas une offre d’emploi"
        case .noPlace(let text): text.map { "lieu « \($0) » inconnu" } ?? "lieu de travail absent"
        case .abroad(let country): "lieu de travail hors de France (\(country))"
        case .tooLarge: "fiche trop volumineuse"
        case .outdatedCopy: "même identifiant qu’une fiche plus récente du même flux"
        }
    }
}
