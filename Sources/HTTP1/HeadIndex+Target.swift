extension HeadIndex {
    /// Splits the request target into its parts (RFC 9112 §3.2).
    mutating func readTarget(_ input: Span<UInt8>) throws(ParseError) {
        switch input[target.lowerBound] {
        case UInt8(ascii: "/"):
            splitPath(input, from: target.lowerBound)
        case UInt8(ascii: "*"):
            // The asterisk form is for OPTIONS alone (RFC 9112 §3.2.4).
            guard target.count == 1, method == .options else { throw .malformedRequestLine }
            path = target
            isServer = true
        default:
            // The authority form is for CONNECT alone, which is refused as unknown whatever its target.
            if method == .connect { return }
            try readAbsolute(input)
        }
    }

    /// `http://authority/path?query` (RFC 9112 §3.2.2); user information is refused (RFC 9110 §4.2.4).
    private mutating func readAbsolute(_ input: Span<UInt8>) throws(ParseError) {
        let text = input.extracting(target)
        let authorityStart: Int
        if text.beginsIgnoringCase("http://") {
            authorityStart = target.lowerBound + 7
        } else if text.beginsIgnoringCase("https://") {
            // Whether the client came by TLS is the proxy's to say, not the target's.
            authorityStart = target.lowerBound + 8
        } else {
            throw .malformedRequestLine
        }
        var end = authorityStart
        while end < target.upperBound, input[end] != UInt8(ascii: "/"), input[end] != UInt8(ascii: "?") { end += 1 }
        guard Authority.isValid(input.extracting(authorityStart..<end)) else { throw .malformedRequestLine }
        targetAuthority = authorityStart..<end
        splitPath(input, from: end)
        isServer = method == .options && path.isEmpty && query == nil
    }

    private mutating func splitPath(_ input: Span<UInt8>, from start: Int) {
        var mark = start
        while mark < target.upperBound, input[mark] != UInt8(ascii: "?") { mark += 1 }
        path = start..<mark
        query = mark < target.upperBound ? mark + 1..<target.upperBound : nil
    }
}

extension Span<UInt8> {
    /// Whether the octets begin with `lowercase` in any case; ASCII only.
    func beginsIgnoringCase(_ lowercase: String) -> Bool {
        let length = lowercase.utf8.count
        return count >= length && extracting(0..<length).equalsIgnoringCase(lowercase)
    }
}
