import MarkupText
import Recruitment

/// Meanings of words in feeds, French and English.
enum FeedWords {
    enum Contract: Sendable, Hashable {
        case known(ContractType)
        case internship
    }

    /// The contract a value of a contract field names: a code of ours or France Travail's, Indeed's and schema.org's words,
    /// or French. nil where it names none.
    static func contract(_ text: String) -> Contract? {
        let folded = FoldedText(text.replacing("_", with: " "))
        if let type = ContractType(rawValue: text.trimmed.uppercased()) { return .known(type) }
        return contracts.first { signs, _ in signs.contains { folded.contains($0) } }?.1
    }

    /// The contract a free text speaks of; nil where it speaks of none or of several.
    static func onlyContract(in text: String) -> ContractType? {
        let folded = FoldedText(text)
        var found: Set<ContractType> = []
        for (signs, contract) in contractsInText where signs.contains(where: { folded.contains($0) }) {
            found.insert(contract)
        }
        return found.count == 1 ? found.first : nil
    }

    static func workingTime(_ text: String) -> WorkingTime? {
        let folded = FoldedText(text.replacing("_", with: " "))
        let isPart = ["parttime", "part time", "partiel", "non complet", "mi temps"].contains { folded.contains($0) }
        if isPart { return .partTime }
        let isFull = ["fulltime", "full time", "temps plein", "plein temps", "temps complet", "plein", "complet"]
            .contains {
                folded.contains($0)
            }
        return isFull ? .fullTime : nil
    }

    /// « 35 h par semaine », « 24h30 », a bare number: hours a week between 1 and 60.
    static func weeklyHours(_ text: String) -> Double? {
        for number in DecimalNumber.all(in: text) where (1...60).contains(number.value) {
            let rest = number.following.drop { $0.isWhitespace }
            guard rest.hasPrefix("h") || (rest.isEmpty && !text.contains("h")) else { continue }
            return number.value
        }
        return nil
    }

    /// « 6 mois », « 15 jours », a bare number with its unit apart: months, to the half.
    static func months(_ text: String, unit: String?) -> Double? {
        for number in DecimalNumber.all(in: text) where number.value > 0 {
            let unit = FoldedText(number.following.isBlank ? unit ?? "mois" : number.following).words.first ?? ""
            let months: Double? =
                if unit.hasPrefix("mois") || unit.hasPrefix("month") {
                    number.value
                } else if unit.hasPrefix("jour")
                    || unit.hasPrefix("day")
                { number.value / 30 } else if unit.hasPrefix("semaine") || unit.hasPrefix("week") {
                    number.value * 7 / 30
                } else if unit == "an" || unit == "ans" || unit.hasPrefix("annee") || unit.hasPrefix("year") {
                    number.value * 12
                } else { nil }
            if let months, months <= 120 { return max(0.5, (months * 2).rounded() / 2) }
        }
        return nil
    }

    static func experience(_ text: String) -> Experience? {
        let folded = FoldedText(text.replacing("_", with: " "))
        if folded.text.contains("debut") || folded.contains("aucune") || folded.contains("sans experience")
            || folded.contains("none") || folded.text == "0"
        {
            return .beginnerAccepted
        }
        if folded.text.contains("souhait") { return .wished }
        return folded.text.contains("exig") || folded.text.contains(where: \.isNumber) ? .required : nil
    }

    static func telework(_ text: String) -> Bool {
        let folded = FoldedText(text)
        if ["", "none", "no", "non", "false", "0", "aucun", "sur site", "onsite"].contains(folded.text) {
            return false
        }
        return [
            "remote", "tele", "full", "total", "partial", "partiel", "hybrid", "oui", "yes", "true", "1", "occasion",
        ]
        .contains { folded.text.contains($0) }
    }

    static func trainingLevel(_ text: String) -> TrainingLevel? {
        let folded = FoldedText(text)
        if folded.contains("bac 5") || folded.text.contains("master") || folded.text.contains("ingenieur") {
            return .level7
        }
        if folded.contains("bac 3") || folded.contains("bac 4") || folded.text.contains("licence") { return .level6 }
        if folded.contains("bac 2") || folded.contains("bts") || folded.contains("dut") { return .level5 }
        if folded.contains("cap") || folded.contains("bep") { return .level3 }
        if folded.contains("bac") || folded.text.contains("baccalaureat") { return .level4 }
        return folded.text.hasPrefix("sans") || folded.text.hasPrefix("aucun") ? TrainingLevel.none : nil
    }

    /// The most particular first: « CDI intérimaire » is no « CDI ».
    private static let contracts: [(signs: [String], Contract)] = [
        (["stage", "stagiaire", "intern", "internship"], .internship),
        (["apprentissage", "apprenti", "apprentie", "alternance", "apprenticeship"], .known(.apprenticeship)),
        (["professionnalisation", "contrat pro"], .known(.professionalisation)),
        (["cdi interimaire", "cdii", "cdi interim"], .known(.temporaryPermanent)),
        (["cddi", "cdd insertion", "cdd d insertion"], .known(.insertionFixedTerm)),
        (["cdd tremplin"], .known(.springboard)),
        (["interim d insertion", "travail temporaire d insertion"], .known(.insertionTemporary)),
        (
            ["travail temporaire", "interim", "interimaire", "mission interimaire", "mission", "temp", "ctt"],
            .known(.temporary)
        ),
        (["saisonnier", "saisonniere", "saison", "seasonal"], .known(.seasonal)),
        (["cdi", "duree indeterminee", "permanent"], .known(.permanent)),
        // Indeed's `contract` and `temporary` and schema.org's TEMPORARY are contracts that end: a CDD in French law.
        (
            ["cdd", "duree determinee", "temporary", "contract", "fixed term", "vacation", "vacataire"],
            .known(.fixedTerm)
        ),
        (["profession liberale", "liberal", "freelance", "independant"], .known(.liberal)),
        (["franchise"], .known(.franchise)),
    ]

    private static let contractsInText: [(signs: [String], ContractType)] = [
        (["cdi", "contrat a duree indeterminee"], .permanent),
        (["cdd", "contrat a duree determinee"], .fixedTerm),
        (["contrat d apprentissage", "en apprentissage"], .apprenticeship),
        (["contrat de professionnalisation"], .professionalisation),
        (["mission d interim", "en interim", "contrat interimaire", "mission interimaire"], .temporary),
        (["contrat saisonnier", "emploi saisonnier", "saisonnier", "saisonniere"], .seasonal),
    ]
}
