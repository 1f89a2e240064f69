import Recruitment

/// Finds the group an offer belongs to, by what it says of itself and by what its source says. The writer's alone.
struct DuplicateFinder {
    private struct Member {
        let offer: UInt32
        let source: UInt8
        var rank: UInt8 = 0
    }

    /// Apart from the numbers of offers, which have thirty bits.
    private static let judged: UInt32 = 1 << 31

    /// The first offer seen with each key; its number names the group.
    private var firstByKey: [UInt64: Member] = [:]
    private var membersByGroup: [UInt32: [Member]] = [:]
    /// The group of each offer that came with its place, alone in it or not.
    private var judgedGroup: [UInt32: UInt32] = [:]

    private(set) var groups = DuplicateGroups()

    /// Returns the offers of the group it joined; empty where it stands alone.
    mutating func insert(_ offer: borrowing IndexedOffer, source: UInt8) -> [UInt32] {
        if let job = offer.job { return insert(offer.id.number, source: source, job) }
        let keys = [offer.originalKey, offer.jobKey, offer.ownKey].filter { $0 != 0 }
        let own = Member(offer: offer.id.number, source: source)
        for key in keys {
            guard let first = firstByKey[key], first.offer != own.offer else { continue }
            var members = membersByGroup[first.offer] ?? [first]
            members.removeAll { $0.offer == own.offer }
            // Two offers of one source are two jobs, unless the source itself says otherwise.
            guard key == offer.originalKey || !members.contains(where: { $0.source == source }) else { continue }
            members.append(own)
            members.sort { $0.offer < $1.offer }
            for key in keys where firstByKey[key] == nil { firstByKey[key] = first }
            membersByGroup[first.offer] = members
            groups.set(members.map(\.offer), group: first.offer)
            return members.map(\.offer)
        }
        for key in keys where firstByKey[key] == nil { firstByKey[key] = own }
        return []
    }

    private mutating func insert(_ offer: UInt32, source: UInt8, _ place: JobPlace) -> [UInt32] {
        let group = place.job | Self.judged
        var members = membersByGroup[group] ?? []
        members.removeAll { $0.offer == offer }
        members.append(Member(offer: offer, source: source, rank: place.rank))
        members.sort { ($0.rank, $0.offer) < ($1.rank, $1.offer) }
        membersByGroup[group] = members
        judgedGroup[offer] = group
        groups.set(members.map(\.offer), group: group)
        return members.map(\.offer)
    }

    /// Returns the offers whose group it left; empty where it stood alone.
    mutating func remove(_ offer: UInt32, jobKey: UInt64) -> [UInt32] {
        guard let group = judgedGroup.removeValue(forKey: offer) ?? groups.groupOfOffer[offer],
            var members = membersByGroup[group]
        else {
            if firstByKey[jobKey]?.offer == offer { firstByKey[jobKey] = nil }
            return []
        }
        let before = members.map(\.offer)
        members.removeAll { $0.offer == offer }
        membersByGroup[group] = members.isEmpty && group & Self.judged != 0 ? nil : members
        groups.set(members.map(\.offer), group: group)
        return before
    }
}
