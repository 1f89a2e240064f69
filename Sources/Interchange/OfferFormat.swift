/// The formats an import reads (docs/formats.md).
public enum OfferFormat: String, Sendable, CaseIterable {
    /// One JSON object a line.
    case jsonLines = "jsonl"
    /// An answer of France Travail's API « Offres d'emploi v2 ».
    case franceTravail = "france-travail"

    /// The format of a file that begins with `start`; some tens of kilobytes are enough.
    public static func detect(_ start: [UInt8]) -> OfferFormat {
        var scanner = RecordScanner(.franceTravail)
        // A file broken before its list begins counts as lines; one broken after that is a broken answer.
        do throws(ScanError) { try scanner.scan(start[...]) { _ in } } catch {}
        return scanner.hasFoundRecords ? .franceTravail : .jsonLines
    }
}
