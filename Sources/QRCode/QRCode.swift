internal import CQREncode

/// A QR code symbol (ISO/IEC 18004, model 2), encoded by libqrencode.
public struct QRCode: Sendable, Hashable {
    /// How much of the symbol may be lost: about 7, 15, 25 and 30 %.
    public enum Correction: Sendable, Hashable, CaseIterable {
        case low
        case medium
        case quartile
        case high
    }

    /// UTF-8 octets: what fits the largest symbol at the highest correction, so that no level changes the limit.
    public static let longest = 1_273

    /// Modules a side, 21 to 177, without the quiet zone.
    public let width: Int
    /// Row by row from the top left; true is dark.
    private let modules: [Bool]

    /// Encodes `text` as UTF-8 octets in the smallest symbol that holds it.
    public init(_ text: String, correction: Correction = .medium) throws(QRCodeError) {
        let octets = Array(text.utf8)
        guard !octets.isEmpty else { throw .empty }
        guard octets.count <= Self.longest else { throw .tooLong }
        // The library reads `octets` for the length of the call and returns a symbol that is ours to free.
        let symbol = unsafe octets.withUnsafeBufferPointer { buffer in
            unsafe QRcode_encodeData(Int32(buffer.count), buffer.baseAddress, 0, correction.level)
        }
        guard let symbol = unsafe symbol else { throw .outOfMemory }
        defer { unsafe QRcode_free(symbol) }
        let side = unsafe Int(symbol.pointee.width)
        width = side
        // `data` holds width × width octets whose lowest bit is the module (qrencode.h).
        modules = unsafe UnsafeBufferPointer(start: symbol.pointee.data, count: side * side).map { $0 & 1 == 1 }
    }

    /// Whether the module is dark; light outside the symbol, which is its quiet zone.
    public subscript(row row: Int, column column: Int) -> Bool {
        guard (0..<width).contains(row), (0..<width).contains(column) else { return false }
        return modules[row * width + column]
    }
}

extension QRCode.Correction {
    fileprivate var level: QRecLevel {
        switch self {
        case .low: QR_ECLEVEL_L
        case .medium: QR_ECLEVEL_M
        case .quartile: QR_ECLEVEL_Q
        case .high: QR_ECLEVEL_H
        }
    }
}
