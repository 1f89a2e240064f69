/// What a server asks of an application.
public protocol RequestHandler: Sendable {
    /// What to do with the body a request announces. Called on an event loop as soon as the head is complete, with an
    /// empty body: must neither block nor take long.
    func admission(of head: Request) -> BodyAdmission

    /// The answer to a complete request, on worker thread number `worker` (0 ..< the number of workers), where it may block.
    /// No two calls run at once for the same worker.
    func respond(to request: Request, worker: Int) -> Response

    /// The generation of what anonymous readers may see: it changes whenever that changes.
    /// Called on event loops for every cached answer: must be wait-free.
    var generation: UInt64 { get }

    /// Whether a client that calls itself so counts as a reader of answers that the server gives again; see
    /// ``Response/givenAgain``. Called on event loops for such answers: must be quick.
    func counts(userAgent: Span<UInt8>) -> Bool
}

extension RequestHandler {
    /// Everyone counts.
    public func counts(userAgent: Span<UInt8>) -> Bool { true }
}

/// Whether and how far a request's body is wanted.
public enum BodyAdmission: Sendable {
    /// Read it, up to `limit` octets; a longer one is refused with 413.
    case accept(limit: Int)
    /// Answer at once, without reading it (413, 415, 417, 401…).
    case refuse(Response)
}
