public import Recruitment

/// CSV (RFC 4180) in UTF-8 without a byte order mark, with a row of names. Amounts are in euros with a point, dates in ISO 8601,
/// yes and no are `oui` and `non`, absent values empty. E-mail addresses in the description are masked.
public struct CSVWriter: OfferWriter {
    public let mediaType = "text/csv; charset=utf-8; header=present"
    private let publication: FeedPublication

    public init(_ publication: FeedPublication) { self.publication = publication }

    public static let columns = [
        "code", "source", "reference", "titre", "description", "employeur", "siret", "naf", "rome", "appellation",
        "commune_insee", "lieu", "code_postal", "departement", "latitude", "longitude", "contrat", "duree_mois",
        "temps",
        "heures_hebdo", "salaire_min", "salaire_max", "salaire_periode", "salaire_texte", "experience", "postes",
        "teletravail", "accessible_th", "insertion", "date_publication", "date_maj", "date_limite", "url",
    ]

    public func head() -> [UInt8] { CSVCells.row(Self.columns) }

    public func entry(_ posted: PostedOffer) -> [UInt8] {
        let offer = posted.offer
        let place = offer.workplace
        let cells: [String?] = [
            posted.id.code, offer.identity.source.description, offer.identity.sourceID, offer.title,
            EmailMask.masked(offer.description), offer.employer, offer.siret?.description, offer.activity?.description,
            offer.occupation?.description,
            offer.appellation, place.commune?.description, place.label, place.postcode?.description, place.departement,
            place.coordinate.map { "\($0.latitude)" }, place.coordinate.map { "\($0.longitude)" },
            offer.contract.rawValue,
            offer.durationInMonths.map(Self.number), offer.workingTime?.rawValue, offer.weeklyHours.map(Self.number),
            offer.salary.map { Self.euros($0.minimum) }, offer.salary?.maximum.map(Self.euros),
            offer.salary?.period.rawValue, offer.salaryText, offer.experience?.rawValue, String(offer.positions),
            offer.telework ? "oui" : "non", offer.accessibleToDisabledWorkers ? "oui" : "non",
            offer.insertion.map(\.rawValue).sorted().joined(separator: " "), offer.publishedAt.description,
            max(offer.updatedAt, posted.changedAt).description, offer.deadline.description,
            publication.offerPage(posted),
        ]
        return CSVCells.row(cells.map { $0 ?? "" })
    }

    public func foot() -> [UInt8] { [] }

    private static func number(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e9 ? String(Int(value)) : String(value)
    }

    private static func euros(_ cents: Int64) -> String {
        cents % 100 == 0 ? String(cents / 100) : "\(cents / 100).\(cents % 100 < 10 ? "0" : "")\(cents % 100)"
    }
}
