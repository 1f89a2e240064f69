/// Encodings of one octet a character that expat does not know, and the decoding of text in windows-1252.
public enum SingleByteEncoding {
    /// Scalar values of the 256 octets; nil for an encoding not known here.
    static func table(named name: String) -> [Int32]? {
        switch name.lowercased() {
        case "windows-1252", "cp1252", "cp-1252", "x-cp1252": windows1252
        case "iso-8859-15", "iso8859-15", "latin9", "latin-9": latin9
        default: nil
        }
    }

    /// The text of octets that are no UTF-8: every octet is a character, those windows-1252 leaves free included.
    public static func windows1252(_ octets: some Sequence<UInt8>) -> String {
        var text = String.UnicodeScalarView()
        for octet in octets { text.append(Unicode.Scalar(UInt32(windows1252[Int(octet)])) ?? "\u{FFFD}") }
        return String(text)
    }

    private static let windows1252: [Int32] = {
        var table = (0..<256).map { Int32($0) }
        let upper: [Int32] = [
            0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,
            0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
            0x0153, 0x9D, 0x017E, 0x0178,
        ]
        table.replaceSubrange(0x80..<0xA0, with: upper)
        return table
    }()

    private static let latin9: [Int32] = {
        var table = (0..<256).map { Int32($0) }
        for (octet, scalar) in [
            (0xA4, 0x20AC), (0xA6, 0x160), (0xA8, 0x161), (0xB4, 0x17D), (0xB8, 0x17E), (0xBC, 0x152), (0xBD, 0x153),
            (0xBE, 0x178),
        ] as [(Int, Int32)] {
            table[octet] = scalar
        }
        return table
    }()
}
