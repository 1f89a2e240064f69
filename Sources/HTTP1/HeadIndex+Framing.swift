extension HeadIndex {
    /// Draws from the fields what decides on the message and the connection (RFC 9112 §3.2, §6.3, §9.3).
    mutating func finish(_ input: Span<UInt8>) throws(ParseError) {
        try checkHost(input)
        try readFraming(input)
        readConnection(input)
        try readExpectation(input)
    }

    private func checkHost(_ input: Span<UInt8>) throws(ParseError) {
        guard let host = value(.host) else {
            guard version == .http10 else { throw .invalidHost }
            return
        }
        guard !repeats(.host), Authority.isValid(input.extracting(host)) else { throw .invalidHost }
    }

    private mutating func readFraming(_ input: Span<UInt8>) throws(ParseError) {
        if has(.transferEncoding) {
            guard version == .http11, !has(.contentLength), !repeats(.transferEncoding) else {
                throw .invalidTransferEncoding
            }
            guard let value = value(.transferEncoding) else { return }
            let coding = input.extracting(value)
            if coding.equalsIgnoringCase("chunked") {
                framing = .chunked
            } else if coding.isToken {
                throw .unknownTransferCoding
            } else {
                throw .invalidTransferEncoding
            }
        } else if let value = value(.contentLength) {
            guard !repeats(.contentLength) else { throw .invalidContentLength }
            let length = try input.extracting(value).decimal()
            framing = length == 0 ? .none : .length(length)
        }
    }

    private mutating func readConnection(_ input: Span<UInt8>) {
        var closes = false
        var keepsAlive = false
        for line in lines where line.field == .connection {
            var list = ListCursor(line.value.octets)
            while let member = list.next(input) {
                let option = input.extracting(member)
                if option.equalsIgnoringCase("close") { closes = true }
                if option.equalsIgnoringCase("keep-alive") { keepsAlive = true }
            }
        }
        isPersistent = !closes && (version == .http11 || keepsAlive)
    }

    /// HTTP/1.0 clients' expectations are ignored (RFC 9110 §10.1.1).
    private mutating func readExpectation(_ input: Span<UInt8>) throws(ParseError) {
        guard has(.expect), version == .http11 else { return }
        for line in lines where line.field == .expect {
            var list = ListCursor(line.value.octets)
            while let member = list.next(input) {
                guard input.extracting(member).equalsIgnoringCase("100-continue") else { throw .unknownExpectation }
                expectsContinue = true
            }
        }
    }
}

extension Span<UInt8> {
    /// Whether the octets are a token (RFC 9110 §5.6.2).
    var isToken: Bool {
        for index in indices where !Octets.isToken(self[index]) { return false }
        return !isEmpty
    }

    /// The number that the octets write in decimal, digits only (RFC 9110 §8.6).
    func decimal() throws(ParseError) -> Int {
        guard !isEmpty, count <= 19 else { throw .invalidContentLength }
        var number = 0
        for index in indices {
            guard Octets.isDigit(self[index]) else { throw .invalidContentLength }
            let (product, overflow) = number.multipliedReportingOverflow(by: 10)
            let (sum, carry) = product.addingReportingOverflow(Int(self[index] &- 0x30))
            guard !overflow, !carry else { throw .invalidContentLength }
            number = sum
        }
        return number
    }
}
