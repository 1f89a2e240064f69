import Recruitment
import Web

/// What an employer has typed of an offer, whole or not, as it is kept between the steps.
struct OfferForm {
    /// A field's raw value is its name and its id in the page.
    enum Field: String, CaseIterable {
        case siret, intitule, employeur, commune, postes
        case rome, contrat, duree, heures, horaire
        case salaireMinimum = "salaire_min"
        case salaireMaximum = "salaire_max"
        case salairePeriode = "salaire_periode"
        case missions, exige, plus, experience, permis, vehicule, formation, teletravail, accessible, insertion
        case tel, url, courriel, consigne
        case dateDebut = "date_debut"
        case dateLimite = "date_limite"

        /// Whether a text keeps its line ends.
        var isProse: Bool {
            switch self {
            case .missions, .exige, .plus, .consigne: true
            default: false
            }
        }
    }

    /// The four short steps; `all` is one long page.
    enum Step: String, CaseIterable, LosslessStringConvertible {
        case job = "1"
        case contract = "2"
        case work = "3"
        case applying = "4"
        case all = "tout"

        static let steps: [Step] = [.job, .contract, .work, .applying]

        init?(_ text: String) { self.init(rawValue: text) }

        var description: String { rawValue }

        var title: String {
            switch self {
            case .job: "Le poste"
            case .contract: "Le contrat et la paie"
            case .work: "Le travail"
            case .applying: "Les candidatures"
            case .all: "Toute l’offre"
            }
        }

        var fields: [Field] {
            switch self {
            case .job: [.siret, .intitule, .employeur, .commune, .postes]
            case .contract:
                [
                    .rome, .contrat, .duree, .heures, .horaire, .salaireMinimum, .salaireMaximum, .salairePeriode,
                ]
            case .work:
                [
                    .missions, .exige, .plus, .experience, .permis, .vehicule, .formation, .teletravail, .accessible,
                    .insertion,
                ]
            case .applying: [.tel, .url, .courriel, .consigne, .dateDebut, .dateLimite]
            case .all: Field.allCases
            }
        }

        var next: Step? {
            switch self {
            case .job: .contract
            case .contract: .work
            case .work: .applying
            case .applying, .all: nil
            }
        }

        /// The step that asks for a field.
        static func asking(_ field: Field) -> Step {
            steps.first { $0.fields.contains(field) } ?? .all
        }
    }

    /// The most values kept of one field; a group of boxes has fewer.
    private static let mostValues = 20

    private(set) var items: QueryItems

    init(_ items: QueryItems = QueryItems()) {
        self.items = items
    }

    /// As a posting keeps it.
    init(encoded: String) throws(FormError) {
        items = try QueryItems(urlencoded: Array(encoded.utf8))
    }

    subscript(field: Field) -> String { items[field.rawValue] ?? "" }

    func values(_ field: Field) -> Set<String> { Set(items.values(field.rawValue)) }

    mutating func set(_ field: Field, _ value: String) {
        items.set(field.rawValue, to: value)
    }

    /// Takes the fields of `step` from what was sent in place of those it had.
    mutating func take(_ step: Step, from form: Form) {
        for field in step.fields {
            items.set(field.rawValue, to: nil)
            for value in form.values(field.rawValue).prefix(Self.mostValues) {
                let text = Self.clean(value, keepsLines: field.isProse)
                if !text.isEmpty { items.append(field.rawValue, text) }
            }
        }
    }

    /// Without white space at its ends and control characters; line ends are LF, or spaces where a text has one line.
    private static func clean(_ text: String, keepsLines: Bool) -> String {
        var scalars = String.UnicodeScalarView()
        var wasReturn = false
        for scalar in text.unicodeScalars {
            defer { wasReturn = scalar == "\r" }
            switch scalar {
            case "\n" where wasReturn: break
            case "\n", "\r": scalars.append(keepsLines ? "\n" : " ")
            case "\t": scalars.append(" ")
            case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}": break
            default: scalars.append(scalar)
            }
        }
        let start = String(scalars).drop { $0.isWhitespace }
        guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(start[...last])
    }
}
