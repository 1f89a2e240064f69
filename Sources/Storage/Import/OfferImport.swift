internal import Files
public import Interchange
public import Recruitment
internal import SQLite

/// Brings the offers of a file into the database.
///
/// Guaranteed: the file is read as a stream, whatever its size; offers go in by transactions of `batch`, each whole or
/// absent after a crash; the same import again completes what was cut short and otherwise changes nothing; a record that
/// is refused is told in the file of rejects and harms no other.
public struct OfferImport: Sendable {
    public enum Source: Sendable {
        /// All offers of the file are of this source. `isComplete` says the file is the whole source: its published offers
        /// that the file does not hold are closed, unless the file is damaged, empty, or rejects a record whose
        /// identifier cannot be read.
        case named(SourceName, isComplete: Bool)
        /// Each line names its source.
        case fromEachRecord
    }

    public var file: String
    public var source: Source
    /// nil: found out from the file's beginning.
    public var format: OfferFormat?
    /// What the offers are held to, besides the format; nil for nothing.
    public var lawful: LawfulOffers?
    /// Days by which to move all dates: demonstration offers are brought to today with it.
    public var dayShift = 0

    /// Offers a transaction.
    static let batch = 1_000
    static let chunk = 256 << 10

    public init(file: String, source: Source, format: OfferFormat? = nil) {
        self.file = file
        self.source = source
        self.format = format
    }

    /// Runs the import to its end. `progress` hears how many bytes of how many are done (0: not known), on this thread.
    /// Waits while other writers, in this process or another, are at work.
    public func run(
        into store: Store, at now: Instant, analysis: OfferAnalysis? = nil, progress: (Int, Int) -> Void = { _, _ in }
    ) throws(ImportError) -> ImportReport {
        var input = try open()
        var buffer: [UInt8] = []
        try read(&input, &buffer)
        let format = format ?? OfferFormat.detect(buffer)
        var scanner = RecordScanner(format)
        let session = try ImportSession(self, format: format, store: store, at: now, analysis: analysis)

        var records: [RecordScanner.Record] = []
        var last: RecordScanner.Record?
        var done = 0
        do {
            while !buffer.isEmpty {
                try scanner.scan(buffer[...]) { records.append($0) }
                done += buffer.count
                if records.count >= Self.batch {
                    try session.take(records)
                    records.removeAll(keepingCapacity: true)
                }
                progress(done, input.size)
                try read(&input, &buffer)
            }
            last = try scanner.finish()
        } catch let error as ScanError {
            session.report.failure = error
        } catch let error as ImportError {
            throw error
        } catch {
            preconditionFailure("no other error is thrown here")
        }
        try session.take(records)
        if let last { try session.take(last: last) }
        try session.finish()
        return session.report
    }

    private func open() throws(ImportError) -> InputFile {
        do throws(FileError) { return try InputFile(file) } catch { throw ImportError(error) }
    }

    private func read(_ input: inout InputFile, _ buffer: inout [UInt8]) throws(ImportError) {
        do throws(FileError) { try input.read(Self.chunk, into: &buffer) } catch { throw ImportError(error) }
    }
}
