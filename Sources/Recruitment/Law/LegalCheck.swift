/// What a rule looks for that is no phrase.
public enum LegalCheck: String, Sendable, Hashable, CaseIterable {
    /// A title in the feminine alone.
    case feminineTitle
    /// A trade sought in the text in the feminine alone: « recherche serveuse ».
    case feminineSought
    /// A title in the masculine alone.
    case masculineTitle
    /// A paragraph in another language than French.
    case foreignText
    /// An e-mail address in the text.
    case exposedEmail
    /// A telephone number that costs more than a call.
    case premiumRateNumber
    case employerUnknown
    /// The employer is known to the board and not shown.
    case employerHidden
    case payAbsent
    case payBelowMinimumWage
    case payRangeTooWide
    case hoursOverMaximum
    case partTimeUnderFloor
}
