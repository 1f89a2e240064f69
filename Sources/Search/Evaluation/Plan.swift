import Recruitment

/// A query ready to run: no text left, only terms, numbers and sets.
struct Plan: Sendable {
    /// An offer must match each of them.
    var concepts: [Concept] = []
    var excluded: [Clause] = []
    var filters: [Filter] = []
    /// What gives points to the offers that meet it and excludes none: filters that could not all be met.
    var wishes: [Wish] = []
    /// Where the words' postings are.
    var lists: TermLists?
    /// By index of commune + 1: hectometres from the nearest place asked for; `.max` unknown.
    var distances: [UInt16] = []
    /// Hectometres within which nearness still counts.
    var reach = 0
    /// Points of an offer at the very place.
    var nearness = Scoring.nearness
    /// Hectometres of the radius asked for, where a wider one is searched: what is nearer comes first.
    var askedReach: Int?
    var includesNeighbours = true
    /// Numbers of the offers that may be found; nil for all.
    var only: Set<UInt32>?
    var sort: SearchSort = .relevance
    var after: SearchCursor?
    var skip = 0
    var limit = 20
    var today = CalendarDay(daysSinceEpoch: 0)
    var countsFacets = true
    var facetValues = SearchLimits.facetValues

    /// One thing asked for: words, or an occupation that words name.
    struct Concept: Sendable {
        var clauses: [Clause] = []
        /// Looser ones, for where too little is found.
        var fallback: [Clause] = []
        /// What adds points to the offers found and finds none.
        var hints: [Clause] = []
        var occupations: [OccupationWeight] = []
        /// What else is let in where too little is found; it comes after all that is asked for.
        var widerClauses: [Clause] = []
        var widerOccupations: [OccupationWeight] = []
        /// An optional concept adds points where it is met and excludes nothing.
        var isRequired = true
    }

    struct OccupationWeight: Sendable {
        /// 1 + index in the reference.
        let occupation: Int
        /// Points.
        let weight: Int32
    }

    /// Words that must all be there.
    struct Clause: Sendable {
        var words: [Word] = []
        /// Side by side, in order.
        var isPhrase = false
        /// In title, employer or occupation, not merely in the text.
        var isProminent = false
        /// Share of the points, for words that were not typed.
        var percent: Int32 = 100

        /// The same words, in their exact form in titles only: postings of exact words are those of titles.
        var inTitle: Clause {
            var clause = self
            clause.words = words.map { Word(stem: $0.lemma, lemma: $0.lemma, isCommon: $0.isCommon) }
            clause.isProminent = false
            return clause
        }
    }

    struct Word: Sendable {
        let stem: TermHash
        let lemma: TermHash
        /// Numbers of their lists in `Plan.lists`.
        var stemList = 0
        var lemmaList = 0
        /// Words of the text between this and the one before it, plus one: for phrases.
        var step = 1
        /// Points in 64ths that a match is worth, by rarity; set once the index is known.
        var importance: Int32 = 64
        /// In so many titles that it says little by itself.
        var isCommon = false
    }

    struct Filter: Sendable {
        let group: FacetGroup
        let condition: Condition
        /// What it was read from, where it came from the free text: the first to go where nothing is found.
        var understood: UnderstoodConcept?
    }

    struct Wish: Sendable {
        let condition: Condition
        let points: Int32
    }

    enum Condition: Sendable {
        /// Any of these facet bits.
        case facets([Int])
        /// None of these.
        case lacksFacets([Int])
        /// 1 + indices in the reference.
        case occupations([Int])
        case communes([Int])
        case employers(Set<UInt32>)
        case sources([Bool])
        /// Tenths of hours.
        case hours(ClosedRange<UInt16>)
        /// Cents an hour.
        case pay(from: UInt16, includesUnknown: Bool)
        case publishedSince(Int32)
    }

    var usesText: Bool { !concepts.isEmpty }
}
