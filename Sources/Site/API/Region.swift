/// The regions of metropolitan France and overseas by their Insee codes, with their départements (code officiel géographique 2026).
enum Region: String, Sendable, Hashable, CaseIterable {
    case guadeloupe = "01"
    case martinique = "02"
    case guyane = "03"
    case laRéunion = "04"
    case mayotte = "06"
    case ileDeFrance = "11"
    case centreValDeLoire = "24"
    case bourgogneFrancheComté = "27"
    case normandie = "28"
    case hautsDeFrance = "32"
    case grandEst = "44"
    case paysDeLaLoire = "52"
    case bretagne = "53"
    case nouvelleAquitaine = "75"
    case occitanie = "76"
    case auvergneRhôneAlpes = "84"
    case provenceAlpesCôteDAzur = "93"
    case corse = "94"

    var label: String {
        switch self {
        case .guadeloupe: "Guadeloupe"
        case .martinique: "Martinique"
        case .guyane: "Guyane"
        case .laRéunion: "La Réunion"
        case .mayotte: "Mayotte"
        case .ileDeFrance: "Île-de-France"
        case .centreValDeLoire: "Centre-Val de Loire"
        case .bourgogneFrancheComté: "Bourgogne-Franche-Comté"
        case .normandie: "Normandie"
        case .hautsDeFrance: "Hauts-de-France"
        case .grandEst: "Grand Est"
        case .paysDeLaLoire: "Pays de la Loire"
        case .bretagne: "Bretagne"
        case .nouvelleAquitaine: "Nouvelle-Aquitaine"
        case .occitanie: "Occitanie"
        case .auvergneRhôneAlpes: "Auvergne-Rhône-Alpes"
        case .provenceAlpesCôteDAzur: "Provence-Alpes-Côte d’Azur"
        case .corse: "Corse"
        }
    }

    var departements: [String] {
        let codes: String =
            switch self {
            case .guadeloupe: "971"
            case .martinique: "972"
            case .guyane: "973"
            case .laRéunion: "974"
            case .mayotte: "976"
            case .ileDeFrance: "75 77 78 91 92 93 94 95"
            case .centreValDeLoire: "18 28 36 37 41 45"
            case .bourgogneFrancheComté: "21 25 39 58 70 71 89 90"
            case .normandie: "14 27 50 61 76"
            case .hautsDeFrance: "02 59 60 62 80"
            case .grandEst: "08 10 51 52 54 55 57 67 68 88"
            case .paysDeLaLoire: "44 49 53 72 85"
            case .bretagne: "22 29 35 56"
            case .nouvelleAquitaine: "16 17 19 23 24 33 40 47 64 79 86 87"
            case .occitanie: "09 11 12 30 31 32 34 46 48 65 66 81 82"
            case .auvergneRhôneAlpes: "01 03 07 15 26 38 42 43 63 69 73 74"
            case .provenceAlpesCôteDAzur: "04 05 06 13 83 84"
            case .corse: "2A 2B"
            }
        return codes.split(separator: " ").map(String.init)
    }
}
