/// The points of the ranking, all in one place; docs/search.md says them in words.
enum Scoring {
    /// An exact word of the title: this much, and `titleWeight` for each of its 1–31 steps.
    static let exactTitle: Int32 = 520
    static let titleWeight: Int32 = 14
    /// Another form of a word of the title.
    static let title: Int32 = 260
    static let employer: Int32 = 330
    /// A word of the occupation's or appellation's label.
    static let occupationLabel: Int32 = 90
    /// Each of the 31 steps of a word's weight in the text.
    static let text: Int32 = 6
    /// The occupation itself, where it is certain.
    static let occupation: Int32 = 620
    /// A related occupation, where little else is found, and what more the nearest of them gets.
    static let family: Int32 = 100
    static let kinship: Int32 = 260
    /// What offers of the very job get more once others are let in.
    static let asked: Int32 = 4_000
    /// A filter that could not be required: offers of the job that meet it come before the others of the job.
    static let wish: Int32 = 2_000
    /// An employer whose whole name is the text: more than any words give.
    static let namedEmployer: Int32 = 10_000
    /// An offer of today; halved every fortnight.
    static let freshness: Int32 = 90
    /// An offer at the very place asked for; nothing at the end of the radius.
    static let nearness: Int32 = 300
    /// The same where nothing was found in the radius asked for: then the nearest come first.
    static let nearnessBeyond: Int32 = 700
    /// What an offer within the radius asked for then gets more.
    static let within: Int32 = 3_000

    /// The most that `importance` gives.
    static let mostImportant: Int32 = 128

    /// Points of a stem's posting, by payload. Tables are made once: a query needs them for each word in each segment.
    static func stemTable(importance: Int32) -> [Int32] { stemTables[Int(max(0, min(importance, mostImportant)))] }

    /// Points of an exact word's posting, by payload.
    static func lemmaTable(importance: Int32) -> [Int32] { lemmaTables[Int(max(0, min(importance, mostImportant)))] }

    private static let stemTables: [[Int32]] = (0...mostImportant).map { importance in
        (0..<256).map { payload in
            let payload = UInt8(payload)
            var points = Int32(payload & TermPayload.weight) * text
            if payload & TermPayload.title != 0 { points += title }
            if payload & TermPayload.occupation != 0 { points += occupationLabel }
            if payload & TermPayload.employer != 0 { points += employer }
            return points * importance / 64
        }
    }

    private static let lemmaTables: [[Int32]] = (0...mostImportant).map { importance in
        (0..<256).map { (exactTitle + Int32($0 & 31) * titleWeight) * importance / 64 }
    }

    /// Points by age in days.
    static let freshnessByAge: [Int32] = (0..<256).map { age in
        var points = Float(freshness)
        var left = Float(age)
        while left >= 14 {
            points /= 2
            left -= 14
        }
        return Int32(points * (1 - left / 28))
    }

    /// 64ths by which a word of `frequency` in `total` offers counts: rare words up to twice, common ones half.
    static func importance(frequency: Int, total: Int) -> Int32 {
        let ratio = (total + 1) / (frequency + 1)
        let bits = Int.bitWidth - 1 - max(1, ratio).leadingZeroBitCount
        return min(mostImportant, Int32(40 + bits * 8))
    }
}
