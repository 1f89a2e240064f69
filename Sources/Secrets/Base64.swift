/// Base64 without padding (RFC 4648 §4, §5): `standard` as password hashes have it, `url` for tokens.
public enum Base64: Sendable {
    case standard
    case url

    public func encode(_ octets: [UInt8]) -> String {
        let alphabet = self.alphabet
        var text: [UInt8] = []
        text.reserveCapacity((octets.count * 4 + 2) / 3)
        var pending = 0
        var bits = 0
        for octet in octets {
            pending = pending << 8 | Int(octet)
            bits += 8
            while bits >= 6 {
                bits -= 6
                text.append(alphabet[pending >> bits & 63])
            }
            pending &= 1 << bits - 1
        }
        if bits > 0 { text.append(alphabet[pending << (6 - bits) & 63]) }
        return String(decoding: text, as: UTF8.self)
    }

    /// `encode` with the padding that some protocols ask for (RFC 4648 §3.2).
    public func padded(_ octets: [UInt8]) -> String {
        let text = encode(octets)
        return text + String(repeating: "=", count: (4 - text.utf8.count % 4) % 4)
    }

    /// nil for another character, padding, a length no octets have, or left-over bits that are not zero: one text, one value.
    public func decode(_ text: some StringProtocol) -> [UInt8]? {
        let alphabet = self.alphabet
        guard text.utf8.count % 4 != 1 else { return nil }
        var octets: [UInt8] = []
        octets.reserveCapacity(text.utf8.count * 3 / 4)
        var pending = 0
        var bits = 0
        for character in text.utf8 {
            guard let value = alphabet.firstIndex(of: character) else { return nil }
            pending = pending << 6 | value
            bits += 6
            if bits >= 8 {
                bits -= 8
                octets.append(UInt8(pending >> bits & 255))
            }
            pending &= 1 << bits - 1
        }
        return pending == 0 ? octets : nil
    }

    private var alphabet: [UInt8] {
        let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
        return Array((letters + (self == .standard ? "+/" : "-_")).utf8)
    }
}
