/// A report on the offers of a deposit that France Travail refused: a table (CSV with `;`, `,`, `|` or tabs; UTF-8 or windows-1252)
/// whose first row names the columns. Its form is not public: the columns are found by the names that reports of partners use, or by
/// those given.
public struct DepositRejects: Sendable {
    public struct Reject: Sendable, Hashable {
        /// The offer's reference as we gave it.
        public let reference: String
        /// In France Travail's words; empty where it gives none.
        public let reason: String
    }

    public static let referenceNames = ["par_ref_offre", "ref_offre", "reference_offre", "reference", "référence"]
    public static let reasonNames = [
        "motif_rejet", "motif", "libelle_rejet", "libelle_erreur", "libellé", "libelle", "message", "erreur", "raison",
    ]
    /// Characters of a reason that are kept.
    public static let longestReason = 300

    public let rejects: [Reject]
    /// The report ends in the middle of a row, or has more rows than are read.
    public let isCut: Bool

    /// - Parameters:
    ///   - reference: the name of the column with the offer's reference, where it has another than the usual ones.
    ///   - reason: of the column that says why.
    /// - Throws: `.unreadable` where there is no such column, naming those there are.
    public init(
        _ octets: [UInt8], reference: String? = nil, reason: String? = nil, limits: FeedLimits = FeedLimits()
    ) throws(FeedError) {
        let referenceNames = reference.map { [$0.lowercased()] } ?? Self.referenceNames
        let reasonNames = reason.map { [$0.lowercased()] } ?? Self.reasonNames
        var names: [String] = []
        var rejects: [Reject] = []
        let ending = try CSVRecords.read(octets, limits) { record in
            guard case .node(let row) = record else { return true }
            if names.isEmpty { names = row.children.map(\.name) }
            let value = { (names: [String]) in
                names.lazy.compactMap { name in row.children.first { $0.name == name }?.text.trimmed }.first {
                    !$0.isEmpty
                }
            }
            if let reference = value(referenceNames) {
                let reason = String((value(reasonNames) ?? "").prefix(Self.longestReason))
                rejects.append(Reject(reference: reference, reason: reason))
            }
            return rejects.count < limits.records
        }
        guard names.isEmpty || referenceNames.contains(where: names.contains) else {
            throw .unreadable("aucune colonne « \(referenceNames[0]) » parmi : \(names.joined(separator: ", "))")
        }
        self.rejects = rejects
        isCut = ending != .complete
    }
}
