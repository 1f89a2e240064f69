public enum QRCodeError: Error, Sendable, Hashable {
    case empty
    /// More than `QRCode.longest` octets.
    case tooLong
    /// The library has no memory left.
    case outOfMemory
}
