/// One row of CSV.
enum CSVCells {
    /// RFC 4180: cells with the separator, a quotation mark or a line end are quoted; rows end in CRLF. A cell that a spreadsheet
    /// would take for a formula gets a space before it.
    static func row(_ cells: [String], separator: UInt8 = UInt8(ascii: ",")) -> [UInt8] {
        var row: [UInt8] = []
        for (index, cell) in cells.enumerated() {
            if index > 0 { row.append(separator) }
            let octets = cell.utf8
            let isPlain = octets.allSatisfy { $0 != UInt8(ascii: "\"") && $0 != 0x0A && $0 != 0x0D && $0 != separator }
            if !isPlain { row.append(UInt8(ascii: "\"")) }
            if isFormula(cell) { row.append(UInt8(ascii: " ")) }
            if isPlain {
                row += octets
            } else {
                for octet in octets {
                    if octet == UInt8(ascii: "\"") { row.append(octet) }
                    row.append(octet)
                }
                row.append(UInt8(ascii: "\""))
            }
        }
        return row + [0x0D, 0x0A]
    }

    private static func isFormula(_ cell: String) -> Bool {
        guard let first = cell.utf8.first else { return false }
        switch first {
        case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "@"), 0x09, 0x0D: return true
        // A list item begins with a hyphen and a space, a number with a hyphen and digits.
        case UInt8(ascii: "-"): return !cell.hasPrefix("- ") && Double(cell) == nil
        default: return false
        }
    }
}
