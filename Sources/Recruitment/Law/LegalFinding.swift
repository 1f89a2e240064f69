/// A rule that an offer breaks, in one of its fields.
public struct LegalFinding: Sendable, Hashable {
    public let rule: LegalRule
    public let field: LintField
    /// UTF-8 offsets of the words in the field's text: in order, apart from each other, at most `LegalLint.mostRanges`.
    /// Empty where the rule is about a fact and not about words.
    public let ranges: [Range<Int>]
    /// What exactly is wrong where the rule's reason cannot know: « 9,50 € pour un minimum de 12,02 € ».
    public let detail: String?

    public init(rule: LegalRule, field: LintField, ranges: [Range<Int>], detail: String? = nil) {
        self.rule = rule
        self.field = field
        self.ranges = ranges
        self.detail = detail
    }

    public var isBlocking: Bool { rule.severity == .blocking }
}
