/// Reading and printing of fixed-width decimal numbers.
enum DecimalDigits {
    static func contains(_ octet: UInt8) -> Bool {
        octet >= UInt8(ascii: "0") && octet <= UInt8(ascii: "9")
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

    /// `value` in decimal with leading zeros up to `width`.
    static func padded(_ value: Int, width: Int = 2) -> String {
        let digits = String(value)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
