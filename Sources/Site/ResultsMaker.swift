import HTTP1
import Recruitment
import Search
import Storage
import Web

/// Turns a search as its address tells it into the engine's query, and the engine's answer into what pages show.
struct ResultsMaker {
    let visit: Visit
    let search: OfferSearch
    var countsFacets = true

    private var reference: Reference { visit.board.reference }

    func results(problems: [ParameterProblem]) throws -> ResultsPage.Results {
        let place = Understanding(search: search, communes: reference.communes).place
        var results = ResultsPage.Results()
        results.remarks = problems.map { .init(text: $0.message, choices: []) }
        results.placeLabel = place.label
        results.places = place.named
        results.radius = place.radius
        results.isPlaceUnknown = place.isUnknown
        results.order = search.order ?? (search.text.isEmpty ? .date : .relevance)
        results.remarks += place.remarks
        if place.isUnknown { return results }
        var query = try query(in: place.places)
        query.facetValues = Self.shownValues
        let answer = visit.board.search(query, today: visit.today)
        results.basin = place.basin
        if let wider = answer.widenedRadius, results.radius != nil { results.radius = wider }
        results.total = answer.total
        results.positions = answer.positions
        results.counts = counts(answer)
        results.communes = communes(answer)
        results.canSortByDistance = !place.places.isEmpty || answer.understood.contains { $0.kind == .place }
        let reachable = min(answer.total, SearchLimits.deepestByPage)
        results.lastPage = min(max(1, (reachable + search.perPage - 1) / search.perPage), OfferSearch.Limit.pages)
        results.hits = answer.hits
        results.terms = answer.terms
        results.concepts = answer.understood.map { concept in
            .init(
                label: "\(Self.name(concept.kind)) : \(concept.label)",
                without: search.changed { $0.text = concept.textWithout })
        }
        results.remarks += remarks(answer)
        return results
    }

    /// What the engine corrected, left out or could not decide.
    private func remarks(_ answer: SearchAnswer) -> [ResultsPage.Results.Remark] {
        var remarks: [ResultsPage.Results.Remark] = []
        if let corrected = answer.correctedText {
            remarks.append(
                .init(
                    text: "Voici les résultats pour « \(corrected) ».", choices: [asTyped(answer.corrections)]))
        }
        if !answer.relaxed.isEmpty {
            remarks.append(.init(text: widening(answer), choices: []))
        }
        for place in answer.ambiguousPlaces {
            let choices = place.choices.compactMap { reference.communes[$0] }.map {
                commune -> (label: String, search: OfferSearch) in
                let name = Understanding.field(commune)
                return (
                    label: name,
                    search: search.changed {
                        $0.text = place.textWithout
                        $0.places.append(name)
                    }
                )
            }
            remarks.append(
                .init(text: "Plusieurs communes correspondent à « \(place.text) ». Laquelle ?", choices: choices))
        }
        return remarks
    }

    private func widening(_ answer: SearchAnswer) -> String {
        var ways = answer.widenedRadius.map { ["jusqu’à \($0) km"] } ?? []
        if answer.relaxed.contains(SearchAnswer.exactJob) { ways.append("aux métiers voisins") }
        let left = answer.relaxed.filter { name in
            name != SearchAnswer.exactJob && (answer.widenedRadius == nil || !name.hasSuffix(" km"))
        }
        if !left.isEmpty { ways.append("sans exiger " + left.map { "« \($0) »" }.joined(separator: ", ")) }
        return "Peu d’offres répondent à tout : la recherche a été élargie \(ways.joined(separator: ", ")). "
            + "Ce qui répond à tout vient d’abord."
    }

    /// The search of the words as they were typed: between quotes none is corrected.
    private func asTyped(_ corrections: [Correction]) -> (label: String, search: OfferSearch) {
        let words = corrections.map(\.original)
        return (
            "Chercher « \(words.joined(separator: " ")) » tel quel",
            search.changed { search in
                let quoted = words.reduce(" \(search.text) ") { text, word in
                    text.replacing(" \(word) ", with: " \"\(word)\" ", maxReplacements: 1)
                }
                search.text = quoted.split(separator: " ").joined(separator: " ")
            }
        )
    }

    static func name(_ kind: UnderstoodConcept.Kind) -> String {
        switch kind {
        case .occupation: "métier"
        case .place: "lieu"
        case .contract: "contrat"
        case .workingTime: "temps de travail"
        case .schedule: "horaires"
        case .experience: "expérience"
        case .licence: "permis"
        case .training: "diplôme"
        case .telework: "télétravail"
        case .accessible: "handicap"
        case .insertion: "insertion"
        case .published: "publiée"
        }
    }

    /// The engine's query for this search.
    func query(in places: [SearchPlace]) throws(StorageError) -> SearchQuery {
        var query = search.query(in: places)
        query.only = try visit.offers(selectedBy: search.further)
        query.countsFacets = countsFacets
        return query
    }

    /// The counts of each group that is shown.
    func counts(_ answer: SearchAnswer) -> ByFilterGroup<[ResultsPage.Results.Count]> {
        var counts = ByFilterGroup<[ResultsPage.Results.Count]>()
        for group in FilterGroup.allCases {
            let values = answer.facets.first { $0.group == group.facet }?.values ?? []
            if group.isClosed {
                counts[group] = group.options.map { option in
                    .init(option: option, count: values.first { $0.code == option.code }?.count ?? 0)
                }
            } else {
                counts[group] = values.prefix(Self.shownValues).map {
                    .init(option: .init(group, code: $0.code, label: label($0.code, group)), count: $0.count)
                }
            }
        }
        return counts
    }

    private func communes(
        _ answer: SearchAnswer
    ) -> [(label: String, count: Int, search: OfferSearch)] {
        // The place may have been read from the words: it goes from there.
        let text = answer.understood.last { $0.kind == .place }?.textWithout ?? search.text
        return (answer.facets.first { $0.group == .commune }?.values ?? []).prefix(Self.shownValues).compactMap {
            value in
            INSEECode(value.code).flatMap { reference.communes[$0] }.map { commune in
                let name = Understanding.field(commune)
                return (
                    name, value.count,
                    search.changed {
                        $0.text = text
                        $0.places = [name]
                        $0.radius = 0
                    }
                )
            }
        }
    }

    /// Values shown of groups that have as many as the offers have.
    private static let shownValues = 12

    func label(_ code: String, _ group: FilterGroup) -> String {
        switch group {
        case .occupation: ROMECode(code).flatMap { reference.occupation($0)?.label } ?? code
        case .source: SourceName(code).map(SourceLabel.text) ?? code
        default: code
        }
    }
}
