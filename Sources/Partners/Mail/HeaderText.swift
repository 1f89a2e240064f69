import Recruitment
import Secrets

/// Text in message fields: folded, and in encoded words where it is not plain ASCII (RFC 5322, section 2.2.3; RFC 2047).
enum HeaderText {
    private static let longestLine = 76
    /// Octets of text in one encoded word: with `Reply-To: `, `=?utf-8?B?` and `?=` its base 64 fills a line of 76.
    private static let encodedOctets = 39

    /// `text` for a field like Subject, the first line of which already holds `used` octets. Control characters become
    /// spaces, so that nothing in it can begin a field.
    static func unstructured(_ text: String, after used: Int) -> String {
        let clean = cleaned(text)
        let words = clean.split(separator: " ")
        let isPlain =
            clean.utf8.allSatisfy { $0 < 0x7F } && !clean.contains("=?") && words.allSatisfy { $0.count <= 60 }
        return isPlain ? folded(words, after: used) : encodedWords(clean)
    }

    /// `"Name" <address>`, or the address alone.
    static func mailbox(_ mailbox: Mailbox) -> String {
        let name = mailbox.name.map { cleaned($0) } ?? ""
        guard !name.isEmpty else { return mailbox.address.description }
        guard name.utf8.allSatisfy({ $0 < 0x7F }), name.utf8.count <= 60, !name.contains("=?") else {
            return encodedWords(name) + "\r\n <\(mailbox.address)>"
        }
        let quoted = name.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        return "\"\(quoted)\"\r\n <\(mailbox.address)>"
    }

    private static func cleaned(_ text: String) -> String {
        var clean = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let isControl = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || scalar == "\u{2028}"
            clean.append(isControl || scalar == "\u{2029}" ? " " : scalar)
        }
        return String(clean).split(separator: " ").joined(separator: " ")
    }

    private static func folded(_ words: [Substring], after used: Int) -> String {
        var text = ""
        var line = used
        for word in words {
            if text.isEmpty {
                text += word
            } else if line + 1 + word.utf8.count > longestLine {
                text += "\r\n " + word
                line = 1
            } else {
                text += " " + word
                line += 1
            }
            line += word.utf8.count
        }
        return text
    }

    /// One encoded word a line; none splits a character (RFC 2047, section 5).
    private static func encodedWords(_ text: String) -> String {
        var words: [String] = []
        var piece: [UInt8] = []
        for scalar in text.unicodeScalars {
            let octets = Array(String(scalar).utf8)
            if piece.count + octets.count > encodedOctets {
                words.append(encodedWord(piece))
                piece = []
            }
            piece += octets
        }
        words.append(encodedWord(piece))
        return words.joined(separator: "\r\n ")
    }

    private static func encodedWord(_ octets: [UInt8]) -> String {
        let padding = String(repeating: "=", count: (3 - octets.count % 3) % 3)
        return "=?utf-8?B?" + Base64.standard.encode(octets) + padding + "?="
    }
}
