/// The tables of codes that the API gives.
enum ReferenceTableName: String, Sendable, Hashable, CaseIterable, LosslessStringConvertible {
    case communes
    case occupations = "metiers"
    case appellations
    case domains = "domaines"
    case activities = "activites"
    case contracts = "contrats"
    case workingTimes = "temps"
    case schedules = "horaires"
    case experiences
    case licences = "permis"
    case trainings = "formations"
    case basins = "bassins"
    case insertions
    case salaries = "salaires"
    case hours = "heures"
    case ages = "publications"
    case sources
    case regions

    init?(_ description: String) { self.init(rawValue: description) }

    var description: String { rawValue }

    var summary: String {
        switch self {
        case .communes: "Communes de l’Allier et à 50 km autour (code Insee)"
        case .occupations: "Métiers du ROME 4.0"
        case .appellations: "Appellations du ROME 4.0 (code OGR)"
        case .domains: "Grands domaines du ROME"
        case .activities: "Activités (NAF rév. 2)"
        case .contracts: "Types de contrat"
        case .workingTimes: "Temps de travail"
        case .schedules: "Horaires"
        case .experiences: "Expérience demandée"
        case .licences: "Permis, comme le filtre les groupe"
        case .trainings: "Niveaux de formation (cadre national)"
        case .basins: "Bassins d’emploi"
        case .insertions: "Mesures d’insertion"
        case .salaries: "Paliers de salaire brut par mois"
        case .hours: "Tranches d’heures par semaine"
        case .ages: "Jours depuis la publication"
        case .sources: "Sources dont le site a des offres"
        case .regions: "Régions (code Insee) et leurs départements"
        }
    }
}
