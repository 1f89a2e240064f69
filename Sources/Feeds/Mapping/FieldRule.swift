/// How a field is found: alternatives, of which the first that gives anything counts, each a sum of paths whose values are
/// put together as paragraphs. Written `description + profile | summary`.
public struct FieldRule: Sendable, Hashable, LosslessStringConvertible {
    public let alternatives: [[FieldPath]]

    /// Refuses a rule without any path, or with one that is no path.
    public init?(_ text: String) {
        var alternatives: [[FieldPath]] = []
        for alternative in text.split(separator: "|", omittingEmptySubsequences: false) {
            var sum: [FieldPath] = []
            for part in alternative.split(separator: "+", omittingEmptySubsequences: false) {
                guard let path = FieldPath(String(part)) else { return nil }
                sum.append(path)
            }
            alternatives.append(sum)
        }
        self.alternatives = alternatives
    }

    public var description: String {
        alternatives.map { $0.map(\.description).joined(separator: " + ") }.joined(separator: " | ")
    }

    /// The values of the first alternative that gives any; a path of a sum may give several.
    func values(in record: FeedNode) -> [String] {
        alternatives.lazy.map { sum in sum.flatMap { $0.values(in: record) } }.first { !$0.isEmpty } ?? []
    }
}
