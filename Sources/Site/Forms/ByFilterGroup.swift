/// A value for some of the groups of filters, in the groups' order. They are few: looking through them is quicker than
/// hashing a group's name.
struct ByFilterGroup<Value: Sendable>: Sendable {
    struct Entry: Sendable {
        let group: FilterGroup
        var value: Value
    }

    private(set) var entries: [Entry] = []

    subscript(group: FilterGroup) -> Value? {
        get { entries.first { $0.group == group }?.value }
        set {
            let place = entries.firstIndex { $0.group == group }
            switch (place, newValue) {
            case (let place?, let value?): entries[place].value = value
            case (let place?, nil): entries.remove(at: place)
            case (nil, let value?): insert(value, for: group)
            case (nil, nil): break
            }
        }
    }

    private mutating func insert(_ value: Value, for group: FilterGroup) {
        let later = FilterGroup.allCases.drop { $0 != group }
        let place = entries.firstIndex { later.contains($0.group) } ?? entries.endIndex
        entries.insert(Entry(group: group, value: value), at: place)
    }

    var isEmpty: Bool { entries.isEmpty }
}

extension ByFilterGroup.Entry: Equatable where Value: Equatable {}
extension ByFilterGroup.Entry: Hashable where Value: Hashable {}
extension ByFilterGroup: Equatable where Value: Equatable {}
extension ByFilterGroup: Hashable where Value: Hashable {}
