/// An occupation of the ROME 4.
public struct Occupation: Sendable, Hashable {
    public let code: ROMECode
    /// `Caissier / Caissière`.
    public let label: String
    /// The ROME 3 code it came from; may be the same.
    public let parent: ROMECode

    public init(code: ROMECode, label: String, parent: ROMECode) {
        self.code = code
        self.label = label
        self.parent = parent
    }
}
