import Threading

/// Counts open connections, in all and by address.
final class ConnectionCounter: Sendable {
    enum Verdict: Sendable {
        case admitted
        /// Over a limit: to be told 503.
        case refused
        /// Even too many refusals are open: the others shall wait in the kernel's queue.
        case full
    }

    private struct State {
        var total = 0
        var byAddress: [PeerAddress: Int] = [:]
    }

    private let state = Lock(State())
    private let total: Int
    private let refusals: Int
    private let perAddress: Int?

    init(limits: Limits) {
        refusals = min(limits.refusals, Descriptors.limit / 4)
        total = max(1, min(limits.connections, Descriptors.limit - refusals - Descriptors.reserved))
        perAddress = limits.connectionsPerAddress
    }

    /// Whether one more may be opened at all.
    var hasRoom: Bool {
        state.withLock { $0.total < total + refusals }
    }

    /// Counts a new connection, unless there is no room.
    func open(_ address: PeerAddress, isCounted: Bool) -> Verdict {
        state.withLock { state in
            guard state.total < total + refusals else { return .full }
            state.total += 1
            var isWithin = state.total <= total
            if isCounted, let perAddress {
                let address = address.subscriber
                let count = state.byAddress[address, default: 0] + 1
                state.byAddress[address] = count
                isWithin = isWithin && count <= perAddress
            }
            return isWithin ? .admitted : .refused
        }
    }

    func close(_ address: PeerAddress, isCounted: Bool) {
        state.withLock { state in
            state.total -= 1
            let address = address.subscriber
            guard isCounted, perAddress != nil, let count = state.byAddress[address] else { return }
            state.byAddress[address] = count > 1 ? count - 1 : nil
        }
    }
}
