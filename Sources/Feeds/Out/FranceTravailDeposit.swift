public import Recruitment

/// The file with which partners hand their offers to France Travail: one row an offer, cells parted by `|`, with a row of names.
/// Columns, keys and lengths as La bonne alternance and other partners deposit them (2021–2025); France Travail gives the
/// specification to its partners only.
public struct FranceTravailDeposit: Sendable {
    public enum Movement: String, Sendable, Hashable {
        case creation = "C"
        case modification = "M"
        case suppression = "S"
    }

    /// Why an offer cannot be deposited.
    public enum Refusal: Error, Sendable, Hashable, CaseIterable {
        case fromFranceTravail
        case noOccupation
        /// The code OGR of the job's title.
        case noAppellation
        case noCommune
        case noEmployer
        case addressTooLong
        case noDescription

        public var message: String {
            switch self {
            case .fromFranceTravail: "offre venue de France Travail"
            case .noOccupation: "code ROME absent"
            case .noAppellation: "appellation (code OGR) absente"
            case .noCommune: "commune absente"
            case .noEmployer: "employeur absent"
            case .addressTooLong: "adresse de plus de 300 caractères"
            case .noDescription: "description absente"
            }
        }
    }

    public let partnerKey: String
    public let partnerName: String
    private let appellations: DepositAppellations
    private let offerPage: @Sendable (PostedOffer) -> String

    public init(
        partnerKey: String, partnerName: String, appellations: DepositAppellations = DepositAppellations(),
        offerPage: @escaping @Sendable (PostedOffer) -> String
    ) {
        self.partnerKey = partnerKey
        self.partnerName = partnerName
        self.appellations = appellations
        self.offerPage = offerPage
    }

    public func head() -> [UInt8] { CSVCells.row(Self.columns, separator: UInt8(ascii: "|")) }

    /// The row of an offer that is new or changed.
    public func row(_ posted: PostedOffer, _ movement: Movement) throws(Refusal) -> [UInt8] {
        CSVCells.row(cells(of: try values(posted), movement), separator: UInt8(ascii: "|"))
    }

    /// The row that takes an offer back.
    public func suppression(reference: String) -> [UInt8] {
        CSVCells.row(
            cells(of: ["Par_ref_offre": reference, "Par_cle": partnerKey, "Par_nom": partnerName], .suppression),
            separator: UInt8(ascii: "|"))
    }

    /// What France Travail knows of an offer, in one number: changes where a deposited value does.
    public func fingerprint(_ posted: PostedOffer) throws(Refusal) -> UInt64 {
        let values = try values(posted)
        return StableHash.of(
            values.sorted { $0.key < $1.key }.map { $0.key + "=" + $0.value }.joined(separator: "\u{1F}"))
    }

    /// What has to be told of an offer that now has this fingerprint (nil: it is gone, or cannot be deposited any more); nil for
    /// nothing.
    public static func movement(to now: UInt64?, from known: DepositedOffer) -> Movement? {
        guard let now else { return known.accepted == nil ? nil : .suppression }
        // What was refused is refused again until it changes.
        if now == known.refused || now == known.accepted { return nil }
        return known.accepted == nil ? .creation : .modification
    }

    private func cells(of values: [String: String], _ movement: Movement) -> [String] {
        Self.columns.map { $0 == "Type_mouvement" ? movement.rawValue : values[$0] ?? "" }
    }

