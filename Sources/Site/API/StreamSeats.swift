import Threading

/// Counts the clients that listen to the stream of changes, so that nobody takes all the places.
final class StreamSeats: Sendable {
    static let most = 4_000
    /// From one address, or with one key.
    static let mostOfOne = 20

    private let taken = Lock<(all: Int, byClient: [String: Int])>((0, [:]))

    enum Refusal: Error, Sendable {
        case full, tooManyOfOne
    }

    /// A place, until it is let go of.
    final class Seat: Sendable {
        private let seats: StreamSeats
        private let client: String

        fileprivate init(_ seats: StreamSeats, _ client: String) {
            self.seats = seats
            self.client = client
        }

        deinit { seats.leave(client) }
    }

    func take(for client: String) throws(Refusal) -> Seat {
        let refusal = taken.withLock { taken -> Refusal? in
            guard taken.all < Self.most else { return .full }
            guard taken.byClient[client, default: 0] < Self.mostOfOne else { return .tooManyOfOne }
            taken.all += 1
            taken.byClient[client, default: 0] += 1
            return nil
        }
        if let refusal { throw refusal }
        return Seat(self, client)
    }

    private func leave(_ client: String) {
        taken.withLock { taken in
            taken.all -= 1
            let left = taken.byClient[client, default: 1] - 1
            taken.byClient[client] = left > 0 ? left : nil
        }
    }
}
