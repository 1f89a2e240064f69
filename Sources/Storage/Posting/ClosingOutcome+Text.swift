public import Recruitment

extension ClosingOutcome {
    /// As the database and the history keep it: `pourvue ce-site 1 oui ?`, `non-pourvue besoin-disparu`.
    public var code: String {
        switch self {
        case .filled(let hire):
            "pourvue \(hire.channel.rawValue) \(hire.positions) \(Self.code(hire.withCIED)) \(Self.code(hire.ofRSARecipient))"
        case .notFilled(let reason): "non-pourvue \(reason.rawValue)"
        }
    }

    /// Refuses what `code` does not print.
    public init?(code: String) {
        let parts = code.split(separator: " ").map(String.init)
        switch parts.first {
        case "pourvue" where parts.count == 5:
            guard let channel = Channel(rawValue: parts[1]), let positions = Int(parts[2]) else { return nil }
            self = .filled(
                Hire(
                    channel: channel, positions: positions, withCIED: Self.answer(parts[3]),
                    ofRSARecipient: Self.answer(parts[4])))
        case "non-pourvue" where parts.count == 2:
            guard let reason = Reason(rawValue: parts[1]) else { return nil }
            self = .notFilled(reason)
        default: return nil
        }
    }

    private static func code(_ answer: Bool?) -> String { answer.map { $0 ? "oui" : "non" } ?? "?" }

    private static func answer(_ code: String) -> Bool? { code == "?" ? nil : code == "oui" }
}
