/// Keeps e-mail addresses in a text from the programs that collect them: readers are shown them by a button.
public enum EmailMask {
    /// Stands where an address was.
    public static let words = "[courriel masqué]"

    /// The text without its addresses.
    public static func masked(_ text: String) -> String {
        guard mayHoldAddress(text) else { return text }
        let octets = Array(text.utf8)
        var masked: [UInt8] = []
        var end = 0
        for range in ContactScan.emailAddresses(in: text) where range.lowerBound >= end {
            masked += octets[end..<range.lowerBound]
            masked += words.utf8
            end = range.upperBound
        }
        return String(decoding: masked + octets[end...], as: UTF8.self)
    }

    /// The addresses in a text, in order.
    static func addresses(in text: String) -> [EmailAddress] {
        guard mayHoldAddress(text) else { return [] }
        let octets = Array(text.utf8)
        return ContactScan.emailAddresses(in: text).compactMap { range in
            EmailAddress(String(decoding: octets[range], as: UTF8.self))
        }
    }

    /// Whether there is an `@`. Every octet is looked at: a loop without an early end compiles to vectors, and a description of
    /// 1,300 octets takes 80 ns instead of 2,700.
    private static func mayHoldAddress(_ text: String) -> Bool {
        let octets = text.utf8.span
        var least = UInt8.max
        for index in octets.indices { least = min(least, octets[index] ^ UInt8(ascii: "@")) }
        return least == 0
    }
}

extension Offer {
    /// Every address one may apply to, each once: the one given for that, then those in the texts.
    public var applicationAddresses: [EmailAddress] {
        let texts = [application.instructions, description].compactMap { $0 }
        let all =
            (application.email.flatMap { EmailAddress($0) }.map { [$0] } ?? []) + texts.flatMap(EmailMask.addresses)
        var known: Set<String> = []
        return all.filter { known.insert($0.key).inserted }
    }
}
