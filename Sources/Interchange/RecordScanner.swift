/// Cuts a file's bytes, as they come, into records, holding no more than one record.
public struct RecordScanner: Sendable {
    /// Longest record, in bytes.
    public static let longestRecord = 1 << 20

    /// One record's bytes and the line of the file it begins on, counted from 1.
    public struct Record: Sendable {
        public let line: Int
        /// nil for one longer than `longestRecord`.
        public let bytes: [UInt8]?
    }

    private var lines = LineScanner()
    private var results = ResultsScanner()
    private let format: OfferFormat

    public init(_ format: OfferFormat) {
        self.format = format
    }

    /// Whether the scan has reached the place where records stand.
    var hasFoundRecords: Bool { format == .jsonLines || results.hasFoundRecords }

    /// Takes the next bytes; lends each record that is complete with them.
    public mutating func scan(_ bytes: ArraySlice<UInt8>, _ emit: (Record) -> Void) throws(ScanError) {
        switch format {
        case .jsonLines: lines.scan(bytes, emit)
        case .franceTravail: try results.scan(bytes, emit)
        }
    }

    /// Says that the file has ended. Throws when it ends where no whole file ends. JSON Lines cannot tell by itself:
    /// returns a last line without line end for the caller to try.
    public mutating func finish() throws(ScanError) -> Record? {
        switch format {
        case .jsonLines: return lines.finish()
        case .franceTravail:
            try results.finish()
            return nil
        }
    }
}
