import HTML
import Recruitment
import Storage
import Web

/// What an agent says of a new key.
struct KeyForm {
    enum Field {
        static let name = "nom"
        static let scopes = "droits"
        static let source = "source"
        static let rate = "rythme"
    }

    static let usualRate = 600

    var name = ""
    var scopes: Set<PartnerKey.Scope> = [.read]
    var source = ""
    var rate = String(usualRate)
    private(set) var problems = FormProblems()

    init() {}

    init(_ visit: Visit) {
        name = visit.field(Field.name)
        scopes = Set((visit.form?.values(Field.scopes) ?? []).compactMap(PartnerKey.Scope.init(rawValue:)))
        source = visit.field(Field.source)
        rate = visit.field(Field.rate)
        if name.isEmpty || name.count > PartnerKey.longestName {
            problems.add(Field.name, "Le nom du partenaire, de 1 à \(PartnerKey.longestName) caractères.")
        }
        if scopes.isEmpty { problems.add(Field.scopes, "Choisissez au moins un droit.") }
        if scopes.contains(.deposit), depositor == nil {
            problems.add(
                Field.source,
                "Le nom de la source dont la clé dépose les offres : a–z, 0–9 et tirets, \(SourceName.longest) caractères au plus, "
                    + "et pas un nom que le site emploie lui-même.")
        }
        if requestsPerMinute == nil {
            problems.add(Field.rate, "Un nombre de 1 à \(PartnerKey.mostRequestsPerMinute).")
        }
    }

    /// nil where the key does not hand in offers, or the name is none.
    var depositor: SourceName? {
        guard scopes.contains(.deposit), let name = SourceName(source), !PartnerKey.reservedSources.contains(name)
        else { return nil }
        return name
    }

    var requestsPerMinute: Int? {
        Int(rate).flatMap { (1...PartnerKey.mostRequestsPerMinute).contains($0) ? $0 : nil }
    }

    var html: HTML {
        """
        \(FormField(name: Field.name, label: "Partenaire", value: name, autocomplete: "off").html(problems))\
        \(ChoiceGroup(
            name: Field.scopes, legend: "Ce que la clé ouvre",
            options: PartnerKey.Scope.allCases.map { ($0.rawValue, $0.label) },
            chosen: Set(scopes.map(\.rawValue))
        ).html(problems))\
        \(FormField(
            name: Field.source, label: "Source déposée", value: source,
            hint: "Pour déposer : le nom sous lequel paraissent ses offres, comme mission-locale.", autocomplete: "off",
            isOptional: true
        ).html(problems))\
        \(FormField(
            name: Field.rate, label: "Requêtes par minute", value: rate, inputMode: "numeric"
        ).html(problems))
        """
    }
}

extension PartnerKey.Scope {
    var label: String {
        switch self {
        case .read: "Lire l’API à son propre rythme"
        case .deposit: "Déposer et fermer les offres d’une source"
        case .webhooks: "Être prévenu des changements à une adresse (webhooks)"
        }
    }
}
