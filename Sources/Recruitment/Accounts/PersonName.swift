/// A person's name as typed, on one line.
public struct PersonName: Sendable, Hashable, LosslessStringConvertible {
    /// In Unicode scalars.
    public static let longest = 100

    public let description: String

    /// White space is put together. Refuses nothing typed, more than `longest`, and control characters.
    public init?(_ text: String) {
        let name = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard !name.isEmpty, name.unicodeScalars.count <= Self.longest,
            name.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control })
        else { return nil }
        description = name
    }
}
