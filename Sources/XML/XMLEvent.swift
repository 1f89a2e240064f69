/// What a reader meets in a document, in order. Names keep their prefix.
public enum XMLEvent: Sendable, Hashable {
    case start(name: String, attributes: [Attribute])
    /// Character data, CDATA sections and references to characters; one text may come in several events.
    case text(String)
    case end(name: String)

    public struct Attribute: Sendable, Hashable {
        public let name: String
        public let value: String
    }
}
