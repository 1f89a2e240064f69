/// Splits CSV into rows and cells (RFC 4180): cells may be quoted, quotation marks in them doubled, line ends in them kept.
struct CSVRows {
    struct Row {
        var cells: [String] = []
        /// The text ended inside quotation marks.
        var isCut = false
        /// The row was longer than allowed: its cells are cut.
        var isTooLarge = false
    }

    private let octets: [UInt8]
    private let separator: UInt8
    private let longestRow: Int
    private var position = 0

    init(_ text: String, longestRow: Int) {
        octets = Array(text.utf8)
        self.longestRow = longestRow
        separator = Self.separator(octets)
    }

    /// The next row; nil at the end. Empty lines are rows of one empty cell.
    mutating func next() -> Row? {
        guard position < octets.count else { return nil }
        let start = position
        var row = Row()
        var cell: [UInt8] = []
        var isQuoted = false
        while position < octets.count {
            let octet = octets[position]
            position += 1
            if isQuoted {
                if octet != UInt8(ascii: "\"") {
                    cell.append(octet)
                } else if position < octets.count, octets[position] == UInt8(ascii: "\"") {
                    cell.append(octet)
                    position += 1
                } else {
                    isQuoted = false
                }
            } else if octet == UInt8(ascii: "\""), cell.isEmpty {
                isQuoted = true
            } else if octet == separator {
                row.cells.append(String(decoding: cell, as: UTF8.self))
                cell = []
            } else if octet == 0x0A || octet == 0x0D {
                if octet == 0x0D, position < octets.count, octets[position] == 0x0A { position += 1 }
                break
            } else {
                cell.append(octet)
            }
            if position - start > longestRow {
                row.isTooLarge = true
                cell = []
            }
        }
        row.isCut = isQuoted
        row.cells.append(String(decoding: cell, as: UTF8.self))
        return row
    }

    private static func separator(_ octets: [UInt8]) -> UInt8 {
        var counts: [UInt8: Int] = [:]
        var isQuoted = false
        for octet in octets {
            if octet == UInt8(ascii: "\"") { isQuoted.toggle() }
            if octet == 0x0A, !isQuoted { break }
            if !isQuoted, ";,\t|".utf8.contains(octet) { counts[octet, default: 0] += 1 }
        }
        return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? UInt8(ascii: ",")
    }
}
