import Recruitment

/// Words that were searched, folded so that spellings count together, with nothing of who searched them.
public struct SearchTerm: Sendable, Hashable {
    /// Letters and digits of a term that is kept: longer ones are sentences, not searches.
    static let longest = 60
    private static let mostWords = 6
    /// As many digits in a row of words are a number of somebody's, not a postcode.
    private static let mostDigits = 5

    public let text: String

    /// Refuses what may tell of a person: an e-mail address, a long number, a sentence; and what has no word.
    public init?(_ typed: String) {
        guard typed.utf8.count <= 200, !typed.contains("@") else { return nil }
        let folded = FoldedName(typed).text
        guard !folded.isEmpty, folded.utf8.count <= Self.longest,
            folded.utf8.count(where: { $0 == UInt8(ascii: " ") }) < Self.mostWords,
            folded.utf8.count(where: { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) <= Self.mostDigits
        else { return nil }
        text = folded
    }
}
