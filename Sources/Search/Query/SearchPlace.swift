public import Recruitment

/// Where to look.
public enum SearchPlace: Sendable, Hashable {
    case commune(INSEECode)
    /// Communes whose centre is at most so far from this one's: 0 to 100 km.
    case around(INSEECode, kilometres: Int)
    case near(Coordinate, kilometres: Int)
    /// `03`.
    case departement(String)
    case basin(Basin)
}
