import HTML
import Recruitment
import Search

/// The groups of filters, named as in addresses.
enum FilterGroup: String, Sendable, Hashable, CaseIterable {
    case contract = "contrat"
    case workingTime = "temps"
    case experience
    case licence = "permis"
    case schedule = "horaires"
    case salary = "salaire"
    case published = "depuis"
    case basin = "bassin"
    case training = "formation"
    case domain = "domaine"
    case hours = "heures"
    case telework = "teletravail"
    case accessible
    case insertion
    case occupation = "metier"
    case employer = "employeur"
    case source

    /// A value as a form offers it, with its markup: a page has eighty of them, and only their counts change.
    struct Option: Sendable {
        let code: String
        let label: String
        /// Up to where it says whether it is chosen.
        let opening: HTML
        /// From there to its count.
        let ending: HTML

        init(_ group: FilterGroup, code: String, label: String) {
            self.code = code
            self.label = label
            let type = group.isExclusive ? "radio" : "checkbox"
            var html = HTML(capacity: 128)
            html.append(literal: "<label class=\"choice\"><input type=\"")
            html.append(text: type)
            html.append(literal: "\" name=\"")
            html.append(text: group.rawValue)
            html.append(literal: "\" value=\"")
            html.append(text: code)
            opening = html
            html = HTML(capacity: 96)
            html.append(literal: "> <span>")
            html.append(text: label)
            html.append(literal: "</span> ")
            ending = html
        }
    }

    var legend: String {
        switch self {
        case .contract: "Contrat"
        case .workingTime: "Temps de travail"
        case .experience: "Expérience"
        case .licence: "Permis de conduire"
        case .schedule: "Horaires"
        case .salary: "Salaire brut par mois"
        case .published: "Date de publication"
        case .basin: "Bassin d’emploi"
        case .training: "Diplôme demandé"
        case .domain: "Domaine"
        case .hours: "Heures par semaine"
        case .telework: "Télétravail"
        case .accessible: "Handicap"
        case .insertion: "Insertion"
        case .occupation: "Métier"
        case .employer: "Employeur"
        case .source: "Source"
        }
    }

    /// The group of the search engine that counts it.
    var facet: FacetGroup {
        switch self {
        case .contract: .contract
        case .workingTime: .workingTime
        case .experience: .experience
        case .licence: .licence
        case .schedule: .schedule
        case .salary: .salary
        case .published: .published
        case .basin: .basin
        case .training: .training
        case .domain: .domain
        case .hours: .hours
        case .telework: .telework
        case .accessible: .accessible
        case .insertion: .insertion
        case .occupation: .occupation
        case .employer: .employer
        case .source: .source
        }
    }

    /// Whether choosing one value drops the other.
    var isExclusive: Bool { self == .published || self == .salary }

    /// Whether its values are known beforehand; others are whatever the offers have.
    var isClosed: Bool {
        switch self {
        case .occupation, .employer, .source: false
        default: true
        }
    }

    /// Every value, in the order in which they are shown; empty for an open group.
    var options: [Option] { Self.options[self] ?? [] }

    private static let options: ByFilterGroup<[Option]> = {
        var options = ByFilterGroup<[Option]>()
        for group in allCases { options[group] = group.listed.map { Option(group, code: $0.code, label: $0.label) } }
        return options
    }()

    private var listed: [(code: String, label: String)] {
        switch self {
        case .contract: ContractType.allCases.map { ($0.rawValue, $0.label) }
        case .workingTime: WorkingTime.allCases.map { ($0.rawValue, $0.label) }
        case .experience: Experience.allCases.map { ($0.rawValue, $0.label) }
        case .licence: LicenceFacet.allCases.map { ($0.rawValue, Self.label($0)) }
        case .schedule: WorkSchedule.allCases.map { ($0.rawValue, $0.label) }
        case .salary: SalaryStep.allCases.map { ($0.rawValue, Self.label($0)) }
        case .published: PublishedWithin.allCases.map { (String($0.rawValue), Self.label($0)) }
        case .basin: Basin.allCases.map { ($0.rawValue, $0.name) }
        case .training: TrainingLevel.allCases.map { (String($0.rawValue), $0.label) }
        case .domain: ROMEDomain.allCases.map { ($0.rawValue, $0.label) }
        case .hours: HoursBand.allCases.map { ($0.rawValue, Self.label($0)) }
        case .telework: [("oui", "Télétravail possible")]
        case .accessible: [("oui", "Ouvert aux travailleurs handicapés")]
        case .insertion: InsertionMeasure.allCases.map { ($0.rawValue, $0.label) }
        case .occupation, .employer, .source: []
        }
    }

    func accepts(_ code: String) -> Bool {
        isClosed ? options.contains { $0.code == code } : code.utf8.count <= OfferText.longestName
    }

    func label(of code: String) -> String {
        options.first { $0.code == code }?.label ?? code
    }

    private static func label(_ licence: LicenceFacet) -> String {
        switch licence {
        case .none: "Sans permis"
        case .b: "Permis B (voiture)"
        case .c: "Permis C (poids lourd)"
        case .ce: "Permis CE (super lourd)"
        case .d: "Permis D (car, bus)"
        case .other: "Autre permis"
        }
    }

    private static func label(_ step: SalaryStep) -> String {
        guard step != .unspecified, let euros = Int64(step.rawValue) else { return "Salaire non précisé" }
        return "à partir de \(French.euros(cents: euros * 100))"
    }

    private static func label(_ age: PublishedWithin) -> String {
        switch age {
        case .day: "depuis hier"
        case .threeDays: "depuis 3 jours"
        case .week: "depuis une semaine"
        case .fortnight: "depuis deux semaines"
        case .month: "depuis un mois"
        }
    }

    private static func label(_ band: HoursBand) -> String {
        switch band {
        case .upTo15: "15 h ou moins"
        case .upTo24: "16 à 24 h"
        case .upTo34: "25 à 34 h"
        case .full: "35 h"
        case .upTo39: "36 à 39 h"
        case .more: "40 h et plus"
        }
    }
}
