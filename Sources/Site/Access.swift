/// Who may use a route.
public enum Access: String, Sendable, Hashable, CaseIterable {
    case everyone = "tout le monde"
}
