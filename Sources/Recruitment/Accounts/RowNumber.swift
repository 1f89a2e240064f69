/// The number of a row of the database: each table has a type of its own, so that one is never taken for another.
public protocol RowNumber: RawRepresentable, Sendable, Hashable, LosslessStringConvertible where RawValue == Int64 {
    init(rawValue: Int64)
}

extension RowNumber {
    /// Reads a positive number.
    public init?(_ text: String) {
        guard let number = Int64(text), number > 0 else { return nil }
        self.init(rawValue: number)
    }

    public var description: String { String(rawValue) }
}
