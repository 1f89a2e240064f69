/// The fourteen professional domains of the ROME (France Travail, ROME 4.0).
public enum ROMEDomain: String, Sendable, Hashable, CaseIterable {
    case agriculture = "A"
    case crafts = "B"
    case bankingAndProperty = "C"
    case trade = "D"
    case communication = "E"
    case construction = "F"
    case hospitality = "G"
    case industry = "H"
    case maintenance = "I"
    case health = "J"
    case services = "K"
    case performance = "L"
    case businessSupport = "M"
    case transport = "N"

    public var label: String {
        switch self {
        case .agriculture: "Agriculture, espaces verts, animaux"
        case .crafts: "Artisanat d’art"
        case .bankingAndProperty: "Banque, assurance, immobilier"
        case .trade: "Commerce, vente"
        case .communication: "Communication, médias"
        case .construction: "Bâtiment, travaux publics"
        case .hospitality: "Hôtellerie, restauration, tourisme"
        case .industry: "Industrie"
        case .maintenance: "Installation, maintenance"
        case .health: "Santé"
        case .services: "Services à la personne, propreté, social"
        case .performance: "Spectacle"
        case .businessSupport: "Bureau, gestion, informatique"
        case .transport: "Transport, logistique"
        }
    }
}
