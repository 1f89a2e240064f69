import HTTP1
import HTTPTypes

/// A Content-Type field as a sender wrote it (RFC 9110 §8.3.1).
struct ContentTypeField: Sendable, Hashable {
    /// Lower-case.
    let essence: String
    /// Names lower-case, values unquoted.
    let parameters: [String: String]

    /// The type of a request's content, which is text in UTF-8 or no text, under no coding.
    /// - Throws: `FormError.unsupportedMediaType`.
    init(of request: Request) throws(FormError) {
        if let coding = request.fields[.contentEncoding], coding.lowercased() != "identity" {
            throw .unsupportedMediaType
        }
        guard let field = request.fields[.contentType], let type = ContentTypeField(field), type.isUTF8 else {
            throw .unsupportedMediaType
        }
        self = type
    }

    /// nil for what is no media type, a malformed parameter, and one that stands twice.
    init?(_ field: String) {
        let pieces = WeightedList.split(field.utf8[...], at: UInt8(ascii: ";"), limit: 16)
        guard let first = pieces.first?.trimmingBlanks() else { return nil }
        let halves = first.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        guard halves.count == 2, halves.allSatisfy({ $0.isToken }) else { return nil }
        guard let parameters = Self.parameters(pieces.dropFirst()) else { return nil }
        essence = Substring(first).lowercased()
        self.parameters = parameters
    }

    /// `name=value` pairs as Content-Type and Content-Disposition have them; values stay as written but for quotes.
    static func parameters(_ pieces: ArraySlice<Substring.UTF8View>) -> [String: String]? {
        var parameters: [String: String] = [:]
        for piece in pieces {
            let parameter = piece.trimmingBlanks()
            if parameter.isEmpty { continue }
            guard let equals = parameter.firstIndex(of: UInt8(ascii: "=")), parameter[..<equals].isToken else {
                return nil
            }
            let value = parameter[parameter.index(after: equals)...]
            guard value.isToken || value.isQuotedString else { return nil }
            let name = Substring(parameter[..<equals]).lowercased()
            guard parameters.updateValue(WeightedList.unquoted(value), forKey: name) == nil else { return nil }
        }
        return parameters
    }

    /// Whether texts of that type are UTF-8: no charset says so, or it is named.
    var isUTF8: Bool {
        guard let charset = parameters["charset"]?.lowercased() else { return true }
        return charset == "utf-8" || charset == "utf8" || charset == "us-ascii"
    }
}

extension Substring.UTF8View {
    /// RFC 9110 §5.6.2.
    var isToken: Bool {
        !isEmpty && allSatisfy(isTokenOctet)
    }

    /// Quotes around, and none inside that no backslash stands before.
    var isQuotedString: Bool {
        guard count >= 2, first == UInt8(ascii: "\""), last == UInt8(ascii: "\"") else { return false }
        var isEscaped = false
        for octet in dropFirst().dropLast() {
            if isEscaped {
                isEscaped = false
            } else if octet == UInt8(ascii: "\\") {
                isEscaped = true
            } else if octet == UInt8(ascii: "\"") {
                return false
            }
        }
        return !isEscaped
    }
}

func isTokenOctet(_ octet: UInt8) -> Bool {
    switch octet {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "!"), UInt8(ascii: "#")...UInt8(ascii: "'"),
        UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "^"),
        UInt8(ascii: "_"), UInt8(ascii: "`"), UInt8(ascii: "|"), UInt8(ascii: "~"):
        true
    default: false
    }
}
