public import Curl
public import Interchange
public import Recruitment

/// Drives a pull over the network. Blocking: for the background worker.
public struct FranceTravailClient: ~Copyable {
    /// Time in milliseconds and waiting, so that tests wait for nothing.
    public struct Clock {
        public let now: () -> Int64
        /// Says whether to go on: false ends the pull.
        public let wait: (Int64) -> Bool

        public init(now: @escaping () -> Int64, wait: @escaping (Int64) -> Bool) {
            self.now = now
            self.wait = wait
        }
    }

    private let http: HTTPClient
    private let limits: TransferLimits

    public init(policy: AddressPolicy = .publicOnly, limits: TransferLimits = TransferLimits()) throws(TransferError) {
        http = try HTTPClient(policy: policy)
        self.limits = limits
    }

    /// Hands every offer, or why a record is none, to `receive`. nil where the clock ended the wait.
    public func run(
        _ pull: consuming FranceTravailPull, gazetteer: Gazetteer, clock: Clock,
        receive: (Result<Offer, Rejection>) -> Void
    ) throws(FranceTravailError) -> FranceTravailSummary? {
        let parser = OfferParser(.franceTravail, source: .franceTravail, gazetteer: gazetteer)
        var pull = pull
        while true {
            switch pull.step(at: clock.now()) {
            case .finished(let summary): return summary
            case .failed(let error): throw error
            case .wait(let milliseconds):
                guard clock.wait(milliseconds) else { return nil }
            case .send(let request):
                guard clock.wait(0) else { return nil }
                let result = Result { () throws(TransferError) in try http.send(request, limits: limits) }
                switch result {
                case .failure(let error): pull.take(error, at: clock.now())
                case .success(let answer):
                    for record in pull.take(answer, at: clock.now()) {
                        receive(Result { () throws(Rejection) in try parser.offer(record) })
                    }
                }
            }
        }
    }
}
