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
    let employers: NameTable
    /// Offers by number of employer.
    var offersByEmployer: [UInt32] = []
    /// Offers by occupation and by commune: 1 + index in the reference.
    var offersByOccupation: [UInt32] = []
    var offersByCommune: [UInt32] = []
    let sources: NameTable
    /// Words of titles: what spelling knows besides the reference.
    let vocabulary: TitleVocabulary
    /// The last change the index has taken in.
    var sequence: Int64 = 0

    init() {
        employers = NameTable()
        sources = NameTable()
        vocabulary = TitleVocabulary()
    }

    var count: Int { parts.reduce(0) { $0 + $1.alive.count } }
}
