public import Recruitment

/// What a search found.
public struct SearchAnswer: Sendable {
    /// Results, duplicates folded.
    public var total = 0
    /// Jobs in them: the sum of the offers' positions.
    public var positions = 0
    public var hits: [SearchHit] = []
    /// In the order of `FacetGroup.allCases`; empty where the query asked for none.
    public var facets: [FacetCounts] = []
    /// What was read out of the text, in the order of the text.
    public var understood: [UnderstoodConcept] = []
    /// Words replaced because nothing matched them.
    public var corrections: [Correction] = []
    /// The text searched instead of the one typed; nil where nothing was corrected.
    public var correctedText: String?
    /// Places that could be several communes: none was chosen.
    public var ambiguousPlaces: [AmbiguousPlace] = []
    /// What was left out so that something is found; empty in the usual case.
    public var relaxed: [String] = []
    /// What `relaxed` says where other jobs than the one asked for were let in.
    public static let exactJob = "métier précis"
    /// Kilometres round the places where that had to be more than was asked; nil in the usual case.
    public var widenedRadius: Int?
    public var nextCursor: SearchCursor?
    /// Stems of the words searched, for `SearchIndex.highlights`.
    public var terms: Set<[UInt8]> = []

    public init() {}
}

public struct SearchHit: Sendable, Hashable {
    public let id: OfferID
    /// From the place asked for, between the centres of communes; nil without a place.
    public let kilometres: Double?
    /// The same job as other sources give it.
    public var duplicates: [OfferID]
    /// Comparable within one answer only.
    public let score: Int

    public init(id: OfferID, kilometres: Double? = nil, duplicates: [OfferID] = [], score: Int = 0) {
        self.id = id
        self.kilometres = kilometres
        self.duplicates = duplicates
        self.score = score
    }
}

public struct FacetCounts: Sendable, Hashable {
    public let group: FacetGroup
    /// Values with at least one offer; long lists are cut to the query's `facetValues`, most frequent first.
    public let values: [FacetValue]

    public init(group: FacetGroup, values: [FacetValue]) {
        self.group = group
        self.values = values
    }
}

public struct FacetValue: Sendable, Hashable {
    /// The code that the query takes: `CDI`, `03310`, an employer's name.
    public let code: String
    public let count: Int

    public init(code: String, count: Int) {
        self.code = code
        self.count = count
    }
}

/// A part of the text that was understood as more than words.
public struct UnderstoodConcept: Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case occupation = "metier"
        case place = "lieu"
        case contract = "contrat"
        case workingTime = "temps"
        case schedule = "horaires"
        case experience
        case licence = "permis"
        case training = "formation"
        case telework = "teletravail"
        case accessible
        case insertion
        case published = "publiee"
    }

    public let kind: Kind
    /// « agent d'entretien », « Vichy, 20 km », « CDI ».
    public let label: String
    /// ROME codes, INSEE codes, contract codes.
    public let codes: [String]
    /// Octets it came from, in `SearchAnswer.correctedText` where there is one, in the query's text otherwise.
    public let range: Range<Int>
    /// The text that searches without this understanding. An occupation's words stay, quoted.
    public let textWithout: String

    public init(kind: Kind, label: String, codes: [String], range: Range<Int>, textWithout: String) {
        self.kind = kind
        self.label = label
        self.codes = codes
        self.range = range
        self.textWithout = textWithout
    }
}

public struct Correction: Sendable, Hashable {
    public let original: String
    public let replacement: String

    public init(original: String, replacement: String) {
        self.original = original
        self.replacement = replacement
    }
}

public struct AmbiguousPlace: Sendable, Hashable {
    public let text: String
    public let choices: [INSEECode]
    /// The query's text without it: with one of the choices as a place it is no longer ambiguous.
    public let textWithout: String

    public init(text: String, choices: [INSEECode], textWithout: String) {
        self.text = text
        self.choices = choices
        self.textWithout = textWithout
    }
}
