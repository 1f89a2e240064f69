public import Recruitment

/// Finds the OGR code of an offer that does not give it: offers written on this site name their occupation only.
public struct DepositAppellations: Sendable {
    private let byLabel: [String: String]
    private let principal: [ROMECode: String]

    /// - Parameter principal: the code of the appellation that stands for each occupation.
    public init(_ appellations: [Appellation] = [], principal: [ROMECode: String] = [:]) {
        byLabel = Dictionary(
            appellations.map { (Self.key($0.occupation, $0.label), $0.code) }, uniquingKeysWith: { first, _ in first })
        self.principal = principal
    }

    /// The offer's own, else that of its occupation's appellation by the same name, else the principal one; nil for an occupation that
    /// has none.
    func code(of offer: Offer) -> String? {
        if let code = offer.appellationCode { return code }
        guard let occupation = offer.occupation else { return nil }
        for name in [offer.appellation, offer.title] {
            if let name, let code = byLabel[Self.key(occupation, name)] { return code }
        }
        return principal[occupation]
    }

    private static func key(_ occupation: ROMECode, _ label: String) -> String {
        occupation.description + label.lowercased()
    }
}
