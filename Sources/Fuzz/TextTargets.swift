import Web

/// `multipart/form-data`: parts lie inside the body, in order, and do not overlap.
struct MultipartTarget: FuzzTarget {
    let name = "multipart"
    let seeds: [[UInt8]] = [
        "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nhello\r\n--b--\r\n",
        "--b\r\nContent-Disposition: form-data; name=\"f\"; filename=\"x.txt\"\r\nContent-Type: text/plain\r\n\r\nabc\r\n--b\r\nContent-Disposition: form-data; name=\"g\"\r\n\r\n\r\n--b--",
    ].map { Array($0.utf8) }

    func read(_ input: [UInt8], _ random: inout RandomNumbers) throws(Disagreement) -> Verdict {
        let parts: [MultipartPart]
        do throws(FormError) {
            parts = try Multipart.parts(of: input.span, boundary: "b")
        } catch {
            return .refused
        }
        var end = 0
        for part in parts {
            guard part.content.lowerBound >= end, part.content.upperBound <= input.count else {
                throw Disagreement(reason: "a part lies at \(part.content)")
            }
            end = part.content.upperBound
        }
        return .accepted
    }
}

/// Percent-encoding: what is decoded and encoded again decodes to the same.
struct PercentTarget: FuzzTarget {
    let name = "percent"
    let seeds: [[UInt8]] = ["a%20b%C3%A9", "%2e%2e%2fetc", "a+b=c&d=%26", "caf\u{e9}"].map { Array($0.utf8) }

    func read(_ input: [UInt8], _ random: inout RandomNumbers) throws(Disagreement) -> Verdict {
        _ = PercentEncoding.decodeQueryComponent(input)
        guard let text = PercentEncoding.decodeSegment(input) else { return .refused }
        let again = PercentEncoding.decodeSegment(Array(PercentEncoding.encodeSegment(text).utf8))
        guard again == text else { throw Disagreement(reason: "\(text) came back as \(again ?? "nothing")") }
        return .accepted
    }
}

/// Cookies: reading never fails, and is the same each time.
struct CookieTarget: FuzzTarget {
    let name = "cookie"
    let seeds: [[UInt8]] = ["a=b; c=\"d\"", "__Host-session=abc; x=y; x=z", "a=b;;c"].map { Array($0.utf8) }

    func read(_ input: [UInt8], _ random: inout RandomNumbers) throws(Disagreement) -> Verdict {
        let text = String(decoding: input, as: UTF8.self)
        guard Cookies(text) == Cookies(text) else { throw Disagreement(reason: "read differently twice") }
        return .accepted
    }
}

/// Ranges: every range lies inside the representation and is not empty.
struct RangeTarget: FuzzTarget {
    let name = "range"
    let seeds: [[UInt8]] = ["bytes=0-9", "bytes=-5", "bytes=5-", "bytes=0-0,-1", "bytes=0-1, 3-4 ,7-"].map {
        Array($0.utf8)
    }

    func read(_ input: [UInt8], _ random: inout RandomNumbers) throws(Disagreement) -> Verdict {
        let length = random.below(20)
        switch ByteRanges(String(decoding: input, as: UTF8.self), length: length) {
        case .some(let ranges):
            for range in ranges where range.isEmpty || range.lowerBound < 0 || range.upperBound > length {
                throw Disagreement(reason: "\(range) of \(length)")
            }
            guard !ranges.isEmpty else { throw Disagreement(reason: "no range at all") }
            return .accepted
        case .whole, .unsatisfiable: return .refused
        }
    }
}

/// JSON: reading ends.
struct JSONTarget: FuzzTarget {
    let name = "json"
    let seeds: [[UInt8]] = [
        #"{"a":[1,-2.5e3,true,null],"b":"é\u00e9\n"}"#, "[[[[]]]]", #""\ud83d\ude00""#,
    ].map { Array($0.utf8) }

    func read(_ input: [UInt8], _ random: inout RandomNumbers) throws(Disagreement) -> Verdict {
        do throws(FormError) {
            _ = try JSONValue(input)
            return .accepted
        } catch {
            return .refused
        }
    }
}
