import Recruitment

/// Turns a query and what was read from its text into a plan, and makes it less strict where asked to.
struct Planner {
    /// In the order they are tried.
    enum Relaxation: CaseIterable {
        /// Of several groups of words only one is required.
        case words
        /// Filters read from the text, not those set in the form: offers that meet them come first.
        case filters
        case radius
        case widestRadius
        /// Related occupations, and titles with some of the words.
        case family
        /// The job's name anywhere in the text.
        case text
        /// Any of the words, anywhere.
        case anyWord
        case place
        /// No word at all, where the text has filters or a place that say what is looked for.
        case nothing
    }

    /// The step is tried where fewer are found. Without words that name the job a list is as long as it is.
    func threshold(_ step: Relaxation) -> Int {
        switch step {
        case .words: 4
        case .filters: plan.usesText ? 4 : 1
        case .radius: plan.usesText && query.radius == nil && reading.text.radius == nil ? 5 : 1
        case .family, .text: 10
        case .widestRadius, .anyWord, .place, .nothing: 1
        }
    }

    var plan = Plan()
    private(set) var understood: [UnderstoodConcept] = []

    private let query: SearchQuery
    private let tables: ReferenceTables
    private let reading: Search.Reading
    private let snapshot: Snapshot
    private var radius = 0
    private var askedRadius = 0
    /// Filters read from the text that were set aside.
    private var readFilters: [Plan.Filter] = []
    private var placeFilters: [Plan.Filter] = []

    init(
        query: SearchQuery, today: CalendarDay, snapshot: Snapshot, tables: ReferenceTables, reading: Search.Reading
    ) {
        self.query = query
        self.tables = tables
        self.reading = reading
        self.snapshot = snapshot
        plan.today = today
        plan.sort = query.sort
        plan.includesNeighbours = query.includesNeighbours && !reading.text.wantsWholeDepartement
        plan.only = query.only.map { Set($0.map(\.number)) }
        plan.countsFacets = query.countsFacets
        plan.facetValues = max(1, min(query.facetValues, SearchLimits.facetValues))
        plan.limit = max(1, min(query.perPage, SearchLimits.perPage))
        if let cursor = query.cursor {
            plan.after = cursor
        } else {
            let page = max(1, min(query.page, SearchLimits.deepestByPage))
            plan.skip = min((page - 1) * plan.limit, SearchLimits.deepestByPage)
        }
        addConcepts()
        addPlaces(radius: nil)
        askedRadius = radius
        addReadFilters()
        addFilters()
    }

    var relaxations: [Relaxation] { query.cursor == nil || plan.usesText ? Relaxation.allCases : [] }

    mutating func relax(_ step: Relaxation) {
        switch step {
        case .words:
            requireOnly(mainOccupation ?? plan.concepts.indices.first)
        case .family:
            for index in plan.concepts.indices { plan.concepts[index].isRequired ? widen(index) : fade(index) }
        case .anyWord:
            for index in plan.concepts.indices { loosen(index) }
        case .text:
            for index in plan.concepts.indices {
                plan.concepts[index].widerClauses += plan.concepts[index].fallback.map { clause in
                    var clause = clause
                    clause.isProminent = clause.words.count > 1
                    return clause
                }
                plan.concepts[index].fallback = []
            }
        case .nothing:
            plan.filters += readFilters
            for filter in placeFilters where !plan.filters.contains(where: { $0.group == filter.group }) {
                plan.filters.append(filter)
            }
            guard reading.text.understood.contains(where: { $0.kind != .occupation }) else { return }
            for index in plan.concepts.indices where !isQuoted(index) { plan.concepts[index].isRequired = false }
        case .filters:
            readFilters = plan.filters.filter { $0.understood != nil }
            plan.wishes += readFilters.map { Plan.Wish(condition: $0.condition, points: Scoring.wish) }
            plan.filters.removeAll { $0.understood != nil }
        case .radius, .widestRadius:
            let wider = step == .radius ? SearchLimits.widerRadius : SearchLimits.widestRadius
            if radius < wider, !plan.distances.isEmpty {
                addPlaces(radius: wider)
                plan.nearness = Scoring.nearnessBeyond
                plan.askedReach = askedRadius * 10
            }
        case .place:
            if isPlaceFromText {
                placeFilters = plan.filters.filter { $0.group == .commune || $0.group == .basin }
                plan.filters.removeAll { $0.group == .commune || $0.group == .basin && query.basins.isEmpty }
            }
        }
    }

