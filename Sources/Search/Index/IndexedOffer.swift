public import Recruitment

/// An offer as the index holds it: analysed once, kept by the database as octets, so that a start stems nothing again.
public struct IndexedOffer: Sendable {
    /// Raised when the meaning of the octets changes.
    static let formatVersion: UInt64 = 1

    /// The version an analysis must have to be read back; others must be made again from the offer.
    public static var analysisVersion: Int64 { Int64(FacetLayout.version) }

    public let id: OfferID
    /// Where it stands among the offers of its job, as whoever compared their texts says. nil: nobody has, and the index goes by
    /// the title, place, employer and contract.
    public var job: JobPlace?
    public let publishedAt: Instant
    public let deadline: CalendarDay
    let source: String
    let occupation: String
    let parentOccupation: String
    let commune: String
    let departement: String
    let employer: String
    let positions: Int
    /// Hours a week, tenths; 0 unknown.
    let hours: Int
    /// Highest pay of the offer, cents an hour; 0 unknown.
    let hourlyPay: Int
    /// Lowest pay of the offer, cents a month at full time; 0 unknown. What sorting by pay goes by.
    let monthlyPay: Int
    /// Names the job whatever source tells of it.
    let jobKey: UInt64
    /// Names the offer as its source does, and the one it repeats (0 if none).
    let ownKey: UInt64
    let originalKey: UInt64
    let facets: [UInt8]
    /// All of it, terms included.
    public let blob: [UInt8]
    /// Where the terms begin in `blob`.
    let terms: Int

    /// Reads an analysis that `OfferAnalyzer` made. nil for another version's and for damaged octets.
    public init?(blob: [UInt8]) {
        var reader = ByteReader()
        guard reader.number(blob) == FacetLayout.version, let number = reader.number(blob),
            let id = OfferID(number: Int64(truncatingIfNeeded: number)), let published = reader.number(blob),
            let deadline = reader.number(blob), let source = reader.text(blob), let occupation = reader.text(blob),
            let parent = reader.text(blob), let commune = reader.text(blob), let departement = reader.text(blob),
            let employer = reader.text(blob), let positions = reader.int(blob), let hours = reader.int(blob),
            let hourlyPay = reader.int(blob), let monthlyPay = reader.int(blob), let jobKey = reader.number(blob),
            let ownKey = reader.number(blob), let originalKey = reader.number(blob), let facets = reader.range(blob),
            blob[facets].allSatisfy({ $0 < FacetLayout.domain.lowerBound })
        else { return nil }
        self.id = id
        self.publishedAt = Instant(secondsSinceEpoch: Int64(truncatingIfNeeded: published))
        self.deadline = CalendarDay(daysSinceEpoch: Int32(truncatingIfNeeded: deadline))
        self.source = source
        self.occupation = occupation
        self.parentOccupation = parent
        self.commune = commune
        self.departement = departement
        self.employer = employer
        self.positions = positions
        self.hours = hours
        self.hourlyPay = hourlyPay
        self.monthlyPay = monthlyPay
        self.jobKey = jobKey
        self.ownKey = ownKey
        self.originalKey = originalKey
        self.facets = Array(blob[facets])
        self.blob = blob
        self.terms = reader.position
    }
}
