/// Why a record is no offer: the field, what stood there and the reason, in French, for whoever sent the file.
public struct Rejection: Error, Sendable, Hashable {
    /// Name in the file; a dot leads into an object: `salaire.libelle`. Empty when the record as a whole is at fault.
    public var field: String
    /// What stood there, cut to `longestValue` scalars.
    public var value: String
    public var reason: String
    /// The record's own identifier, where it could be read.
    public var sourceID: String?

    public static let longestValue = 200

    public init(field: String, value: String = "", reason: String, sourceID: String? = nil) {
        self.field = field
        self.value = String(value.unicodeScalars.prefix(Self.longestValue))
        self.reason = reason
        self.sourceID = sourceID
    }
}