    /// Whether a step made a difference worth a second run.
    func isChanged(from other: Plan) -> Bool {
        let size: (Plan) -> Int = { plan in
            plan.concepts.reduce(0) {
                $0 + $1.widerClauses.count + $1.widerOccupations.count + ($1.isRequired ? 0 : 1_000)
            }
        }
        return plan.filters.count != other.filters.count || plan.reach != other.reach || size(plan) != size(other)
    }

    private mutating func widen(_ concept: Int) {
        let sure = plan.concepts[concept].occupations.filter { $0.weight > Scoring.occupation * 3 / 4 }
        let known = Set(plan.concepts[concept].occupations.map(\.occupation))
        var relatives: [Int: Int32] = [:]
        for occupation in sure {
            for relative in tables.lexicon.relatives(of: occupation.occupation - 1)
            where !known.contains(relative.occupation + 1) {
                let points = Scoring.family + Int32(relative.likeness * Float(Scoring.kinship))
                relatives[relative.occupation + 1] = max(relatives[relative.occupation + 1] ?? 0, points)
            }
        }
        for (occupation, weight) in relatives.sorted(by: { $0.key < $1.key }) {
            plan.concepts[concept].widerOccupations.append(.init(occupation: occupation, weight: weight))
        }
        // The first word of a title is the job, unless it is one of those that half the jobs begin with.
        let loose = plan.concepts[concept].fallback
        for clause in loose.isEmpty ? plan.concepts[concept].clauses : loose
        where clause.words.count > 1 && !clause.isPhrase && clause.percent == 100 {
            let telling = clause.words.filter { !$0.isCommon }
            let kept = clause.words.first.map { $0.isCommon ? telling : [$0] } ?? []
            plan.concepts[concept].widerClauses += kept.map {
                Plan.Clause(words: [$0], isProminent: true, percent: 30)
            }
        }
    }

    /// What a word beside the job may stand for (« restaurant ») is not to lift other jobs than those related to it.
    private mutating func fade(_ concept: Int) {
        plan.concepts[concept].occupations = plan.concepts[concept].occupations.map {
            .init(occupation: $0.occupation, weight: $0.weight / 4)
        }
    }

    /// Any of the words: the last resort.
    private mutating func loosen(_ concept: Int) {
        for clause in plan.concepts[concept].clauses where clause.words.count > 1 && !clause.isPhrase {
            plan.concepts[concept].widerClauses += clause.words.map {
                Plan.Clause(words: [$0], isProminent: false, percent: 25)
            }
        }
    }

    func relaxed(by step: Relaxation) -> [String] {
        switch step {
        case .words: zip(plan.concepts, reading.text.conceptTexts).filter { !$0.0.isRequired }.map(\.1)
        case .family, .text: [SearchAnswer.exactJob]
        case .anyWord: ["tous les mots"]
        case .nothing: reading.text.conceptTexts
        case .filters: reading.text.pending.map(\.concept.label)
        case .radius, .widestRadius: ["\(askedRadius) km"]
        case .place: understood.filter { $0.kind == .place }.map(\.label)
        }
    }

    /// The concept that most surely names the job; nil where none does.
    private var mainOccupation: Int? {
        let certainties = reading.text.certainties
        guard let best = certainties.max(), best > 0 else { return nil }
        return certainties.firstIndex(of: best)
    }

    private mutating func requireOnly(_ main: Int?) {
        guard let main else { return }
        for index in plan.concepts.indices where index != main {
            if !isQuoted(index) { plan.concepts[index].isRequired = false }
        }
    }

    private func isQuoted(_ concept: Int) -> Bool { plan.concepts[concept].clauses.contains { $0.isPhrase } }

    private var isPlaceFromText: Bool { query.places.isEmpty }

    // MARK: Words

    private mutating func addConcepts() {
        plan.concepts = reading.text.concepts
        plan.excluded = reading.text.excluded
        let total = snapshot.count
        var lists = TermLists(snapshot)
        for concept in plan.concepts.indices {
            Self.weigh(&plan.concepts[concept].clauses, total, &lists)
            Self.weigh(&plan.concepts[concept].fallback, total, &lists)
            Self.weigh(&plan.concepts[concept].hints, total, &lists)
        }
        Self.weigh(&plan.excluded, total, &lists)
        plan.lists = lists
        understood = reading.text.understood
        if !reading.text.employers.isEmpty {
            plan.wishes.append(.init(condition: .employers(reading.text.employers), points: Scoring.namedEmployer))
        }
        // « cuisinier EHPAD »: a cook; those of nursing homes first.
        requireOnly(mainOccupation)
    }

