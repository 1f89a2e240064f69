/// The titles that a label of the ROME holds: « Agent / Agente de propreté » is « Agent de propreté » and « Agente de propreté ».
public struct OccupationTitles: Sendable, Hashable {
    /// The masculine one.
    public let first: String?

    public init(_ label: String) {
        first = OccupationLabel(label).titles.first
    }
}
