import Recruitment

/// Titles and communes in the order of the alphabet, from each of their words on: « soignant » finds « Aide-soignant ».
struct SuggestionLexicon: Sendable {
    struct Entry: Sendable {
        let kind: Suggestion.Kind
        let text: String
        /// Index in the reference.
        let index: Int
        /// Higher is more usual.
        let weight: Int
        /// Octets of `text`.
        let length: Int
    }

    struct Found {
        /// Number of the entry.
        let entry: Int
        let startsAtFirstWord: Bool
        let isWhole: Bool
    }

    /// Kinds of synonyms that are typed but should not be proposed.
    private static let unfitKinds: Set<String> = ["orthographe", "pluriel", "tournure", "sujet", "anglicisme"]

    /// Keys read for one prefix: a single letter has some 10,000.
    static let mostRead = 20_000

    private(set) var entries: [Entry] = []
    private var octets: [UInt8] = []
    private var keys: [Key] = []

    private struct Key: Sendable {
        /// The first eight octets, so that most comparisons need no more.
        let head: UInt64
        let start: Int32
        let end: Int32
        let entry: Int32
        let isFirst: Bool
    }

    init(reference: SearchReference) {
        var ordinals: [ROMECode: Int] = [:]
        for (index, occupation) in reference.occupations.enumerated() {
            ordinals[occupation.code] = index
            for title in OccupationLabel(occupation.label).titles { add(.occupation, title, index, weight: 30) }
        }
        for appellation in reference.appellations {
            guard let index = ordinals[appellation.occupation] else { continue }
            for title in OccupationLabel(appellation.label).titles { add(.occupation, title, index, weight: 10) }
        }
        for synonym in reference.synonyms where !Self.unfitKinds.contains(synonym.kind) {
            if let index = synonym.occupation.flatMap({ ordinals[$0] }) {
                add(.occupation, synonym.term, index, weight: 20)
            }
        }
        for (index, commune) in reference.communes.enumerated() {
            let isOwn = commune.code.departement == reference.departement
            // Names are borne by several communes; with the postcode the field means one.
            let postcode = commune.postcodes.first?.description
            add(
                .commune, commune.name, index, weight: commune.population / (isOwn ? 200 : 1_000),
                shown: postcode.map { "\(commune.name) (\($0))" }, alsoBy: commune.postcodes.map(\.description))
        }
        let octets = octets
        keys.sort { left, right in
            left.head != right.head
                ? left.head < right.head
                : octets[Int(left.start)..<Int(left.end)].lexicographicallyPrecedes(
                    octets[Int(right.start)..<Int(right.end)])
        }
    }

    /// Entries one of whose words begins with `prefix`, folded.
    func find(_ prefix: [UInt8]) -> [Found] {
        var low = 0
        var high = keys.count
        while low < high {
            let middle = (low + high) / 2
            if key(middle).lexicographicallyPrecedes(prefix) { low = middle + 1 } else { high = middle }
        }
        var found: [Found] = []
        while low < keys.count, found.count < Self.mostRead, key(low).starts(with: prefix) {
            found.append(
                Found(
                    entry: Int(keys[low].entry), startsAtFirstWord: keys[low].isFirst,
                    isWhole: key(low).count == prefix.count))
            low += 1
        }
        return found
    }

    private func key(_ index: Int) -> ArraySlice<UInt8> { octets[Int(keys[index].start)..<Int(keys[index].end)] }

    private mutating func add(
        _ kind: Suggestion.Kind, _ text: String, _ index: Int, weight: Int, shown: String? = nil,
        alsoBy others: [String] = []
    ) {
        addKeys(Folding.folded(text))
        for other in others { addKeys(Folding.folded(other)) }
        entries.append(Entry(kind: kind, text: shown ?? text, index: index, weight: weight, length: text.utf8.count))
    }

    /// Keys of the entry that comes next.
    private mutating func addKeys(_ folded: [UInt8]) {
        let start = octets.count
        octets += folded
        var isStart = true
        for (offset, octet) in folded.enumerated() {
            if isStart, !PlaceLexicon.isConnector(Array(folded[offset...].prefix { $0 != 0x20 })) || offset == 0 {
                var head: UInt64 = 0
                for position in 0..<8 {
                    head = head << 8 | UInt64(offset + position < folded.count ? folded[offset + position] : 0)
                }
                keys.append(
                    Key(
                        head: head, start: Int32(start + offset), end: Int32(octets.count),
                        entry: Int32(entries.count), isFirst: offset == 0))
            }
            isStart = octet == 0x20
        }
    }
}
