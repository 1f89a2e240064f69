import Recruitment
import Search
import Web

/// France Travail's names for the parameters of a search (« Offres d’emploi v2 »), for the programs that already speak them.
/// Names that mean the same in both (`commune`, `permis`, `range`) are in ``SearchParameters`` alone.
enum FranceTravailParameters {
    static let ofEveryForm: [APIParameter] = [
        .init(
            name: "motsCles", summary: "Mots tous cherchés, séparés par des virgules.",
            values: .text(longest: SearchLimits.longestText),
            alias: { [.init(name: "q", value: $0.replacing(",", with: " "))] }),
        .init(
            name: "codeROME", summary: "Codes ROME, séparés par des virgules.",
            values: SearchParameters.Forms.list("[A-N][0-9]{4}", example: "D1106,D1502") { ROMECode($0) != nil },
            alias: { values($0, "metier") }),
        .init(
            name: "distance", summary: "`rayon`.", values: .whole(0...OfferSearch.Limit.radius),
            alias: { [.init(name: "rayon", value: $0)] }),
        .init(
            name: "typeContrat", summary: "`contrat`, codes séparés par des virgules.",
            values: SearchParameters.Forms.list(
                ContractType.allCases.map(\.rawValue).joined(separator: "|"), example: "CDI,CDD"
            ) {
                ContractType(rawValue: $0) != nil
            }, alias: { values($0, "contrat") }),
        .init(
            name: "natureContrat", summary: "E2 : apprentissage ; FS : professionnalisation. S’ajoute à `typeContrat`.",
            values: SearchParameters.Forms.list("E2|FS", example: "E2,FS") { natures[$0] != nil },
            hint: "Les autres natures de contrat ne sont pas connues ici.",
            alias: { $0.split(separator: ",").map { .init(name: "contrat", value: natures[String($0)] ?? "") } }),
        .init(
            name: "tempsPlein", summary: "`temps`.", values: .choice(["true", "false"]),
            alias: { [.init(name: "temps", value: $0 == "true" ? "plein" : "partiel")] }),
        .init(
            name: "dureeHebdo", summary: "1 : temps plein ; 2 : temps partiel.", values: .choice(["1", "2"]),
            hint: "0 (non précisé) ne se cherche pas.",
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
            values: .choice(["M", "A", "H"]), hint: "C (cachet) n’est pas connu ici.",
            alias: { letter in
                let period: PayPeriod = letter == "M" ? .month : letter == "A" ? .year : .hour
                return [.init(name: "salaire_periode", value: period.rawValue)]
            }),
        .init(
            name: "accesTravailleurHandicape", summary: "« true » : ouvert aux travailleurs handicapés.",
            values: .choice(["true", "false"]),
            alias: { $0 == "true" ? [.init(name: "accessible", value: "oui")] : [] }),
        .init(
            name: "codeNAF", summary: "`naf`, codes séparés par des virgules.",
            values: SearchParameters.Forms.list("[0-9.]+[A-Z]", example: "56.10A") { NAFCode($0) != nil },
            alias: { values($0, "naf") }),
        .init(
            name: "secteurActivite", summary: "`naf` : divisions de deux chiffres, séparées par des virgules.",
            values: SearchParameters.Forms.list("[0-9]{2}", example: "55,56") {
                $0.utf8.count == 2 && SearchParameters.Forms.isActivity($0)
            }, alias: { values($0, "naf") }),
        .init(
            name: "niveauFormation", summary: "NV5 (CAP) à NV1 (bac + 5) : `formation`.",
            values: .choice(["NV1", "NV2", "NV3", "NV4", "NV5"]),
            alias: { level in
                let levels = ["NV1": "7", "NV2": "6", "NV3": "5", "NV4": "4", "NV5": "3"]
                return levels[level].map { [.init(name: "formation", value: $0)] }
            }),
        .init(
            name: "region", summary: "Code Insee d’une région : ses départements.",
            values: .choice(Region.allCases.map(\.rawValue)),
            alias: { code in
                Region(rawValue: code)?.departements.map { .init(name: "departement", value: $0) }
            }),
        .init(
            name: "minCreationDate", summary: "`publiee_apres`.", values: SearchParameters.Forms.moment,
            alias: { [.init(name: "publiee_apres", value: $0)] }),
        .init(
            name: "maxCreationDate", summary: "`publiee_avant`.", values: SearchParameters.Forms.moment,
            alias: { [.init(name: "publiee_avant", value: $0)] }),
        .init(
            name: "origineOffre", summary: "1 : offres reprises de France Travail ; 2 : toutes les autres.",
            values: .choice(["1", "2"]),
            alias: { [.init(name: $0 == "1" ? "source" : "sauf_source", value: "france-travail")] }),
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

    static let byName = Dictionary(ofEveryForm.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })

    /// Those that a standing search may have.
    static let subscribable = ofEveryForm.filter { !["publieeDepuis", "sort"].contains($0.name) }

    /// Names of France Travail's that mean nothing here, each with the reason: they are refused, since an answer that left them
    /// aside would be another list than the one asked for.
    static let refused: [String: String] = [
        "theme": "les thèmes de France Travail n’y sont pas ; donnez des mots (`q`) ou des codes ROME.",
        "paysContinent": "toutes ses offres sont en France.",
        "qualification": "les offres n’y disent pas si elles sont de cadre ; donnez `q=cadre`, ou `formation`.",
        "entreprisesAdaptees":
            "les offres n’y disent pas si l’entreprise est adaptée ; `accessible=oui` donne celles ouvertes aux travailleurs handicapés.",
        "employeursHandiEngages":
            "les offres n’y disent pas si l’employeur est handi-engagé ; `accessible=oui` donne celles ouvertes aux travailleurs handicapés.",
        "offresMRS": "les recrutements par simulation n’y sont pas distingués.",
        "offresManqueCandidats": "le nombre de candidats n’y est pas connu.",
        "partenaires": "les codes de partenaires de France Travail n’y sont pas ; donnez `source` ou `sauf_source`.",
        "modeSelectionPartenaires": "donnez `source` (INCLUS) ou `sauf_source` (EXCLU).",
    ]

    /// Parameters that both have under one name, with other codes.
    static let otherCodes: [FilterGroup: String] = [
        .experience: "Les codes 0 à 3 de France Travail ne sont pas connus ici : les offres disent D, S ou E.",
        .domain: "Un domaine de France Travail (D11) se cherche par ses codes ROME (`codeROME`).",
        .licence: "Les autres permis sont groupés sous « autre ».",
    ]

    private static let natures = ["E2": "APP", "FS": "PRO"]

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
