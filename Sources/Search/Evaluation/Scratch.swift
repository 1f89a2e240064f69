/// Arrays that a query works in, kept from one query to the next.
struct Scratch: Sendable {
    /// All zero between two segments.
    var points = [Int32](repeating: 0, count: Segment.mostDocuments)
    var counter = FacetCounter()
}
