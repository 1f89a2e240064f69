/// Quoted-printable (RFC 2045, section 6.7), for text with lines ended by LF, CRLF or CR.
enum QuotedPrintable {
    private static let longestLine = 76
    private static let hexadecimal = Array("0123456789ABCDEF".utf8)

    /// ASCII with CRLF line ends, the last line ended too. No line is longer than 76 octets, ends in a space or begins with a
    /// dot or `From `, so that no mail server need alter it.
    static func encode(_ text: String) -> String {
        let octets = Array(text.utf8)
        var encoded: [UInt8] = []
        encoded.reserveCapacity(octets.count + octets.count / 8)
        var column = 0
        var index = 0
        func endLine() {
            encoded += [0x0D, 0x0A]
            column = 0
        }
        while index < octets.count {
            let octet = octets[index]
            index += 1
            if octet == 0x0D || octet == 0x0A {
                if octet == 0x0D, index < octets.count, octets[index] == 0x0A { index += 1 }
                endLine()
                continue
            }
            let endsLine = index == octets.count || octets[index] == 0x0A || octets[index] == 0x0D
            let isPlain: Bool =
                switch octet {
                case UInt8(ascii: "="): false
                case UInt8(ascii: "."), UInt8(ascii: "F"): column > 0
                case 0x20, 0x09: !endsLine
                case 0x21...0x7E: true
                default: false
                }
            let width = isPlain ? 1 : 3
            // A soft line break needs the last column for its `=`.
            if column + width > (endsLine ? longestLine : longestLine - 1) {
                encoded.append(UInt8(ascii: "="))
                endLine()
                index -= 1
                continue
            }
            if isPlain {
                encoded.append(octet)
            } else {
                encoded += [UInt8(ascii: "="), hexadecimal[Int(octet >> 4)], hexadecimal[Int(octet & 15)]]
            }
            column += width
        }
        if column > 0 { endLine() }
        return String(decoding: encoded, as: UTF8.self)
    }
}
