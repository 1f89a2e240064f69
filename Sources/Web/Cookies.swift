public import HTTPTypes

/// The cookies a request brought (RFC 6265 §4.2.1, read more strictly than §5.4 sends them).
///
/// A pair whose name is no token or whose value has another octet than a cookie may have is left out. A name that stands
/// twice with different values is not believed at all: one of them may have been set by another host of the domain
/// or for another path, and nothing tells which.
public struct Cookies: Sendable, Hashable {
    private var values: [String: String?] = [:]

    public init(_ fields: HTTPFields, limits: InputLimits = .standard) {
        guard fields.contains(.cookie) else { return }
        var count = 0
        for field in fields[values: .cookie] {
            read(field, &count, limit: limits.cookies)
        }
    }

    /// Reads one Cookie field's value.
    public init(_ field: String, limits: InputLimits = .standard) {
        var count = 0
        read(field, &count, limit: limits.cookies)
    }

    private mutating func read(_ field: String, _ count: inout Int, limit: Int) {
        for piece in field.utf8.split(separator: UInt8(ascii: ";"), maxSplits: limit) {
            count += 1
            guard count <= limit else { return }
            let pair = piece.trimmingBlanks()
            guard let equals = pair.firstIndex(of: UInt8(ascii: "=")), pair[..<equals].isToken else { continue }
            var value = pair[pair.index(after: equals)...]
            if value.count >= 2, value.first == UInt8(ascii: "\""), value.last == UInt8(ascii: "\"") {
                value = value.dropFirst().dropLast()
            }
            guard value.allSatisfy(isCookieOctet) else { continue }
            let name = String(Substring(pair[..<equals]))
            let text = String(Substring(value))
            if let earlier = values[name] {
                if earlier != text { values[name] = .some(nil) }
            } else {
                values[name] = text
            }
        }
    }

    /// The value of the cookie with exactly that name; nil where there is none, or where it is not to be believed.
    public subscript(name: String) -> String? {
        values[name] ?? nil
    }

    public subscript(name: CookieName) -> String? {
        self[name.text]
    }
}

/// RFC 6265 §4.1.1, cookie-octet: visible ASCII but for quotes, comma, semicolon and backslash.
func isCookieOctet(_ octet: UInt8) -> Bool {
    switch octet {
    case 0x21, 0x23...0x2B, 0x2D...0x3A, 0x3C...0x5B, 0x5D...0x7E: true
    default: false
    }
}
