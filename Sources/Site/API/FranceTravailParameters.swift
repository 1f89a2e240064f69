import Recruitment
import Search
import Web

/// France Travail's names for the parameters of a search (« Offres d’emploi v2 »), for the programs that already speak them.
/// Names that mean the same in both (`commune`, `permis`, `range`) are in ``SearchParameters`` alone.
enum FranceTravailParameters {
    static let all: [APIParameter] = [
        .init(
            name: "motsCles", summary: "Mots tous cherchés, séparés par des virgules.",
            values: .text(longest: SearchLimits.longestText),
            alias: { [.init(name: "q", value: $0.replacing(",", with: " "))] }),
        .init(
            name: "codeROME", summary: "Codes ROME, séparés par des virgules.",
            values: list("[A-N][0-9]{4}", example: "D1106,D1502") { ROMECode($0) != nil },
            alias: { values($0, "metier") }),
        .init(
            name: "distance", summary: "`rayon`.", values: .whole(0...OfferSearch.Limit.radius),
            alias: { [.init(name: "rayon", value: $0)] }),
        .init(
            name: "typeContrat", summary: "`contrat`, codes séparés par des virgules.",
            values: list(ContractType.allCases.map(\.rawValue).joined(separator: "|"), example: "CDI,CDD") {
                ContractType(rawValue: $0) != nil
            }, alias: { values($0, "contrat") }),
        .init(
            name: "natureContrat", summary: "E2 : apprentissage ; FS : professionnalisation. S’ajoute à `typeContrat`.",
            values: .choice(["E2", "FS"]),
            alias: { [.init(name: "contrat", value: $0 == "E2" ? "APP" : "PRO")] }),
        .init(
            name: "tempsPlein", summary: "`temps`.", values: .choice(["true", "false"]),
            alias: { [.init(name: "temps", value: $0 == "true" ? "plein" : "partiel")] }),
        .init(
            name: "dureeHebdo", summary: "1 : temps plein ; 2 : temps partiel.", values: .choice(["1", "2"]),
            alias: { [.init(name: "temps", value: $0 == "1" ? "plein" : "partiel")] }),
        .init(
            name: "dureeHebdoMin", summary: "Heures par semaine au moins, HHMM.", values: hours,
            alias: { hours($0, "heures_min") }),
        .init(
            name: "dureeHebdoMax", summary: "Heures par semaine au plus, HHMM.", values: hours,
            alias: { hours($0, "heures_max") }),
        .init(
            name: "dureeContratMin", summary: "`duree_min`.", values: SearchParameters.Forms.months,
            alias: { [.init(name: "duree_min", value: $0)] }),
        .init(
            name: "dureeContratMax", summary: "`duree_max`.", values: SearchParameters.Forms.months,
            alias: { [.init(name: "duree_max", value: $0)] }),
        .init(
            name: "experienceExigence", summary: "`experience`.",
            values: .choice(Experience.allCases.map(\.rawValue)),
            alias: { [.init(name: "experience", value: $0)] }),
        .init(
            name: "grandDomaine", summary: "`domaine` : lettre du ROME.",
            values: .choice(ROMEDomain.allCases.map(\.rawValue)), alias: { [.init(name: "domaine", value: $0)] }),
        .init(
            name: "salaireMin", summary: "`salaire_min`.", values: .whole(1...1_000_000),
            alias: { [.init(name: "salaire_min", value: $0)] }),
        .init(
            name: "periodeSalaire", summary: "M : mensuel ; A : annuel ; H : horaire.",
            values: .choice(["M", "A", "H"]),
            alias: { letter in
                let period: PayPeriod = letter == "M" ? .month : letter == "A" ? .year : .hour
                return [.init(name: "salaire_periode", value: period.rawValue)]
            }),
        .init(
            name: "accesTravailleurHandicape", summary: "« true » : ouvert aux travailleurs handicapés.",
            values: .choice(["true", "false"]),
            alias: { $0 == "true" ? [.init(name: "accessible", value: "oui")] : [] }),
        .init(
            name: "publieeDepuis", summary: "`depuis`.", values: .choice(["1", "3", "7", "14", "31"]),
            alias: { [.init(name: "depuis", value: $0)] }),
        .init(
            name: "inclureLimitrophes", summary: "`limitrophes`.", values: .choice(["true", "false"]),
            alias: { [.init(name: "limitrophes", value: $0 == "true" ? "oui" : "non")] }),
        .init(
            name: "sort", summary: "0 : pertinence ; 1 : date ; 2 : distance.", values: .choice(["0", "1", "2"]),
            alias: { [.init(name: "tri", value: $0 == "0" ? "pertinence" : $0 == "1" ? "date" : "distance")] }),
    ]

    /// Those that a standing search may have.
    static let subscribable = all.filter {
        !["publieeDepuis", "sort", "dureeContratMin", "dureeContratMax"].contains($0.name)
    }

    /// Codes of one kind, parted by commas.
    private static func list(
        _ expression: String, example: String, accepts: @escaping @Sendable (String) -> Bool
    ) -> APIParameter.Values {
        .form(expression: "(?:\(expression))(?:,(?:\(expression)))*", example: example) { text in
            let codes = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            return codes.count <= OfferSearch.Limit.choices && codes.allSatisfy(accepts)
        }
    }

    private static func values(_ text: String, _ name: String) -> [QueryItems.Item] {
        text.split(separator: ",").map { .init(name: name, value: String($0)) }
    }

    private static let hours = APIParameter.Values.form(
        expression: "[0-5][0-9][0-5][0-9]", example: "3500", accepts: { hours($0, "") != nil })

    /// Whole hours: minutes round to the nearest.
    private static func hours(_ text: String, _ name: String) -> [QueryItems.Item]? {
        let octets = Array(text.utf8)
        guard octets.count == 4, let number = Int(text), octets.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }),
            number / 100 < 60, number % 100 < 60
        else { return nil }
        return [.init(name: name, value: String(max(1, number / 100 + (number % 100 >= 30 ? 1 : 0))))]
    }
}
