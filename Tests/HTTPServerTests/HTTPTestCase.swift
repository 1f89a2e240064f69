import Glibc
import Testing

/// A case of a `.httptest` document: what a client sends and what comes of it.
///
/// ```
/// # RFC 9112 §3: the title of the case
/// GET / HTTP/1.1\r\n
/// Host: a\r\n\r\n
/// ----
/// 200 GET / a
/// open
/// ```
/// Line ends of the document do not count. `\r`, `\n`, `\t`, `\0`, `\xHH` and `\\` are octets, `\{text*9}` repeats, and at
/// `\|` the client waits. Expected are the answers, each with its status and, from the handler, what it was asked; then
/// whether the connection is `open`, will `close`, or waits for the rest of an `incomplete` request.
struct HTTPTestCase: Sendable, CustomTestStringConvertible {
    let section: String
    let title: String
    /// Cut where the client waits.
    let input: [[UInt8]]
    let expected: [String]

    var testDescription: String { "\(section): \(title)" }

    static let all: [HTTPTestCase] = ["request-line", "fields", "framing", "connection"].flatMap { name in
        let folder = #filePath.split(separator: "/").dropLast().joined(separator: "/")
        return cases(in: text(of: "/\(folder)/Fixtures/\(name).httptest"))
    }

    static func cases(in document: String) -> [HTTPTestCase] {
        var cases: [HTTPTestCase] = []
        var heading = ""
        var input = ""
        var expected: [String]?
        func finish() {
            guard let lines = expected else { return }
            let parts = heading.split(separator: ": ", maxSplits: 1).map(String.init)
            let output = lines.map(repeated).joined(separator: "\n").split(separator: "\n").map(String.init)
            cases.append(
                HTTPTestCase(section: parts[0], title: parts[1], input: octets(repeated(input)), expected: output))
            input = ""
            expected = nil
        }
        for line in document.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
            if line.hasPrefix("# ") {
                finish()
                heading = String(line.dropFirst(2))
            } else if line == "----" {
                expected = []
            } else if expected == nil {
                input += line
            } else if !line.isEmpty {
                expected?.append(line)
            }
        }
        finish()
        return cases
    }

    /// Writes every `\{text*count}` out; `\n` in an expectation is a line end.
    private static func repeated(_ text: String) -> String {
        var result = ""
        var rest = text[...]
        while let start = rest.firstRange(of: "\\{") {
            result += rest[..<start.lowerBound]
            rest = rest[start.upperBound...]
            guard let end = rest.firstIndex(of: "}"), let star = rest[..<end].lastIndex(of: "*"),
                let count = Int(rest[rest.index(after: star)..<end])
            else { fatalError("a repetition is text, a star and a number: \(text)") }
            result += String(repeating: String(rest[..<star]), count: count)
            rest = rest[rest.index(after: end)...]
        }
        result += rest
        return result.hasPrefix("  ") ? result.replacing("\\n", with: "\n") : result
    }

    private static func octets(_ text: String) -> [[UInt8]] {
        var pieces: [[UInt8]] = [[]]
        var rest = Array(text.utf8)[...]
        while let octet = rest.popFirst() {
            guard octet == UInt8(ascii: "\\"), let escape = rest.popFirst() else {
                pieces[pieces.count - 1].append(octet)
                continue
            }
            switch escape {
            case UInt8(ascii: "r"): pieces[pieces.count - 1].append(0x0D)
            case UInt8(ascii: "n"): pieces[pieces.count - 1].append(0x0A)
            case UInt8(ascii: "t"): pieces[pieces.count - 1].append(0x09)
            case UInt8(ascii: "0"): pieces[pieces.count - 1].append(0)
            case UInt8(ascii: "|"): pieces.append([])
            case UInt8(ascii: "x"):
                let digits = String(decoding: rest.prefix(2), as: UTF8.self)
                rest = rest.dropFirst(2)
                pieces[pieces.count - 1].append(UInt8(digits, radix: 16) ?? 0)
            default: pieces[pieces.count - 1].append(escape)
            }
        }
        return pieces
    }

    private static func text(of path: String) -> String {
        let descriptor = unsafe open(path, O_RDONLY)
        precondition(descriptor >= 0, "no document \(path)")
        defer { close(descriptor) }
        var octets: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while case let count = unsafe read(descriptor, &buffer, buffer.count), count > 0 {
            octets += buffer[..<count]
        }
        return String(decoding: octets, as: UTF8.self)
    }
}
