import Feeds
import HTTP1
import Recruitment
import Storage
import Threading
import Web

/// Every open offer that may be passed on, one JSON text a line: first the number of the last change before the reading began,
/// then the offers by number, last a line that counts them, without which the copy is not whole.
///
/// The offers are read in steps, each on its own view of the database. What changes meanwhile has a number above the first
/// line's, so that who goes on with the changes from there ends up right.
final class SnapshotStream: Sendable {
    private struct State {
        var last: UInt32 = 0
        var written = 0
        var phase = Phase.begin
    }

    private enum Phase {
        case begin, offers, end
    }

    private static let offersInPiece = 200

    private let visit: Visit
    private let state = Lock(State())

    init(_ visit: Visit) {
        self.visit = visit
    }

    func next() throws -> [UInt8]? {
        try state.withLock { state throws(StorageError) in
            switch state.phase {
            case .begin:
                state.phase = .offers
                return try begin()
            case .offers:
                if let piece = try offers(&state) { return piece }
                state.phase = .end
                return end(state.written)
            case .end:
                return nil
            }
        }
    }

    private func begin() throws(StorageError) -> [UInt8] {
        let sequence = try visit.board.store.read(worker: visit.worker) { stores throws(StorageError) in
            try stores.changes.latest()
        }
        let line = JSONText.object { line in
            line.object("debut") { begin in
                begin.member("sequence", Int(sequence))
                begin.member("date", visit.now.description)
                DataLicence.write(visit.site.settings, to: &begin)
            }
        }
        return line.bytes + [UInt8(ascii: "\n")]
    }

    private func offers(_ state: inout State) throws(StorageError) -> [UInt8]? {
        var piece: [UInt8] = []
        let today = visit.today
        // A step may hold only offers that are not passed on, and an empty piece says nothing.
        while piece.isEmpty {
            let after = state.last
            let found = try visit.board.store.read(worker: visit.worker) { stores throws(StorageError) in
                try stores.offers.open(after: after, limit: Self.offersInPiece, on: today)
            }
            guard let last = found.last else { return nil }
            state.last = last.id.number
            piece.reserveCapacity(found.count * 3_072)
            for posted in found where posted.offer.mayBePassedOn {
                OfferJSON(settings: visit.site.settings, posted: posted, today: today, isWhole: true)
                    .appendLine(to: &piece)
                state.written += 1
            }
        }
        return piece
    }

    private func end(_ written: Int) -> [UInt8] {
        JSONText.object { line in line.object("fin") { $0.member("offres", written) } }.bytes + [UInt8(ascii: "\n")]
    }
}

extension Visit {
    func snapshot() throws -> Response {
        let stream = SnapshotStream(self)
        return try streamed(.ndjson, form: 1) { try stream.next() }
    }
}
