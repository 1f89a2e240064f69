import CLinux
import Glibc
import Threading

/// How other threads reach an event loop: a list of messages and an eventfd that wakes the loop.
final class Mailbox: Sendable {
    enum Message: Sendable {
        /// The answer to a connection's request number `exchange`.
        case answer(ConnectionKey, exchange: UInt32, PreparedResponse, flight: Int?)
        /// The page that others wait for will not come: its request was out of time.
        case dropped(flight: Int)
        /// The next piece of a streamed answer; nil is its end.
        case piece(ConnectionKey, exchange: UInt32, [UInt8]?)
        /// The streamed answer cannot go on.
        case streamFailed(ConnectionKey, exchange: UInt32)
        /// Streamed answers may have something to say.
        case news
        case shutdown
    }

    let wakeup: Descriptor
    private let messages = Lock<[Message]>([])

    init() throws(ServerError) {
        wakeup = try Descriptor("eventfd", eventfd(0, Int32(EFD_CLOEXEC | EFD_NONBLOCK)))
    }

    func post(_ message: Message) {
        let wasEmpty = messages.withLock { messages in
            messages.append(message)
            return messages.count == 1
        }
        // A loop that has messages has already been woken.
        if wasEmpty { _ = eventfd_write(wakeup.number, 1) }
    }

    /// Takes all messages out, leaving the emptied `buffer` in their place.
    func take(into buffer: inout [Message]) {
        var count: eventfd_t = 0
        unsafe _ = eventfd_read(wakeup.number, &count)
        buffer.removeAll(keepingCapacity: true)
        let empty = buffer
        buffer = messages.withLock { messages in
            let taken = messages
            messages = empty
            return taken
        }
    }
}
