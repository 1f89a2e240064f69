/// A job title of the ROME, with its stable OGR identifier.
public struct Appellation: Sendable, Hashable {
    public let code: String
    public let label: String
    public let occupation: ROMECode

    public init(code: String, label: String, occupation: ROMECode) {
        self.code = code
        self.label = label
        self.occupation = occupation
    }
}
