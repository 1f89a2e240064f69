public import Recruitment

/// Holds offers that programs hand in to the rules that the form holds employers to.
public struct LawfulOffers: Sendable {
    private let lint: LegalLint
    private let ignored: Set<String>
    /// Words shown of what breaks a rule.
    private static let shownRanges = 3

    /// - Parameter isRelayed: offers were published elsewhere first: what they leave out (pay, employer) is that publisher's
    ///   affair, and only what they say is held to the law.
    public init(_ lint: LegalLint = LegalLint(), isRelayed: Bool = false) {
        self.lint = lint
        let silence: Set<LegalRule.Detection> = [.check(.payAbsent), .check(.employerUnknown)]
        ignored = isRelayed ? Set(lint.rules.filter { silence.contains($0.detection) }.map(\.code)) : []
    }

    /// Why `offer` may not be published on `day`: the first rule it breaks, with the words that break it. nil for an offer
    /// that breaks none.
    public func rejection(of offer: Offer, on day: CalendarDay) -> Rejection? {
        let subject = LintSubject(offer)
        let finding = lint.findings(in: subject, on: day).first { $0.isBlocking && !ignored.contains($0.rule.code) }
        guard let finding else { return nil }
        return Self.rejection(finding, subject, id: offer.identity.sourceID)
    }

    /// What would make `offer` better without being asked by law.
    public func advice(on offer: Offer, on day: CalendarDay) -> [Rejection] {
        let subject = LintSubject(offer)
        return lint.findings(in: subject, on: day).filter { !$0.isBlocking }
            .map { Self.rejection($0, subject, id: offer.identity.sourceID) }
    }

    private static func rejection(_ finding: LegalFinding, _ subject: LintSubject, id: String) -> Rejection {
        let octets = Array(subject[finding.field].utf8)
        let words = finding.ranges.prefix(shownRanges).map { String(decoding: octets[$0], as: UTF8.self) }
        let rule = finding.rule
        return Rejection(
            field: finding.field.memberName, value: words.joined(separator: " … "),
            reason: [rule.reason, finding.detail, "(\(rule.article))", rule.rewrite].compactMap { $0 }
                .joined(separator: " "),
            sourceID: id)
    }
}

extension LintField {
    /// The member of our interchange format in which the text stands.
    var memberName: String {
        switch self {
        case .title: "titre"
        case .employer: "employeur"
        case .contract: "contrat_note"
        case .hours: "heures_hebdo"
        case .pay: "salaire_texte"
        case .description, .preferences: "description"
        case .requirements: "experience_note"
        case .application: "candidature.consignes"
        case .phone: "candidature.telephone"
        }
    }
}
