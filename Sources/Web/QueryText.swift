/// The items of a query, urlencoded as they come: for pages that print links by the dozen.
public struct QueryText: Sendable {
    private var octets: [UInt8] = []

    public init() {
        octets.reserveCapacity(160)
    }

    public var isEmpty: Bool { octets.isEmpty }

    /// Appends `name=value`, after a `&` where it is not the first.
    public mutating func append(_ name: String, _ value: String) {
        if !octets.isEmpty { octets.append(UInt8(ascii: "&")) }
        PercentEncoding.appendFormComponent(name, to: &octets)
        octets.append(UInt8(ascii: "="))
        PercentEncoding.appendFormComponent(value, to: &octets)
    }
}

extension QueryText: CustomStringConvertible {
    /// The items, without a question mark.
    public var description: String { String(decoding: octets, as: UTF8.self) }
}
