import HTML
import Recruitment

/// An offer's plain text as paragraphs and lists.
enum OfferProse {
    /// E-mail addresses are masked. An empty line ends a paragraph; lines that begin with a dash or a bullet are a list; other line ends are kept.
    static func html(_ text: String) -> HTML {
        var html = HTML()
        var paragraph: [Substring] = []
        var items: [Substring] = []
        func flush() {
            if !paragraph.isEmpty {
                html += "<p>\(paragraph.map { HTML(text: String($0)) }.joined(separator: "<br>\n"))</p>\n"
            }
            if !items.isEmpty { html += "<ul>\n\(each: items, { "<li>\($0)</li>\n" })</ul>\n" }
            paragraph = []
            items = []
        }
        for line in EmailMask.masked(text).split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            let trimmed = line.drop { $0 == " " || $0 == "\t" }
            if trimmed.isEmpty {
                flush()
            } else if let item = item(trimmed) {
                if !paragraph.isEmpty { flush() }
                items.append(item)
            } else {
                if !items.isEmpty { flush() }
                paragraph.append(trimmed)
            }
        }
        flush()
        return html
    }

    private static func item(_ line: Substring) -> Substring? {
        for mark in ["- ", "– ", "• ", "* ", "· "] where line.hasPrefix(mark) {
            let rest = line.dropFirst(mark.count)
            return rest.isEmpty ? nil : rest
        }
        return nil
    }
}
