import HTTP1
import Recruitment
import Search
import Storage
import Web

extension Visit {
    func suggestions(_ query: APIQuery) throws -> Response {
        let asked = query.items.values("type").compactMap { Suggestion.Kind(rawValue: $0) }
        let found = board.suggest(
            query["q"] ?? "", kinds: Set(asked.isEmpty ? Suggestion.Kind.allCases : asked),
            limit: query.number("limite") ?? 10)
        return apiAnswer(
            JSONText.object { answer in
                answer.array("suggestions") { elements in
                    for suggestion in found {
                        elements.object { element in
                            element.member("type", suggestion.kind.rawValue)
                            element.member("texte", suggestion.text)
                            element.member("code", suggestion.code)
                            element.member("offres", suggestion.offers)
                        }
                    }
                }
            }, lastModified: try lastModified())
    }

    func referenceTables() throws -> Response {
        apiAnswer(
            JSONText.object { answer in
                answer.array("referentiels") { tables in
                    for table in ReferenceTableName.allCases {
                        tables.object { element in
                            element.member("nom", table.rawValue)
                            element.member("libelle", table.summary)
                            element.member("url", site.settings.baseURL + API.referenceTable.link(table))
                        }
                    }
                }
            }, lastModified: try lastModified())
    }

    func referenceTable(_ table: ReferenceTableName) throws -> Response {
        let sources =
            table == .sources
            ? try read { stores throws(StorageError) in try stores.offers.countsBySource().map(\.source) } : []
        return apiAnswer(
            JSONText.object(capacity: 65_536) { answer in
                answer.member("nom", table.rawValue)
                answer.member("libelle", table.summary)
                answer.array("elements") { write(table, sources, to: &$0) }
            }, lastModified: try lastModified())
    }

    private func write(
        _ table: ReferenceTableName, _ sources: [SourceName], to elements: inout JSONText.Elements
    ) {
        let data = board.reference.data
        switch table {
        case .communes:
            for commune in data.communes {
                elements.object { element in
                    element.member("code", commune.code.description)
                    element.member("libelle", commune.name)
                    element.member("codes_postaux", commune.postcodes.map(\.description))
                    element.member("latitude", commune.centre.latitude)
                    element.member("longitude", commune.centre.longitude)
                    element.member("population", commune.population)
                    element.member("bassin", commune.basin?.rawValue)
                    element.member("intercommunalite", commune.intercommunality)
                }
            }
        case .occupations:
            for occupation in data.occupations {
                elements.object { element in
                    element.member("code", occupation.code.description)
                    element.member("libelle", occupation.label)
                    element.member("rome3", occupation.parent.description)
                    element.member("domaine", String(occupation.code.domain))
                }
            }
        case .appellations:
            for appellation in data.appellations {
                elements.object { element in
                    element.member("code", appellation.code)
                    element.member("libelle", appellation.label)
                    element.member("metier", appellation.occupation.description)
                }
            }
        case .activities:
            for activity in data.activities {
                elements.object { element in
                    element.member("code", activity.code.description)
                    element.member("libelle", activity.label)
                    element.member("section", String(activity.section))
                }
            }
        case .domains: write(.domain, to: &elements)
        case .contracts: write(.contract, to: &elements)
        case .workingTimes: write(.workingTime, to: &elements)
        case .schedules: write(.schedule, to: &elements)
        case .experiences: write(.experience, to: &elements)
        case .licences: write(.licence, to: &elements)
        case .trainings: write(.training, to: &elements)
        case .basins: write(.basin, to: &elements)
        case .insertions: write(.insertion, to: &elements)
        case .salaries: write(.salary, to: &elements)
        case .hours: write(.hours, to: &elements)
        case .ages: write(.published, to: &elements)
        case .sources:
            for source in sources {
                elements.object { element in
                    element.member("code", source.description)
                    element.member("libelle", SourceLabel.text(source))
                }
            }
        case .regions:
            for region in Region.allCases {
                elements.object { element in
                    element.member("code", region.rawValue)
                    element.member("libelle", region.label)
                    element.member("departements", region.departements)
                }
            }
        }
    }

    private func write(_ group: FilterGroup, to elements: inout JSONText.Elements) {
        for option in group.options {
            elements.object { element in
                element.member("code", option.code)
                element.member("libelle", option.label)
            }
        }
    }
}
