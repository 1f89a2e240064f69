/// One part of a `multipart/form-data` body (RFC 7578).
public struct MultipartPart: Sendable, Hashable {
    public let name: String
    /// The last component of what the sender called the file; nil for a text field. Empty where no file was chosen.
    /// To be shown, never to be opened.
    public let fileName: String?
    /// As declared, lower-case, without parameters; nil where it is not.
    public let contentType: String?
    /// Where in the body the content stands.
    public let content: Range<Int>
}

extension MultipartPart {
    /// Reads the head of a part: the lines between the boundary and the empty line, without the latter.
    init(head: [UInt8], content: Range<Int>, limits: InputLimits) throws(FormError) {
        guard let text = String(validating: head, as: UTF8.self), !head.contains(0) else { throw .malformedEncoding }
        var fields: [String: Substring.UTF8View] = [:]
        for line in Self.lines(text) {
            // A line that begins with a blank would be a folded one: it has no name.
            guard let colon = line.firstIndex(of: UInt8(ascii: ":")), line[..<colon].isToken else {
                throw .malformedPart
            }
            let value = line[line.index(after: colon)...].trimmingBlanks()
            guard !value.contains(where: { $0 < 0x20 && $0 != 0x09 || $0 == 0x7F }),
                fields.updateValue(value, forKey: Substring(line[..<colon]).lowercased()) == nil
            else { throw .malformedPart }
        }
        guard let disposition = fields["content-disposition"] else { throw .malformedPart }
        let pieces = WeightedList.split(disposition, at: UInt8(ascii: ";"), limit: 16)
        guard let kind = pieces.first?.trimmingBlanks(), Substring(kind).lowercased() == "form-data",
            let parameters = Self.dispositionParameters(pieces.dropFirst()), let name = parameters["name"]
        else { throw .malformedPart }
        guard name.utf8.count <= limits.name, parameters["filename"]?.utf8.count ?? 0 <= limits.name else {
            throw .nameTooLong
        }
        if let encoding = fields["content-transfer-encoding"].map({ Substring($0).lowercased() }),
            !["7bit", "8bit", "binary"].contains(encoding)
        {
            throw .unsupportedMediaType
        }
        var type: ContentTypeField?
        if let field = fields["content-type"] {
            guard let declared = ContentTypeField(String(Substring(field))) else { throw .malformedPart }
            type = declared
        }
        let fileName = parameters["filename"]
        if fileName == nil, let type, !type.isUTF8 { throw .unsupportedMediaType }
        self.name = name
        self.fileName = fileName.map(Self.lastComponent)
        contentType = type?.essence
        self.content = content
    }

    /// Split by octets: a combining character after a slash would hide it from Characters.
    private static func lastComponent(_ path: String) -> String {
        let components = path.utf8.split { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }
        return components.last.map { String(Substring($0)) } ?? ""
    }

    private static func lines(_ text: String) -> [Substring.UTF8View] {
        var lines: [Substring.UTF8View] = []
        var rest = text.utf8[...]
        while !rest.isEmpty {
            var end = rest.startIndex
            while end != rest.endIndex, !rest[end...].starts(with: "\r\n".utf8) { end = rest.index(after: end) }
            lines.append(rest[..<end])
            rest = rest[end...].dropFirst(2)
        }
        return lines
    }

    /// Names and file names as browsers write them: in quotes, where `%22`, `%0D` and `%0A` stand for what a quoted string
    /// cannot hold (WHATWG HTML, multipart/form-data encoding). Older senders write `\"`; a path of Windows keeps its backslashes.
    /// `filename*` has no place here (RFC 7578 §4.2) and is ignored.
    private static func dispositionParameters(_ pieces: ArraySlice<Substring.UTF8View>) -> [String: String]? {
        var parameters: [String: String] = [:]
        for piece in pieces {
            let parameter = piece.trimmingBlanks()
            if parameter.isEmpty { continue }
            guard let equals = parameter.firstIndex(of: UInt8(ascii: "=")), parameter[..<equals].isToken else {
                return nil
            }
            let name = Substring(parameter[..<equals]).lowercased()
            if name == "filename*" { continue }
            let value = parameter[parameter.index(after: equals)...]
            guard value.isToken || value.isQuotedString else { return nil }
            let text =
                value.first == UInt8(ascii: "\"") ? unescaped(value.dropFirst().dropLast()) : String(Substring(value))
            guard parameters.updateValue(text, forKey: name) == nil else { return nil }
        }
        return parameters
    }

    private static func unescaped(_ quoted: Substring.UTF8View) -> String {
        var octets: [UInt8] = []
        var rest = quoted
        while let octet = rest.popFirst() {
            if octet == UInt8(ascii: "\\"), let next = rest.first,
                next == UInt8(ascii: "\"") || next == UInt8(ascii: "\\")
            {
                octets.append(next)
                rest.removeFirst()
            } else if octet == UInt8(ascii: "%"), rest.starts(with: "22".utf8) {
                octets.append(UInt8(ascii: "\""))
                rest.removeFirst(2)
            } else if octet == UInt8(ascii: "%"), Substring(rest.prefix(2)).uppercased() == "0D" {
                octets.append(0x0D)
                rest.removeFirst(2)
            } else if octet == UInt8(ascii: "%"), Substring(rest.prefix(2)).uppercased() == "0A" {
                octets.append(0x0A)
                rest.removeFirst(2)
            } else {
                octets.append(octet)
            }
        }
        return String(decoding: octets, as: UTF8.self)
    }
}
