import MarkupText
import Recruitment

/// The values of one record by field, and the remarks made while reading them.
struct FeedValues {
    private let record: FeedNode
    private let mapping: FeedMapping
    private let most: Int
    private(set) var remarks: [FeedRemark] = []

    init(record: FeedNode, mapping: FeedMapping, most: Int) {
        self.record = record
        self.mapping = mapping
        self.most = most
    }

    mutating func remark(_ remark: FeedRemark) { remarks.append(remark) }

    /// As they came, at most the limit.
    func all(_ field: FeedField) -> [String] {
        Array((mapping.rules[field]?.values(in: record) ?? []).prefix(most))
    }

    /// The first, without white space round it.
    func text(_ field: FeedField) -> String? {
        all(field).first?.trimmed
    }

    /// The first as one line of plain text.
    func line(_ field: FeedField) -> String? {
        guard let text = text(field) else { return nil }
        let line = MarkupText.plainText(from: text).split(whereSeparator: { $0 == "\n" || $0 == " " }).joined(
            separator: " ")
        return line.isEmpty ? nil : line
    }

    /// A line that fits in an offer; a longer one is left out with a remark.
    mutating func shortText(_ field: FeedField) -> String? {
        guard let line = line(field) else { return nil }
        if line.unicodeScalars.count <= OfferText.longestName { return line }
        remark(.leftOut(field, value: line))
        return nil
    }

    /// All values as paragraphs of plain text.
    func paragraphs(_ field: FeedField) -> String {
        all(field).map { MarkupText.plainText(from: $0) }.filter { !$0.isEmpty }.joined(separator: "\n\n")
    }

    /// The first, parsed; one that cannot be is left out with a remark.
    mutating func parsed<Value>(_ field: FeedField, _ parse: (String) -> Value?) -> Value? {
        guard let text = text(field) else { return nil }
        if let value = parse(text) { return value }
        remark(.leftOut(field, value: text))
        return nil
    }

    /// An http or https address.
    mutating func webAddress(_ field: FeedField) -> String? {
        parsed(field) { text in
            let scheme = text.prefix(8).lowercased()
            let isWeb = scheme.hasPrefix("http://") || scheme.hasPrefix("https://")
            let isClean = text.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "<") }
            return isWeb && isClean && text.utf8.count > 10 && text.utf8.count <= OfferText.longestURL ? text : nil
        }
    }
}
