/// Finds the parts of a `multipart/form-data` body (RFC 2046 §5.1.1, RFC 7578). Pure: the body is looked at once, front to back.
public enum Multipart {
    /// The boundary of a content type; nil if it is not 1 to 70 characters that a boundary may have.
    public static func boundary(ofContentType field: String) -> String? {
        guard let type = ContentTypeField(field), type.essence == "multipart/form-data" else { return nil }
        return boundary(of: type)
    }

    static func boundary(of type: ContentTypeField) -> String? {
        guard let boundary = type.parameters["boundary"], (1...70).contains(boundary.utf8.count),
            !boundary.hasSuffix(" "),
            boundary.utf8.allSatisfy(isBoundaryOctet)
        else { return nil }
        return boundary
    }

    /// The parts in order. Lines end with CR LF and nothing else; what stands before the first boundary and after the last is ignored.
    /// - Throws: `FormError.endsEarly` without closing boundary, `.malformedPart`, `.malformedEncoding` (a head that is not UTF-8),
    ///   `.tooManyItems`, `.nameTooLong`, `.unsupportedMediaType` (a transfer encoding, a text in another charset than UTF-8).
    public static func parts(
        of body: Span<UInt8>, boundary: String, limits: InputLimits = .standard
    ) throws(FormError) -> [MultipartPart] {
        let delimiter = Array("\r\n--\(boundary)".utf8)
        var parts: [MultipartPart] = []
        // The first delimiter may stand at the very start, where no line ends before it.
        var next = starts(body, at: 0, with: delimiter[2...]) ? afterDelimiter(body, delimiter.count - 2) : nil
        if next == nil { next = find(delimiter, in: body, from: 0)?.after }
        guard var position = next else { throw .endsEarly }
        while case .part(let start) = position {
            guard parts.count < limits.parts else { throw .tooManyItems }
            let head = try head(in: body, from: start, limits: limits)
            // A part without content may have its delimiter right after the empty line, whose CR LF then is the delimiter's.
            guard let end = find(delimiter, in: body, from: head.contentStart - 2) else { throw .endsEarly }
            let content = min(head.contentStart, end.at)..<end.at
            parts.append(
                try MultipartPart(
                    head: head.octets, content: content.isEmpty ? end.at..<end.at : content, limits: limits))
            position = end.after
        }
        return parts
    }

    private enum Position {
        case part(Int)
        case end
    }

    private static func head(
        in body: Span<UInt8>, from start: Int, limits: InputLimits
    ) throws(FormError) -> (octets: [UInt8], contentStart: Int) {
        let bound = min(body.count, start + limits.partHead)
        var index = start
        while index + 3 < bound {
            if body[index] == 0x0D, body[index + 1] == 0x0A, body[index + 2] == 0x0D, body[index + 3] == 0x0A {
                var octets: [UInt8] = []
                octets.reserveCapacity(index - start)
                for place in start..<index { octets.append(body[place]) }
                return (octets, index + 4)
            }
            index += 1
        }
        throw bound < body.count ? .malformedPart : .endsEarly
    }

    /// The next delimiter that a line end or the closing dashes follow.
    private static func find(
        _ delimiter: [UInt8], in body: Span<UInt8>, from start: Int
    ) -> (at: Int, after: Position)? {
        var index = start
        let last = body.count - delimiter.count
        while index <= last {
            if body[index] == 0x0D, starts(body, at: index, with: delimiter[...]),
                let after = afterDelimiter(body, index + delimiter.count)
            {
                return (index, after)
            }
            index += 1
        }
        return nil
    }

    private static func starts(_ body: Span<UInt8>, at index: Int, with octets: ArraySlice<UInt8>) -> Bool {
        guard index + octets.count <= body.count else { return false }
        var place = index
        for octet in octets {
            if body[place] != octet { return false }
            place += 1
        }
        return true
    }

    /// What follows a boundary: two dashes, or blanks (transport padding) and a line end; nil: this was no delimiter.
    private static func afterDelimiter(_ body: Span<UInt8>, _ start: Int) -> Position? {
        if start + 1 < body.count, body[start] == UInt8(ascii: "-"), body[start + 1] == UInt8(ascii: "-") {
            return .end
        }
        var index = start
        while index < body.count, body[index] == UInt8(ascii: " ") || body[index] == UInt8(ascii: "\t") { index += 1 }
        guard index + 1 < body.count, body[index] == 0x0D, body[index + 1] == 0x0A else { return nil }
        return .part(index + 2)
    }

    private static func isBoundaryOctet(_ octet: UInt8) -> Bool {
        switch octet {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "'"), UInt8(ascii: "("), UInt8(ascii: ")"),
            UInt8(ascii: "+"), UInt8(ascii: "_"), UInt8(ascii: ","), UInt8(ascii: "-"), UInt8(ascii: "."),
            UInt8(ascii: "/"), UInt8(ascii: ":"), UInt8(ascii: "="), UInt8(ascii: "?"), UInt8(ascii: " "):
            true
        default: false
        }
    }
}
