/// The number of an account.
public struct AccountID: RowNumber {
    public let rawValue: Int64

    public init(rawValue: Int64) { self.rawValue = rawValue }
}
