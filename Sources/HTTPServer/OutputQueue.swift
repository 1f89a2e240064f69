import CLinux
import Glibc
import HTTP1

/// What a client has not taken yet.
struct OutputQueue {
    private enum Segment {
        case octets([UInt8], sent: Int)
        case file(OpenFile, offset: Int, remaining: Int)
    }

    private var segments: [Segment] = []

    var isEmpty: Bool { segments.isEmpty }

    mutating func append(_ octets: [UInt8], from sent: Int = 0) {
        if sent < octets.count { segments.append(.octets(octets, sent: sent)) }
    }

    mutating func append(_ file: OpenFile, offset: Int, length: Int) {
        if length > 0 { segments.append(.file(file, offset: offset, remaining: length)) }
    }

    enum Outcome {
        /// Everything, or as much as one turn may take, has been sent.
        case sent(Int)
        /// The socket takes no more for now.
        case blocked(Int)
        /// The client is gone, or a file is shorter than announced.
        case broken
    }

    /// Sends as much as the socket takes, about `budget` octets at most.
    mutating func send(to socket: Int32, budget: Int) -> Outcome {
        var sent = 0
        while let first = segments.first, sent < budget {
            let count: Int
            switch first {
            case .octets(let octets, let done):
                count = unsafe octets.withUnsafeBytes { buffer in
                    unsafe Glibc.send(
                        socket, buffer.baseAddress?.advanced(by: done), buffer.count - done, Int32(MSG_NOSIGNAL))
                }
            case .file(let file, let offset, let remaining):
                var position = off_t(offset)
                count = unsafe sendfile(socket, file.descriptor, &position, min(remaining, budget))
                if count == 0 { return .broken }
            }
            if count < 0 {
                if errno == EINTR { continue }
                return errno == EAGAIN ? .blocked(sent) : .broken
            }
            sent += count
            take(count)
        }
        return .sent(sent)
    }

    private mutating func take(_ count: Int) {
        switch segments[0] {
        case .octets(let octets, let done):
            if done + count == octets.count {
                segments.removeFirst()
            } else {
                segments[0] = .octets(octets, sent: done + count)
            }
        case .file(let file, let offset, let remaining):
            if remaining == count {
                segments.removeFirst()
            } else {
                segments[0] = .file(file, offset: offset + count, remaining: remaining - count)
            }
        }
    }
}
