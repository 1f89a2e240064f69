import Glibc
import Testing

/// A blocking TCP client that sends exactly what it is told. Waits five seconds at most for any octet.
final class TestClient {
    private let socket: Int32
    private var buffer: [UInt8] = []
    private(set) var hasEnded = false

    init(port: UInt16, receiveBuffer: Int32? = nil) throws {
        socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        if var receiveBuffer {
            unsafe setsockopt(socket, SOL_SOCKET, SO_RCVBUF, &receiveBuffer, socklen_t(MemoryLayout<Int32>.size))
        }
        var limit = timeval(tv_sec: 5, tv_usec: 0)
        unsafe setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        var noDelay: Int32 = 1
        unsafe setsockopt(socket, Int32(IPPROTO_TCP), TCP_NODELAY, &noDelay, socklen_t(MemoryLayout<Int32>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let result = unsafe withUnsafePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                unsafe connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        if result != 0 { throw Refused() }
    }

    struct Refused: Error {}

    deinit {
        close(socket)
    }

    func send(_ octets: [UInt8]) {
        var sent = 0
        while sent < octets.count {
            let count = unsafe octets.withUnsafeBytes {
                unsafe Glibc.send(
                    socket, $0.baseAddress?.advanced(by: sent), $0.count - sent, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { return }
            sent += count
        }
    }

    func send(_ text: String) {
        send(Array(text.utf8))
    }

    /// Sends no more.
    func finish() {
        shutdown(socket, Int32(SHUT_WR))
    }

    struct Answer: Equatable {
        var status = 0
        var fields: [String: String] = [:]
        var content: [UInt8] = []

        var text: String { String(decoding: content, as: UTF8.self) }
    }

    /// The next answer; nil at the end of the connection, or where nothing comes within five seconds.
    func receive(isHead: Bool = false) -> Answer? {
        guard let head = line(until: "\r\n\r\n") else { return nil }
        let lines = head.split(separator: "\r\n", omittingEmptySubsequences: false)
        var answer = Answer()
        answer.status = Int(lines[0].split(separator: " ")[1]) ?? 0
        for line in lines.dropFirst() where !line.isEmpty {
            let parts = line.split(separator: ": ", maxSplits: 1)
            answer.fields[parts[0].lowercased()] = parts.count > 1 ? String(parts[1]) : ""
        }
        guard !isHead, answer.fields["x-method"] != "HEAD" else { return answer }
        if let length = answer.fields["content-length"].flatMap({ Int($0) }) {
            while buffer.count < length, fill() {}
            answer.content = Array(buffer.prefix(length))
            buffer.removeFirst(min(length, buffer.count))
        } else if answer.fields["transfer-encoding"] == "chunked" {
            while let size = line(until: "\r\n").flatMap({ Int($0.dropLast(), radix: 16) }) {
                while buffer.count < size + 2, fill() {}
                answer.content += buffer.prefix(size)
                buffer.removeFirst(min(size + 2, buffer.count))
                if size == 0 { break }
            }
        } else if answer.status == 200 {
            while fill() {}
            answer.content = buffer
            buffer = []
        }
        return answer
    }

    /// The next piece of an answer that comes in pieces; empty at its end.
    func receiveChunk() -> String? {
        guard let size = line(until: "\r\n").flatMap({ Int($0.dropLast(), radix: 16) }) else { return nil }
        while buffer.count < size + 2, fill() {}
        defer { buffer.removeFirst(min(size + 2, buffer.count)) }
        return String(decoding: buffer.prefix(size), as: UTF8.self)
    }

    private func line(until end: String) -> String? {
        let end = Array(end.utf8)
        while true {
            if let range = buffer.firstRange(of: end) {
                let text = String(decoding: buffer[..<range.upperBound], as: UTF8.self)
                buffer.removeFirst(range.upperBound)
                return text
            }
            guard fill() else { return nil }
        }
    }

    private func fill() -> Bool {
        var octets = [UInt8](repeating: 0, count: 65_536)
        let count = unsafe recv(socket, &octets, octets.count, 0)
        guard count > 0 else {
            hasEnded = count == 0
            return false
        }
        buffer += octets[..<count]
        return true
    }
}
