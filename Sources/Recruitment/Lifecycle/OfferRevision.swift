/// What changed between two versions of an offer, and whether a moderator has to read it again.
public struct OfferRevision: Sendable, Hashable {
    public enum Field: String, Sendable, Hashable, CaseIterable {
        case title, description, occupation, workplace, contract, duration, hours, schedule, pay, employer, requirements
        case positions, telework, accessibility, insertion, application, deadline

        public var label: String {
            switch self {
            case .title: "intitulé"
            case .description: "description"
            case .occupation: "métier"
            case .workplace: "lieu de travail"
            case .contract: "contrat"
            case .duration: "durée du contrat"
            case .hours: "temps de travail"
            case .schedule: "horaires"
            case .pay: "salaire"
            case .employer: "employeur"
            case .requirements: "ce qui est demandé"
            case .positions: "nombre de postes"
            case .telework: "télétravail"
            case .accessibility: "accessibilité"
            case .insertion: "insertion"
            case .application: "moyen de postuler"
            case .deadline: "date limite"
            }
        }
    }

    /// Every field that differs, in the form's order.
    public let changed: [Field]
    /// Those that change what a reader would decide, or that could turn a good offer into a fraud: text, place, contract,
    /// time, lower pay, employer, requirements, means of applying.
    public let material: [Field]

    public var isMaterial: Bool { !material.isEmpty }

    public init(from old: Offer, to new: Offer) {
        changed = Field.allCases.filter { Self.differs($0, old, new) }
        material = changed.filter { Self.isMaterial($0, old, new) }
    }

    private static func differs(_ field: Field, _ old: Offer, _ new: Offer) -> Bool {
        switch field {
        case .title: old.title != new.title
        case .description: old.description != new.description
        case .occupation:
            old.occupation != new.occupation || old.appellationCode != new.appellationCode
                || old.appellation != new.appellation
        case .workplace: old.workplace != new.workplace
        case .contract: old.contract != new.contract || old.contractNote != new.contractNote
        case .duration: old.durationInMonths != new.durationInMonths
        case .hours: old.weeklyHours != new.weeklyHours || old.workingTime != new.workingTime
        case .schedule: old.schedules != new.schedules
        case .pay: old.salary != new.salary || old.salaryText != new.salaryText
        case .employer: old.employer != new.employer || old.siret != new.siret || old.activity != new.activity
        case .requirements:
            old.experience != new.experience || old.experienceNote != new.experienceNote || old.licences != new.licences
                || old.trainingLevel != new.trainingLevel
        case .positions: old.positions != new.positions
        case .telework: old.telework != new.telework
        case .accessibility: old.accessibleToDisabledWorkers != new.accessibleToDisabledWorkers
        case .insertion: old.insertion != new.insertion
        case .application: old.application != new.application
        case .deadline: old.deadline != new.deadline
        }
    }

    private static func isMaterial(_ field: Field, _ old: Offer, _ new: Offer) -> Bool {
        switch field {
        case .title: !sameWords(old.title, new.title)
        case .description: !sameWords(old.description, new.description)
        case .pay: isWorsePay(old, new)
        case .occupation, .workplace, .contract, .duration, .hours, .employer, .requirements, .insertion, .application:
            true
        case .schedule, .positions, .telework, .accessibility, .deadline: false
        }
    }

    /// Accents, capitals, punctuation and line ends may be corrected without a new reading; no word may.
    private static func sameWords(_ old: String, _ new: String) -> Bool {
        FoldedText(old).words.map(\.text) == FoldedText(new).words.map(\.text)
    }

    /// A rise in the same period is welcome; anything else has to be read.
    private static func isWorsePay(_ old: Offer, _ new: Offer) -> Bool {
        guard old.salaryText == new.salaryText, let before = old.salary, let after = new.salary,
            before.period == after.period
        else { return true }
        return after.minimum < before.minimum || (after.maximum ?? after.minimum) < (before.maximum ?? before.minimum)
    }
}
