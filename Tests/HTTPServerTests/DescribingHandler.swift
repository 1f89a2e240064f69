import HTTP1
import HTTPTypes

/// Answers with a description of what it was asked.
struct DescribingHandler: RequestHandler {
    var generation: UInt64 { 1 }

    func admission(of head: Request) -> BodyAdmission {
        switch head.target.path {
        case "/small": .accept(limit: 100)
        case "/unwanted": .refuse(Response(status: .unsupportedMediaType))
        default: .accept(limit: 1 << 20)
        }
    }

    func respond(to request: Request, worker: Int) -> Response {
        Response(
            status: .ok, fields: [Self.method: request.method.rawValue],
            body: .bytes(Array((Self.describe(request).joined(separator: "\n") + "\n").utf8)))
    }

    /// The method asked for, so that a client knows HEAD when it sees the answer.
    static let method = HTTPField.Name("X-Method")!

    static func describe(_ request: Request) -> [String] {
        if request.method == .head { return ["HEAD"] }
        let version = request.version == .http10 ? " HTTP/1.0" : ""
        var lines = ["\(request.method) \(request.target) \(request.authority ?? "-")\(version)"]
        for field in request.fields where !framing.contains(field.name.canonicalName) {
            let value = unsafe field.withUnsafeBytesOfValue { unsafe Array($0) }
            lines.append("  \(field.name.canonicalName): \(escape(value))")
        }
        if case .bytes(let bytes) = request.body { lines.append("  \"\(escape(bytes))\"") }
        return lines
    }

    private static let framing: Set = ["host", "content-length", "transfer-encoding", "connection", "expect"]

    private static func escape(_ octets: [UInt8]) -> String {
        octets.map { octet in
            switch octet {
            case 0x09: "\\t"
            case 0x20..<0x7F: String(UnicodeScalar(octet))
            default: "\\x" + (octet < 16 ? "0" : "") + String(octet, radix: 16)
            }
        }.joined()
    }
}
