import Feeds
import HTML
import Recruitment
import Storage
import Web

/// What an agent says of a source.
struct SourceForm {
    enum Field {
        static let name = "nom"
        static let label = "libelle"
        static let kind = "type"
        /// The kind that the mapping of the form belongs to.
        static let shownKind = "type-montre"
        static let url = "adresse"
        static let minutes = "minutes"
        static let mebibytes = "mebioctets"
        static let seconds = "secondes"
        static let isWhole = "entiere"
        static let isPaused = "pause"
        static let records = "m-offres"

        static func rule(_ field: FeedField) -> String { "m-" + field.rawValue }
    }

    private static let longestRule = 500

    var name: String
    var label: String
    var kind: SourceKind
    var url: String
    var minutes: String
    var mebibytes: String
    var seconds: String
    var isWhole: Bool
    var isPaused: Bool
    /// Where the records stand, and the rule of each field, as text.
    private(set) var records = ""
    private(set) var rules: [FeedField: String] = [:]
    private(set) var problems = FormProblems()
    private(set) var mapping: FeedMapping?

    /// A new one.
    init(kind: SourceKind = .feed(.jsonFeed)) {
        name = ""
        label = ""
        self.kind = kind
        url = ""
        minutes = "360"
        mebibytes = "50"
        seconds = "60"
        isWhole = true
        isPaused = false
        show(kind.mapping)
    }

    init(_ source: FeedSource) {
        let settings = source.settings
        name = source.name.description
        label = settings.label
        kind = settings.kind
        url = settings.url
        minutes = String(settings.minutesBetween)
        mebibytes = String(settings.mostMebibytes)
        seconds = String(settings.mostSeconds)
        isWhole = settings.isWhole
        isPaused = settings.isPaused
        mapping = settings.mapping
        show(settings.mapping ?? kind.mapping)
    }

    /// What was sent. `known` is the source that is changed, nil for a new one.
    init(_ visit: Visit, known: FeedSource?) {
        name = known?.name.description ?? visit.field(Field.name)
        label = visit.field(Field.label)
        let kind = SourceKind(rawValue: visit.field(Field.kind))
        self.kind = kind ?? .feed(.jsonFeed)
        url = visit.field(Field.url)
        minutes = visit.field(Field.minutes)
        mebibytes = visit.field(Field.mebibytes)
        seconds = visit.field(Field.seconds)
        isWhole = visit.field(Field.isWhole) == "oui"
        isPaused = visit.field(Field.isPaused) == "oui"
        if kind == nil { problems.add(Field.kind, "Choisissez un type de la liste.") }
        check()
        if visit.field(Field.shownKind) == self.kind.rawValue {
            readMapping(visit)
        } else {
            // The mapping sent belongs to another kind: begin with that of the new one.
            show(self.kind.mapping)
        }
    }

    var source: SourceName? {
        SourceName(name).flatMap { name in
            kind == .franceTravail || !PartnerKey.reservedSources.contains(name) ? name : nil
        }
    }

    /// What the form says, where it is right.
    var settings: FeedSource.Settings? {
        guard problems.isEmpty, let minutes = Int(minutes), let mebibytes = Int(mebibytes), let seconds = Int(seconds)
        else { return nil }
        return FeedSource.Settings(
            kind: kind, label: label, url: kind == .franceTravail ? "" : url, mapping: mapping,
            minutesBetween: minutes, mostMebibytes: mebibytes, mostSeconds: seconds, isWhole: isWhole,
            isPaused: isPaused)
    }

    mutating func add(_ field: String, _ problem: String) { problems.add(field, problem) }

    private mutating func check() {
        if source == nil || kind == .franceTravail && source != .franceTravail {
            problems.add(
                Field.name,
                kind == .franceTravail
                    ? "La source de France Travail s’appelle france-travail."
                    : "Un nom de \(SourceName.longest) caractères au plus : a–z, 0–9 et tirets, et pas un nom que le site emploie lui-même."
            )
        }
        if label.isEmpty || label.count > FeedSource.Settings.longestLabel {
            problems.add(Field.label, "Un nom de 1 à \(FeedSource.Settings.longestLabel) caractères.")
        }
        if kind != .franceTravail,
            !(SafeURL(url)?.site?.isEmpty == false && url.hasPrefix("http") && url.utf8.count <= 2_000)
        {
            problems.add(Field.url, "Une adresse complète, qui commence par https:// ou http://.")
        }
        for (field, text, range) in [
            (Field.minutes, minutes, FeedSource.Settings.minutes),
            (Field.mebibytes, mebibytes, FeedSource.Settings.mebibytes),
            (Field.seconds, seconds, FeedSource.Settings.seconds),
        ] where Int(text).map({ !range.contains($0) }) ?? true {
            problems.add(field, "Un nombre de \(range.lowerBound) à \(range.upperBound).")
        }
    }

    private mutating func show(_ mapping: FeedMapping?) {
        records = mapping?.records.joined(separator: "/") ?? ""
        rules = mapping?.rules.mapValues(\.description) ?? [:]
    }

    private mutating func readMapping(_ visit: Visit) {
        guard let usual = kind.mapping else { return }
        records = String(visit.field(Field.records).prefix(Self.longestRule))
        var read: [FeedField: FieldRule] = [:]
        for field in FeedField.allCases {
            let text = String(visit.field(Field.rule(field)).prefix(Self.longestRule))
            guard !text.isEmpty else { continue }
            rules[field] = text
            guard let rule = FieldRule(text) else {
                problems.add(
                    Field.rule(field),
                    "\(SourceWording.field(field)) : « \(text) » n’est pas un chemin comme titre, salaire/min ou @id.")
                continue
            }
            read[field] = rule
        }
        for field in [FeedField.title, .description] where rules[field] == nil {
            problems.add(Field.rule(field), "\(SourceWording.field(field)) : indispensable.")
        }
        let given = FeedMapping(records: records.split(separator: "/").map(String.init), rules: read)
        if given.text.utf8.count > FeedMapping.longestText {
            problems.add(Field.records, "La correspondance est trop longue.")
        }
        mapping = given == usual ? nil : given
    }
}
