/// A request as a local server got it.
public struct ReceivedRequest: Sendable {
    public let method: String
    public let target: String
    public let fields: [String: String]
    public let body: [UInt8]

    /// Path without the query.
    public var path: String { String(target.prefix { $0 != "?" }) }

    /// The query's parameters, percent-encoding left as it is.
    public var query: [String: String] {
        guard let mark = target.firstIndex(of: "?") else { return [:] }
        var query: [String: String] = [:]
        for pair in target[target.index(after: mark)...].split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            query[String(parts[0])] = parts.count > 1 ? String(parts[1]) : ""
        }
        return query
    }
}

extension Connection {
    /// Reads a whole request with a Content-Length; nil once the peer has closed. Field names in lowercase.
    public func readRequest() -> ReceivedRequest? {
        guard let first = readLine() else { return nil }
        let words = first.split(separator: " ")
        guard words.count == 3 else { return nil }
        var fields: [String: String] = [:]
        while let line = readLine(), !line.isEmpty {
            let parts = line.split(separator: ":", maxSplits: 1)
            fields[parts[0].lowercased()] = parts.count > 1 ? String(parts[1].drop { $0 == " " }) : ""
        }
        let body = read(fields["content-length"].flatMap { Int($0) } ?? 0)
        return ReceivedRequest(method: String(words[0]), target: String(words[1]), fields: fields, body: body)
    }

    /// Writes an answer with its length, that closes the connection.
    public func answer(_ status: Int, _ fields: [String: String] = [:], _ body: String = "") {
        var head = "HTTP/1.1 \(status) Any\r\nContent-Length: \(body.utf8.count)\r\nConnection: close\r\n"
        for (name, value) in fields { head += "\(name): \(value)\r\n" }
        write(head + "\r\n" + (status == 204 || status == 304 ? "" : body))
    }
}
