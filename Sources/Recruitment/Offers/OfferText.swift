/// Bounds on an offer's texts, in Unicode scalars. Longer ones are refused, never cut without a word.
public enum OfferText {
    public static let longestTitle = 200
    public static let longestDescription = 20_000
    public static let longestName = 200
    public static let longestURL = 2_000
}
