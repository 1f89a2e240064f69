/// A condition of the CIED that an offer does not fulfil, with what is missing exactly.
public enum CIEDCondition: Sendable, Hashable {
    case contract(ContractType)
    case contractUnknown
    case durationUnknown
    case tooShort(months: Double, missing: Double)
    case hoursUnknown
    case tooFewHours(weekly: Double, missing: Double)
    case sector(NAFCode)

    /// « 24 h : il manque 2 h par semaine. », with no-break spaces.
    public var message: String { FrenchTypography.bound(sentence) }

    private var sentence: String {
        switch self {
        case .contract(let type): "\(type.label) : l’aide demande un CDI ou un CDD."
        case .contractUnknown: "Type de contrat non indiqué : l’aide demande un CDI ou un CDD."
        case .durationUnknown: "Durée du CDD non indiquée."
        case .tooShort(let months, let missing):
            "CDD de \(FrenchTypography.number(months)) mois : il manque \(FrenchTypography.number(missing)) mois."
        case .hoursUnknown: "Nombre d’heures par semaine non indiqué."
        case .tooFewHours(let weekly, let missing):
            "\(FrenchTypography.number(weekly)) h : il manque \(FrenchTypography.number(missing)) h par semaine."
        case .sector: "Employeur hors du secteur marchand."
        }
    }
}
