/// Reading and printing of fixed-width decimal numbers.
enum DecimalDigits {
    static func contains(_ octet: UInt8) -> Bool {
        octet >= UInt8(ascii: "0") && octet <= UInt8(ascii: "9")
    }

    /// Whether all of them from `start` on are digits.
    static func are(_ octets: Span<UInt8>, from start: Int = 0) -> Bool {
        for index in start..<octets.count where !contains(octets[index]) { return false }
        return true
    }

    /// The value of one to nine digits; nil where there is anything else.
    static func number(_ octets: some Collection<UInt8>) -> Int? {
        guard !octets.isEmpty, octets.count <= 9 else { return nil }
        var value = 0
        for octet in octets {
            guard contains(octet) else { return nil }
            value = value * 10 + Int(octet - UInt8(ascii: "0"))
        }
        return value
    }

    /// `value` (0 or more) in decimal with leading zeros up to `width`.
    static func padded(_ value: Int, width: Int = 2) -> String {
        var octets: [UInt8] = []
        append(value, width: width, to: &octets)
        return String(decoding: octets, as: UTF8.self)
    }

    static func append(_ value: Int, width: Int = 2, to octets: inout [UInt8]) {
        var unit = 1
        for _ in 1..<width { unit *= 10 }
        while value / unit > 9 { unit *= 10 }
        while unit > 0 {
            octets.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: value / unit % 10))
            unit /= 10
        }
    }
}