    /// Looks up the lists of the words, and how much each word says.
    private static func weigh(_ clauses: inout [Plan.Clause], _ total: Int, _ lists: inout TermLists) {
        for clause in clauses.indices {
            for index in clauses[clause].words.indices {
                let word = clauses[clause].words[index]
                let stem = lists.number(word.stem)
                clauses[clause].words[index].stemList = stem
                clauses[clause].words[index].lemmaList = lists.number(word.lemma)
                clauses[clause].words[index].importance = Scoring.importance(
                    frequency: lists.frequency(stem), total: total)
            }
        }
    }

    // MARK: Places

    private mutating func addPlaces(radius wanted: Int?) {
        plan.filters.removeAll { $0.group == .commune }
        let named = reading.text.communes + reading.place.communes
        let asked =
            wanted ?? query.radius ?? reading.text.radius ?? reading.place.radius
            ?? SearchLimits.defaultRadius
        radius = max(0, min(asked, SearchLimits.widestRadius))
        var rows: [(distances: [UInt16], kilometres: Int)] = named.map { (tables.distances(from: $0), radius) }
        var wholeDepartements = Set(reading.text.departements + reading.place.departements)
        var basins = Set(reading.text.basins + reading.place.basins)
        for place in query.places {
            switch place {
            case .commune(let code):
                if let index = tables.commune(code.description) {
                    rows.append((tables.distances(from: index), wanted ?? query.radius ?? 0))
                }
            case .around(let code, let kilometres):
                if let index = tables.commune(code.description) {
                    rows.append((tables.distances(from: index), wanted ?? kilometres))
                }
            case .near(let point, let kilometres): rows.append((tables.distances(from: point), wanted ?? kilometres))
            case .departement(let code): wholeDepartements.insert(code)
            case .basin(let basin): basins.insert(basin)
            }
        }
        addBasins(basins)
        guard !rows.isEmpty || !wholeDepartements.isEmpty else {
            if !query.places.isEmpty, basins.isEmpty {
                plan.filters.append(Plan.Filter(group: .commune, condition: .communes([])))
            }
            return
        }
        var within: [Int] = []
        plan.distances = rows.first?.distances ?? []
        for row in rows.dropFirst() {
            for index in plan.distances.indices {
                plan.distances[index] = min(plan.distances[index], row.distances[index])
            }
        }
        plan.reach = 0
        for row in rows {
            let reach = max(0, min(row.kilometres, SearchLimits.widestRadius)) * 10
            plan.reach = max(plan.reach, reach)
            for index in row.distances.indices.dropFirst() where Int(row.distances[index]) <= reach {
                within.append(index)
            }
        }
        if !wholeDepartements.isEmpty {
            for (index, commune) in tables.reference.communes.enumerated()
            where wholeDepartements.contains(commune.code.departement) { within.append(index + 1) }
        }
        let communes = Set(within)
        if takesInUnplaced(communes) { within.append(0) }
        // Offers without a commune may be of any département: those outside are told apart.
        if rows.isEmpty, wholeDepartements == [tables.reference.departement] { plan.includesNeighbours = false }
        plan.filters.append(Plan.Filter(group: .commune, condition: .communes(Array(Set(within)))))
        plan.reach = max(plan.reach, 10)
        understood = understood.filter { $0.kind != .place || $0.codes.isEmpty } + labelledPlaces()
        understood.sort { $0.range.lowerBound < $1.range.lowerBound }
    }

    /// Whether offers known only by their département are among what is asked: most of its communes are. They come last.
    private func takesInUnplaced(_ communes: Set<Int>) -> Bool {
        2 * tables.ownCommunes.count(where: communes.contains) > tables.ownCommunes.count
    }

    private mutating func addBasins(_ basins: Set<Basin>) {
        let values = basins.union(query.basins).compactMap { FacetLayout.index($0, in: FacetLayout.basin) }
        plan.filters.removeAll { $0.group == .basin }
        if !values.isEmpty { plan.filters.append(Plan.Filter(group: .basin, condition: .facets(values.sorted()))) }
    }

    /// The places read, with their radius.
    private func labelledPlaces() -> [UnderstoodConcept] {
        (reading.text.understood + reading.place.understood).filter { $0.kind == .place }.map { concept in
            let isRound = concept.codes.allSatisfy { $0.utf8.count == 5 }
            let label = isRound && radius > 0 ? "\(concept.label), \(radius) km" : concept.label
            return UnderstoodConcept(
                kind: .place, label: label, codes: concept.codes, range: concept.range,
                textWithout: concept.textWithout)
        }
    }

    // MARK: Filters

