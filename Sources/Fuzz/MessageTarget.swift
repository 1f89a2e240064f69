import HTTP1

/// Requests on one connection: heads, chunked and counted content, one request after the other. How the octets are cut must
/// make no difference.
struct MessageTarget: FuzzTarget {
    let name = "message"
    private let limits: MessageLimits = {
        var limits = MessageLimits()
        limits.target = 256
        limits.fieldSection = 1_024
        limits.fieldLines = 20
        limits.chunkExtensions = 64
        limits.trailerSection = 256
        return limits
    }()

    let seeds: [[UInt8]] = [
        "GET / HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET http://example.org:80/a?b HTTP/1.1\r\nHost: [2001:db8::1]:8080\r\nAccept: text/html;q=0.5, */*\r\n\r\n",
        "POST /a HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhelloGET /b HTTP/1.0\r\nConnection: keep-alive\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5;a=b\r\nhello\r\n1A\r\n0123456789abcdef0123456789\r\n0\r\nX: y\r\n\r\n",
        "OPTIONS * HTTP/1.1\r\nHost: a\r\nConnection: close, TE\r\nExpect: 100-continue\r\n\r\n",
        "\r\nHEAD /a HTTP/1.1\r\nHost: 127.0.0.1\r\nIf-None-Match: W/\"a\", \"b\"\r\nCookie: a=b\r\nRange: bytes=0-1\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n",
    ].map { Array($0.utf8) }

    func read(_ input: [UInt8], _ random: inout RandomNumbers) throws(Disagreement) -> Verdict {
        var whole = Reader(limits: limits)
        whole.receive(input.span, from: 0, to: input.count)
        var cut = Reader(limits: limits)
        var end = 0
        // One octet at a time now and then, else a few pieces.
        let step = random.below(4) == 0 ? 1 : max(1, input.count / (1 + random.below(4)))
        while end < input.count {
            end = min(input.count, end + 1 + (step > 1 ? random.below(step * 2) : 0))
            cut.receive(input.span, from: cut.position, to: end)
        }
        guard whole.digest == cut.digest, whole.requests == cut.requests else {
            throw Disagreement(
                reason:
                    "whole: \(whole.requests) requests, \(whole.verdict); cut: \(cut.requests) requests, \(cut.verdict)"
            )
        }
        return whole.verdict
    }
}

/// Reads requests as a server does and keeps a digest of all it was told.
private struct Reader {
    private(set) var digest: UInt64 = 0xCBF2_9CE4_8422_2325
    private(set) var position = 0
    private(set) var requests = 0
    private(set) var verdict = Verdict.accepted
    private var parser: RequestParser
    private var decoder: BodyDecoder?
    private var isOver = false
    private let limits: MessageLimits

    init(limits: MessageLimits) {
        self.limits = limits
        parser = RequestParser(limits: limits)
    }

    mutating func receive(_ input: Span<UInt8>, from start: Int, to end: Int) {
        guard !isOver else { return }
        do throws(ParseError) {
            while try step(input.extracting(0..<end)) {}
        } catch {
            add(UInt64(error.hashValueForDigest))
            verdict = .refused
            isOver = true
        }
    }

    /// - Returns: false where more octets are needed.
    private mutating func step(_ input: Span<UInt8>) throws(ParseError) -> Bool {
        if decoder != nil {
            switch try decoder?.next(input, at: &position) {
            case .content(let range):
                // One octet at a time: pieces of content may be cut differently.
                for place in range { add(UInt64(input[place])) }
            case .end:
                add(0xE0)
                decoder = nil
                verdict = .accepted
                requests += 1
            case .incomplete, nil:
                verdict = .incomplete
                return false
            }
            return true
        }
        guard position < input.count else { return false }
        guard let length = try parser.parse(input.extracting(position...)) else {
            verdict = parser.hasBegun ? .incomplete : verdict
            return false
        }
        let index = parser.index
        add(UInt64(index.method.rawValue))
        add(UInt64(position + length))
        add(UInt64(index.lines.count) << 8 | (index.isPersistent ? 1 : 0) | (index.expectsContinue ? 2 : 0))
        for line in index.lines { add(UInt64(line.name.upperBound) << 16 | UInt64(line.value.upperBound)) }
        check(index, input.extracting(position..<position + length))
        position += length
        parser.reset()
        decoder = try BodyDecoder(index.framing, limit: 512, limits: limits)
        verdict = .incomplete
        return true
    }

    /// What every accepted head promises.
    private func check(_ index: HeadIndex, _ head: Span<UInt8>) {
        precondition(index.path.isEmpty || head[index.path.lowerBound] == UInt8(ascii: "/") || index.isServer)
        for line in index.lines {
            precondition(!line.name.isEmpty && Int(line.value.upperBound) <= head.count)
            for place in line.value {
                let octet = head[Int(place)]
                precondition(octet >= 0x20 && octet != 0x7F || octet == 0x09)
            }
        }
        precondition(index.version == .http10 || index.has(.host))
        precondition(!(index.has(.contentLength) && index.has(.transferEncoding)))
        if let list = index.value(.ifNoneMatch) {
            let tag: InlineArray<3, UInt8> = [0x22, 0x61, 0x22]
            _ = EntityTagList.matches(head.extracting(list), tag: tag.span)
        }
    }

    private mutating func add(_ value: UInt64) {
        digest = (digest ^ value) &* 0x100_0000_01B3
    }
}

extension ParseError {
    /// The same in every run, unlike `hashValue`.
    var hashValueForDigest: Int {
        switch self {
        case .malformedRequestLine: 1
        case .targetTooLong: 2
        case .unsupportedVersion: 3
        case .unknownMethod: 4
        case .malformedField: 5
        case .fieldsTooLarge: 6
        case .invalidHost: 7
        case .invalidContentLength: 8
        case .invalidTransferEncoding: 9
        case .unknownTransferCoding: 10
        case .malformedChunk: 11
        case .trailersTooLarge: 12
        case .contentTooLarge: 13
        case .unknownExpectation: 14
        case .incompleteMessage: 15
        case .timeout: 16
        }
    }
}
