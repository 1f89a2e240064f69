/// Codes people read aloud and type: Crockford's base 32, which has no I, L, O or U.
public enum ReadableCode {
    private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)

    /// Random, five bits a character, in groups of four joined by dashes: `random(characters: 8)` is like `7K3M-9QXT`.
    public static func random(characters: Int) -> String {
        // 256 is a multiple of 32: every character is equally likely.
        let octets = Random.bytes(characters).map { alphabet[Int($0 & 31)] }
        return stride(from: 0, to: characters, by: 4)
            .map { String(decoding: octets[$0..<min($0 + 4, characters)], as: UTF8.self) }
            .joined(separator: "-")
    }

    /// The code as `random` would write it, however it was typed: lower case, without or with other dashes and spaces,
    /// `O` for `0`, `I` or `L` for `1`. nil for anything else.
    public static func normalized(_ typed: String) -> String? {
        var octets: [UInt8] = []
        for character in typed.uppercased().utf8 {
            switch character {
            case UInt8(ascii: "-"), UInt8(ascii: " "): continue
            case UInt8(ascii: "O"): octets.append(UInt8(ascii: "0"))
            case UInt8(ascii: "I"), UInt8(ascii: "L"): octets.append(UInt8(ascii: "1"))
            default:
                guard alphabet.contains(character) else { return nil }
                octets.append(character)
            }
            if octets.count > 64 { return nil }
        }
        guard !octets.isEmpty else { return nil }
        return stride(from: 0, to: octets.count, by: 4)
            .map { String(decoding: octets[$0..<min($0 + 4, octets.count)], as: UTF8.self) }
            .joined(separator: "-")
    }
}
