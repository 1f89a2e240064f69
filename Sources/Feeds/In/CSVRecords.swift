/// Rows of a CSV file (RFC 4180) whose first row names the columns, in small letters. The separator is whichever of `;`, `,`,
/// tab and `|` stands most often in the first row outside quotation marks.
enum CSVRecords {
    static func read(
        _ octets: [UInt8], _ limits: FeedLimits, receive: (FeedRecord) -> Bool
    ) throws(FeedError) -> FeedReading.Ending {
        var rows = CSVRows(FeedText.decode(octets), longestRow: limits.recordOctets)
        guard let header = rows.next(), header.cells.count > 1 || !(header.cells.first?.isBlank ?? true) else {
            throw .unreadable("première ligne vide")
        }
        let names = header.cells.map { $0.trimmed.lowercased() }
        while let row = rows.next() {
            guard !row.isCut else { return .cut("un champ entre guillemets n’est pas fermé") }
            if row.cells.allSatisfy(\.isBlank) { continue }
            if row.isTooLarge {
                guard receive(.tooLarge) else { return .tooManyRecords }
                continue
            }
            let cells = zip(names, row.cells).map { FeedNode($0, text: $1) }
            guard receive(.node(FeedNode("", children: cells))) else { return .tooManyRecords }
        }
        return header.isCut ? .cut("un champ entre guillemets n’est pas fermé") : .complete
    }
}
