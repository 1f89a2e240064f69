/// One row of CSV.
enum CSVCells {
    /// RFC 4180: cells with the separator, a quotation mark or a line end are quoted; rows end in CRLF. A cell that a spreadsheet
    /// would take for a formula gets a space before it.
    static func row(_ cells: [String], separator: Character = ",") -> [UInt8] {
        var row = ""
        for (index, cell) in cells.enumerated() {
            if index > 0 { row.append(separator) }
            let cell = isFormula(cell) ? " " + cell : cell
            let isPlain = cell.utf8.allSatisfy {
                $0 != UInt8(ascii: "\"") && $0 != 0x0A && $0 != 0x0D && $0 != separator.asciiValue
            }
            row += isPlain ? cell : "\"" + cell.replacing("\"", with: "\"\"") + "\""
        }
        return Array((row + "\r\n").utf8)
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
