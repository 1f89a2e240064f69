/// A reader of foreign octets and what it promises.
protocol FuzzTarget: Sendable {
    var name: String { get }
    /// Inputs to bend.
    var seeds: [[UInt8]] { get }
    /// Reads one input and checks the promises.
    func read(_ input: [UInt8], _ random: inout RandomNumbers) throws(Disagreement) -> Verdict
}

/// What became of an input.
enum Verdict: Int {
    case accepted, refused, incomplete
}

/// A promise that was not kept.
struct Disagreement: Error {
    let reason: String
}

enum FuzzTargets {
    static let all: [any FuzzTarget] = [
        MessageTarget(), MultipartTarget(), PercentTarget(), CookieTarget(),
        RangeTarget(),
        JSONTarget(),
    ]

    static var names: String { Set(all.map(\.name)).sorted().joined(separator: ", ") }
}

enum Escaped {
    /// Octets as a `.httptest` document writes them.
    static func text(_ octets: [UInt8]) -> String {
        octets.map { octet in
            switch octet {
            case 0x0D: "\\r"
            case 0x0A: "\\n"
            case 0x5C: "\\\\"
            case 0x20..<0x7F: String(UnicodeScalar(octet))
            default: "\\x" + (octet < 16 ? "0" : "") + String(octet, radix: 16)
            }
        }.joined()
    }
}
