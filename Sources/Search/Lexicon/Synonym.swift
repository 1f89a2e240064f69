public import Recruitment

/// A line of the table of everyday words (`Migrations/reference/synonyms.tsv`).
public struct Synonym: Sendable, Hashable {
    /// What people type: `femme de ménage`.
    public let term: String
    /// The official title or notion: `agent de propreté de locaux`.
    public let equivalent: String
    /// `synonyme`, `abreviation`, `genre`, `orthographe`, `familier`, `tournure` (understood, never proposed), `contrat`,
    /// `temps`, `profil`…
    public let kind: String
    public let occupation: ROMECode?

    public init(term: String, equivalent: String, kind: String, occupation: ROMECode?) {
        self.term = term
        self.equivalent = equivalent
        self.kind = kind
        self.occupation = occupation
    }
}
