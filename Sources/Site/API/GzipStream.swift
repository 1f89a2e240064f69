import Threading
import Web

/// Pieces of a streamed answer under gzip, each as soon as it is made.
final class GzipStream: Sendable {
    private struct State {
        var writer = GzipWriter(level: GzipStream.level)
        var isFinished = false
    }

    /// Large documents made anew for each reader: speed counts before size (docs/performance-api.md).
    private static let level: Int32 = 4

    private let source: @Sendable () throws -> [UInt8]?
    private let state = Lock(State())

    init(_ source: @escaping @Sendable () throws -> [UInt8]?) {
        self.source = source
    }

    func next() throws -> [UInt8]? {
        let piece = try source()
        return try state.withLock { state throws(PageError) in
            if state.isFinished { return nil }
            guard let piece else {
                state.isFinished = true
                return state.writer.finish()
            }
            guard let octets = state.writer.write(piece) else { throw .failure("zlib has no memory") }
            return octets
        }
    }
}
