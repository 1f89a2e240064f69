import Recruitment

/// What results are sorted by: the highest key comes first.
struct SortKeys {
    private enum Order {
        case date, salary, distance, points
    }

    private let segment: Segment
    private let order: Order
    private let today: Int
    private let distances: [UInt16]
    private let nearness: [Int32]

    init(plan: Plan, segment: Segment) {
        self.segment = segment
        distances = plan.distances
        today = Int((plan.after.map(\.day) ?? plan.today.daysSinceEpoch) - Segment.firstDay)
        let isPlaced = !plan.distances.isEmpty
        switch plan.sort {
        case .date: order = .date
        case .salary: order = .salary
        case .distance where isPlaced: order = .distance
        case .relevance, .distance: order = plan.usesText || isPlaced ? .points : .date
        }
        let reach = Int32(max(1, plan.reach))
        nearness = plan.distances.map { distance in
            let hectometres = Int32(distance)
            return hectometres >= reach ? 0 : plan.nearness * (reach - hectometres) / reach
        }
    }

    @inline(__always)
    func key(_ document: Int, points: Int32) -> Int64 {
        switch order {
        case .date: return Int64(segment.published[document])
        case .salary: return Int64(segment.monthlyPay[document])
        case .distance: return -Int64(distances[Int(segment.commune[document])])
        case .points:
            let age = max(0, min(255, today - Int(segment.publishedDay[document])))
            var total = Scoring.freshnessByAge[age] &+ points
            if !nearness.isEmpty { total &+= nearness[Int(segment.commune[document])] }
            return Int64(total)
        }
    }
}