    private mutating func addReadFilters() {
        var facets: [FacetGroup: [Int]] = [:]
        var origins: [FacetGroup: UnderstoodConcept] = [:]
        for (concept, condition) in reading.text.pending {
            let group = Self.group(concept.kind)
            switch condition {
            case .facets(let values):
                facets[group, default: []] += values
                origins[group] = concept
            case .lacksFacets(let values):
                plan.filters.append(
                    Plan.Filter(group: group, condition: .lacksFacets(values), understood: concept))
            case .publishedWithin(let days):
                plan.filters.append(
                    Plan.Filter(group: .published, condition: .publishedSince(since(days)), understood: concept))
            }
        }
        for (group, values) in facets.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            plan.filters.append(Plan.Filter(group: group, condition: .facets(values), understood: origins[group]))
        }
    }

    private static func group(_ kind: UnderstoodConcept.Kind) -> FacetGroup {
        switch kind {
        case .occupation: .occupation
        case .place: .commune
        case .contract: .contract
        case .workingTime: .workingTime
        case .schedule: .schedule
        case .experience: .experience
        case .licence: .licence
        case .training: .training
        case .telework: .telework
        case .accessible: .accessible
        case .insertion: .insertion
        case .published: .published
        }
    }

    private func since(_ days: Int) -> Int32 {
        plan.today.daysSinceEpoch - Int32(clamping: max(1, min(days, 3_650))) + 1
    }

    private mutating func addFilters() {
        addFacets(.contract, query.contracts, FacetLayout.contract)
        addFacets(.workingTime, query.workingTime, FacetLayout.workingTime)
        addFacets(.hours, query.hours, FacetLayout.hours)
        addFacets(.experience, query.experience, FacetLayout.experience)
        addFacets(
            .licence, query.withoutLicence ? query.licences.union([.none]) : query.licences, FacetLayout.licence)
        addFacets(.schedule, query.schedules, FacetLayout.schedule)
        addFacets(.training, query.trainingLevels, FacetLayout.training)
        addFacets(.insertion, query.insertion, FacetLayout.insertion)
        if query.telework { add(.telework, .facets(Array(FacetLayout.telework))) }
        if query.accessible { add(.accessible, .facets(Array(FacetLayout.accessible))) }
        if !query.domains.isEmpty {
            let values = query.domains.compactMap { FacetLayout.domains.firstIndex(of: $0) }
            add(.domain, .facets(values.map { FacetLayout.domain.lowerBound + $0 }))
        }
        if query.minHours != nil || query.maxHours != nil {
            let least = UInt16(max(0.1, min(query.minHours ?? 0.1, 100)) * 10)
            let most = UInt16(max(0, min(query.maxHours ?? 100, 100)) * 10)
            add(.hours, .hours(least...max(least, most)))
        }
        if let salary = query.salaryFrom {
            let hourly = OfferPay.hourly(max(0, min(salary, Salary.highest)), query.salaryPeriod, weeklyHours: 35)
            let least = UInt16(max(1, min(hourly.rounded(), 65_535)))
            add(.salary, .pay(from: least, includesUnknown: query.includesUnknownSalary))
        }
        if !query.occupations.isEmpty {
            var indices: Set<Int> = []
            for code in query.occupations {
                if let index = tables.occupation(code.description) { indices.insert(index + 1) }
                for child in tables.occupations(under: code.description) { indices.insert(child + 1) }
            }
            add(.occupation, .occupations(indices.sorted()))
        }
        if !query.employers.isEmpty {
            add(.employer, .employers(Set(query.employers.compactMap { snapshot.employers.number($0) })))
        }
        if !query.sources.isEmpty || !query.otherThanSources.isEmpty {
            var wanted = [Bool](repeating: query.sources.isEmpty, count: 256)
            for (sources, isWanted) in [(query.sources, true), (query.otherThanSources, false)] {
                for source in sources {
                    guard let number = snapshot.sources.number(source.description) else { continue }
                    wanted[Int(min(number, 255))] = isWanted
                }
            }
            add(.source, .sources(wanted))
        }
        if let days = query.publishedWithinDays { add(.published, .publishedSince(since(days))) }
    }

    private mutating func addFacets<Value: CaseIterable & Equatable>(
        _ group: FacetGroup, _ values: Set<Value>, _ range: Range<Int>
    ) {
        guard !values.isEmpty else { return }
        add(group, .facets(values.compactMap { FacetLayout.index($0, in: range) }.sorted()))
    }

    private mutating func add(_ group: FacetGroup, _ condition: Plan.Condition) {
        plan.filters.append(Plan.Filter(group: group, condition: condition))
    }
}
