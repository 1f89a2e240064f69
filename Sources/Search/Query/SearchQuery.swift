public import Recruitment

/// A search as the page, the API or an alert asks it. Everything empty asks for all open offers, newest first.
public struct SearchQuery: Sendable, Hashable {
    /// Free text: any words, "quoted phrases", -excluded words, OR. Nothing in it is ever an error.
    public var text = ""
    /// Text of a field of its own for the place: a commune, a postcode, a basin, « autour de Vichy ».
    public var placeText = ""
    /// Radius for places named in `text` and `placeText`, km; nil for `SearchLimits.defaultRadius`.
    public var radius: Int?
    /// Any of them.
    public var places: [SearchPlace] = []
    /// Whether offers outside the département count.
    public var includesNeighbours = true

    public var contracts: Set<ContractType> = []
    public var workingTime: Set<WorkingTime> = []
    public var hours: Set<HoursBand> = []
    public var minHours: Double?
    public var maxHours: Double?
    public var experience: Set<Experience> = []
    public var licences: Set<LicenceFacet> = []
    /// Only offers that ask for no licence.
    public var withoutLicence = false
    public var schedules: Set<WorkSchedule> = []
    public var salaryFrom: Int64?
    public var salaryPeriod: PayPeriod = .month
    public var includesUnknownSalary = false
    /// The highest training one has: offers that ask for more, or for none said, are left out only where they say more.
    public var trainingLevels: Set<TrainingLevel> = []
    public var telework = false
    public var accessible = false
    public var insertion: Set<InsertionMeasure> = []
    /// Letters of the ROME's domains.
    public var domains: Set<Character> = []
    /// ROME 4 codes or ROME 3 parents.
    public var occupations: Set<ROMECode> = []
    /// Names as the facets give them.
    public var employers: Set<String> = []
    public var basins: Set<Basin> = []
    /// Only offers of the last so many days.
    public var publishedWithinDays: Int?
    public var sources: Set<SourceName> = []
    /// None of them.
    public var otherThanSources: Set<SourceName> = []
    /// Only these offers; nil for all.
    public var only: Set<OfferID>?
    /// Whether a part of the query may be left out where it finds too little.
    public var relaxes = true

    public var sort: SearchSort = .relevance
    /// From 1. Ignored where `cursor` is given.
    public var page = 1
    public var cursor: SearchCursor?
    public var perPage = 20
    /// Whether a word that matches nothing may be replaced by the nearest one that does.
    public var corrects = true
    /// Whether facets are wanted; without them a search costs less (feeds, alerts).
    public var countsFacets = true
    /// How many values of an open group (occupations, communes, employers, sources) are told.
    public var facetValues = SearchLimits.facetValues

    public init(text: String = "") {
        self.text = text
    }
}
