import Recruitment
import Search
import Web

/// The parameters of a search. Every form of a search takes the same, from one query string; only the API pages and picks besides.
enum SearchParameters {
    /// What every form of a search takes: page, feeds, table, frame, API.
    static let ofEveryForm = words + filters + further + order + FranceTravailParameters.ofEveryForm
    static let all = ofEveryForm + paging

    /// Those that a standing search may have: what orders, pages or lets time alone decide has no meaning there.
    static let subscribable =
        words + filters.filter { $0.name != FilterGroup.published.rawValue } + further
        + FranceTravailParameters.subscribable

    private static let words: [APIParameter] = [
        .init(
            name: "q",
            summary: "Mots cherchés : métier, employeur, contrat, lieu… « \"mots qui se suivent\" », -mot, OU.",
            values: .text(longest: SearchLimits.longestText)),
        .init(
            name: "commune",
            summary: "Commune : nom, code postal ou code Insee. Plusieurs : l’une ou l’autre.",
            values: .text(longest: OfferSearch.Limit.place), isList: true),
        .init(
            name: "rayon", summary: "Kilomètres autour de la commune, 20 sinon.",
            values: .whole(0...OfferSearch.Limit.radius)),
        .init(
            name: "limitrophes", summary: "« non » laisse de côté les offres hors du département 03.", values: yesOrNo),
        .init(
            name: "salaire_inconnu",
            summary: "« oui » garde les offres sans salaire chiffré avec `salaire` ou `salaire_min`.",
            values: yesOrNo),
    ]

    private static let filters: [APIParameter] = FilterGroup.allCases.map { group in
        let values: APIParameter.Values =
            switch group {
            case .occupation: Forms.occupation
            case .source: Forms.source
            case .employer: .text(longest: OfferText.longestName)
            default: .choice(group.options.map(\.code))
            }
        return .init(
            name: group.rawValue, summary: summary(group), values: values, isList: !group.isExclusive,
            hint: FranceTravailParameters.otherCodes[group])
    }

    private static func summary(_ group: FilterGroup) -> String {
        switch group {
        case .salary: "Salaire brut d’au moins tant d’euros par mois, par paliers."
        case .published: "Publiée depuis tant de jours."
        case .occupation: "Métier : code ROME."
        case .employer: "Employeur, comme les facettes le nomment."
        case .source: "Source de l’offre."
        case .training: "Niveau de diplôme demandé."
        default: group.legend + "."
        }
    }

    /// What the page has no field for, and keeps all the same (``FurtherSearch``).
    static let further: [APIParameter] = [
        .init(
            name: "departement",
            summary: "Département du lieu de travail. Plusieurs, ou avec `commune` : l’un ou l’autre.",
            values: Forms.list("[0-9][0-9AB]|97[0-9]", example: "03,63", accepts: Forms.isDepartement), isList: true),
        .init(name: "sans_permis", summary: "« oui » : aucun permis demandé.", values: yesOrNo),
        .init(name: "heures_min", summary: "Heures par semaine au moins.", values: .whole(1...60)),
        .init(name: "heures_max", summary: "Heures par semaine au plus.", values: .whole(1...60)),
        .init(
            name: "salaire_min", summary: "Salaire brut d’au moins tant d’euros par `salaire_periode`.",
            values: .whole(1...1_000_000)),
        .init(
            name: "salaire_periode", summary: "Période de `salaire_min`, le mois sinon.",
            values: .choice(PayPeriod.allCases.map(\.rawValue))),
        .init(
            name: "duree_min",
            summary: "Durée du contrat, en mois, au moins ; laisse de côté les offres qui n’en disent rien.",
            values: Forms.months),
        .init(name: "duree_max", summary: "Durée du contrat, en mois, au plus.", values: Forms.months),
        .init(
            name: "maj_depuis", summary: "Changée ici depuis : un jour (à minuit à Paris), ou un instant en UTC.",
            values: Forms.moment),
        .init(
            name: "publiee_apres", summary: "Publiée ce jour ou plus tard, ou depuis un instant.", values: Forms.moment),
        .init(name: "publiee_avant", summary: "Publiée avant ce jour, ou jusqu’à un instant.", values: Forms.moment),
        .init(
            name: "siret", summary: "Établissement qui recrute : quatorze chiffres.",
            values: .form(expression: "[0-9 ]{14,}", example: "73282932000074", accepts: { SIRET($0) != nil })),
        .init(
            name: "naf", summary: "Activité de l’employeur : code NAF, ou division de deux chiffres.",
            values: Forms.list("[0-9.]+[A-Z]?", example: "56.10A,55", accepts: Forms.isActivity),
            isList: true),
        .init(
            name: "appellation", summary: "Appellation du ROME : code OGR.",
            values: Forms.list("[0-9]{1,6}", example: "11573", accepts: Forms.isOGR), isList: true),
        .init(
            name: "sauf_source", summary: "Sans les offres de cette source : celle que vous déposez, par exemple.",
            values: Forms.list(Forms.sourceExpression, example: "france-travail", accepts: { SourceName($0) != nil }),
            isList: true),
    ]

