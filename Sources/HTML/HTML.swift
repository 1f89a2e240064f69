/// A piece of HTML that is safe to put into a page: made from literals of the program, in which every interpolated value
/// is escaped unless it is itself `HTML`.
///
///     let item: HTML = "<li>\(offer.title)</li>"
///
/// An attribute value always stands between double quotes; an address from outside goes in as a ``SafeURL``.
public struct HTML: Sendable {
    /// UTF-8.
    public internal(set) var octets: [UInt8]

    public init() {
        octets = []
    }

    /// Text, escaped.
    public init(text: String) {
        octets = []
        Escaping.append(text, to: &octets)
    }

    /// Markup that other code of ours has made and answers for. Never a value from outside.
    public init(markup: [UInt8]) {
        octets = markup
    }

    /// Nothing yet, with room for so many octets.
    public init(capacity: Int) {
        octets = []
        octets.reserveCapacity(capacity)
    }

    public var isEmpty: Bool { octets.isEmpty }

    /// Appends text, escaped.
    public mutating func append(text: String) {
        Escaping.append(text, to: &octets)
    }

    /// Appends part of a text, escaped: whole characters of UTF-8.
    public mutating func append(text: ArraySlice<UInt8>) {
        Escaping.append(text, to: &octets)
    }

    /// Appends markup that other code of ours has made and answers for. Never a value from outside.
    public mutating func append(markup: ArraySlice<UInt8>) {
        octets.append(contentsOf: markup)
    }

    /// Appends markup from the source code, without a copy of its own.
    public mutating func append(literal: StaticString) {
        literal.withUTF8Buffer { unsafe octets.append(contentsOf: $0) }
    }

    public mutating func append(_ other: HTML) {
        octets.append(contentsOf: other.octets)
    }

    public static func += (left: inout HTML, right: HTML) {
        left.append(right)
    }

    public static func + (left: HTML, right: HTML) -> HTML {
        var sum = left
        sum.append(right)
        return sum
    }
}

extension HTML: CustomStringConvertible {
    public var description: String { String(decoding: octets, as: UTF8.self) }
}

extension Sequence<HTML> {
    /// The pieces one after the other, with `separator` between them.
    public func joined(separator: HTML = HTML()) -> HTML {
        var result = HTML()
        var isFirst = true
        for piece in self {
            if !isFirst { result.append(separator) }
            isFirst = false
            result.append(piece)
        }
        return result
    }
}
