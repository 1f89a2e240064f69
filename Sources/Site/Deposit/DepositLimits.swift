import HTTP1
import HTTPTypes
import Secrets
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
    /// Octets read at once.
    static let piece = 256 << 10

    /// Whether a request hands in many offers.
    static func isFile(_ request: Request) -> Bool {
        request.method == .post && request.target.path.hasPrefix(API.offers.link() + "/")
    }

    /// Octets of content that are read of a deposit; nil for any other request. Who shows no key sends no more than to any operation:
    /// whether it is a valid one is looked up later, off the event loop.
    static func content(of head: Request) -> Int? {
        guard head.target.path.hasPrefix(API.offers.link() + "/"), let field = head.fields[.authorization],
            APIGate.token(in: field) != nil
        else { return nil }
        return switch head.method {
        case .put: offer
        case .post: file
        default: nil
        }
    }
}
