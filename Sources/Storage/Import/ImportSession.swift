import Interchange
import Recruitment
internal import SQLite

/// One import under way: what it has seen and done so far.
final class ImportSession {
    var report: ImportReport
    private let connection: Connection
    private let parser: OfferParser
    private let source: SourceName?
    private let isComplete: Bool
    private let dayShift: Int
    private let lawful: LawfulOffers?
    private let now: Instant
    private let analysis: OfferAnalysis?
    private var rejects: RejectsFile
    /// Numbers of the offers the file holds, rejected records of known offers among them.
    private var seen: Set<Int64> = []
    /// Rejected records of which nobody can say which offer they are.
    private var hasUnknownRecord = false

    init(
        _ request: OfferImport, format: OfferFormat, store: Store, at now: Instant, analysis: OfferAnalysis?
    ) throws(ImportError) {
        report = ImportReport(format: format)
        switch request.source {
        case .named(let source, let isComplete):
            self.source = source
            self.isComplete = isComplete
        case .fromEachRecord:
            source = nil
            isComplete = false
        }
        dayShift = request.dayShift
        // France Travail has checked its offers by the same law, and shows some without their employer's name.
        lawful = source == .franceTravail ? nil : request.lawful
        self.now = now
        self.analysis = analysis
        // A connection of its own: a long import must not keep this process's writer, and the database orders writers.
        connection = try Self.connection(store.database)
        do throws(SQLiteError) {
            parser = OfferParser(format, source: source, gazetteer: try ReferenceStore(connection).gazetteer())
        } catch { throw ImportError(error) }
        rejects = try RejectsFile(beside: request.file)
    }

    private static func connection(_ database: Database) throws(ImportError) -> Connection {
        do throws(SQLiteError) { return try database.openWriter(busyTimeout: .seconds(60)) } catch {
            throw ImportError(error)
        }
    }

    /// Brings in a batch of records in one transaction.
    func take(_ records: [RecordScanner.Record]) throws(ImportError) {
        guard !records.isEmpty else { return }
        let outcomes = records.map { ($0.line, parse($0)) }
        var rejections: [(line: Int, Rejection)] = []
        do throws(SQLiteError) {
            let transaction = try connection.begin()
            for (line, outcome) in outcomes {
                switch outcome {
                case .success(let offer):
                    if !(try put(offer, transaction)) { rejections.append((line, .repeated(offer.identity.sourceID))) }
                case .failure(let rejection): rejections.append((line, rejection))
                }
            }
            try transaction.commit()
        } catch { throw ImportError(error) }
        for (line, rejection) in rejections { try reject(rejection, line: line) }
    }

    /// Brings in a last record that no line end closes: when it cannot be read, the file was cut inside it.
    func take(last record: RecordScanner.Record) throws(ImportError) {
        if case .failure(let rejection) = parse(record), rejection.field.isEmpty { report.failure = .cut }
        try take([record])
    }

    private func parse(_ record: RecordScanner.Record) -> Result<Offer, Rejection> {
        guard let bytes = record.bytes else {
            return .failure(
                Rejection(field: "", reason: "enregistrement de plus de \(RecordScanner.longestRecord) octets"))
        }
        do throws(Rejection) {
            var offer = try parser.offer(bytes)
            if dayShift != 0 { offer.move(days: dayShift) }
            if let rejection = lawful?.rejection(of: offer, on: ParisTime.day(at: now)) { throw rejection }
            return .success(offer)
        } catch { return .failure(error) }
    }

    /// Returns false for an offer that the file has held before, which is left as it is.
    private func put(_ offer: Offer, _ transaction: borrowing Transaction) throws(SQLiteError) -> Bool {
        let known = try OfferWriting.find(offer.identity, transaction.connection)
        if let known, !seen.insert(known.id).inserted { return false }
        let (id, outcome) = try OfferIntake.put(offer, known: known, analysis: analysis, at: now, transaction)
        seen.insert(id)
        switch outcome {
        case .added: report.added += 1
        case .updated, .reopened: report.updated += 1
        case .unchanged: report.unchanged += 1
        }
        return true
    }

    private func reject(_ rejection: Rejection, line: Int) throws(ImportError) {
        report.rejected += 1
        report.rejectsFile = rejects.path
        try rejects.write(rejection, line: line)
        // The offer is in the file, if not as it should be: it must not be taken for gone.
        guard isComplete, let source else { return }
        guard let sourceID = rejection.sourceID, let identity = OfferIdentity(source: source, sourceID: sourceID) else {
            hasUnknownRecord = true
            return
        }
        do throws(SQLiteError) {
            if let known = try OfferWriting.find(identity, connection) { seen.insert(known.id) }
        } catch { throw ImportError(error) }
    }

    /// Closes what the file no longer holds, where it was said to be whole and can be trusted.
    func finish() throws(ImportError) {
        guard isComplete, let source else { return }
        if report.failure != nil {
            report.closing = .heldBack(.unreadable)
        } else if hasUnknownRecord {
            report.closing = .heldBack(.unknownRecord)
        } else if report.accepted == 0 {
            report.closing = .heldBack(.empty)
        } else {
            try closeAbsent(from: source)
            report.closing = .done
        }
    }

    private func closeAbsent(from source: SourceName) throws(ImportError) {
        var absent: [Int64]
        do throws(SQLiteError) { absent = try OfferWriting.published(by: source, connection) } catch {
            throw ImportError(error)
        }
        absent.removeAll(where: seen.contains)
        while !absent.isEmpty {
            let batch = absent.suffix(OfferImport.batch)
            do throws(SQLiteError) {
                let transaction = try connection.begin()
                for id in batch {
                    try OfferWriting.close(
                        id, status: .withdrawn, reason: OfferChange.absentFromSource, at: now, transaction)
                }
                try transaction.commit()
            } catch { throw ImportError(error) }
            report.closed += batch.count
            absent.removeLast(batch.count)
        }
    }
}

extension Rejection {
    fileprivate static func repeated(_ id: String) -> Rejection {
        Rejection(field: "id", value: id, reason: "identifiant déjà présent plus haut dans le fichier", sourceID: id)
    }
}
