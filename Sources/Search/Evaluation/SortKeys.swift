import Recruitment

/// What results are sorted by: the highest key comes first.
struct SortKeys {
    private let plan: Plan
    private let segment: Segment
    private let today: Int
    private let isByDate: Bool
    private let nearness: [Int32]

    init(plan: Plan, segment: Segment) {
        self.plan = plan
        self.segment = segment
        today = Int((plan.after.map(\.day) ?? plan.today.daysSinceEpoch) - Segment.firstDay)
        isByDate = plan.sort == .relevance && !plan.usesText && plan.distances.isEmpty
        let reach = Int32(max(1, plan.reach))
        nearness = plan.distances.map { distance in
            let hectometres = Int32(distance)
            return hectometres >= reach ? 0 : Scoring.nearness * (reach - hectometres) / reach
        }
    }

    @inline(__always)
    func key(_ document: Int, points: Int32) -> Int64 {
        switch plan.sort {
        case .date: return Int64(segment.published[document])
        case .salary: return Int64(segment.monthlyPay[document])
        case .distance where !plan.distances.isEmpty:
            return -Int64(plan.distances[Int(segment.commune[document])])
        case .relevance, .distance:
            if isByDate { return Int64(segment.published[document]) }
            let age = max(0, min(255, today - Int(segment.publishedDay[document])))
            var total = Scoring.freshnessByAge[age]
            if plan.usesText { total += points }
            if !nearness.isEmpty { total += nearness[Int(segment.commune[document])] }
            return Int64(total)
        }
    }
}
