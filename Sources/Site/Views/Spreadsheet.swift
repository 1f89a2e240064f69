import HTTP1
import HTTPTypes
import Web

/// Cells of a table for a spreadsheet.
enum SpreadsheetText {
    static func line(_ cells: [String]) -> String {
        cells.map(cell).joined(separator: ";") + "\r\n"
    }

    /// Quoted where it must be (RFC 4180); what a spreadsheet would take for a formula begins with an apostrophe.
    static func cell(_ text: String) -> String {
        var text = text
        if let first = text.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first) { text = "'" + text }
        guard text.unicodeScalars.contains(where: { ";\"\r\n".unicodeScalars.contains($0) }) else { return text }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }
}

extension Response {
    /// A table to download: semicolons, UTF-8 with its mark, as French spreadsheets read it.
    static func spreadsheet(_ name: String, header: [String], rows: [[String]]) -> Response {
        var text = "\u{FEFF}" + SpreadsheetText.line(header)
        for row in rows { text += SpreadsheetText.line(row) }
        return Response(
            status: .ok,
            fields: [
                .contentType: "text/csv; charset=utf-8", .contentDisposition: "attachment; filename=\"\(name)\"",
                .cacheControl: CacheControl.noStore.fieldValue,
            ], body: .bytes(Array(text.utf8)))
    }
}
