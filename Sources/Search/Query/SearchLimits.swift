/// Bounds of a search, whatever is typed.
public enum SearchLimits {
    /// Octets of free text that are read; the rest is ignored.
    public static let longestText = 600
    /// Words of free text that are searched; the rest is ignored.
    public static let mostWords = 24
    public static let perPage = 100
    /// Results that can be reached by page number; cursors go on from there.
    public static let deepestByPage = 2_000
    public static let widestRadius = 100
    public static let defaultRadius = 20
    /// Where few offers of the job are found nearer.
    static let widerRadius = 50
    /// Occupations that one group of words may stand for.
    public static let occupationsPerConcept = 12
    /// Occupations that the words beside a job may add to it.
    public static let occupationsBeside = 4
    /// Words of the longest employer's name that is recognised.
    public static let wordsOfName = 8
    /// Words corrected in one query.
    public static let corrections = 5
    /// Values counted of occupations, communes, employers.
    public static let facetValues = 50
    public static let suggestions = 20
}
