/// What an event loop needs from the system, taken before its thread starts, so that a start either works or fails whole.
final class EventLoopSeat: Sendable {
    let mailbox: Mailbox
    private let context: ServerContext
    private let listener: Listener
    private let epoll: Descriptor

    init(context: ServerContext, host: String, port: UInt16) throws(ServerError) {
        self.context = context
        mailbox = try Mailbox()
        listener = try Listener(host: host, port: port, isShared: true)
        epoll = try Poller.descriptor(sources: [mailbox.wakeup.number, listener.socket.number])
    }

    /// Runs the loop on the calling thread until the server has been shut down.
    func serve() {
        EventLoop(context: context, mailbox: mailbox, listener: listener, epoll: epoll.number).run()
    }
}
