import HTTP1
import HTTPTypes
import Recruitment
import Storage
import Threading
import Web

/// The changes after a number, for as long as the client listens (WHATWG HTML, 9.2).
final class ChangeStream: Sendable {
    private struct State {
        var after: Int64
        var spokeAt: ContinuousClock.Instant?
    }

    /// Proxies cut connections on which nothing is said.
    private static let longestSilence = Duration.seconds(14)

    private let visit: Visit
    private let seat: StreamSeats.Seat
    private let end: ContinuousClock.Instant?
    private let state: Lock<State>

    /// - Parameter lasting: after which it ends by itself; nil for never.
    init(_ visit: Visit, after: Int64, lasting: Duration?, seat: StreamSeats.Seat) {
        self.visit = visit
        self.seat = seat
        end = lasting.map(ContinuousClock.now.advanced(by:))
        state = Lock(State(after: after))
    }

    /// Events, a comment after a long silence, or nothing; nil at its end.
    func next() throws -> [UInt8]? {
        try state.withLock { state throws in
            let now = ContinuousClock.now
            guard let spokeAt = state.spokeAt else {
                state.spokeAt = now
                return Array("retry: 5000\n\n".utf8)
            }
            if visit.board.sequence > state.after,
                let piece = try visit.site.streamEvents.piece(after: state.after, visit)
            {
                state.after = piece.end
                state.spokeAt = now
                return piece.octets
            }
            if let end, now >= end { return nil }
            guard spokeAt.duration(to: now) >= Self.longestSilence else { return [] }
            state.spokeAt = now
            return Array(":\n\n".utf8)
        }
    }
}

extension Visit {
    func changeStream(_ query: APIQuery) throws -> Response {
        var after = query.number("depuis").map { Int64($0) }
        if let text = request.fields[.lastEventID] {
            let item = QueryItems.Item(name: "Last-Event-ID", value: text)
            guard let number = Int64(text), number >= 0 else {
                throw APIRefusal(problems: [.init(item, accepted: ["le numéro d’un changement"])])
            }
            after = number
        }
        if let after, let refusal = try refusal(after: after) { return refusal }
        let seat: StreamSeats.Seat
        do throws(StreamSeats.Refusal) {
            seat = try site.streamSeats.take(for: partner.map { "clé \($0.id)" } ?? request.clientNetwork)
        } catch {
            return Problem(
                error == .full ? .serviceUnavailable : .tooManyRequests, title: "Trop d’écoutes",
                detail: "\(StreamSeats.mostOfOne) écoutes à la fois au plus."
            ).response(fields: [.retryAfter: "60"])
        }
        let stream = ChangeStream(
            self, after: after ?? board.sequence, lasting: query.number("pendant").map { .seconds($0) }, seat: seat)
        return Response(
            status: .ok,
            fields: [
                .contentType: MediaType.eventStream.fieldValue, .cacheControl: CacheControl.noStore.fieldValue,
                // nginx would gather what must leave at once.
                .accelBuffering: "no",
            ], body: .stream { try stream.next() })
    }
}

extension HTTPField.Name {
    /// WHATWG HTML, 9.2.4.
    static let lastEventID = known("Last-Event-ID")
    static let accelBuffering = known("X-Accel-Buffering")
}