    private func values(_ posted: PostedOffer) throws(Refusal) -> [String: String] {
        let offer = posted.offer
        guard offer.mayBePassedOn else { throw .fromFranceTravail }
        guard let occupation = offer.occupation else { throw .noOccupation }
        guard let appellation = appellations.code(of: offer) else { throw .noAppellation }
        guard let commune = offer.workplace.commune else { throw .noCommune }
        guard let employer = offer.employer else { throw .noEmployer }
        guard !offer.description.isEmpty else { throw .noDescription }
        let page = offerPage(posted)
        guard page.unicodeScalars.count <= 300 else { throw .addressTooLong }
        var values = [
            "Par_ref_offre": posted.id.code, "Par_cle": partnerKey, "Par_nom": partnerName, "Par_URL_offre": page,
            "Code_rome": occupation.description, "Code_OGR": appellation,
            "Libelle_metier_OGR": Self.cut(offer.appellation ?? offer.title, 100),
            "Description": Self.cut(offer.description, 4_000), "Exp_cle": offer.experience == .required ? "E" : "D",
            "SCN_cle": offer.activity?.description ?? "", "COM_cle": commune.description,
            "CPO_cle": offer.workplace.postcode?.description ?? "", "DEP_cle": commune.departement,
            "Off_date_creation": Self.date(ParisTime.day(at: offer.publishedAt)),
            "Off_date_modification": Self.date(ParisTime.day(at: max(offer.updatedAt, offer.publishedAt))),
            "OST_poste_restant_nb": String(min(max(offer.positions, 1), 999)),
            "Off_client_final_siret": offer.siret?.description ?? "",
            "Off_client_final_nom": Self.cut(employer, 100), "Off_etab_enseigne": Self.cut(employer, 100),
            "Mode_diffusion": "O", "Mode_presentation": "URL",
        ]
        (values["NTC_cle"], values["TCO_cle"]) = Self.contract(offer.contract)
        if let months = offer.durationInMonths {
            if months >= 1 {
                values["Off_contrat_duree_MO"] = String(Int(months))
            } else {
                values["Off_contrat_duree_JO"] = String(max(1, Int(months * 30)))
            }
        }
        if let hours = offer.weeklyHours {
            // At most 35 h in the deposit.
            let minutes = Int((min(hours, 35) * 60).rounded())
            values["Off_travail_hebdo_nb_hh"] = String(minutes / 60)
            values["Off_travail_hebdo_nb_mi"] = String(minutes % 60)
        }
        if let salary = offer.salary {
            values["TSA_cle"] =
                switch salary.period {
                case .hour: "H"
                case .month: "M"
                case .year: "A"
                }
            values["Off_salaire_min"] = Self.euros(salary.minimum)
            values["Off_salaire_max"] = Self.euros(salary.maximum ?? salary.minimum)
        }
        if let text = offer.salaryText { values["Off_salaire_cpt_commentaire"] = Self.cut(text, 36) }
        if let point = offer.workplace.coordinate {
            values["Coordonnee_geo_loc_1"] = String(point.latitude)
            values["Coordonnee_geo_loc_2"] = String(point.longitude)
        }
        for (index, licence) in offer.licences.sorted(by: { $0.rawValue < $1.rawValue }).prefix(2).enumerated() {
            values["PCO_libelle_\(index + 1)"] = licence.rawValue
            values["PCO_exi_cle_\(index + 1)"] = "E"
        }
        return values.mapValues(Self.singleLine)
    }

    /// Nature and type of contract (référentiels naturesContrats and typesContrats).
    private static func contract(_ contract: ContractType) -> (nature: String, type: String) {
        switch contract {
        case .apprenticeship: ("E2", "CDD")
        case .professionalisation: ("FS", "CDD")
        case .liberal, .franchise, .commercial, .takeover: ("NS", contract.rawValue)
        default: ("E1", contract.rawValue)
        }
    }

    /// Cut at a word, with an ellipsis, to at most `longest` scalars.
    private static func cut(_ text: String, _ longest: Int) -> String {
        guard text.unicodeScalars.count > longest else { return text }
        let head = String(text.unicodeScalars.prefix(longest - 1))
        let word = head.lastIndex(of: " ").map { head[..<$0] } ?? head[...]
        return (word.unicodeScalars.count > longest / 2 ? String(word) : head) + "…"
    }

    /// Rows are lines: line ends become spaces, and the separator a slash.
    private static func singleLine(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ").replacing("|", with: "/")
    }

    private static func euros(_ cents: Int64) -> String {
        "\(cents / 100).\(cents % 100 < 10 ? "0" : "")\(cents % 100)"
    }

    private static func date(_ day: CalendarDay) -> String {
        let (year, month, number) = day.components
        return "\(number < 10 ? "0" : "")\(number)/\(month < 10 ? "0" : "")\(month)/\(year)"
    }
}
