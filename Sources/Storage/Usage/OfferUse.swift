/// What readers do with an offer that its employer is told the number of.
public enum OfferUse: Sendable, Hashable, CaseIterable {
    /// It stood on a page of results.
    case shown
    /// Its page was read.
    case view
    /// Someone went to apply: followed the link, asked for the address, pressed the number.
    case application
}

/// How often an offer was used.
public struct OfferUseCounts: Sendable, Hashable {
    public var shown: Int
    public var views: Int
    public var applications: Int

    public init(shown: Int = 0, views: Int = 0, applications: Int = 0) {
        self.shown = shown
        self.views = views
        self.applications = applications
    }

    public var isEmpty: Bool { self == OfferUseCounts() }

    public subscript(_ use: OfferUse) -> Int {
        get {
            switch use {
            case .shown: shown
            case .view: views
            case .application: applications
            }
        }
        set {
            switch use {
            case .shown: shown = newValue
            case .view: views = newValue
            case .application: applications = newValue
            }
        }
    }
}
