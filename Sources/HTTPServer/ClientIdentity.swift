import HTTP1

/// Who the client is and how it reached us, through trusted proxies where there are some.
///
/// The proxies' fields are read from the nearest hop outwards: the first address that is no trusted proxy is the client. A
/// value that does not parse ends the walk at the last trusted hop.
struct ClientIdentity: Hashable, Sendable {
    let address: PeerAddress
    let isSecure: Bool

    init(peer: PeerAddress, index: HeadIndex, octets: Span<UInt8>, isSecure: Bool, proxies: TrustedProxies) {
        self.isSecure = isSecure
        guard proxies.contains(peer) else {
            address = peer
            return
        }
        var nearest = peer
        let field = proxies.family == .xForwarded ? KnownField.xForwardedFor : .forwarded
        for hop in index.members(field, octets).reversed() where proxies.contains(nearest) {
            let hop = octets.extracting(hop)
            let text = proxies.family == .xForwarded ? hop.text : Self.parameter("for", of: hop)
            guard let text, let next = Self.address(text) else { break }
            nearest = next
        }
        address = nearest
    }

    /// Whether the client reached us by TLS, by the word of the nearest trusted proxy; else of the target itself.
    static func isSecure(
        peer: PeerAddress, index: HeadIndex, octets: Span<UInt8>, proxies: TrustedProxies
    ) -> Bool {
        guard proxies.contains(peer) else { return false }
        let field = proxies.family == .xForwarded ? KnownField.xForwardedProto : .forwarded
        guard let line = index.lines.last(where: { $0.field == field }) else { return false }
        var list = ListCursor(Int(line.value.lowerBound)..<Int(line.value.upperBound))
        var last: Range<Int>?
        while let member = list.next(octets) { last = member }
        guard let last else { return false }
        let member = octets.extracting(last)
        if proxies.family == .xForwarded { return member.isHTTPS }
        return parameter("proto", of: member)?.lowercased() == "https"
    }

    /// The value of a parameter of one `forwarded-element` (RFC 7239 §4), without quotes.
    private static func parameter(_ name: String, of element: Span<UInt8>) -> String? {
        for pair in element.text.split(separator: ";") {
            let parts = pair.split(separator: "=", maxSplits: 1)
            guard parts.count == 2 else { return nil }
            if parts[0].filter({ $0 != " " && $0 != "\t" }).lowercased() == name {
                return parts[1].filter { $0 != " " && $0 != "\t" && $0 != "\"" }
            }
        }
        return nil
    }

    /// `192.0.2.1`, `192.0.2.1:port`, `2001:db8::1`, `[2001:db8::1]` or `[2001:db8::1]:port`.
    private static func address(_ text: String) -> PeerAddress? {
        guard text.utf8.count <= 64 else { return nil }
        if text.first == "[" {
            return PeerAddress(String(text.dropFirst().prefix { $0 != "]" }))
        }
        if text.count(where: { $0 == ":" }) == 1 {
            return PeerAddress(String(text.prefix { $0 != ":" }))
        }
        return PeerAddress(text)
    }
}

extension HeadIndex {
    /// Where the members of a list field stand, all its lines taken together.
    func members(_ field: KnownField, _ octets: Span<UInt8>) -> [Range<Int>] {
        var members: [Range<Int>] = []
        for line in lines where line.field == field {
            var list = ListCursor(Int(line.value.lowerBound)..<Int(line.value.upperBound))
            while let member = list.next(octets) { members.append(member) }
        }
        return members
    }
}

extension Span<UInt8> {
    var array: [UInt8] {
        unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
            for index in indices { unsafe buffer.initializeElement(at: index, to: self[index]) }
            initialized = count
        }
    }

    var text: String { String(decoding: array, as: UTF8.self) }

    var isHTTPS: Bool {
        count == 5 && self[0] | 0x20 == UInt8(ascii: "h") && self[1] | 0x20 == UInt8(ascii: "t")
            && self[2] | 0x20 == UInt8(ascii: "t") && self[3] | 0x20 == UInt8(ascii: "p")
            && self[4] | 0x20 == UInt8(ascii: "s")
    }
}
