import Duplicates
import HTTP1
import Interchange
import Recruitment
import Storage
import Web

/// Reads a file of offers, one JSON object a line, and makes ready what is written of each: all that needs no transaction.
struct DepositReading: Sendable {
    struct Ready: Sendable {
        let offer: Offer
        /// Only of an offer that the board did not know.
        let signature: DuplicateSignature?
    }

    struct Line: Sendable {
        let number: Int
        let content: Result<Ready, Rejection>
    }

    let body: RequestBody
    let source: SourceName
    let board: Board
    let lawful: LawfulOffers
    let today: CalendarDay
    /// Whose reading connection is used.
    let worker: Int?

    /// Gives the lines in order, ``DepositLimits/batch`` at a time, until `take` returns false.
    func run(_ take: ([Line]) -> Bool) throws {
        let parser = OfferParser(.jsonLines, source: source, gazetteer: board.reference.gazetteer)
        var scanner = RecordScanner(.jsonLines)
        var records: [RecordScanner.Record] = []
        var seen: Set<String> = []
        var offset = 0
        while true {
            let octets = try body.octets(from: offset, atMost: DepositLimits.piece)
            if octets.isEmpty { break }
            offset += octets.count
            try scanner.scan(octets[...]) { records.append($0) }
            while records.count >= DepositLimits.batch {
                guard take(try lines(records.prefix(DepositLimits.batch), parser, &seen)) else { return }
                records.removeFirst(DepositLimits.batch)
            }
        }
        if let last = try scanner.finish() { records.append(last) }
        while !records.isEmpty {
            guard take(try lines(records.prefix(DepositLimits.batch), parser, &seen)) else { return }
            records.removeFirst(min(records.count, DepositLimits.batch))
        }
    }

    private func lines(
        _ records: ArraySlice<RecordScanner.Record>, _ parser: OfferParser, _ seen: inout Set<String>
    ) throws -> [Line] {
        let offers = records.map { record -> Result<Offer, Rejection> in
            do throws(Rejection) { return .success(try offer(record, parser, &seen)) } catch { return .failure(error) }
        }
        // One for each offer that could be read.
        var known = try board.store.read(worker: worker) { stores throws(StorageError) in
            var known: [Deposit.Version?] = []
            for case .success(let offer) in offers {
                known.append(try stores.offers.deposit(offer.identity)?.version)
            }
            return known
        }[...]
        return zip(records, offers).map { record, offer in
            Line(number: record.line, content: offer.flatMap { ready($0, known: known.popFirst() ?? nil) })
        }
    }

    private func offer(
        _ record: RecordScanner.Record, _ parser: OfferParser, _ seen: inout Set<String>
    ) throws(Rejection) -> Offer {
        guard let bytes = record.bytes else {
            throw Rejection(field: "", reason: "ligne de plus de \(RecordScanner.longestRecord) octets")
        }
        let offer = try parser.offer(bytes)
        let id = offer.identity.sourceID
        guard seen.insert(id).inserted else {
            throw Rejection(
                field: "id", value: id, reason: "identifiant déjà présent plus haut dans le fichier", sourceID: id)
        }
        return offer
    }

    private func ready(_ offer: Offer, known: Deposit.Version?) -> Result<Ready, Rejection> {
        if let rejection = lawful.rejection(of: offer, known: known, on: today) { return .failure(rejection) }
        return .success(Ready(offer: offer, signature: known == nil ? DuplicateSignature(of: offer) : nil))
    }
}
