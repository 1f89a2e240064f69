import Duplicates
import HTTP1
import Interchange
import Recruitment
import Storage
import Threading
import Web

/// Takes in a file of offers, one JSON object a line, by transactions of ``DepositLimits/batch``. One thread reads what another
/// writes. In memory are some batches and what is told of each line; the file stays where the server put it.
struct BulkDeposit {
    let visit: Visit
    let source: SourceName
    let repetition: Deposit.Repetition

    private typealias Batch = Result<[DepositReading.Line], any Error>

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

    /// Returns what became of each line when everything is durable and searches find it.
    func run() throws -> [DepositItem] {
        let batches = Handover<Batch>(capacity: DepositLimits.batchesAhead)
        let reading = DepositReading(
            body: visit.request.body, source: source, board: visit.board, lawful: visit.site.lawful,
            today: visit.today, worker: visit.worker)
        let thread = try Thread(name: "deposit") {
            do {
                try reading.run { batches.give(.success($0)) }
            } catch {
                _ = batches.give(.failure(error))
            }
            batches.finish()
        }
        defer {
            batches.abandon()
            thread.join()
        }
        var items: [DepositItem] = []
        while let batch = batches.take() { items += try write(try batch.get()) }
        try visit.board.catchUp()
        return items
    }

    private func write(_ lines: [DepositReading.Line]) throws -> [DepositItem] {
        let (now, repetition) = (visit.now, repetition)
        return try visit.board.store.writing { writing throws(StorageError) in
            var items: [DepositItem] = []
            for line in lines {
                switch line.content {
                case .failure(let rejection):
                    items.append(
                        DepositItem(line: line.number, id: rejection.sourceID, outcome: .rejected(rejection)))
                case .success(let ready):
                    let result = try writing.deposit(
                        ready.offer, ready.signature ?? DuplicateSignature(of: ready.offer), repetition: repetition,
                        at: now)
                    items.append(
                        DepositItem(line: line.number, id: ready.offer.identity.sourceID, outcome: .init(result)))
                }
            }
            return items
        }
    }
}

extension DepositItem.Outcome {
    fileprivate init(_ result: Deposit.Result) {
        switch result {
        case .taken(let outcome, let deposit): self = .taken(outcome, deposit.id)
        case .closedByPeople(let deposit): self = .closedByPeople(deposit.id, deposit.version.status)
        case .repeats(let copy): self = .repeats(copy)
        case .otherVersion: preconditionFailure("a line of a file has no condition")
        }
    }
}
