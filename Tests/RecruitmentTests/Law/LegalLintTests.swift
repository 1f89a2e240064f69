import Recruitment
import Testing

@Suite struct LegalLintTests {
    static let lint = LegalLint()
    static let today = CalendarDay(year: 2026, month: 11, day: 24) ?? CalendarDay(daysSinceEpoch: 0)

    static func subject(_ texts: [LintField: String] = [:]) -> LintSubject {
        LintSubject(
            texts: texts.merging([.employer: "Boulangerie Durand", .title: "Agent H/F"]) { given, _ in given },
            contract: .permanent, workingTime: .fullTime, weeklyHours: 35,
            salary: Salary(minimum: 1_300, maximum: 1_400, period: .hour))
    }

    @Test(arguments: PhraseCase.all)
    func `each phrase breaks the rules it should and no other`(phrase: PhraseCase) {
        let subject = Self.subject([phrase.field: phrase.text])
        let found = Self.lint.findings(in: subject, on: Self.today)
        #expect(Set(found.map(\.rule.code)) == phrase.codes)
        #expect(found.allSatisfy { $0.field == phrase.field && !$0.ranges.isEmpty })
        for range in found.flatMap(\.ranges) {
            #expect(range.lowerBound >= 0 && range.upperBound <= phrase.text.utf8.count && !range.isEmpty)
        }
    }

    @Test func `the table holds at least two hundred phrases, half of them innocent`() {
        #expect(PhraseCase.all.count >= 200)
        #expect(PhraseCase.all.count { $0.codes.isEmpty } >= 100)
    }

    @Test func `every rule about words has a phrase that breaks it`() {
        let tested = PhraseCase.all.reduce(into: Set<String>()) { $0.formUnion($1.codes) }
        let facts: Set = [
            "employeur-inconnu", "employeur-masque", "smic", "salaire-absent", "salaire-large", "duree-maximale",
            "temps-partiel",
        ]
        #expect(Set(LegalRules.all.map(\.code)).subtracting(facts) == tested)
    }

    @Test func `a finding marks the very words, inclusive endings and accents counted`() throws {
        let text = "Bonjour. Nous cherchons quelqu’un d’ÂGÉ(E) DE PLUS DE 40 ans, merci !"
        let finding = try #require(
            Self.lint.findings(in: Self.subject([.requirements: text]), on: Self.today).first)
        let octets = Array(text.utf8)
        #expect(finding.rule.code == "age")
        #expect(
            finding.ranges.map { String(decoding: octets[$0], as: UTF8.self) } == ["ÂGÉ(E) DE PLUS DE 40 ans"])
    }

    @Test func `the same words far apart are marked each, up to the limit`() {
        let text = String(repeating: "Non-fumeur. ", count: 500)
        let findings = Self.lint.findings(in: Self.subject([.requirements: text]), on: Self.today)
        #expect(findings.count == 1)
        #expect(findings.first?.ranges.count == LegalLint.mostRanges)
    }

    @Test func `overlapping words of one rule are marked once`() {
        let findings = Self.lint.findings(
            in: Self.subject([.requirements: "Pas plus de 40 ans maximum"]), on: Self.today)
        #expect(findings.map(\.ranges) == [[0..<26]])
    }

    @Test func `a page gets the text in pieces, the marked ones with their findings`() {
        let text = "Idéal pour célibataire de moins de 30 ans 🤷 jeune homme"
        let findings = Self.lint.findings(in: Self.subject([.requirements: text]), on: Self.today)
        let marked = LintMarks(text, field: .requirements, findings: findings)
        #expect(marked.pieces.map(\.text).joined() == text)
        #expect(
            marked.pieces.filter { !$0.findings.isEmpty }.map(\.text) == [
                "célibataire", "moins de 30 ans", "jeune homme",
            ])
        #expect(LintMarks(text, field: .title, findings: findings).pieces.map(\.text) == [text])
        #expect(LintMarks("é", field: .requirements, findings: findings).pieces.map(\.text) == ["é"])
        #expect(LintMarks("", field: .requirements, findings: findings).pieces.isEmpty)
    }

    @Test func `decomposed accents, capitals and zero-width characters hide nothing`() {
        for text in ["Ce\u{301}libataire", "CÉLIBATAIRE", "céli\u{200B}bataire", "ｃｅｌｉｂａｔａｉｒｅ"] {
            let codes = Self.lint.findings(in: Self.subject([.requirements: text]), on: Self.today).map(\.rule.code)
            #expect(codes == ["situation-familiale"])
        }
    }

    @Test func `a phrase does not reach over the end of a sentence`() {
        let apart = Self.subject([.description: "Nous recherchons une équipe. Femmes et enfants dînent ici."])
        #expect(Self.lint.findings(in: apart, on: Self.today).isEmpty)
    }

    @Test func `apprenticeship may have a limit of age`() {
        var subject = Self.subject([.requirements: "Moins de 30 ans"])
        #expect(Self.lint.findings(in: subject, on: Self.today).map(\.rule.code) == ["age-maximal"])
        subject.contract = .apprenticeship
        #expect(Self.lint.findings(in: subject, on: Self.today).isEmpty)
    }

    @Test func `a clean offer has no findings and an empty one only those on missing facts`() {
        #expect(Self.lint.findings(in: Self.subject(), on: Self.today).isEmpty)
        let empty = Self.lint.findings(in: LintSubject(texts: [:]), on: Self.today)
        #expect(empty.map(\.rule.code) == ["employeur-inconnu", "salaire-absent"])
    }

    @Test func `blocking findings come first`() {
        let subject = Self.subject([.title: "Serveur", .requirements: "Célibataire. Bonne présentation."])
        let findings = Self.lint.findings(in: subject, on: Self.today)
        #expect(findings.map(\.rule.code) == ["situation-familiale", "sexe-intitule-masculin", "presentation"])
    }

    @Test func `rules of one code never overlap in time, and each phrase begins with a word`() {
        for (index, rule) in LegalRules.all.enumerated() {
            for other in LegalRules.all[(index + 1)...] where other.code == rule.code {
                #expect(rule.until.map { end in other.from.map { end < $0 } ?? false } ?? false)
            }
            #expect(!rule.reason.isEmpty && !rule.rewrite.isEmpty && !rule.fields.isEmpty)
        }
    }

    @Test func `pay history turns from advice to blocking on 7 June 2026`() throws {
        let subject = Self.subject([.application: "Indiquez votre salaire actuel"])
        let before = try #require(CalendarDay("2026-06-06"))
        #expect(Self.lint.findings(in: subject, on: before).map(\.isBlocking) == [false])
        #expect(Self.lint.findings(in: subject, on: before.adding(days: 1)).map(\.isBlocking) == [true])
    }

    @Test(arguments: [
        "jeune ", "moins de ", "18 ans à ", "recherche une ", "( ", "é", "🤷", "a@", "0899", "\n", "sans distinction ",
        "x(e)",
    ])
    func `twenty thousand hostile characters are read`(piece: String) {
        let text = String(repeating: piece, count: 20_000 / piece.count)
        let findings = Self.lint.findings(in: Self.subject([.description: text]), on: Self.today)
        #expect(findings.count < 20)
    }
}
