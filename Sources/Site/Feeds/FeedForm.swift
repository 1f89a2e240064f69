import Feeds
import Recruitment
import Web

/// The forms in which a search leaves the site besides its page, all from the query string of `/offres`. The routes, the
/// `<link rel="alternate">` of the results and the block that lists them are made from this table.
enum FeedForm: CaseIterable, Sendable {
    case jsonFeed, atom, rss, csv, calendar, indeed

    var path: Path<> {
        switch self {
        case .jsonFeed: Paths.offersFeed
        case .atom: Self.atomPath
        case .rss: Self.rssPath
        case .csv: Self.csvPath
        case .calendar: Self.calendarPath
        case .indeed: Self.indeedPath
        }
    }

    private static let atomPath = Path("/offres.atom")
    private static let rssPath = Path("/offres.rss")
    private static let csvPath = Path("/offres.csv")
    private static let calendarPath = Path("/offres.ics")
    private static let indeedPath = Path("/partenaires/indeed.xml")

    var mediaType: MediaType {
        switch self {
        case .jsonFeed: .feedJSON
        case .atom: .atom
        case .rss: .rss
        case .csv: .csv
        case .calendar: .calendar
        case .indeed: .xml
        }
    }

    /// As people know it.
    var label: String {
        switch self {
        case .jsonFeed: "JSON Feed"
        case .atom: "Atom"
        case .rss: "RSS"
        case .csv: "Tableau (CSV)"
        case .calendar: "Agenda des dates limites"
        case .indeed: "XML pour moteurs d’emploi"
        }
    }

    /// Whether people are shown it beside the results; the last is for job engines alone.
    var isForPeople: Bool { self != .indeed }

    /// The most offers it carries; nil for all that the search finds. Readers of news keep what they have seen, the others take
    /// what is absent as gone.
    var mostOffers: Int? {
        switch self {
        case .atom, .rss: 100
        case .jsonFeed, .csv, .calendar, .indeed: nil
        }
    }

    /// Told apart in entity tags; to be changed with what the form writes.
    var revision: Int {
        switch self {
        case .jsonFeed: 10
        case .atom: 11
        case .rss: 12
        case .csv: 13
        case .calendar: 14
        case .indeed: 15
        }
    }

    /// What writes it; nil for the JSON Feed, which comes in pages of its own.
    func writer(_ publication: FeedPublication) -> (any OfferWriter)? {
        switch self {
        case .jsonFeed: nil
        case .atom: AtomWriter(publication)
        case .rss: RSSWriter(publication)
        case .csv: CSVWriter(publication)
        case .calendar: CalendarWriter(publication)
        case .indeed: IndeedWriter(publication)
        }
    }

    /// The address of a search in this form.
    func link(_ search: OfferSearch) -> String {
        search.changed { _ in }.link(at: path.link())
    }

    /// The addresses of a search in the forms for people; its parameters are written once.
    static func links(_ search: OfferSearch) -> [(form: FeedForm, link: String)] {
        let parameters = search.changed { _ in }.link(at: "")
        return allCases.filter(\.isForPeople).map { ($0, $0.path.link() + parameters) }
    }

    static let routes: [Route<Access, Endpoint>] = allCases.filter { $0 != .jsonFeed }.map { form in
        .get(form.path, access: .everyone) { Endpoint { visit in try visit.feed(form) } }
    }
}
