import Secrets

/// A validator of one representation (RFC 9110 §8.8.3).
public struct EntityTag: Sendable, Hashable {
    /// What stands between the quotes.
    public let opaque: String
    public let isWeak: Bool

    /// nil if `opaque` has a character no entity tag may have (a quote, a space, a control character).
    public init?(opaque: String, isWeak: Bool = false) {
        guard opaque.utf8.allSatisfy(Self.isTagOctet) else { return nil }
        self.init(valid: opaque, isWeak: isWeak)
    }

    private init(valid opaque: String, isWeak: Bool) {
        self.opaque = opaque
        self.isWeak = isWeak
    }

    /// The strong tag of a content: half of its SHA-256.
    public init(of content: [UInt8]) {
        self.init(valid: String(hexadecimal: SHA256.digest(of: content)[..<16]), isWeak: false)
    }

    /// The strong tag of the state of data that two numbers name, such as a row's version.
    public init(_ first: Int, _ second: Int) {
        self.init(
            valid: String(UInt(bitPattern: first), radix: 36) + "." + String(UInt(bitPattern: second), radix: 36),
            isWeak: false)
    }

    /// Reads one tag and nothing else.
    public init?(_ text: String) {
        var rest = text.utf8[...]
        guard let tag = Self.take(from: &rest), rest.isEmpty else { return nil }
        self = tag
    }

    /// Reads `If-Match` or `If-None-Match` as a list. Reading stops at the first thing that is no tag: those before it count.
    static func list(_ text: String, limit: Int) -> [EntityTag] {
        var tags: [EntityTag] = []
        var rest = text.utf8[...]
        while tags.count < limit {
            rest = rest.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") || $0 == UInt8(ascii: ",") }
            guard let tag = take(from: &rest) else { break }
            tags.append(tag)
            rest = rest.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
            guard rest.isEmpty || rest.first == UInt8(ascii: ",") else { break }
        }
        return tags
    }

    private static func take(from rest: inout Substring.UTF8View) -> EntityTag? {
        let isWeak = rest.starts(with: "W/".utf8)
        let quoted = isWeak ? rest.dropFirst(2) : rest
        guard quoted.first == UInt8(ascii: "\"") else { return nil }
        let inside = quoted.dropFirst()
        guard let end = inside.firstIndex(where: { !isTagOctet($0) }), inside[end] == UInt8(ascii: "\"") else {
            return nil
        }
        rest = inside[inside.index(after: end)...]
        return EntityTag(valid: String(Substring(inside[..<end])), isWeak: isWeak)
    }

    private static func isTagOctet(_ octet: UInt8) -> Bool {
        octet == 0x21 || octet >= 0x23 && octet != 0x7F
    }

    /// Both strong and alike (RFC 9110 §8.8.3.2).
    public func stronglyEquals(_ other: EntityTag) -> Bool {
        !isWeak && !other.isWeak && opaque == other.opaque
    }

    /// Alike, weak or not.
    public func weaklyEquals(_ other: EntityTag) -> Bool {
        opaque == other.opaque
    }

    /// The tag of the same representation under a content coding: codings have different octets, so different tags.
    public func coded(_ coding: ContentCoding) -> EntityTag {
        coding == .identity ? self : EntityTag(valid: opaque + Self.suffix(coding), isWeak: isWeak)
    }

    /// The tag before `coded`: what a change made with `If-Match` is compared with, whichever coding its author had read.
    var uncoded: EntityTag {
        for coding in ContentCoding.allCases where coding != .identity && opaque.hasSuffix(Self.suffix(coding)) {
            return EntityTag(valid: String(opaque.dropLast(Self.suffix(coding).count)), isWeak: isWeak)
        }
        return self
    }

    private static func suffix(_ coding: ContentCoding) -> String {
        "-" + coding.rawValue
    }
}

extension EntityTag: CustomStringConvertible {
    /// As it stands in a field.
    public var description: String {
        isWeak ? "W/\"\(opaque)\"" : "\"\(opaque)\""
    }
}
