import Recruitment

/// Reads the bytes of a feed into offers. Pure: no file, no network, no clock; the same bytes give the same offers.
public enum FeedReader {
    /// Reads `octets` by `mapping`. Every record becomes an offer or a rejection; of several with one identifier the latest
    /// stays. Throws only where nothing can be used.
    public static func read(
        _ octets: [UInt8], as format: FeedFormat, mapping: FeedMapping, context: FeedContext,
        limits: FeedLimits = FeedLimits()
    ) throws(FeedError) -> FeedReading {
        guard octets.count <= limits.octets else { throw .tooLarge }
        var collector = OfferCollector(OfferMaker(mapping: mapping, context: context, limits: limits), limits)
        let ending: FeedReading.Ending
        switch format {
        case .xml: ending = try XMLRecords.read(octets, mapping, limits) { collector.add($0) }
        case .json: ending = try JSONRecords.read(octets, mapping, limits) { collector.add($0) }
        case .jobPosting: ending = try JobPostingRecords.read(octets, limits) { collector.add($0) }
        case .csv: ending = try CSVRecords.read(octets, limits) { collector.add($0) }
        }
        return collector.reading(ending)
    }

    /// Reads `octets` as a known kind.
    public static func read(
        _ octets: [UInt8], as kind: FeedKind, context: FeedContext, limits: FeedLimits = FeedLimits()
    ) throws(FeedError) -> FeedReading {
        try read(octets, as: kind.format, mapping: kind.mapping, context: context, limits: limits)
    }
}