    static let furtherByName = Dictionary(further.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })

    private static let order: [APIParameter] = [
        .init(
            name: "tri", summary: "Ordre : pertinence s’il y a des mots, date sinon.",
            values: .choice(OfferSearch.Order.allCases.map(\.rawValue))),
        .init(
            name: "page",
            summary:
                "Page, à partir de 1. Au-delà de 2 000 résultats, suivez `curseur`. Sans effet où tout est donné d’un coup.",
            values: .whole(1...OfferSearch.Limit.pages)),
        .init(name: "par_page", summary: "Offres par page, 20 sinon.", values: .whole(1...OfferSearch.Limit.perPage)),
    ]

    private static let paging: [APIParameter] = [
        .init(
            name: "curseur",
            summary: "Suite d’une liste : le `curseur` de la page précédente. Stable quand des offres arrivent.",
            values: Forms.cursor),
        .init(
            name: "champs", summary: "Membres voulus de chaque offre ; tous sinon. `code` y est toujours.",
            values: .choice(OfferMembers.names), isList: true),
        .init(name: "facettes", summary: "« non » laisse de côté les facettes, pour aller plus vite.", values: yesOrNo),
        .init(
            name: "range",
            summary: "Résultats p à d, comme France Travail : 150 au plus ; la réponse est 206 s’il y en a d’autres.",
            values: Forms.range),
    ]

    static let yesOrNo = APIParameter.Values.choice(["oui", "non"])

    /// The shapes of values that are codes.
    enum Forms {
        static let occupation = APIParameter.Values.form(
            expression: "[A-N][0-9]{4}", example: "D1106", accepts: { ROMECode($0) != nil })
        static let sourceExpression = "[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?"
        static let source = APIParameter.Values.form(
            expression: sourceExpression, example: "france-travail",
            accepts: { SourceName($0) != nil })
        static let cursor = APIParameter.Values.form(
            expression: "-?[0-9a-z]+_[0-9a-z]+_-?[0-9a-z]+", example: "1a_2b_3c", accepts: { SearchCursor($0) != nil })
        static let range = APIParameter.Values.form(
            expression: "[0-9]{1,4}-[0-9]{1,4}", example: "0-149", accepts: { ResultRange($0) != nil })

        static let moment = APIParameter.Values.form(
            expression:
                "[0-9]{4}-[0-9]{2}-[0-9]{2}(?:[Tt ][0-9]{2}:[0-9]{2}.*)?",
            example: "2026-11-24", accepts: { instant($0) != nil })

        /// Codes of one kind, parted by commas.
        static func list(
            _ expression: String, example: String, accepts: @escaping @Sendable (String) -> Bool
        ) -> APIParameter.Values {
            .form(expression: "(?:\(expression))(?:,(?:\(expression)))*", example: example) { text in
                let codes = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
                return codes.count <= OfferSearch.Limit.choices && codes.allSatisfy(accepts)
            }
        }

        static let months = APIParameter.Values.form(
            expression: "[0-9.]{1,4}", example: "6", accepts: isMonths)

        /// Whole or half months, up to 99.5.
        private static func isMonths(_ text: String) -> Bool {
            let octets = text.utf8
            guard octets.allSatisfy({ isDigit($0) || $0 == UInt8(ascii: ".") }), octets.count <= 4,
                let months = Double(text)
            else { return false }
            return months > 0 && months < 100
        }

        /// A day in Allier or an instant.
        static func instant(_ text: String) -> Instant? {
            Instant(text) ?? CalendarDay(text).map(ParisTime.start(of:))
        }

        static func isActivity(_ text: String) -> Bool {
            NAFCode(text) != nil || text.utf8.count == 2 && text.utf8.allSatisfy(isDigit)
        }

        static func isOGR(_ text: String) -> Bool {
            (1...6).contains(text.utf8.count) && text.utf8.allSatisfy(isDigit)
        }

        private static func isDigit(_ octet: UInt8) -> Bool { octet >= 0x30 && octet <= 0x39 }

        static func isDepartement(_ text: String) -> Bool {
            let octets = Array(text.utf8)
            switch octets.count {
            case 2: return isDigit(octets[0]) && (isDigit(octets[1]) || text == "2A" || text == "2B")
            case 3: return text.hasPrefix("97") && isDigit(octets[2])
            default: return false
            }
        }
    }
}
