/// The free text of a query cut into its words and signs: quotes, minus, OR. Every text has a reading.
struct QueryText: Sendable {
    enum Role: Sendable, Hashable {
        case plain
        /// Words of the same quoted phrase share its number.
        case phrase(Int)
        case excluded(Int)
    }

    struct Word: Sendable {
        let lexeme: Lexeme
        /// Octets of `text`.
        let range: Range<Int>
        let role: Role
        /// Typed in capitals throughout.
        let isCapital: Bool
        /// Whether OR, « ou », a comma or a slash stands before it.
        let followsOr: Bool
        /// Words between it and the one before in the text, plus one.
        let step: Int
    }

    let text: String
    private(set) var words: [Word] = []

    init(_ text: String, analyzer: FrenchAnalyzer) {
        let octets = Self.bounded(text)
        self.text = String(decoding: octets, as: UTF8.self)
        let roles = Self.roles(octets)
        var followsOr = false
        var last: Role?
        var skipped = 0
        var end = 0
        for (token, lexeme) in analyzer.words(self.text) {
            guard words.count < SearchLimits.mostWords else { break }
            let range = Int(token.start)..<Int(token.end)
            let role = roles[range.lowerBound]
            if role == .plain {
                if octets[end..<range.lowerBound].contains(where: Self.separators.contains) { followsOr = true }
                if Self.alternatives.contains(lexeme.folded) {
                    followsOr = true
                    end = range.upperBound
                    continue
                }
            }
            let isCapital = octets[range].allSatisfy { !($0 >= 0x61 && $0 <= 0x7A) && $0 < 0x80 }
            if role != last { skipped = 0 }
            words.append(
                Word(
                    lexeme: lexeme, range: range, role: role, isCapital: isCapital, followsOr: followsOr,
                    step: skipped + 1))
            skipped = 0
            last = role
            followsOr = false
            end = range.upperBound
        }
    }

    private static let separators = Set(",;/|".utf8)
    private static let alternatives: Set<[UInt8]> = [Array("or".utf8), Array("ou".utf8)]

    /// The text without the octets of `range`, and with `insert` in their place.
    func replacing(_ range: Range<Int>, by insert: String) -> String {
        let octets = Array(text.utf8)
        let before = String(decoding: octets[..<range.lowerBound], as: UTF8.self)
        let after = String(decoding: octets[range.upperBound...], as: UTF8.self)
        return (before + insert + after).split(separator: " ").joined(separator: " ")
    }

    func text(in range: Range<Int>) -> String {
        String(decoding: Array(text.utf8)[range], as: UTF8.self)
    }

    /// The first octets, cut between two characters.
    private static func bounded(_ text: String) -> [UInt8] {
        var octets = Array(text.utf8.prefix(SearchLimits.longestText))
        guard text.utf8.count > octets.count else { return octets }
        while let last = octets.last, last & 0xC0 == 0x80 { octets.removeLast() }
        if let last = octets.last, last >= 0xC0 { octets.removeLast() }
        return octets
    }

    /// The role of each octet.
    private static func roles(_ octets: [UInt8]) -> [Role] {
        var roles = [Role](repeating: .plain, count: octets.count)
        var group = 0
        var index = 0
        while index < octets.count {
            let isStart = index == 0 || octets[index - 1] == 0x20
            // « -QSE- » is set apart, as titles do, not excluded.
            let isMinus =
                octets[index] == UInt8(ascii: "-") && isStart && index + 1 < octets.count
                && octets[index + 1] != 0x20 && octets[index + 1] != UInt8(ascii: "-")
                && octets[index...].prefix { $0 != 0x20 }.last != UInt8(ascii: "-")
            let start = isMinus ? index + 1 : index
            if octets[start] == UInt8(ascii: "\""),
                let end = octets[(start + 1)...].firstIndex(of: UInt8(ascii: "\""))
            {
                group += 1
                for position in start...end { roles[position] = isMinus ? .excluded(group) : .phrase(group) }
                index = end + 1
            } else if isMinus {
                group += 1
                index = start
                while index < octets.count, octets[index] != 0x20 {
                    roles[index] = .excluded(group)
                    index += 1
                }
            } else {
                index += 1
            }
        }
        return roles
    }
}
