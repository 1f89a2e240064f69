/// Reads an offer against the law: every rule in force that it breaks, with the words that break it.
///
/// Pure and linear in the length of the texts. It helps an employer to write and an agent to decide; it is no proof that an
/// offer is lawful.
public struct LegalLint: Sendable {
    /// The most words of one field that one finding marks.
    public static let mostRanges = 20

    public let rules: [LegalRule]
    public let minimumWage: MinimumWage

    private enum Role {
        case phrase
        case innocent
        case innocentSentence
        case lawful
    }

    private let matcher: PhraseMatcher
    /// For each of the matcher's phrases, the rules it belongs to and what it says there: many share some.
    private let roles: [[(rule: Int, role: Role)]]

    /// Building it compiles some hundred phrases: build it once.
    public init(rules: [LegalRule] = LegalRules.all, minimumWage: MinimumWage = .known) {
        self.rules = rules
        self.minimumWage = minimumWage
        var phrases: [String] = []
        var places: [String: Int] = [:]
        var roles: [[(rule: Int, role: Role)]] = []
        for (index, rule) in rules.enumerated() {
            guard case .wording(let wording) = rule.detection else { continue }
            for (role, sources) in [
                (Role.phrase, wording.phrases), (.innocent, wording.innocent),
                (.innocentSentence, wording.innocentSentence), (.lawful, wording.lawful),
            ] {
                for source in sources {
                    let place = places[source, default: phrases.count]
                    if place == phrases.count {
                        phrases.append(source)
                        places[source] = place
                        roles.append([])
                    }
                    roles[place].append((index, role))
                }
            }
        }
        matcher = PhraseMatcher(phrases.map(Phrase.init))
        self.roles = roles
    }

    /// What `subject` breaks of the rules in force on `day`: blocking findings first, then by field.
    public func findings(in subject: LintSubject, on day: CalendarDay) -> [LegalFinding] {
        let readings = LintField.allCases.map { field in
            Reading(field: field, text: subject[field], matcher: matcher, roles: roles)
        }
        let lawful = readings.reduce(into: Set<Int>()) { $0.formUnion($1.lawful) }
        let checks = LegalChecks(subject: subject, minimumWage: minimumWage.rate(on: day))
        var findings: [LegalFinding] = []
        for (index, rule) in rules.enumerated() where rule.isInForce(on: day) {
            if let contract = subject.contract, rule.exemptContracts.contains(contract) { continue }
            // By their places: a copy of each reading for each rule took a tenth of the time.
            for place in readings.indices where rule.fields.contains(readings[place].field) {
                let field = readings[place].field
                switch rule.detection {
                case .wording:
                    let ranges = lawful.contains(index) ? [] : readings[place].ranges(of: index)
                    if !ranges.isEmpty { findings.append(LegalFinding(rule: rule, field: field, ranges: ranges)) }
                case .check(let check):
                    guard
                        let result = checks.result(of: check, in: field, readings[place].text, readings[place].folded)
                    else { continue }
                    findings.append(
                        LegalFinding(
                            rule: rule, field: field,
                            ranges: Self.joined(result.ranges, limit: Self.mostRanges),
                            detail: result.detail))
                }
            }
        }
        let ordered = findings.enumerated().sorted { left, right in
            if left.element.isBlocking != right.element.isBlocking { return left.element.isBlocking }
            return (left.element.field, left.offset) < (right.element.field, right.offset)
        }
        return ordered.map(\.element)
    }

    /// In order, joined where they overlap, `limit` at most.
    private static func joined(_ ranges: [Range<Int>], limit: Int) -> [Range<Int>] {
        var joined: [Range<Int>] = []
        for range in ranges.sorted(by: { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }) {
            if let last = joined.last, range.lowerBound < last.upperBound {
                joined[joined.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
            } else if joined.count < limit {
                joined.append(range)
            } else {
                break
            }
        }
        return joined
    }

    /// One field's text and what the phrases found in it.
    private struct Reading {
        let field: LintField
        let text: String
        let folded: FoldedText
        /// Rules whose exception in law is named here.
        private(set) var lawful: Set<Int> = []
        private var matches: [Int: [Range<Int>]] = [:]
        /// For each rule the words that its innocent phrases cover, in order.
        private var innocent: [Int: [Range<Int>]] = [:]
        private var innocentSentences: [Int: Set<Int>] = [:]

        init(field: LintField, text: String, matcher: PhraseMatcher, roles: [[(rule: Int, role: Role)]]) {
            self.field = field
            self.text = text
            folded = FoldedText(text)
            for hit in matcher.hits(in: folded) {
                for (rule, role) in roles[hit.phrase] { note(hit, as: role, of: rule) }
            }
        }

        private mutating func note(_ hit: PhraseMatcher.Hit, as role: Role, of rule: Int) {
            switch role {
            case .phrase: matches[rule, default: []].append(hit.words)
            case .innocent: innocent[rule, default: []].append(hit.words)
            case .innocentSentence:
                innocentSentences[rule, default: []].insert(folded.words[hit.words.lowerBound].sentence)
            case .lawful: lawful.insert(rule)
            }
        }

        func ranges(of rule: Int) -> [Range<Int>] {
            guard let matches = matches[rule] else { return [] }
            let covered = LegalLint.joined(innocent[rule] ?? [], limit: .max)
            let sentences = innocentSentences[rule] ?? []
            var place = 0
            let guilty = matches.filter { match in
                // Matches come in order of their beginning, and so do the covered ranges: one walk over both.
                while place < covered.count, covered[place].upperBound <= match.lowerBound { place += 1 }
                let isCovered = place < covered.count && covered[place].overlaps(match)
                return !isCovered && !sentences.contains(folded.words[match.lowerBound].sentence)
            }
            return LegalLint.joined(guilty.map(folded.range), limit: LegalLint.mostRanges)
        }
    }
}
