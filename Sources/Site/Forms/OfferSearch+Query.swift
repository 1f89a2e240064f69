import Recruitment
import Search

extension OfferSearch {
    /// The engine's query for this search, in the places that its words mean. What only the database can tell is not in it.
    func query(in places: [SearchPlace]) -> SearchQuery {
        var query = SearchQuery(text: text)
        query.places = places
        query.radius = radius
        query.includesNeighbours = includesNeighbours
        query.includesUnknownSalary = includesUnknownSalary
        for choice in choices.entries { choose(choice.value, in: choice.group, &query) }
        further.apply(to: &query)
        query.sort = sort
        query.page = page
        query.perPage = perPage
        return query
    }

    private var sort: SearchSort {
        switch order {
        case .relevance: .relevance
        case .date: .date
        case .distance: .distance
        case .salary: .salary
        case nil: text.isEmpty ? .date : .relevance
        }
    }

    private func choose(_ codes: [String], in group: FilterGroup, _ query: inout SearchQuery) {
        switch group {
        case .contract: query.contracts = Set(codes.compactMap { ContractType(rawValue: $0) })
        case .workingTime: query.workingTime = Set(codes.compactMap { WorkingTime(rawValue: $0) })
        case .experience: query.experience = Set(codes.compactMap { Experience(rawValue: $0) })
        case .licence:
            query.licences = Set(codes.compactMap { LicenceFacet(rawValue: $0) })
        case .schedule: query.schedules = Set(codes.compactMap { WorkSchedule(rawValue: $0) })
        case .salary:
            for step in codes.compactMap({ SalaryStep(rawValue: $0) }) {
                if let euros = Int64(step.rawValue) { query.salaryFrom = euros * 100 }
            }
        case .published: query.publishedWithinDays = codes.compactMap { Int($0) }.max()
        case .basin: query.basins = Set(codes.compactMap { Basin(rawValue: $0) })
        case .training: query.trainingLevels = Set(codes.compactMap { Int($0).flatMap(TrainingLevel.init(rawValue:)) })
        case .domain: query.domains = Set(codes.compactMap(\.first))
        case .hours: query.hours = Set(codes.compactMap { HoursBand(rawValue: $0) })
        case .telework: query.telework = true
        case .accessible: query.accessible = true
        case .insertion: query.insertion = Set(codes.compactMap { InsertionMeasure(rawValue: $0) })
        case .occupation: query.occupations = Set(codes.compactMap { ROMECode($0) })
        case .employer: query.employers = Set(codes)
        case .source: query.sources = Set(codes.compactMap { SourceName($0) })
        }
    }
}
