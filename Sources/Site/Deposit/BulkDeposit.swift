import HTTP1
import Interchange
import Recruitment
import Storage
import Web

/// Takes in a file of offers, one JSON object a line, by transactions of ``DepositLimits/batch``. In memory are a batch and
/// what is told of each line; the file stays where the server put it.
struct BulkDeposit {
    let visit: Visit
    let source: SourceName
    private let parser: OfferParser
    private(set) var items: [DepositItem] = []
    private var seen: Set<String> = []

    init(_ visit: Visit, _ source: SourceName) {
        self.visit = visit
        self.source = source
        parser = OfferParser(.jsonLines, source: source, gazetteer: visit.board.reference.gazetteer)
    }

    /// How many lines the content has, counted before anything is written.
    static func lines(in body: RequestBody) throws(FormError) -> Int {
        var (count, offset) = (0, 0)
        while true {
            let octets = try body.octets(from: offset, atMost: DepositLimits.piece)
            if octets.isEmpty { return count + 1 }
            offset += octets.count
            count += octets.count { $0 == UInt8(ascii: "\n") }
        }
    }

    /// Returns when everything is durable and searches find it.
    mutating func run() throws {
        let body = visit.request.body
        var scanner = RecordScanner(.jsonLines)
        var records: [RecordScanner.Record] = []
        var offset = 0
        while true {
            let octets = try body.octets(from: offset, atMost: DepositLimits.piece)
            if octets.isEmpty { break }
            offset += octets.count
            try scanner.scan(octets[...]) { records.append($0) }
            while records.count >= DepositLimits.batch {
                try take(Array(records.prefix(DepositLimits.batch)))
                records.removeFirst(DepositLimits.batch)
            }
        }
        if let last = try scanner.finish() { records.append(last) }
        while !records.isEmpty {
            try take(Array(records.prefix(DepositLimits.batch)))
            records.removeFirst(min(records.count, DepositLimits.batch))
        }
        try visit.board.catchUp()
    }

    private mutating func take(_ records: [RecordScanner.Record]) throws {
        // Parsed and checked before the transaction, so that other writers wait for less.
        let read = records.map { (line: $0.line, offer: offer($0)) }
        let now = visit.now
        items += try visit.board.store.writing { writing throws(StorageError) in
            var items: [DepositItem] = []
            for (line, offer) in read {
                switch offer {
                case .failure(let rejection):
                    items.append(DepositItem(line: line, id: rejection.sourceID, outcome: .rejected(rejection)))
                case .success(let offer):
                    let result = try writing.deposit(offer, at: now)
                    items.append(DepositItem(line: line, id: offer.identity.sourceID, outcome: .init(result)))
                }
            }
            return items
        }
    }

    private mutating func offer(_ record: RecordScanner.Record) -> Result<Offer, Rejection> {
        guard let bytes = record.bytes else {
            return .failure(Rejection(field: "", reason: "ligne de plus de \(RecordScanner.longestRecord) octets"))
        }
        do throws(Rejection) {
            let offer = try parser.offer(bytes)
            if let rejection = visit.site.lawful.rejection(of: offer, on: visit.today) { throw rejection }
            guard seen.insert(offer.identity.sourceID).inserted else {
                throw Rejection(
                    field: "id", value: offer.identity.sourceID,
                    reason: "identifiant déjà présent plus haut dans le fichier", sourceID: offer.identity.sourceID)
            }
            return .success(offer)
        } catch { return .failure(error) }
    }
}

extension DepositItem.Outcome {
    fileprivate init(_ result: Deposit.Result) {
        switch result {
        case .taken(let outcome, let deposit): self = .taken(outcome, deposit.id)
        case .closedByPeople(let deposit): self = .closedByPeople(deposit.id, deposit.version.status)
        case .otherVersion: preconditionFailure("a line of a file has no condition")
        }
    }
}
