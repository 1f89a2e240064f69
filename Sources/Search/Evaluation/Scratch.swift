/// Arrays that a query works in, kept from one query to the next.
struct Scratch: Sendable {
    /// All zero between two segments.
    var points = [Int32](repeating: 0, count: Segment.mostDocuments)
    var occupations: [UInt32] = []
    var communes: [UInt32] = []
    /// All zero between two queries; `employersSeen` tells which are not.
    var employers: [UInt32] = []
    var employersSeen: [UInt32] = []
    var sources = [UInt32](repeating: 0, count: 256)
    var facets = [UInt32](repeating: 0, count: FacetLayout.count)
    var published = [UInt32](repeating: 0, count: PublishedWithin.allCases.count)
}
