import HTTP1
import HTTPTypes
import Web

/// Bounds on what a partner hands in at once.
struct DepositLimits: Sendable {
    /// Octets of one offer.
    static let offer = 256 << 10
    /// Octets of a file of offers; it lies on the disk while it is read.
    static let file = 128 << 20
    /// Lines of a file.
    static let lines = 20_000
    /// Offers of a transaction: other writers wait for one of these at most.
    static let batch = 500
    /// Batches read before they can be written.
    static let batchesAhead = 2
    /// Octets read at once.
    static let piece = 256 << 10

    /// Whether a request hands in many offers.
    static func isFile(_ request: Request) -> Bool {
        request.method == .post && request.target.path.hasPrefix(API.offers.link() + "/")
    }

    /// Octets of content that are read of a deposit; nil for any other request.
    static func content(of head: Request) -> Int? {
        guard head.target.path.hasPrefix(API.offers.link() + "/") else { return nil }
        return switch head.method {
        case .put: offer
        case .post: file
        default: nil
        }
    }
}
