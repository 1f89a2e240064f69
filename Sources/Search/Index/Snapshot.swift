import Recruitment

/// The index as it is after one commit. Readers keep it as long as they like; nothing in it changes.
struct Snapshot: Sendable {
    struct Part: Sendable {
        let segment: Segment
        /// Documents not removed since.
        var alive: Bitmap
        /// Documents that belong to a group of duplicates.
        var grouped: Bitmap
        var hasGroups = false
    }

    var parts: [Part] = []
    var duplicates = DuplicateGroups()
    var employers = NameTable()
    /// Offers by number of employer.
    var offersByEmployer: [UInt32] = []
    var sources = NameTable()
    /// Words of titles: what spelling knows besides the reference.
    var vocabulary = TitleVocabulary()
    /// The last change the index has taken in.
    var sequence: Int64 = 0

    var count: Int { parts.reduce(0) { $0 + $1.alive.count } }
}
