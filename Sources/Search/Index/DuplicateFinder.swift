import Recruitment

/// Finds the group an offer belongs to, by what it says of itself and by what its source says. The writer's alone.
struct DuplicateFinder {
    private struct Member {
        let offer: UInt32
        let source: UInt8
    }

    /// The first offer seen with each key; its number names the group.
    private var firstByKey: [UInt64: Member] = [:]
    private var membersByGroup: [UInt32: [Member]] = [:]

    private(set) var groups = DuplicateGroups()

    /// Returns the offers of the group it joined; empty where it stands alone.
    mutating func insert(_ offer: borrowing IndexedOffer, source: UInt8) -> [UInt32] {
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

    /// Returns the offers whose group it left; empty where it stood alone.
    mutating func remove(_ offer: UInt32, jobKey: UInt64) -> [UInt32] {
        guard let group = groups.groupOfOffer[offer], var members = membersByGroup[group] else {
            if firstByKey[jobKey]?.offer == offer { firstByKey[jobKey] = nil }
            return []
        }
        let before = members.map(\.offer)
        members.removeAll { $0.offer == offer }
        membersByGroup[group] = members
        groups.set(members.map(\.offer), group: group)
        return before
    }
}
