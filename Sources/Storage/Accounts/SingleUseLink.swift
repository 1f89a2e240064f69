public import Recruitment

/// A link sent by mail that lets its bearer in, once.
public struct SingleUseLink: Sendable, Hashable {
    public enum Purpose: String, Sendable, Hashable {
        /// Proves a recruiter's address and signs him in.
        case enter
        /// Lets a new agent choose a password.
        case invitation

        /// In seconds.
        public var lifetime: Int64 {
            switch self {
            case .enter: 15 * 60
            case .invitation: 3 * 86_400
            }
        }
    }

    public let account: Account
    public let purpose: Purpose
}
