import HTTP1

/// What a server owes one client at any moment: a state machine without I/O. It is fed octets and the time, and says what
/// to do; its owner holds the socket.
///
/// One request is in progress at a time: octets of pipelined requests are left unread until it is answered, so answers
/// leave in order (RFC 9112 §9.3.2).
struct ConnectionState {
    enum Phase: Hashable {
        /// Between requests.
        case idle
        /// Inside a request head.
        case head
        /// The head is complete: the owner calls `beginContent`, `beginAnswer` or `refuse`.
        case admission
        /// Inside the content.
        case content
        /// The request is complete, its answer is not.
        case answering
        /// The last answer is complete: what still comes is dropped until the client closes.
        case lingering
    }

    /// What the octets at hand amount to.
    enum Event: Hashable {
        /// They are used up, or may not be used yet.
        case wait
        /// A request head stands here, valid by RFC 9112; `parser.index` counts from its first octet.
        case head(Range<Int>)
        /// Content stands here.
        case content(Range<Int>)
        /// The content is complete; the state is `answering`.
        case request
    }

    /// What a passed deadline means.
    enum Expiry: Hashable {
        /// Close without a word.
        case close
        /// Answer 408 and close.
        case timeout
        /// Answer 503 and close: the handler takes too long.
        case unavailable
        /// Cut the connection: the client does not take its answer.
        case cut
    }

    private(set) var phase = Phase.idle
    private(set) var parser: RequestParser
    /// Whether the connection outlives the answer in progress.
    private(set) var isPersistent = true
    private var decoder: BodyDecoder?
    /// Whether the parser still holds the last request.
    private var hasAnswered = false
    private var phaseDeadline: Instant
    private var writeDeadline: Instant?
    private var writtenSince = 0
    private var writingSince = Instant(milliseconds: 0)
    private var contentSince = Instant(milliseconds: 0)
    private var dropped = 0
    private let rules: ConnectionRules

    init(rules: ConnectionRules, now: Instant) {
        self.rules = rules
        parser = RequestParser(limits: rules.message)
        phaseDeadline = now + rules.head
    }

    /// The moment by which something must have happened.
    var deadline: Instant {
        writeDeadline ?? phaseDeadline
    }

    /// Whether octets from the client are of use now.
    var takesInput: Bool {
        switch phase {
        case .idle, .head, .content, .lingering: true
        case .admission, .answering: false
        }
    }

    // MARK: Input

    /// Reads on from `position`, which it moves behind what is used up. An incomplete head is not used up: the next call
    /// must bring its octets again, and more.
    ///
    /// - Throws: `ParseError` where the message is refused; the owner answers it with `refuse` and the error's status.
    mutating func read(_ input: Span<UInt8>, at position: inout Int, now: Instant) throws(ParseError) -> Event {
        switch phase {
        case .idle, .head:
            guard position < input.count else { return .wait }
            if hasAnswered {
                // Not at the end of the answer: who answered may still hold the index, and would force a copy.
                parser.reset()
                hasAnswered = false
            }
            guard let length = try parser.parse(input.extracting(position...)) else {
                if phase == .idle, parser.hasBegun {
                    phase = .head
                    phaseDeadline = min(now + rules.head, phaseDeadline)
                }
                return .wait
            }
            let head = position..<position + length
            position += length
            phase = .admission
            isPersistent = isPersistent && parser.index.isPersistent
            return .head(head)
        case .content:
            guard var decoder = decoder.take() else { return .wait }
            let event = try decoder.next(input, at: &position)
            switch event {
            case .incomplete:
                phaseDeadline = contentSince + rules.content + rules.time(for: decoder.received)
                self.decoder = decoder
                return .wait
            case .content(let range):
                self.decoder = decoder
                return .content(range)
            case .end:
                beginAnswer(now: now)
                return .request
            }
        case .lingering:
            dropped += input.count - position
            position = input.count
            if dropped > rules.lingeringOctets { phaseDeadline = now }
            return .wait
        case .admission, .answering:
            return .wait
        }
    }

    /// The client will send no more. A request that is complete is still answered.
    ///
    /// - Returns: Whether the connection can close now.
    /// - Throws: `ParseError.incompleteMessage` inside a message.
    mutating func endInput() throws(ParseError) -> Bool {
        isPersistent = false
        switch phase {
        case .idle, .lingering: return true
        case .head, .content: throw .incompleteMessage
        case .admission, .answering: return false
        }
    }

    // MARK: The request in progress

    /// The content is wanted, up to `limit` octets.
    ///
    /// - Throws: `ParseError.contentTooLarge` where it announces more.
    mutating func beginContent(limit: Int, now: Instant) throws(ParseError) {
        decoder = try BodyDecoder(parser.index.framing, limit: limit, limits: rules.message)
        phase = .content
        contentSince = now
        phaseDeadline = now + rules.content
    }

    /// The request is complete; or a further piece of its answer has been asked for.
    mutating func beginAnswer(now: Instant) {
        decoder = nil
        phase = .answering
        phaseDeadline = now + rules.handler
    }

    /// The answer in progress has nothing to say before there are news.
    mutating func awaitNews(now: Instant) {
        phaseDeadline = now + rules.news
    }

    /// The answer in progress is the last one.
    mutating func refuse(now: Instant) {
        isPersistent = false
        beginAnswer(now: now)
    }

    /// The whole answer has been handed over for sending.
    mutating func finishAnswer(now: Instant) {
        hasAnswered = true
        if isPersistent {
            phase = .idle
            phaseDeadline = now + rules.idle
        } else {
            phase = .lingering
            phaseDeadline = now + rules.lingering
        }
    }

    // MARK: Output

    /// Part of the output waits for the client, which has taken `octets` since the last call.
    mutating func isBlocked(now: Instant, taken octets: Int) {
        if writeDeadline == nil {
            // What went before filled the kernel's buffers: only from now on does the client's pace show.
            writingSince = now
            writtenSince = 0
        } else {
            writtenSince += octets
        }
        writeDeadline = writingSince + rules.write + rules.time(for: writtenSince)
    }

    /// All output so far has been taken.
    mutating func isFlushed(now: Instant) {
        guard writeDeadline != nil else { return }
        writeDeadline = nil
        switch phase {
        case .idle: phaseDeadline = now + rules.idle
        case .lingering: phaseDeadline = now + rules.lingering
        default: break
        }
    }

    // MARK: Ends

    /// The server shuts down: the request in progress is the last one.
    ///
    /// - Returns: Whether the connection can close now.
    mutating func drain() -> Bool {
        isPersistent = false
        return phase == .idle && writeDeadline == nil
    }

    /// What to do about the deadline; nil where it has not passed.
    func expiry(now: Instant) -> Expiry? {
        guard deadline <= now else { return nil }
        if writeDeadline != nil { return .cut }
        return switch phase {
        case .idle, .lingering, .admission: .close
        case .head, .content: .timeout
        case .answering: .unavailable
        }
    }
}
