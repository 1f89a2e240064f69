/// When one works, as words of a title or text tell it: what parts two jobs that are otherwise told alike.
struct Shifts: OptionSet, Sendable, Hashable {
    let rawValue: UInt8

    static let day = Shifts(rawValue: 1)
    static let night = Shifts(rawValue: 2)
    static let weekend = Shifts(rawValue: 4)

    init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    /// - Parameter folded: words separated by one space.
    init(in folded: String) {
        self = []
        var previous: Substring.UTF8View = "".utf8[...]
        for word in folded.utf8.split(separator: UInt8(ascii: " ")) {
            switch word.count {
            case 3 where word.elementsEqual("end".utf8) && previous.elementsEqual("week".utf8): insert(.weekend)
            case 4 where word.elementsEqual("nuit".utf8): insert(.night)
            case 4 where word.elementsEqual("jour".utf8) && previous.elementsEqual("de".utf8): insert(.day)
            case 5 where word.elementsEqual("nuits".utf8): insert(.night)
            case 7 where word.elementsEqual("journee".utf8): insert(.day)
            case 7 where word.elementsEqual("weekend".utf8): insert(.weekend)
            default: break
            }
            previous = word
        }
    }

    /// Whether two offers are for different times of work: by their titles, or by naming nothing in common.
    static func differ(
        _ left: (title: Shifts, whole: Shifts), _ right: (title: Shifts, whole: Shifts)
    ) -> Bool {
        left.title != right.title
            || !left.whole.isEmpty && !right.whole.isEmpty && left.whole.isDisjoint(with: right.whole)
    }
}
