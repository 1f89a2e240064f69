/// One rule on what an offer may say: one article of law, what it looks for, and what to tell the employer.
///
/// Rules are data. A law that changes gets a second rule with the same code, in force from the day the first one ends.
public struct LegalRule: Sendable, Hashable {
    public enum Severity: String, Sendable, Hashable, CaseIterable {
        /// The offer cannot be submitted like this.
        case blocking
        /// Shown to the employer and to the moderator; the offer can be submitted.
        case advice
    }

    /// Phrases as `Phrase` reads them.
    public struct Wording: Sendable, Hashable {
        /// What the rule is about.
        public var phrases: [String]
        /// Longer phrases in which those are innocent: a match that touches one does not count.
        public var innocent: [String]
        /// Phrases that make their whole sentence innocent.
        public var innocentSentence: [String]
        /// Phrases that, anywhere in the offer, say that an exception of the law applies.
        public var lawful: [String]

        public init(
            _ phrases: [String], innocent: [String] = [], innocentSentence: [String] = [], lawful: [String] = []
        ) {
            self.phrases = phrases
            self.innocent = innocent
            self.innocentSentence = innocentSentence
            self.lawful = lawful
        }
    }

    public enum Detection: Sendable, Hashable {
        case wording(Wording)
        case check(LegalCheck)
    }

    /// Stable, as stored with a moderation decision: `age-maximal`.
    public let code: String
    /// `Code du travail, art. L5331-2`.
    public let article: String
    public let severity: Severity
    public let detection: Detection
    /// The texts it reads; checks of other facts report on the first.
    public let fields: [LintField]
    /// Contracts for which the law makes an exception.
    public let exemptContracts: Set<ContractType>
    /// First and last day in force; nil for always.
    public let from: CalendarDay?
    public let until: CalendarDay?
    /// Why, in plain French.
    public let reason: String
    /// A way to write it instead.
    public let rewrite: String

    public init(
        _ code: String, article: String, _ severity: Severity, _ detection: Detection,
        fields: [LintField] = LegalRule.writtenFields, exemptContracts: Set<ContractType> = [],
        from: CalendarDay? = nil, until: CalendarDay? = nil, reason: String, rewrite: String
    ) {
        self.code = code
        self.article = article
        self.severity = severity
        self.detection = detection
        self.fields = fields
        self.exemptContracts = exemptContracts
        self.from = from
        self.until = until
        self.reason = FrenchTypography.bound(reason)
        self.rewrite = FrenchTypography.bound(rewrite)
    }

    /// Every text an employer writes in his own words.
    public static let writtenFields: [LintField] = [
        .title, .contract, .hours, .pay, .description, .requirements, .preferences, .application,
    ]

    public func isInForce(on day: CalendarDay) -> Bool {
        (from.map { $0 <= day } ?? true) && (until.map { day <= $0 } ?? true)
    }
}
