import Recruitment

/// What results are sorted by: the highest key comes first.
struct SortKeys {
    private enum Order {
        case date, salary, distance, points
    }

    private let published: [UInt32]
    private let publishedDay: [UInt16]
    private let monthlyPay: [UInt32]
    private let commune: [UInt16]
    private let order: Order
    private let today: Int
    private let distances: [UInt16]
    private let nearness: [Int32]
    /// The most that freshness and nearness add to the points of the words.
    private let bonus: Int64

    /// Points of nearness by index of commune + 1; empty without a place.
    static func nearness(_ plan: Plan) -> [Int32] {
        let reach = Int32(max(1, plan.reach))
        return plan.distances.map { distance in
            let hectometres = Int32(distance)
            let isWithin = plan.askedReach.map { hectometres <= $0 } ?? false
            let points = isWithin ? Scoring.within : 0
            return hectometres >= reach ? points : points + plan.nearness * (reach - hectometres) / reach
        }
    }

    /// `nearness` is the plan's, made once for all segments.
    init(plan: Plan, segment: Segment, nearness: [Int32]) {
        published = segment.columns.published
        publishedDay = segment.columns.publishedDay
        monthlyPay = segment.columns.monthlyPay
        commune = segment.columns.commune
        distances = plan.distances
        today = Int((plan.after.map(\.day) ?? plan.today.daysSinceEpoch) - Segment.firstDay)
        order = Self.order(plan)
        self.nearness = nearness
        bonus = Int64(Scoring.freshness) + Int64(nearness.max() ?? 0)
    }

    /// Whether the points of words and wishes bear on the order.
    static func usesPoints(_ plan: Plan) -> Bool { order(plan) == .points }

    private static func order(_ plan: Plan) -> Order {
        let isPlaced = !plan.distances.isEmpty
        return switch plan.sort {
        case .date: .date
        case .salary: .salary
        case .distance where isPlaced: .distance
        case .relevance, .distance: plan.usesText || isPlaced ? .points : .date
        }
    }

    var isByDate: Bool { order == .date }

    /// No key of a document with so many points is higher.
    @inline(__always)
    func most(points: Int32) -> Int64 { order == .points ? Int64(points) + bonus : .max }

    @inline(__always)
    func key(_ document: Int, points: Int32) -> Int64 {
        switch order {
        case .date: return Int64(published[document])
        case .salary: return Int64(monthlyPay[document])
        case .distance: return -Int64(distances[Int(commune[document])])
        case .points:
            let age = max(0, min(255, today - Int(publishedDay[document])))
            var total = Scoring.freshnessByAge[age] &+ points
            if !nearness.isEmpty { total &+= nearness[Int(commune[document])] }
            return Int64(total)
        }
    }
}
