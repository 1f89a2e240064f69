import Recruitment

/// Gathers what the records give, one offer an identifier.
struct OfferCollector {
    private let maker: OfferMaker
    private let limits: FeedLimits
    private var reading = FeedReading()
    private var positions: [(kept: FeedReading.Kept, record: Int)] = []
    private var indexes: [OfferIdentity: Int] = [:]
    private var count = 0

    init(_ maker: OfferMaker, _ limits: FeedLimits) {
        self.maker = maker
        self.limits = limits
    }

    /// Says whether more records are wanted.
    mutating func add(_ record: FeedRecord) -> Bool {
        guard count < limits.records else { return false }
        count += 1
        switch record {
        case .tooLarge:
            reading.rejections.append(FeedRejection(position: count, identifier: nil, title: nil, reason: .tooLarge))
        case .node(let node):
            do throws(FeedRejection) { keep(try maker.offer(of: node, position: count)) } catch {
                reading.rejections.append(error)
            }
        }
        return true
    }

    private mutating func keep(_ kept: FeedReading.Kept) {
        let identity = kept.offer.identity
        guard let index = indexes[identity] else {
            indexes[identity] = positions.count
            positions.append((kept, count))
            return
        }
        let other = positions[index]
        let isLater = kept.offer.updatedAt > other.kept.offer.updatedAt
        let dropped = isLater ? other : (kept, count)
        if isLater { positions[index] = (kept, count) }
        reading.rejections.append(
            FeedRejection(
                position: dropped.1, identifier: identity.sourceID, title: dropped.0.offer.title, reason: .outdatedCopy)
        )
    }

    func reading(_ ending: FeedReading.Ending) -> FeedReading {
        var result = reading
        result.kept = positions.map(\.kept)
        result.rejections.sort { $0.position < $1.position }
        result.ending = ending
        return result
    }
}
