public import Recruitment

/// What a search may ask of offers that its index does not know: the database answers it.
public enum OfferSelection: Sendable, Hashable {
    /// Changed here at that instant or later.
    case changed(since: Instant)
    case published(ClosedRange<Instant>)
    /// Contracts of so many months; offers that do not say are left out.
    case lasting(months: ClosedRange<Double>)
    case establishment(SIRET)
    /// Codes of the NAF that begin with any of these: `43`, `43.32A`.
    case activities([String])
    /// OGR codes.
    case appellations([String])
}
