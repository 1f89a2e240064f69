/// What a person meant by the text of a place.
public enum PlaceReading: Sendable, Hashable {
    /// Nothing was typed, or the whole département.
    case everywhere
    /// One commune, or those that share the postcode.
    case communes([Commune])
    /// A number that is a postcode and, elsewhere, a commune's Insee code: both are meant until the person says.
    case number(postcode: [Commune], code: Commune)
    /// A name that several communes have or begin with: none is chosen.
    case ambiguous([Commune])
    /// No such place; those whose names are most alike, the nearest first.
    case unknown(suggestions: [Commune])
}
